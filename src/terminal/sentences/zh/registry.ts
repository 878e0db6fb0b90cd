import { hasDayForm } from '../../../core/registry/cells/date.ts'
import { DOUBT_WORDS } from '../../../core/registry/cells/doubt.ts'
import type { CutCode, FieldDifference } from '../../../core/registry/cells/issue.ts'
import type { LargeChange } from '../../../core/registry/large-change.ts'
import { hintsZh } from '../hints/hints-zh.ts'
import { riskZh } from '../risk/words-zh.ts'
import type { RegistrySentences } from '../topics/registry.ts'
import { holidayFault } from './holiday-fault.ts'
import { beside, LIBRARIES, libraryNamed, listed, namesakes, orLike, removal } from './phrases.ts'
import { resultIssuesZh } from './results.ts'

export const registryZh: RegistrySentences = {
  reasons: {
    'unknown-library': ({ name, nearest, known }) => [
      `没有名为“${name}”的库${orLike(nearest)}`,
      `可用的库：${listed(known)}`,
    ],
    'no-such-map': ({ name, nearest }) => [
      `没有名为“${name}”的表头对应${orLike(nearest)}`,
      '--map 的写法是 表头=字段，或用 --save-map 保存过的名称',
    ],
    'unknown-map-field': ({ pair, field, nearest, library }) => [
      `不能按“${pair}”对应表头：没有字段“${field}”${orLike(nearest)}`,
      `ssj template ${library} 列出全部字段`,
    ],
    'no-such-field': ({ library, field, nearest }) => [
      `没有字段“${field}”${orLike(nearest)}`,
      `ssj template ${library} 列出全部字段`,
    ],
    'duplicate-field': ({ field, heading }) => [
      field === heading
        ? `“${heading}”给了两次，请只留一个`
        : `“${field}”就是“${heading}”，给了两次，请只留一个`,
    ],
    'large-removal': ({ file, parts }) => [
      `没有导入“${file}”：${several(parts)}（超过三成）`,
      '用 --dry-run 查看；确认无误后加 --yes',
    ],
    'invalid-where': ({ where, sentence }) => [`不能按“${where}”选取：${sentence}`],
    'ambiguous-task': ({ task, candidates }) => [
      `任务编号“${task}”几个年度都有：${listed(candidates)}`,
      `连年度一起写，如 ${candidates.at(-1)}`,
    ],
    'no-such-record': ({ library, id, nearest }) => [
      `${libraryNamed(library)}中没有“${id}”${orLike(nearest)}`,
    ],
    'faulty-holidays': ({ file, faults }) => [
      `${file === '' ? '' : `${file}：`}节假日表不能用来计算工作日：${faults.map(holidayFault).join('；')}`,
      '请对照国务院办公厅的放假通知改正；用一份文件换下某年整张表：import holidays 文件 --replace',
    ],
    'invalid-value': ({ library, heading, value, sentence }) => [
      `不能写入${libraryNamed(library)}：${heading === '' ? '' : `${heading}“${value}”：`}${sentence}`,
    ],
  },
  issues: {
    ...resultIssuesZh,
    ...riskZh.issues,
    'missing-value': () => '不能为空',
    'too-long': ({ limit, found }) => `有 ${found} 个字符，这一栏最多 ${limit} 个`,
    'control-character': ({ character }) => `含有控制字符 ${character}`,
    'invalid-id-character': ({ character }) =>
      /[=+\-@]/.test(character) ? `编号不能以“${character}”开头` : `编号中不能有“${character}”`,
    'lost-zeros': ({ id }) => `库中已有“${id}”，开头的 0 像是被表格软件去掉了，请写全`,
    'uscc-length': ({ found }) => `统一社会信用代码应为 18 位，这里是 ${found} 位`,
    'uscc-alphabet': ({ character, suggestion }) =>
      `统一社会信用代码中不会有“${character}”${suggestion === null ? '' : `，可能是 ${suggestion}`}`,
    'uscc-check': () => `校验码不符，请对照原件改正；${AS_REGISTERED}`,
    'no-code': () => '同一字符重复，不是号码；没有代码的请留空，另填“对象编号”',
    'old-registration': () => `是旧的注册号，没有校验码可以核对；${AS_REGISTERED}`,
    'identity-number': () => '是居民身份证号，不能作代码；请填统一社会信用代码、注册号或自编的对象编号',
    'error-cell': () => '是错误值或空值的代号，原内容已丢失',
    'doubtful-value': ({ doubt, inspectors = [] }) =>
      `存疑（${DOUBT_WORDS[doubt] ?? doubt}${inspectors.length === 0 ? '' : `：${inspectors.join('、')}`}），规则 refused-doubts 不收；改正后再导入，或调整该规则`,
    'formula-without-value': () => '是公式，但文件里没有它的结果；用 Excel 或 WPS 打开、保存一次后再导入',
    'registration-check': ({ found }) =>
      found === 15
        ? `注册号校验码不符，请对照原件改正；${AS_REGISTERED}`
        : `注册号应为 15 位数字，这里是 ${found} 位`,
    'invalid-date': (_, value) => (hasDayForm(value) ? '日历上没有这一天' : '不是日期，格式如 2026-03-01'),
    'reversed-dates': ({ from, to }) => `起止颠倒：${from} 晚于 ${to}`,
    'invalid-days': () => '不是日期或时段，格式如 2026-08-01~2026-08-10，多段用分号',
    'invalid-period': () => '不是起止时间，格式如 2026-03-01~2026-06-30',
    'invalid-year': () => '不是年度，应写四位年份，如 2026',
    'period-without-year': () => '没有写年份，格式如 2026年3月—12月 或 2026-03-01~2026-12-31',
    'invalid-yesno': () => '应为“是”或“否”',
    'invalid-count': () => '应为整数',
    'invalid-choice': ({ choices }) => `应为：${listed(choices)}`,
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
    'invalid-condition': ({ part }) => `条件“${part}”看不懂，应写成 字段=值,值;字段>=值;字段~文字;字段=空`,
    'unknown-field': ({ field, nearest }) => `没有字段“${field}”${orLike(nearest)}`,
    'field-is-list': ({ field }) => `“${field}”一户可有多个值，不能用来分层`,
    'field-not-public': ({ field }) => `层的名称要公布，“${field}”不得公开，不能用来分层`,
    'invalid-source': ({ part }) => `随机源“${part}”中不能有“=”`,
    'duplicate-source': ({ source }) => `随机源“${source}”写了两次`,
    'malformed-source': ({ source }) =>
      `随机源“${source}”写法无效：以 drand/ 或 secret/ 开头的名称须写全（drand/quicknet/轮次；封存请用 --sealed），其他来源请换一个名称`,
    'unknown-source-form': ({ source, form }) =>
      `随机源“${source}”中的“${form}”不是已知的形式；可用 骰子/25、digits/5、numbers/6/33+1/16、hex/64、drand/quicknet/轮次、text，写作 名称:digits/5；福彩3D、排列三、排列五、双色球、大乐透、快乐8 不必写形式`,
    'invalid-source-due': ({ source, due, expected }) =>
      `随机源“${source}”的产生时间“${due}”无效，应写作 @${expected}`,
    'missing-heading': ({ heading }) => `缺少表头“${heading}”`,
    'duplicate-heading': ({ heading }) => `表头“${heading}”出现两次，请改名或删去其中一列`,
    'unknown-heading': ({ nearest }, value) =>
      `不认识这个表头${orLike(nearest)}；请改正或删去这一列，或用 --map ${value}=${nearest ?? '字段'} 指明`,
    'no-headings': ({ expected, sheets }) =>
      `前几行中找不到表头，应有：${listed(expected)}${sheets.length === 0 ? '' : `；另有工作表“${sheets.join('”“')}”，可用 --sheet 指定`}；表头在别的行时用 --header-row 指明`,
    'wrong-column-count': ({ expected, found }) => `应有 ${expected} 列，这一行有 ${found} 列`,
    'held-back': ({ what }) =>
      what === 'surplus'
        ? '是表头以外的内容：请放回所属的列，再清空这一格'
        : '这一行在原文件中有误：请对照原文件改好，再清空这一格',
    'undecodable-bytes': ({ bytes }) => `有无法解读的字节 ${bytesShown(bytes)}（显示为 �），请对照原件改正`,
    'not-registered': ({ lacks }) => `库中没有这个编号：文件缺表头${listed(lacks)}，只能更改库中已有的记录`,
    'missing-id': ({ headings }) => `没有编号：${listed(headings)}至少填一项`,
    'unknown-department': ({ name, nearest }) =>
      `没有部门“${name}”${nearest === null ? '；新部门请先导入，简称可加到部门的“别名”里' : orLike(nearest)}`,
    'several-departments': ({ names }) =>
      `这一列只能写一个部门，这里写了 ${names.length} 个：${listed(names)}`,
    'answers-for-itself': () =>
      '责任单位写的是这个对象自己的编号；请写对它负责的单位的统一社会信用代码、注册号或名称',
    'several-firms': ({ names }) =>
      `这一列只能写一个单位，这里写了 ${names.length} 个：${listed(names)}；请写通知书送达的那一个`,
    'ambiguous-department': ({ name, other }) => `名称“${name}”同时属于部门 ${other}，请写部门编码`,
    'several-of-name': ({ name, codes }) => namesakes(name, codes),
    'ambiguous-item': ({ name, codes }) =>
      `有 ${codes.length} 项抽查事项名为“${name}”（${listed(codes.slice(0, 5))}），请写事项编码`,
    'unknown-item': ({ name, nearest }) => `抽查事项清单中没有“${name}”${orLike(nearest)}`,
    'unknown-code': ({ table, code, known }) =>
      `代码对照表“${table}”里没有“${code}”${known.length === 0 ? '（此表还是空的）' : `，只有：${listed(known)}`}；向对方查明后在 ${table}.csv 里加一行`,
    'unknown-number': ({ library, number, ids }) =>
      ids.length === 0
        ? `${libraryNamed(library)}里没有哪一条记着编号“${number}”：先把对方的编号记在我方这一条上`
        : `${libraryNamed(library)}里有几条记着编号“${number}”：${listed(ids)}`,
    'ambiguous-task': ({ candidates }) =>
      `这个任务编号几个年度都有（${listed(candidates)}），请连年度一起写，如 ${candidates.at(-1)}`,
    'year-contradicts-number': ({ year }) => `任务编号里的年度与年度“${year}”不一致，请改为同一年`,
    'period-of-other-year': ({ task, year }) =>
      `不在任务 ${task} 的年度内；${year} 年的新任务请写全任务名称和发起部门，确是把这项任务推迟或提前，请写明年度 ${task.slice(0, 4)}`,
    'unknown-inspector': ({ name, nearest }) => `人员名录库中没有“${name}”${orLike(nearest)}`,
    'unknown-target': ({ name }) => `检查对象名录库中没有“${name}”`,
    'rate-and-count': () => '比例和数量只能填一项',
    'no-rate-or-count': () => '抽查比例、分级比例、抽查数量至少填一项',
    'lead-among-partners': ({ department }) => `发起部门${beside(department)}又写在配合部门里`,
    'team-of-other-department': ({ department }) =>
      `席位中的部门${beside(department)}既不是发起部门也不是配合部门`,
    'rounded-code': details => `末几位被表格软件改成了 0${candidates(details.candidates)}${known(details)}`,
    'code-as-number': details =>
      `在工作簿中是数字，15 位以后已丢失，请从原系统重新导出为文本${candidates(details.candidates)}${known(details)}`,
    'code-as-exponent': details =>
      `被表格软件改成了科学计数法，原数字已丢失，请从原系统重新导出${known(details)}`,
    'duplicate-id': ({ id, other, fields }) =>
      `${beside(id).trimStart()}在第 ${other} 行已出现且内容不同：${both(fields)}`,
    conflict: ({ id, departments, fields }) =>
      `${beside(id).trimStart()}与${beside(departments)}登记的不一致：${both(fields)}`,
    'duplicate-firm': ({ id, twin, by, other, fields }) =>
      `与${other === null ? '名录库中' : `第 ${other} 行`}的${beside(twin)}是同一户（${by}相同），内容不同：${both(fields)}；这一行的代码是${beside(id).trimEnd()}`,
    'shared-number': ({ id, twins, by, other, fields }) =>
      `${other === null ? '名录库中' : `第 ${other} 行`}的${beside(twins.join('、'))}也用这个${by}，与这一行（${id}）不是同一户${fields.length === 0 ? '' : `：${both(fields)}`}；请核对编号；确是不同的单位，加 --on-conflict newest 各自登记，keep 则不收这一行`,
  },
  words: {
    libraries: LIBRARIES,
    ask: heading => `${heading}：`,
    templateWritten: path => `空白模板在 ${path}，填好后用 ssj import 导入`,
    added: (library, id) => `已写入${libraryNamed(library)}：${id}`,
    retired: (library, id) => `已停用${libraryNamed(library)}中的${beside(id).trimEnd()}，历史保留`,
    extraField: (heading, nearest) =>
      `  没有字段“${heading}”，作为附加字段保留${nearest === null ? '' : `（最接近的字段是“${nearest}”）`}`,
    listCount: count => `共 ${count} 条`,
    versionSpan: (since, until) =>
      `台账第 ${since} 条起${until === null ? '，现行' : `，至第 ${until} 条止`}`,
    someTarget: '至少有一户检查对象符合的条件',
    hints: hintsZh,
  },
  help: {
    template: '输出某个库的空白模板：CSV，或带下拉和填写提示的 .xlsx',
    templateTo: '写到这个文件，.csv 或 .xlsx（默认写 CSV 到标准输出）',
    headings: '表头语言 zh 或 en',
    add: '单户录入：用 --set 或逐项提问',
    set: '字段=值，可多次',
    retire: '停用一条记录，历史保留',
    list: '列出一个库',
    where: '条件，如 分库=餐饮;名称~饭店;成立日期>=2020-01-01;上次检查日期=空',
    search: '任一字段含有这段文字（不分全角半角、大小写）',
    columns: '只列这些字段，用逗号分隔；不写则表格列出前几个有内容的字段',
    sort: '按这个字段排序，如 成立日期 或 成立日期:desc',
    limit: '最多列出多少条',
    format: 'table（默认）、csv、json 或 ndjson（每行一条）',
    at: '台账第几条时的样子',
    show: '显示一条记录',
    history: '显示全部历史版本',
    recusalsWhere: '只用于 recusals：符合条件的每一户各登记一条回避，如 法定代表人=示例甲',
  },
}

const AS_REGISTERED = '登记簿上确是此号的，加 --as-registered 照收（记入台账）'

/** The first five parts; a terminal is no place for sixteen departments. */
const several = (parts: readonly LargeChange[]) =>
  parts.slice(0, 5).map(removal).join('，') + (parts.length > 5 ? `等 ${parts.length} 处` : '')

const both = (fields: readonly FieldDifference[]) => {
  const told = fields
    .slice(0, 3)
    .map(({ field, was, becomes }) => `${field}那里是“${was}”，这里是“${becomes}”`)
  return told.join('；') + (fields.length > 3 ? `；另有 ${fields.length - 3} 项不同` : '')
}

const known = ({ name, namesakes = [] }: CutCode) =>
  namesakes.length === 0 ? '' : `；名录库中名称为“${name}”的是 ${listed(namesakes)}`

const candidates = (codes: readonly string[]) =>
  codes.length === 0 ? '' : `，可能的原代码：${listed(codes)}`

const bytesShown = (bytes: readonly number[]) =>
  bytes.map(byte => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ')
