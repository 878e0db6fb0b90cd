import type { SeedProblem } from '../core/draw/seed/seed.ts'
import type { FileProblem } from '../core/file-problem.ts'
import type { LeftOutReason } from '../core/frame/pool.ts'
import { wordsZh as words } from '../core/publication/words/words-zh.ts'
import { hasDayForm } from '../core/registry/cells/date.ts'
import type { NoteCode } from '../core/registry/cells/issue.ts'
import type { LibraryName } from '../core/registry/libraries/field.ts'
import type { SkipReason } from '../core/registry/skipped-row.ts'
import type { IssueSentences, ReasonSentences, Told } from './sentence.ts'
import { blockingText } from './zh-CN/blocking.ts'
import { certificateZh } from './zh-CN/certificate.ts'
import { changeReasons, changes, changesHelp } from './zh-CN/changes.ts'
import { freezingZh } from './zh-CN/freezing.ts'
import { importIssues, importing, importReasons, issueKinds, LIBRARY_NAMES } from './zh-CN/import.ts'
import { lookalikes } from './zh-CN/lookalikes.ts'
import { mergeReasons, merging, mergingHelp } from './zh-CN/merging.ts'
import { planZh } from './zh-CN/plan.ts'
import { publicSide } from './zh-CN/public-side.ts'
import { reportReasons, reports, reportsHelp } from './zh-CN/reports.ts'
import { rulesZh } from './zh-CN/rules.ts'
import { simulation, simulationHelp } from './zh-CN/simulation.ts'
import { staff, staffHelp, staffReasons } from './zh-CN/staff.ts'
import { visitsZh } from './zh-CN/visits.ts'

const orLike = (nearest: string | null) => (nearest === null ? '' : `，最接近的是“${nearest}”`)

const reasons: ReasonSentences = {
  ...importReasons,
  ...changeReasons,
  ...reportReasons,
  ...mergeReasons,
  ...staffReasons,
  ...publicSide.reasons,
  'database-exists': ({ path }) => [
    `不能建立数据库“${path}”：该文件已存在`,
    '换一个文件名，或直接使用现有数据库',
  ],
  'no-such-database': ({ path }) => [
    `不能打开数据库“${path}”：没有这个文件`,
    '先运行 ssj init 建立数据库，或用 --db 指定',
  ],
  'foreign-database': ({ path }) => [
    `不能打开数据库“${path}”：不是 ssj 的数据库`,
    '用 --db 指定 ssj 建立的文件',
  ],
  'newer-database': ({ path, version, known }) => [
    `不能打开数据库“${path}”：它由更新版本的 ssj 写成（结构版本 ${version}，本程序只识得 ${known}）`,
    '请升级 ssj',
  ],
  'database-locked': ({ path }) => [`不能写入数据库“${path}”：另一个命令正在使用`, '等它结束后再试'],
  'database-damaged': ({ path }) => [
    `不能读取数据库“${path}”：文件已损坏`,
    '用备份恢复（ssj backup 的副本）',
  ],
  'database-unreachable': ({ path }) => [`不能打开数据库“${path}”：文件夹不存在或没有权限`],
  'write-failed': ({ path, message }) => [`不能写入“${path}”：${message}`, '检查磁盘空间和权限'],
  'unknown-command': ({ name, nearest }) => [
    `没有命令“${name}”${orLike(nearest)}`,
    '用 ssj --help 查看全部命令',
  ],
  usage: ({ message }) => [message, '用 ssj --help 查看用法'],
  'missing-option': ({ option }) => [`缺少选项 ${option}`],
  'invalid-option': ({ option, value, expected }) => [`选项 ${option} 的值“${value}”不对：应为${expected}`],
  'unknown-library': ({ name, nearest, known }) => [
    `没有名为“${name}”的库${orLike(nearest)}`,
    `可用的库：${known.join('、')}`,
  ],
  'no-such-file': ({ path }) => [`不能读取“${path}”：没有这个文件`],
  'unreadable-file': ({ path, message }) => [`不能读取“${path}”：${message}`],
  'invalid-file': ({ path, problem }) => {
    const [state, ...help] = fileProblem(problem)
    return [`不能读取“${path}”：${state}`, ...help]
  },
  'file-exists': ({ path }) => [`不能写入“${path}”：已有同名文件`],
  'no-such-record': ({ library, id, nearest }) => [
    `${LIBRARY_NAMES[library as LibraryName] ?? library}中没有“${id}”${orLike(nearest)}`,
  ],
  'invalid-value': ({ library, heading, value, sentence }) => [
    `不能写入${LIBRARY_NAMES[library as LibraryName] ?? library}：${heading}“${value}”${sentence}`,
  ],
  'unreadable-entry': ({ entry }) => [
    `台账第 ${entry} 条的内容无法读取：被改动过`,
    '用 ssj log --verify 核对',
  ],
  'no-such-entry': ({ entry, last }) => [`台账中没有第 ${entry} 条：最后一条是第 ${last} 条`],
  'no-such-task': ({ task, nearest }) => [
    `年度计划中没有任务“${task}”${orLike(nearest)}`,
    '用 ssj list plan 查看任务',
  ],
  'task-already-drawn': ({ task, draw, attempt }) => [
    `任务“${task}”已经抽取过（${draw}，第 ${attempt} 次）`,
    '确需重新抽取，请加 --again --reason 理由 --approver 批准人；原抽取保留并标记作废',
  ],
  'task-id-taken': ({ task }) => [
    `年度计划中已有编号为“${task}”的任务，内容不同`,
    '换一个 --id，或直接用该任务编号抽取',
  ],
  'option-needs-ad-hoc-task': ({ option, task }) => [
    `选项 ${option} 只用于临时任务，任务“${task}”的内容以年度计划为准`,
    '修改年度计划请用 ssj import plan 或 ssj add plan',
  ],
  'task-changed-since-freeze': ({ task, draw }) => [
    `任务“${task}”已冻结为 ${draw}，此后名录库、规则或任务有变化`,
    '用 ssj draw run 按已冻结的内容抽取；确需重新冻结，请加 --again --reason 理由 --approver 批准人',
  ],
  'approver-is-actor': ({ approver }) => [`批准人“${approver}”就是操作人：两者不能是同一人`],
  'empty-frame': ({ task, registry, elsewhere, outside, excluded }) => [
    `任务“${task}”的抽样框是空的：名录库 ${registry} 户，不属任务部门 ${elsewhere}，不符合条件 ${outside}，排除 ${excluded}`,
    '检查任务的部门、对象条件和比例',
  ],
  'expert-is-inspector': ({ id }) => [
    `专家名录库和人员名录库中都有编号 ${id}，无法分清是谁`,
    '为专家换一个编号：ssj add experts，再 ssj retire experts',
  ],
  'nobody-for-seat': ({ department, seat, pool }) => [
    `部门 ${department} 的席位“${seat || '任意'}”无人可任：可用人员 ${pool} 名，没有一名具备该资质或身份`,
    '登记人员资质，或修改任务的席位',
  ],
  infeasible: ({ department, blocking }) => [
    `部门 ${department} 无法匹配检查人员：${blockingText(blocking)}`,
  ],
  'no-such-draw': ({ draw, nearest }) => [
    `没有编号为“${draw}”的抽取${orLike(nearest)}`,
    '用 ssj draw list 查看',
  ],
  'draw-not-run': ({ draw }) => [`抽取 ${draw} 只冻结了抽样框，尚未抽取`, '用 ssj draw run 抽取'],
  'draw-void': ({ draw }) => [`抽取 ${draw} 已经作废`],
  'invalid-seed': ({ problem, sources }) => [
    seedProblem(problem),
    `已公布的随机源依次为：${sources.join('、')}；每个用一次 --seed '来源=值'`,
  ],
  'folder-not-empty': ({ path }) => [`不能写入文件夹“${path}”：里面已有其他内容`, '换一个不存在或空的文件夹'],
  'no-such-folder': ({ path }) => [`没有文件夹“${path}”`],
  'list-not-published': ({ task }) => [`任务“${task}”规定不公示名单`, '用 --profile archive 导出内部存档'],
  ...certificateZh.reasons,
  'not-a-folder': ({ path }) => [`“${path}”不是抽取结果文件夹：没有 commitment.json`],
  ...rulesZh.reasons,
  ...visitsZh.reasons,
  ...planZh.reasons,
  ...freezingZh.reasons,
}

function seedProblem(problem: SeedProblem): string {
  const source = `随机源“${problem.source}”`
  switch (problem.kind) {
    case 'missing':
      return `缺少${source}的值`
    case 'doubled':
      return `${source}给了两次值`
    case 'unknown':
      return `${source}没有公布过`
    case 'empty':
      return `${source}的值是空的`
    case 'illegible':
      return `${source}的值含有不可见字符`
    case 'malformed-source':
      return `${source}的名称不是有效的 secret/ 或 drand/ 来源`
    case 'secret':
      return `封存${source}的值不对：它的 SHA-256 是 ${problem.found}，不是名称中的 64 位数字`
    case 'not-randomness':
      return `${source}的值应为 64 位十六进制数字，这里是“${problem.found}”`
    case 'signature-missing':
      return `${source}缺少签名，用 --signature '${problem.source}=十六进制' 给出`
    case 'signature-wrong':
      return `${source}的签名没有通过该轮公钥的核验`
    case 'signature-other':
      return `${source}的值不是其签名的 SHA-256`
    default:
      return problem satisfies never
  }
}

const RESAVE = '在 Excel/WPS 中另存为“CSV UTF-8”或 .xlsx 后再导入'

function fileProblem(problem: FileProblem): Told {
  switch (problem.kind) {
    case 'unreadable':
      return [problem.code === 'ENOENT' ? '没有这个文件' : `系统拒绝打开（${problem.code}）`]
    case 'changed-while-reading':
      return ['读取过程中文件被改动', '等文件写完后再导入']
    case 'empty':
      return ['文件是空的']
    case 'not-a-table':
      return [`它不是 CSV，而是${lookalikes[problem.seems]}`, RESAVE]
    case 'undecodable':
      return [
        `第 ${problem.line} 行有不符合编码 ${problem.encoding} 的字节（第 ${problem.position + 1} 字节，0x${problem.byte.toString(16).toUpperCase()}）`,
        '如果只有那一处，请重新输入后保存；整个文件都是别的编码，用 --encoding 指定（utf-8、gb18030、utf-16le、utf-16be）',
      ]
    case 'binary':
      return [`第 ${problem.position + 1} 字节是 NUL，不是文本文件`, RESAVE]
    case 'unclosed-quote':
      return [`第 ${problem.row} 行第 ${problem.column} 列的引号没有结束`, '补上引号，或去掉多余的引号']
    case 'row-too-long':
      return [`第 ${problem.row} 行超过 ${problem.limit} 字节`]
    case 'damaged-gzip':
      return ['压缩文件已损坏']
    case 'damaged-spreadsheet':
      return [`工作簿已损坏：${problem.detail}`, RESAVE]
    case 'stray-cell':
      return [`工作表在单元格 ${problem.place} 处还有内容，离数据太远`, '删去那里的行或列，保存后再导入']
    case 'spreadsheet-too-large':
      return [`工作簿太大（${problem.bytes} 字节，上限 ${problem.limit}）`, '另存为 CSV 后再导入']
    case 'no-such-sheet':
      return [`没有工作表“${problem.sheet}”`, `工作表有：${problem.sheets.join('、')}`]
    default:
      return problem satisfies never
  }
}

const issues: IssueSentences = {
  ...importIssues,
  'missing-value': () => '不能为空',
  'control-character': ({ character }) => `含有控制字符 ${character}`,
  'invalid-id-character': ({ character }) => `编号中不能有“${character}”`,
  'lost-zeros': ({ id }) => `库中已有“${id}”，开头的 0 像是被表格软件去掉了，请写全`,
  'uscc-length': ({ found }) => `统一社会信用代码应为 18 位，这里是 ${found} 位`,
  'uscc-alphabet': ({ character, suggestion }) =>
    `统一社会信用代码中不会有“${character}”${suggestion === null ? '' : `，可能是 ${suggestion}`}`,
  'uscc-check': ({ expected }) => `校验码不对，按前 17 位应为 ${expected}`,
  'error-cell': () => '是工作簿的错误值，原内容已丢失',
  'registration-check': ({ expected }) =>
    expected === null ? '注册号应为 15 位数字' : `注册号校验码不对，按前 14 位应为 ${expected}`,
  'invalid-date': (_, value) => (hasDayForm(value) ? '日历上没有这一天' : '不是日期，格式如 2026-03-01'),
  'reversed-dates': ({ from, to }) => `起止颠倒：${from} 晚于 ${to}`,
  'invalid-days': () => '不是日期或时段，格式如 2026-08-01~2026-08-10，多段用分号',
  'invalid-period': () => '不是起止时间，格式如 2026-03-01~2026-06-30',
  'period-without-year': () => '没有写年份，格式如 2026年3月—12月 或 2026-03-01~2026-12-31',
  'invalid-yesno': () => '应为“是”或“否”',
  'invalid-count': () => '应为整数',
  'invalid-choice': ({ choices }) => `应为：${choices.join('、')}`,
  'invalid-rate': ({ seems }) =>
    seems === 'range'
      ? '是一个范围，请定为一个比例，如 3%'
      : seems === 'count'
        ? '是户数，请填在“抽查数量”一列，这里留空'
        : '不是比例，应写成 3%、2‰、0.03 或“全部”',
  'rate-above-100': (_, value) =>
    `比例超过 100%${/^[\d.]+$/.test(value) ? `；如果是 ${value}%，请把“%”写上` : ''}`,
  'invalid-rates': ({ part }) => `分级比例“${part}”看不懂，应写成 A=1%;B=3%;C=10%;D=30%`,
  'invalid-reserve': () => '替补应为比例（20%）或户数（5）',
  'invalid-team': ({ part }) =>
    `席位“${part}”看不懂，应写成 2，或“组长,食品,任意”，或“部门:组长,任意;部门:2”`,
  'invalid-condition': ({ part }) => `条件“${part}”看不懂，应写成 字段=值,值;字段>=值`,
  'unknown-field': ({ field, nearest }) => `检查对象没有字段“${field}”${orLike(nearest)}`,
  'field-is-list': ({ field }) => `“${field}”一户可有多个值，不能用来分层`,
  'invalid-source': ({ part }) => `随机源“${part}”中不能有“=”`,
  'duplicate-source': ({ source }) => `随机源“${source}”写了两次`,
  'missing-heading': ({ heading }) => `缺少表头“${heading}”`,
  'duplicate-heading': ({ heading }) => `表头“${heading}”出现两次，请改名或删去其中一列`,
  'unknown-heading': ({ nearest }, value) =>
    `不认识这个表头${orLike(nearest)}；请改正或删去这一列，或用 --map ${value}=${nearest ?? '字段'} 指明`,
  'no-headings': ({ expected, sheets }) =>
    `前几行中找不到表头，应有：${expected.join('、')}${sheets.length === 0 ? '' : `；另有工作表“${sheets.join('”“')}”，可用 --sheet 指定`}`,
  'wrong-column-count': ({ expected, found }) => `应有 ${expected} 列，这一行有 ${found} 列`,
  'missing-id': ({ headings }) => `没有编号：${headings.join('、')}至少填一项`,
  'unknown-department': ({ name, nearest }) =>
    `没有部门“${name}”${nearest === null ? '；新部门请先导入，简称可加到部门的“别名”里' : orLike(nearest)}`,
  'several-departments': ({ names }) =>
    `这一列只能写一个部门，这里写了 ${names.length} 个：${names.join('、')}`,
  'ambiguous-department': ({ name, other }) => `名称“${name}”同时属于部门 ${other}，请写部门编码`,
  'unknown-item': ({ name, nearest }) => `抽查事项清单中没有“${name}”${orLike(nearest)}`,
  'unknown-inspector': ({ name, nearest }) => `人员名录库中没有“${name}”${orLike(nearest)}`,
  'unknown-target': ({ name }) => `检查对象名录库中没有“${name}”`,
  'rate-and-count': () => '比例和数量只能填一项',
  'no-rate-or-count': () => '抽查比例、分级比例、抽查数量至少填一项',
  'lead-among-partners': ({ department }) => `发起部门 ${department} 又写在配合部门里`,
  'team-of-other-department': ({ department }) => `席位中的部门 ${department} 既不是发起部门也不是配合部门`,
}

const notes: Readonly<Record<NoteCode, string>> = {
  merged: '合并单元格逐行填写',
  placeholder: '“/”“—”“无”按空白读',
  spaces: '去掉多余空格',
  invisible: '去掉看不见的字符',
  width: '全角改半角',
  prefix: '去掉防改格式的前缀',
  case: '小写改大写',
  'decimal-tail': '去掉“.0”',
  'date-form': '日期改为标准写法',
  'date-serial': '表格日期序号改为日期',
  forever: '长期记为 9999-12-31',
  'list-form': '多个值改用分号分隔',
  'rate-form': '比例改为标准写法',
  'period-form': '时段改为标准写法',
  'frequency-form': '频次改为标准写法',
  word: '用词改为标准写法',
  alias: '名称改为编码',
  composed: '字符改为标准组合',
  'year-from-name': '按任务名称补上年份',
  'organisation-check': '请核对：代码第 9—17 位（组织机构代码）校验不符，已照收',
}

const asides: Readonly<Record<SkipReason, string>> = {
  above: '表头以上的行',
  blank: '空行',
  hint: '填写说明行',
  sample: '示例行',
  total: '合计行',
  footer: '表尾的行',
  headings: '重复的表头行',
}

const leftOut: Readonly<Record<LeftOutReason, string>> = {
  'not-in-force': '不在有效状态',
  engagement: '专家聘期在任务结束前届满',
  items: '专家可协助事项不含本任务的事项',
  certificate: '执法证在任务结束前到期',
  away: '整个任务期间不在岗',
  limit: '已达年度上限',
}

/** Sentences for what commander says of a wrong command line, by its code. */
const USAGE: Readonly<Record<string, (message: string) => string>> = {
  'commander.unknownOption': message => `没有这个选项：${quotedIn(message)}`,
  'commander.unknownCommand': message => `没有这个命令：${quotedIn(message)}`,
  'commander.excessArguments': () => '参数太多',
  'commander.missingArgument': message => `缺少参数：${quotedIn(message)}`,
  'commander.missingMandatoryOptionValue': message => `缺少选项：${quotedIn(message)}`,
  'commander.optionMissingArgument': message => `选项缺少值：${quotedIn(message)}`,
}

const quotedIn = (message: string) => /'([^']*)'/.exec(message)?.[1] ?? message

export const zhCN = {
  usage: (code: string, message: string) => USAGE[code]?.(message) ?? message,
  help: {
    public: publicSide.help,
    program: '双随机抽查：冻结抽样框、公开种子抽取、匹配检查人员、导出任何人都能核对的结果',
    titles: {
      Usage: '用法：',
      Arguments: '参数：',
      Options: '选项：',
      'Global Options': '通用选项：',
      Commands: '命令：',
    } as Readonly<Record<string, string>>,
    version: '显示版本',
    help: '显示帮助',
    db: '数据库文件（默认 $SSJ_DB，再默认 ./ssj.db）',
    lang: '语言 zh 或 en（默认 SSJ_LANG、LC_ALL、LANG，都没有则中文）',
    actor: '操作人（默认 $SSJ_ACTOR，再默认系统用户）',
    json: '在标准输出给出一个 JSON 文档',
    quiet: '不显示结果，只用退出码回答',
    init: '建立数据库',
    template: '输出某个库的空白 CSV 模板',
    headings: '表头语言 zh 或 en',
    import: '导入 CSV 或 .xlsx：一个文件全部导入或全部不导入',
    encoding: '文件编码（默认自动识别）',
    delimiter: '分隔符（默认自动识别）',
    sheet: '工作表名称或序号',
    department: '全部归入该部门的检查对象库',
    map: '指明表头对应的字段，表头=字段，可多次；或写已保存的名称',
    saveMap: '把 --map 的对应关系以此名称保存，下次直接用',
    onConflict: '同一条记录两处内容不同时：fail 报告（默认）、newest 用后来的、keep 保留原有的',
    replace: '文件中没有的记录予以停用',
    yes: '停用超过三成时不再询问',
    dryRun: '试运行，不写入',
    skipBad: '略过有问题的行，导入其余',
    rejects: '把拒收的行及原因写入该文件',
    add: '单户录入：用 --set 或逐项提问',
    set: '字段=值，可多次',
    retire: '停用一条记录，历史保留',
    reason: '理由',
    list: '列出一个库',
    where: '条件，如 分库=餐饮;成立日期>=2020-01-01',
    at: '台账第几条时的样子',
    show: '显示一条记录',
    history: '显示全部历史版本',
    draw: '抽取',
    freeze: '冻结任务的抽样框、人员和数量，给出承诺摘要',
    freezeTo: '把种子产生前可公布的文件写入该文件夹；值是日期时为临时任务的结束日期',
    taskTo: '临时任务：结束日期',
    run: '抽取已冻结的任务；未冻结则同时冻结并抽取',
    seed: '随机源的值，来源=值，每个来源一次；只写值则来源为 seed',
    seedMachine: '由本机产生种子（会记录在案）',
    signature: 'drand 来源的签名，来源=十六进制',
    again: '重新抽取：原抽取保留并标记作废',
    approver: '批准人',
    drawList: '列出全部抽取',
    drawShow: '显示一次抽取的对象和检查组',
    replay: '按当时的名录库和种子重新计算并比对',
    void: '把一次抽取标记作废，不删除',
    export: '导出一次抽取的结果文件夹',
    exportTo: '写入的文件夹',
    profile: 'public 公示（默认）或 archive 存档',
    verify: '核对一个结果文件夹，不需要数据库',
    log: '显示台账',
    logVerify: '核对台账的全部摘要',
    backup: '备份数据库',
    demo: '用示例数据走完全程',
    certificate: certificateZh.help,
    demoTo: '演示用的文件夹',
    ...rulesZh.help,
    ...visitsZh.help,
    ...changesHelp,
    ...simulationHelp,
    ...mergingHelp,
    ...staffHelp,
    ...reportsHelp,
    ...planZh.help,
    task: {
      '--id <text>': '临时任务：任务编号',
      '--name <text>': '临时任务：任务名称',
      '--kind <text>': '定向、不定向或专项',
      '--lead <department>': '发起部门',
      '--with <departments>': '配合部门',
      '--joint <text>': '联合方式：任一或全部',
      '--items <codes>': '抽查事项编码',
      '--where <condition>': '检查对象条件',
      '--by <fields>': '分层字段，多个用 + 连接',
      '--rate <rate>': '抽查比例',
      '--count <number>': '抽查数量（全部合计）',
      '--rates <rates>': '分级比例，如 A=1%;B=3%',
      '--minimum <number>': '每层最少',
      '--rounding <rule>': '取整：ceil、round 或 floor',
      '--reserve <share>': '替补：比例或户数',
      '--team <seats>': '席位',
      '--avoid-station <yesno>': '回避本所：是或否',
      '--rotate <yesno>': '人员轮换：上次去过同一户的人员这次回避，是或否',
      '--source <name>': '随机源，多个用分号分隔',
      '--from <day>': '开始日期',
      '--exclude-drawn <window>': '排除已抽：否、本年或近N年，可加“同部门”或“同事项”',
      '--method <text>': '检查方式',
      '--cause <text>': '专项检查的原因',
      '--balance <yesno>': '工作量全年均衡：是或否',
      '--publish-list <yesno>': '是否公示名单：是或否',
    },
  },
  hint: '提示：',
  sealed: publicSide.sealed,
  public: publicSide.said,
  reasons,
  changes,
  simulation,
  merging,
  staff,
  reports,
  issues,
  notes,
  asides,
  excluded: words.excluded,
  leftOut,
  libraries: LIBRARY_NAMES,
  rules: rulesZh.words,
  visits: visitsZh.words,
  plan: planZh.words,
  freezing: freezingZh.words,
  internal: (message: string) => `程序内部出错：${message}`,
  place: (row: number, column: string | null, heading: string | null) =>
    `第 ${row} 行${column === null ? '' : ` ${column} 列`}${heading === null ? '' : `（${heading}）`}`,
  quoted: (text: string) => `“${text}”`,
  between: '：',
  listed: (names: readonly string[]) => names.join('、'),
  more: (count: number) => `……还有 ${count} 处`,
  created: (path: string) => `已建立数据库 ${path}`,
  imported: (file: string, library: LibraryName) => `${file} → ${LIBRARY_NAMES[library]}`,
  counts: (c: {
    read: number
    new: number
    changed: number
    unchanged: number
    retired: number
    refused: number
  }) =>
    `  读取 ${c.read} 行：新增 ${c.new}，变更 ${c.changed}，未变 ${c.unchanged}，停用 ${c.retired}，拒收 ${c.refused}`,
  normalised: (count: number) => `  读法与写法不同 ${count} 处：`,
  example: (place: string, value: string, read: string) => `${place}“${value}”读作“${read}”`,
  aside: (label: string, count: number, rows: string) => `  略过${label} ${count} 行（第 ${rows} 行）`,
  extraColumn: (heading: string, nearest: string | null) =>
    `  不认识的表头“${heading}”作为附加字段保留${nearest === null ? '' : `（最接近的字段是“${nearest}”，可用 --map ${heading}=${nearest} 指明）`}`,
  extraField: (heading: string, nearest: string | null) =>
    `  没有字段“${heading}”，作为附加字段保留${nearest === null ? '' : `（最接近的字段是“${nearest}”）`}`,
  met: (names: string) => `  部门库是空的，已按文件建立部门：${names}`,
  noDepartment: (count: number) =>
    `  ${count} 户没有写监管部门：抽取时归任务的发起部门（或用 --department 导入到某部门名下）`,
  entry: (number: number, digest: string) => `  台账第 ${number} 条，摘要 ${digest}`,
  nothingChanged: '  与库中内容相同，没有改动',
  dryRun: '  试运行：没有写入',
  ...importing,
  issueKinds,
  nothingWritten: (file: string, count: number) => `ssj: ${file} 有 ${count} 处问题，全部未导入`,
  rejectsKept: (path: string) => `  拒收的行及原因写在 ${path}`,
  retired: (library: LibraryName, id: string) => `已停用${LIBRARY_NAMES[library]}中的 ${id}，历史保留`,
  added: (library: LibraryName, id: string) => `已写入${LIBRARY_NAMES[library]}：${id}`,
  listCount: (count: number) => `共 ${count} 条`,
  versionSpan: (since: number, until: number | null) =>
    `台账第 ${since} 条起${until === null ? '，现行' : `，至第 ${until} 条止`}`,
  ask: (heading: string) => `${heading}：`,
  yes: '是',
  no: '否',
  frozen: (draw: string, attempt: number) => `已冻结，抽取编号 ${draw}（第 ${attempt} 次）`,
  frozenBefore: (draw: string) => `任务已冻结为 ${draw}，内容没有变化`,
  waterfall: {
    registry: '名录库',
    elsewhere: '不属任务部门',
    outside: '不符合对象条件',
    excluded: (reason: string) => `排除：${reason}`,
    frame: '抽样框',
    unassigned: (count: number, lead: string) => `抽样框中 ${count} 户没有监管部门，归发起部门 ${lead}`,
  },
  strata: {
    stratum: '层',
    size: '户数',
    rate: '比例',
    take: '抽取',
    reserve: '替补',
    probability: '入样概率',
    total: '合计',
  },
  pool: (department: string, inPool: number, out: string) =>
    `  ${department}：可用人员 ${inPool} 名${out === '' ? '' : `；未列入：${out}`}`,
  leftOutFor: (reason: string, people: readonly string[]) =>
    `${reason} ${people.length} 名（${people.join(' ')}）`,
  poolHeading: '检查人员',
  withoutExpiry: (count: number) => `其中 ${count} 名没有登记证件有效期，请核实`,
  roundedToNone: (stratum: string) => `层“${stratum}”按取整规则抽取 0 户`,
  digest: (digest: string) => `承诺摘要 ${digest}`,
  sourcesAre: (sources: string) => `随机源：${sources}`,
  publishedTo: (path: string) => `可在种子产生前公布的文件在 ${path}`,
  drawn: (draw: string, drawn: number, reserve: number) =>
    `抽取 ${draw}：抽中 ${drawn} 户，替补 ${reserve} 户`,
  teamsMatched: (visits: number, people: number) => `匹配检查组 ${visits} 组次，涉及检查人员 ${people} 名`,
  seedWas: {
    committed: '抽样框和承诺先于种子冻结',
    atOnce: '抽样框冻结与抽取同时进行（承诺未事先公布）',
    machine: '种子由本机产生',
  },
  drawState: { frozen: '已冻结', drawn: '已抽取', void: '已作废' },
  drawColumns: {
    draw: '编号',
    task: '任务',
    attempt: '次',
    state: '状态',
    frame: '抽样框',
    drawn: '抽中',
    digest: '摘要',
  },
  visitColumns: { target: '检查对象', name: '名称', stratum: '层', status: '状态', team: '检查组' },
  voidBecause: (reason: string, approver: string) => `作废理由：${reason}（批准人 ${approver}）`,
  voided: (draw: string) => `抽取 ${draw} 已标记作废，记录保留`,
  replayed: (draw: string) => `抽取 ${draw} 重新计算，结果一致`,
  replayDiffers: (draw: string) => `抽取 ${draw} 重新计算，结果不一致`,
  exported: (path: string, files: number, sums: string) =>
    `已写入 ${path}（${files} 个文件）；核对：cd ${sums} && sha256sum -c SHA256SUMS`,
  agrees: (path: string) => `一致：${path}`,
  agreed: (digest: string) => `  承诺摘要 ${digest}`,
  verifiedParts: (parts: string) => `  已核对：${parts}`,
  notShown: (parts: string) => `  未公开、未核对：${parts}`,
  differs: (path: string) => `不一致：${path}`,
  checks: words.checks,
  parts: words.parts,
  differencePlace: words.place,
  expectedFound: words.expectedFound,
  selectKey: (key: string) => `  抽取密钥 ${key}（某户的随机号 = printf '%s%s' 密钥 代码 | sha256sum）`,
  verifiedSizes: (targets: number, drawn: number, reserves: number) =>
    `  抽样框 ${targets} 户，抽中 ${drawn} 户，替补 ${reserves} 户`,
  logColumns: {
    entry: '条目',
    at: '时间（UTC）',
    actor: '操作人',
    action: '操作',
    rows: '写入/停用',
    digest: '摘要',
  },
  logHolds: (entries: number) => `台账 ${entries} 条，逐条核对无误`,
  logBroken: (entry: number, what: string) => `台账第 ${entry} 条对不上：${what}`,
  logProblem: {
    chain: '前后摘要不衔接',
    digest: '条目内容与摘要不符',
    rows: (table: string) => `表 ${table} 的内容与条目摘要不符`,
    seal: '条目没有封记',
    orphan: (table: string) => `表 ${table} 中有不属于任何条目的内容`,
  },
  certificate: certificateZh.sentences,
  backedUp: (path: string) => `已备份到 ${path}`,
  reading: '读取',
  menuNeedsTerminal: '菜单只能在终端中使用，请写明命令',
  menu: {
    title: '请选择要做的事',
    import: '导入名录库',
    add: '单户录入',
    freeze: '冻结抽样框',
    run: '抽取',
    substitute: '替换检查对象或检查人员',
    certify: '出具一户的抽取结果证明',
    target: '代码、注册号或名称',
    targetOut: '退出的检查对象（是人员退出则留空）',
    inspectorOut: '退出的检查人员编号',
    reason: '理由',
    approver: '批准人',
    export: '导出结果',
    verify: '核对结果文件夹',
    log: '查看台账',
    quit: '退出',
    library: '导入哪个库',
    file: '文件路径',
    task: '任务编号',
    seed: (source: string) => `随机源“${source}”的值`,
    draw: '抽取编号',
    folder: '文件夹',
  },
  demo: {
    intro: (folder: string) => `演示在新文件夹 ${folder} 中进行：导入名录库 → 冻结 → 抽取 → 导出 → 核对`,
    end: (folder: string) => `演示完成。公示文件夹在 ${folder}`,
    check: (folder: string) => `任何人都可以核对：cd ${folder} && sha256sum -c SHA256SUMS`,
  },
}

export type Sentences = typeof zhCN
