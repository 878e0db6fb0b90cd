import { BEIJING } from '../office-time.ts'
import { DOUBT_WORDS } from '../registry/cells/doubt.ts'
import { NO, YES } from '../registry/cells/words.ts'
import { ASSIGNED_RULES } from './assigned-rules.ts'
import { ITEM_RULES } from './item-rules.ts'
import { PUBLICATION_RULES } from './publication-rules.ts'
import { RESULT_RULES } from './result-rules.ts'
import { either, type Rule, type RuleKind, taskKinds } from './rule.ts'
import { WAITING_RULES } from './waiting-rules.ts'

/** What a limit is called that does not bite. */
export const UNLIMITED = '不限'

/** As many as the rule `staff-minimum` asks for. */
export const AS_STAFF = '同执法人员数'

const limit: RuleKind = { kind: 'limit', least: 1, most: 366 }
const words: RuleKind = { kind: 'words', choices: null }

/** Rules that differ between places. They are data of an office; the table only says what there is to set. */
export const RULE_BOOK = [
  {
    name: 'cap-department',
    zh: '同一部门对同一对象的年度检查上限',
    en: 'visits of one department to one target in a year',
    kind: limit,
    preset: UNLIMITED,
    source: '国办发〔2024〕54号：上限由各机关公布，全国没有统一数字',
  },
  {
    name: 'cap-total',
    zh: '同一对象的年度检查上限（各部门合计）',
    en: 'visits to one target in a year, all departments together',
    kind: limit,
    preset: UNLIMITED,
    source: '国办发〔2024〕54号：上限由各机关公布，全国没有统一数字',
  },
  {
    name: 'visit-causes',
    zh: '检查原因',
    en: 'causes of visits that were not drawn',
    kind: words,
    preset: '上级部署专项;专项检查;其他;复查;投诉举报;数据监测;日常检查;转办交办',
    source: '离政发〔2019〕34号 三（六）；司法部答问：日常、个案、专项',
  },
  {
    name: 'cap-exempt-causes',
    zh: '不计入年度上限的检查原因',
    en: 'causes that caps do not count',
    kind: words,
    preset: '上级部署专项',
    source: '司法部就国办发〔2024〕54号答问：上级部署的专项除外',
  },
  ...WAITING_RULES,
  {
    name: 'drawn-window',
    zh: '已抽排除（任务未写明时）',
    en: 'leave out targets drawn before, where the task does not say',
    kind: { kind: 'window' },
    preset: NO,
    source: '各地不一：当年（多数）、近3年（税务）',
  },
  {
    name: 'grace-days',
    zh: '新设主体宽限天数',
    en: 'days after its founding in which a target is not inspected',
    kind: { kind: 'count', least: 0, most: 3660 },
    preset: '0',
    source: '没有统一规定，由各地自定',
  },
  {
    name: 'exempt-where',
    zh: '免予主动检查的对象条件',
    en: 'targets that are not inspected proactively',
    kind: { kind: 'condition' },
    preset: '',
    source: '国市监信发〔2022〕6号：A 类可不主动实施现场检查，由各地自定',
  },
  {
    name: 'exempt-methods',
    zh: '免予主动检查所指的检查方式',
    en: 'methods that the exemption is about',
    kind: words,
    preset: '实地核查;实地检查;现场检查',
    source: '国市监信发〔2022〕6号：指现场检查',
  },
  {
    name: 'proactive-kinds',
    zh: '属于主动检查的抽查类型',
    en: 'kinds of task that grace and exemption hold for',
    kind: taskKinds,
    preset: '不定向;定向',
    source: '离政发〔2019〕34号 三（六）：专项检查针对发现的问题',
  },
  ...ITEM_RULES,
  {
    name: 'responsible-firm',
    zh: '产品、项目、行为的检查计入责任单位',
    en: 'visits to products, projects and behaviours count for the firm that answers for them',
    kind: either(YES, NO),
    preset: YES,
    source: '国办发〔2024〕54号：年度频次上限按企业计算',
  },
  {
    name: 'firm-in-draw',
    zh: '同一责任单位的产品、项目、行为在一次抽取中可能超出上限的',
    en: 'products, projects and behaviours of one firm of which one draw might take more than its limits allow',
    kind: either('排除', '保留'),
    preset: '排除',
    source: '国办发〔2024〕54号：年度频次上限按企业计算，一次抽取之内也不得超出',
  },
  {
    name: 'zero-rate',
    zh: '比例为零的层',
    en: 'a stratum with a rate of nought',
    kind: either('不抽', '按最少户数抽'),
    preset: '不抽',
    source: '国市监信发〔2022〕6号：A 类可不主动实施检查；写明 0% 即不抽',
  },
  {
    name: 'count-minimum',
    zh: '按数量抽取时每层最少户数',
    en: 'the minimum in each stratum of a task that states a count',
    kind: either('适用', '不适用'),
    preset: '适用',
    source: '没有统一规定：写明的最少户数应当满足',
  },
  {
    name: 'special-cause',
    zh: '专项检查须写明原因',
    en: 'a 专项 task must name its cause',
    kind: either(YES, NO),
    preset: NO,
    source: '离政发〔2019〕34号 三（六）',
  },
  {
    name: 'staff-minimum',
    zh: '每部门每户最少执法人员数（不含专家席位）',
    en: 'enforcement staff that each department sends to a target at least, expert seats not counted',
    kind: { kind: 'count', least: 1, most: 20 },
    preset: '2',
    source: '行政处罚法 第四十二条：执法人员不得少于两人；离政发〔2019〕34号：专家在执法人员足额之外',
  },
  {
    name: 'certified-minimum',
    zh: '每部门每户须持有执法证的人员数（不含专家席位）',
    en: 'enforcement staff with a certificate number that each department sends to a target at least',
    kind: { kind: 'count', least: 0, most: 20, word: AS_STAFF },
    preset: AS_STAFF,
    source:
      '国办发〔2024〕54号：检查人员须有执法资格；行政处罚法 第四十二条：由具有行政执法资格的执法人员实施',
  },
  {
    name: 'days-off',
    zh: '不可用日期与检查时间重叠时',
    en: 'an inspector with days off within the period of a task',
    kind: either('全程才排除', '任一日即排除'),
    preset: '全程才排除',
    source: '没有统一规定：任务多为数月，个别日不在岗仍可安排',
  },
  {
    name: 'unstaffable',
    zh: '无人可派的检查对象',
    en: 'a target that no team can be sent to',
    kind: either('排除', '保留'),
    preset: '排除',
    source: '没有统一规定：回避、区域、资格使其无人可查的，抽中即不能派人；排除并公示理由，不使整次抽取落空',
  },
  {
    name: 'plan-filing-day',
    zh: '年度计划报送截止日',
    en: 'last day to file the annual plan',
    kind: { kind: 'month-day' },
    preset: '01-31',
    source: '离政发〔2019〕34号 四（二）：每年1月底前',
  },
  {
    name: 'plan-change-reason',
    zh: '截止日后变更年度计划须写明理由',
    en: 'a change of the plan after that day needs a reason',
    kind: either(YES, NO),
    preset: NO,
    source: '离政发〔2019〕34号 三（四）：可以根据实际动态调整',
  },
  ...RESULT_RULES,
  ...ASSIGNED_RULES,
  {
    name: 'usual-sources',
    zh: '随机源（任务未写明时）',
    en: 'seed sources, where the task does not say',
    kind: { kind: 'sources' },
    preset: '',
    source: '没有统一规定：如 骰子/25，或 双色球;福彩3D；各机关自定',
  },
  {
    name: 'refused-doubts',
    zh: '按问题拒收的存疑内容',
    en: 'doubtful values of registries that are refused',
    kind: { kind: 'words', choices: Object.values(DOUBT_WORDS) },
    preset: '',
    source: '没有统一规定：存疑的内容可能无误，默认只列出；是否拒收由各地自定',
  },
  {
    name: 'utc-offset',
    zh: '本机关的时间（与协调世界时之差）',
    en: 'the clock of the office (its offset from UTC)',
    kind: { kind: 'offset' },
    preset: BEIJING,
    source: '全国统一使用北京时间；编号、默认日期、年度、公示文件和台账显示都按此计日',
  },
  ...PUBLICATION_RULES,
] as const satisfies readonly Rule[]

export type RuleName = (typeof RULE_BOOK)[number]['name']

/** The value of each rule as text: one of its words where it is a choice. */
export type RuleValues = {
  readonly [R in (typeof RULE_BOOK)[number] as R['name']]: R['kind'] extends {
    readonly kind: 'choice'
    readonly choices: readonly (infer Word)[]
  }
    ? Word
    : string
}

/** The rule with this name or Chinese title, or null. */
export function ruleNamed(name: string): (Rule & { readonly name: RuleName }) | null {
  // Files of offices may call a key as the program did before.
  const called = name.replaceAll('\u94a5\u5319', '密钥')
  return RULE_BOOK.find(rule => rule.name === name || rule.zh === called) ?? null
}

/** Every rule with its preset, overlaid by what was set. */
export function valuesWith(set: ReadonlyMap<string, string>): RuleValues {
  return Object.fromEntries(
    RULE_BOOK.map(({ name, preset }) => [name, set.get(name) ?? preset]),
  ) as unknown as RuleValues
}
