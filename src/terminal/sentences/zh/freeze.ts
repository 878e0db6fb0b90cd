import type { FreezeSentences } from '../topics/freeze.ts'
import { ASSIGNED_REASONS, LIMIT_REASONS, SOURCE_REASONS } from './freeze-reasons.ts'
import {
  beside,
  itemsNamed,
  LEFT_OUT,
  lacking,
  listed,
  orLike,
  ownersOf,
  privateKinds,
  ruleText,
  seatNamed,
} from './phrases.ts'

export const freezeZh: FreezeSentences = {
  reasons: {
    'no-such-task': ({ task, nearest }) => [
      `年度计划中没有任务“${task}”${orLike(nearest)}`,
      '用 ssj list plan 查看任务',
    ],
    'attempt-ended': ({ task, draw, attempt, how }) => [
      how === 'failed'
        ? `任务“${task}”的第 ${attempt} 次抽取（${draw}）种子已登记，组不成检查组：承诺已用掉`
        : `任务“${task}”的第 ${attempt} 次抽取（${draw}）逾期未抽取，已失效`,
      '再次抽取须另行冻结：加 --again --reason 理由 --approver 批准人，随机源须尚未产生',
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
    'item-not-in-force': ({ task, item, state }) => [
      `任务“${task}”不能冻结：抽查事项“${item}”${state === 'absent' ? '不在抽查事项清单中' : '已标为无效'}`,
      '清单之外不得检查：先修订抽查事项清单，或修改任务的抽查事项',
    ],
    'task-without-item': ({ task, rule }) => [
      `任务“${task}”不能冻结：没有写抽查事项`,
      `用“抽查事项”或 --items 写明清单中的事项：清单之外无检查。${ruleText(rule)}`,
    ],
    'item-of-other-department': ({ task, items, rule }) => [
      `任务“${task}”不能冻结：${itemsNamed(items)}不是任务各部门的事项（${ownersOf(items)}）`,
      `把该部门列为发起或配合部门，或改用本任务各部门的事项。${ruleText(rule)}`,
    ],
    'invalid-task': ({ option, value, sentence }) => [
      `临时任务写错了：${option}${value === '' ? '' : `“${value}”`}：${sentence}`,
    ],
    ...LIMIT_REASONS,
    ...ASSIGNED_REASONS,
    'missing-cause': ({ task, rule }) => [
      `任务“${task}”不能冻结：专项检查没有写明原因`,
      `用“检查原因”或 --cause 写明。${ruleText(rule)}`,
    ],
    'unlisted-cause': ({ task, cause, rule }) => [
      `任务“${task}”不能冻结：检查原因“${cause}”不在检查原因之列`,
      ruleText(rule),
    ],
    'too-few-staff': ({ task, department, staff, least, rule }) => [
      `任务“${task}”不能冻结：部门${beside(department)}每户只有 ${staff} 个执法人员席位，至少要 ${least} 个（专家席位不计）`,
      `在“席位”中增加执法人员席位。${ruleText(rule)}`,
    ],
    'stratum-not-public': ({ task, field }) => [
      `任务“${task}”不能冻结：层的名称要公布，“${field}”不得公开，不能用来分层`,
      '改用可以公开的字段分层，如 主体类型、信用风险等级、管辖所',
    ],
    'stratum-with-number': ({ task, stratum }) => [
      `任务“${task}”不能冻结：层的名称要公布，而层“${stratum}”含有个人号码`,
      '改用可以公开的字段分层，或更正名录库中的这个值',
    ],
    'private-data-to-publish': ({ task, heading, record, kind, text }) => [
      `任务“${task}”不能冻结：${record === null ? '' : `“${record}”的`}“${heading}”要公布，其中有${privateKinds[kind]}（${text}）`,
      '先删去再冻结：冻结的内容原样公布，不能再遮盖',
    ],
    'minimum-above-count': ({ task, minimum, needed, count, rule }) => [
      `任务“${task}”不能冻结：每层最少 ${minimum} 户，各层合计至少 ${needed} 户，多于抽查数量 ${count} 户`,
      `提高抽查数量，或降低“最少”。${ruleText(rule)}`,
    ],
    'period-over': ({ step, task, to, today }) => [
      `任务“${task}”不能${step === 'freeze' ? '冻结' : '抽取'}：检查时间已于 ${to} 结束，今天是 ${today}`,
      '先变更计划的起止时间；确需按原计划抽取，用 --reason 写明理由，记入台账',
    ],
    'period-ahead': ({ task, from, today }) => [
      `任务“${task}”不能冻结：检查时间 ${from} 才开始，今天是 ${today}，不在同一年`,
      '到当年再冻结：名录库和各部门检查次数以当年为准；确需提前，用 --reason 写明理由，记入台账',
    ],
    'task-retired': ({ task, draw }) => [
      `任务“${task}”（${draw}）不能抽取：冻结之后已从年度计划中撤下`,
      '不再抽取的，用 ssj draw void 作废；确需抽取的，先用 ssj import plan 或 ssj add plan 恢复任务',
    ],
    'frozen-unreadable': ({ task, file, line, column, found }) => [
      `任务“${task}”不能冻结：将写入的 ${file}${line === null ? '' : ` 第 ${line} 行`}${column === null ? '' : `（${column}）`}读不回来：“${found}”`,
      '修改这个值：层、部门和管辖所的名称首尾不能有空格，不能含分号、控制字符，层和部门也不能含逗号和引号；以 drand/ 或 secret/ 开头的随机源须写全',
    ],
    ...SOURCE_REASONS,
    'empty-frame': ({ task, registry, elsewhere, outside, excluded }) => [
      `任务“${task}”的抽样框是空的：名录库 ${registry} 户，不属任务部门 ${elsewhere}，不符合条件 ${outside}，排除 ${excluded}`,
      '检查任务的部门、对象条件和比例',
    ],
    'expert-is-inspector': ({ id }) => [
      `专家名录库和人员名录库中都有编号 ${id}，无法分清是谁`,
      '为专家换一个编号：ssj add experts，再 ssj retire experts',
    ],
    'nobody-for-seat': ({ department, seat, pool, uncertified }) => [
      `部门${beside(department)}的席位“${seatNamed(seat)}”无人可任：可用人员 ${pool} 名，没有一名具备该资质或身份${uncertified === 0 ? '' : `；另有 ${uncertified} 名因没有执法证号未列入`}`,
      uncertified === 0
        ? '登记人员资质，或修改任务的席位'
        : '登记人员的执法证号；须持证的人数由规则 certified-minimum 定',
    ],
    'invalid-lending': ({ value }) => [`选项 --lend 的值“${value}”看不懂`, '应写成 人员编号=部门'],
    'unknown-lending-department': ({ inspector, department, known }) => [
      `不能把“${inspector}”借调到“${department}”：它不是本任务的部门`,
      `本任务的部门：${listed(known)}`,
    ],
    'lent-to-own-department': ({ inspector, department }) => [
      `“${inspector}”本来就是部门${beside(department)}的人员，不必借调`,
    ],
    'duplicate-lending': ({ inspector }) => [`“${inspector}”只能借调到一个部门`],
    'lent-person-unfit': ({ inspector, department, why }) => [
      `不能把“${inspector}”借调到部门${beside(department).trimEnd()}：${LEFT_OUT[why] ?? why}`,
    ],
    'lending-already-fixed': ({ task, draw }) => [
      `任务“${task}”已冻结为 ${draw}，可用人员已经固定，不能再借调`,
      '确需增加人员，请加 --again --reason 理由 --approver 批准人 重新冻结',
    ],
  },
  words: {
    frozen: (draw, attempt) => `已冻结，抽取编号 ${draw}（第 ${attempt} 次）`,
    frozenBefore: draw => `任务已冻结为 ${draw}，内容没有变化`,
    waterfall: {
      registry: '名录库',
      elsewhere: '不属任务部门',
      outside: '不符合对象条件',
      excluded: reason => `排除：${reason}`,
      frame: '抽样框',
      unassigned: (count, lead) => `抽样框中 ${count} 户没有监管部门，归发起部门${beside(lead).trimEnd()}`,
    },
    withdrawn: (reason, count) => `其中部门因“${reason}”不参加检查 ${count} 户次`,
    unstaffable: (department, count, targets) =>
      `部门${beside(department)}派不出检查组，已排除 ${count} 户：${targets}（回避、区域、资格或工作量所限）`,
    unstaffableKept: (department, count, targets) =>
      `部门${beside(department)}派不出检查组而仍在抽样框内 ${count} 户：${targets}；抽中任何一户，整次抽取都不成（规则 unstaffable）`,
    unlimited: (item, name, lacks) => `一般事项 ${item}（${name}）没有写明${lacking(lacks)}的上限，未作比对`,
    itemless: '任务没有写抽查事项',
    otherItems: items => `${itemsNamed(items)}不是任务各部门的事项（${ownersOf(items)}）`,
    unownedItems: items => `${itemsNamed(items)}没有写明检查主体`,
    unbasedItems: items => `${itemsNamed(items)}没有检查依据`,
    idle: departments => `${beside(listed(departments)).trimStart()}在本任务的抽查事项中没有自己的事项`,
    causeless: '专项检查没有写明原因',
    undated: day => `任务没有写明起止时间，只按冻结当日 ${day} 计（证件有效期、不可用日期、重叠都按这一天）`,
    scopeAlone: scope => `检查对象范围“${scope}”只是文字，没有写检查对象条件：从各部门的全部对象中抽取`,
    strata: {
      stratum: '层',
      size: '户数',
      rate: '比例',
      take: '抽取',
      reserve: '替补',
      probability: '入样概率',
      total: '合计',
    },
    quota: '应抽',
    attendance: {
      department: '前往部门',
      framed: '抽样框内户数',
      visits: '本次前往户数',
      mean: '平均',
      joint: '两个以上部门同去',
      share: share => `联合检查占本次抽取户数的比例：平均 ${share}`,
    },
    countCut: (wanted, all) => `任务要抽 ${wanted} 户，抽样框只有 ${all} 户，全部抽取`,
    rateIsNought: stratum => `层“${stratum}”的比例为 0，不抽取`,
    countIsNought: '抽查数量为 0，本次不抽取',
    roundedToNone: stratum => `层“${stratum}”按取整规则抽取 0 户`,
    poolHeading: '检查人员',
    pool: (department, inPool, out) =>
      `  ${department}：可用人员 ${inPool} 名${out === '' ? '' : `；未列入：${out}`}`,
    leftOut: LEFT_OUT,
    leftOutFor: (reason, people) => `${reason} ${people.length} 名（${listed(people)}）`,
    uncertified: count => `其中 ${count} 名没有执法证号，只任不须持证的席位`,
    withoutExpiry: count => `其中 ${count} 名没有登记证件有效期，请核实`,
    lent: (inspector, department, reason, approver) =>
      `  借调${beside(inspector)}到${beside(department).trimEnd()}，理由：${reason}（批准人 ${approver}）`,
    rotated: pairs => `  人员轮换：上次去过的 ${pairs} 对人员与对象这次回避`,
    sourcesAre: sources => `随机源：${sources}`,
    weakApproved: (reason, approver) =>
      `随机源的可能结果太少，仍予使用，理由：${reason}（批准人 ${approver}）；所有文书都会写明`,
    publishedTo: path => `可在种子产生前公布的文件在 ${path}`,
    ruleWas: (rule, title, value) => `规则 ${rule}（${title}）：${value}`,
    itemVersion: (item, name, since) => `事项 ${item} ${name}（台账第 ${since} 条的版本）`,
  },
  help: {
    freeze: '冻结任务的抽样框、人员和数量，给出承诺摘要',
    to: '把种子产生前可公布的文件写入该文件夹；值是日期时为临时任务的结束日期',
    sealed: '另加一个封存的随机源：其值由本机产生并保存，检查结束前不公开',
    weakSeed: '随机源的可能结果太少时仍予冻结，须写明 --reason 和 --approver，所有文书都会写明',
    lend: '借调相邻部门或区域的人员，人员编号=部门，可多次；须写明 --reason 和 --approver',
    again: '重新抽取：原抽取保留并标记作废',
    taskTo: '临时任务：结束日期',
    taskGroup: '临时任务（不在年度计划中）：',
    task: {
      '--id <text>': '临时任务：任务编号',
      '--name <text>': '临时任务：任务名称',
      '--kind <text>': '定向、不定向或专项',
      '--lead <department>': '发起部门',
      '--with <departments>': '配合部门',
      '--joint <text>': '联合方式：任一、全部或同往（各部门都去牵头部门的每一户）',
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
}
