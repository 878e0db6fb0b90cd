import { OUTCOME_CODES } from '../registry/cells/result-codes.ts'
import { either, type Rule } from './rule.ts'

/** What follows from a result and moves a class as an outcome does. */
export const RISK_EVENTS = ['立案', '处罚', '移送', '逾期未改'] as const

/** By what results of inspections are turned into proposals of another class of risk (三（七）). */
export const RISK_RULES = [
  {
    name: 'risk-classes',
    zh: '风险等级由低到高',
    en: 'the classes of risk from low to high',
    kind: { kind: 'classes', least: 2, most: 20 },
    preset: 'A;B;C;D',
    source: '国市监信发〔2022〕6号：低（A）、一般（B）、较高（C）、高（D）四类',
  },
  {
    name: 'risk-up',
    zh: '检查结果及后续使风险等级上升几级',
    en: 'by how many classes an outcome, or what followed, moves a target up',
    kind: { kind: 'figures', names: [...OUTCOME_CODES, ...RISK_EVENTS], sum: null, most: 19 },
    preset: 'B=1;C=2;6=1;8=2;A=1;2=1;D=1;3=1;4=1;5=1;G=1;处罚=1;移送=2;逾期未改=1',
    source: '离政发〔2019〕34号 三（七）：抽查结果作为分类监管的依据；升几级没有统一规定，由各地自定',
  },
  {
    name: 'risk-up-counted',
    zh: '几项同时使等级上升时',
    en: 'where several of these move one target up',
    kind: either('取最高', '相加'),
    preset: '取最高',
    source: '没有统一规定，由各地自定',
  },
  {
    name: 'risk-down-visits',
    zh: '连续几次检查未发现问题降一级',
    en: 'visits one after the other without a problem that move a target one class down; 0: never',
    kind: { kind: 'count', least: 0, most: 99 },
    preset: '2',
    source: '没有统一规定，由各地自定；0 为不因抽查降级',
  },
  {
    name: 'risk-look-back-days',
    zh: '风险等级建议回看的天数',
    en: 'days before a proposal in which an inspection counts',
    kind: { kind: 'count', least: 1, most: 3660 },
    preset: '365',
    source: '没有统一规定：多为近一年，由各地自定',
  },
  {
    name: 'risk-results',
    zh: '据以建议风险等级的检查结果',
    en: 'the results that proposals rest on',
    kind: either('已公示', '已审核'),
    preset: '已公示',
    source: '没有统一规定：已公示的对象可以核对、申请更正；写“已审核”的，审核后即计',
  },
  {
    name: 'risk-cases',
    zh: '个案的检查结果是否据以建议风险等级',
    en: 'whether results of visits that were not drawn count for proposals',
    kind: either('计入', '不计'),
    preset: '计入',
    source: '没有统一规定，由各地自定',
  },
  {
    name: 'risk-unclassed',
    zh: '未分类的对象按哪一级起算',
    en: 'the class that a target without one starts from; 无: nothing is proposed',
    kind: { kind: 'classes', least: 0, most: 1 },
    preset: '',
    source: '国市监信发〔2022〕6号：分类对象是企业，个体工商户参照；未写明的不提建议',
  },
  {
    name: 'risk-set-by',
    zh: '名录库中的风险等级由谁确定',
    en: 'who sets the classes of risk in the registry',
    kind: either('上级或其他部门', '本机关'),
    preset: '上级或其他部门',
    source: '国市监信发〔2022〕6号：省级归集分类、按月更新；与其不一致的，须逐户写明',
  },
] as const satisfies readonly Rule[]
