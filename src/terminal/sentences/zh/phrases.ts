import type { FaultyItem } from '../../../core/frame/item-faults.ts'
import { BEIJING, clockOf, isRecordedMoment, officeTime } from '../../../core/office-time.ts'
import type { LeftOutReason } from '../../../core/pool/pool.ts'
import type { PrivateKind } from '../../../core/publication/private-data.ts'
import type { LargeChange } from '../../../core/registry/large-change.ts'
import type { LibraryName } from '../../../core/registry/libraries/field.ts'
import type { RuleNamed, RuleSet } from '../../../core/rules/reasons.ts'
import { ruleNamed } from '../../../core/rules/rule-book.ts'

/** 几个名称。 */
export function listed(names: readonly string[]): string {
  return names.join('、')
}

/** A name or a code in running text: a blank beside it where it begins or ends in a letter or a figure, as between Chinese and Latin, and none beside Chinese. */
export function beside(name: string): string {
  return `${/^[!-~]/.test(name) ? ' ' : ''}${name}${/[!-~]$/.test(name) ? ' ' : ''}`
}

/** 最接近的名称，如果有。 */
export function orLike(nearest: string | null): string {
  return nearest === null ? '' : `，最接近的是“${nearest}”`
}

/** 规则名、现值、在哪里设定。 */
export function ruleText({ rule, value, set }: RuleNamed): string {
  const title = `规则 ${rule}（${ruleNamed(rule)?.zh ?? rule}）`
  return set === 'wished' ? `${title}拟设为“${value}”` : `${title}现为“${value}”，${setBy(set)}`
}

function setBy(set: RuleSet | null): string {
  return set === null ? '是默认值' : `由 ${set.actor} 于 ${clockOf(set.at)} 设定（台账第 ${set.entry} 条）`
}

/** 一般事项缺哪些上限。 */
export function lacking(lacks: readonly ('rate' | 'frequency')[]): string {
  return lacks.map(lack => LACKS[lack] ?? lack).join('和')
}

const LACKS = { rate: '抽查比例', frequency: '抽查频次' } as const

/** 若干事项的编码和名称。 */
export function itemsNamed(items: readonly FaultyItem[]): string {
  return `抽查事项 ${items.map(({ item, name }) => `${item}（${name}）`).join('、')}`
}

/** 这些事项属于哪些部门。 */
export function ownersOf(items: readonly FaultyItem[]): string {
  return `属于 ${listed([...new Set(items.flatMap(({ departments }) => departments))])}`
}

/** 席位所要求的资质或身份的说法。 */
export function seatNamed(tag: string): string {
  return { '': '任意', leader: '组长', expert: '专家', certified: '持证' }[tag] ?? tag
}

/** 库中将停用的一部分。 */
export function removal({ heading, value, before, gone, turns }: LargeChange): string {
  const part = `${value === '' ? '全库' : `${heading}“${value}”`} ${before} 条中有 ${gone} 条`
  return turns === null ? `${part}将停用` : `${part}的${turns.field}将改变（多为“${turns.to || '空'}”）`
}

export function libraryNamed(name: string): string {
  return LIBRARIES[name as LibraryName] ?? name
}

export const LIBRARIES: Readonly<Record<LibraryName, string>> = {
  departments: '部门',
  items: '抽查事项清单',
  targets: '检查对象名录库',
  inspectors: '执法检查人员名录库',
  experts: '专家名录库',
  recusals: '回避登记',
  plan: '年度抽查计划',
  results: '检查结果',
  holidays: '节假日表',
}

/** 文字中的个人信息。 */
export const privateKinds: Readonly<Record<PrivateKind | 'name', string>> = {
  name: '自然人的姓名',
  identity: '身份证号码',
  mobile: '手机号码',
  landline: '固定电话号码',
  mail: '电子邮箱',
  card: '银行卡号',
  passport: '护照或通行证号码',
}

/** 检查人员为什么未列入。 */
export const LEFT_OUT: Readonly<Record<LeftOutReason, string>> = {
  'not-in-force': '不在有效状态',
  engagement: '专家聘期在任务结束前届满',
  items: '专家可协助事项不含本任务的事项',
  uncertified: '没有执法证号',
  certificate: '执法证在任务结束前到期',
  away: '整个任务期间不在岗',
  limit: '已达年度上限',
  'limit-waiting': '加上已冻结未抽取的抽取，可能达到年度上限',
}

/** 台账所记的时刻，按北京时间说。 */
export function momentText(at: string): string {
  return isRecordedMoment(`${at}`) ? `${officeTime(at, BEIJING)}（北京时间）` : at
}

/** Several records of a name that a row has no code beside; one alone has another certificate than the row. */
export function namesakes(name: string, codes: readonly string[]): string {
  return codes.length === 1
    ? `本部门已有“${name}”（${listed(codes)}），执法证号不同，看不出是换了证还是同名的另一人；请加一列人员编号`
    : `有 ${codes.length} 条都叫“${name}”（${listed(codes)}），看不出是哪一条；请加一列编码`
}
