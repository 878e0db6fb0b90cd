import { membersIn } from '../registry/cells/cell-result.ts'
import { type Clause, clausesOf } from '../registry/cells/condition.ts'
import { type Doubt, doubtsNamed } from '../registry/cells/doubt.ts'
import { NO, YES } from '../registry/cells/words.ts'
import { ITEM_FAULTS } from './item-rules.ts'
import { AS_STAFF, type RuleValues, UNLIMITED, valuesWith } from './rule-book.ts'

/** How public files name operators, approvers and witnesses. */
export type OfficialsShown = 'masked' | 'full' | 'none'

/** How many visits a day, a week and a month may have at one target; null: as many as come. */
export interface FrequencyLimits {
  readonly day: number | null
  readonly week: number | null
  readonly month: number | null
}

/** The rules as a draw asks them. */
export interface Rules {
  readonly capDepartment: number | null
  readonly capTotal: number | null
  readonly exemptCauses: ReadonlySet<string>
  readonly causes: ReadonlySet<string>
  /** A cell of 已抽排除, for tasks that have none. */
  readonly window: string
  /** A cell of 随机源, for tasks that have none; empty where the office has no usual ones. */
  readonly usualSources: string
  /** Whether whom a frozen draw may yet draw counts as drawn. */
  readonly countsWaiting: boolean
  /** How many days after its sources are known a frozen draw may be run; 0 for one that does not lapse. */
  readonly lapseDays: number
  readonly graceDays: number
  readonly exempt: readonly Clause[]
  readonly exemptMethods: ReadonlySet<string>
  readonly proactiveKinds: ReadonlySet<string>
  readonly itemLimitKinds: ReadonlySet<string>
  readonly unlimitedItems: 'refuse' | 'tell'
  readonly frequency: 'exclude' | 'refuse'
  /** What of the items of a task refuses it. */
  readonly itemsBind: ReadonlySet<ItemFaultKind>
  /** Whether visits to what a firm answers for count as visits to the firm. */
  readonly responsibleFirm: boolean
  /** Whether what one draw might take of one firm beyond its limits is excluded. */
  readonly firmInDraw: boolean
  /** Whether a rate of nought draws nobody, whatever the minimum is. */
  readonly zeroIsNone: boolean
  /** Whether a count is shared out above the minimum of each stratum. */
  readonly countMinimum: boolean
  readonly specialCause: boolean
  /** Seats at each target, for each department, beside those of experts. */
  readonly staffMinimum: number
  /** How many of these need a certificate with a number. */
  readonly certifiedMinimum: number
  /** Whether one day off within the task's period keeps an inspector out, or only all of them. */
  readonly anyDayOff: boolean
  /** Whether a target that nobody may staff is excluded. */
  readonly unstaffableOut: boolean
  /** `MM-DD`. */
  readonly filingDay: string
  readonly changeReason: boolean
  /** When results are due, and how long they stay public. */
  readonly results: ResultRules
  /** How far the office's clock is from UTC, `+08:00`: it says which day it is. */
  readonly offset: string
  /** What is odd about a value of a registry and refuses its row. */
  readonly refusedDoubts: ReadonlySet<Doubt>
  /** How many visits a target may have in a short time; from which on visits that found nothing are told. */
  readonly frequencyLimits: FrequencyLimits
  readonly emptyVisits: number | null
  /** Whether a list that another level drew is taken as it is. */
  readonly assignedLists: boolean
  /** How public files name operators, approvers and witnesses. */
  readonly officials: OfficialsShown
  /** Words in the type of a target that make it a natural person. */
  readonly personWords: ReadonlySet<string>
}

/** When results are due: working days after the inspection, days to put right, the last day of a year's tasks. */
export interface ResultRules {
  readonly entryDays: number
  readonly reviewDays: number
  readonly publicationDays: number
  /** Whether a problem is published so many days after it was settled, or after the inspection as all else. */
  readonly problemsAfterSettling: boolean
  /** Days of the calendar. */
  readonly rectificationDays: number
  /** `MM-DD`. */
  readonly closingDay: string
  /** Whether what was found on a visit that was not drawn is public, and the causes of which it is not. */
  readonly casesPublished: boolean
  readonly causesWithheld: ReadonlySet<string>
  readonly yearsPublished: number
  readonly yearsPublishedPersons: number
}

/** What the values of the rules mean. */
export function rulesOf(values: RuleValues): Rules {
  const limit = (text: string) => (text === UNLIMITED ? null : Number(text))
  const words = (text: string) => new Set(membersIn(text))
  const faults = words(values['items-bind'])
  const certified = values['certified-minimum']
  return {
    capDepartment: limit(values['cap-department']),
    capTotal: limit(values['cap-total']),
    exemptCauses: words(values['cap-exempt-causes']),
    causes: words(values['visit-causes']),
    window: values['drawn-window'],
    usualSources: values['usual-sources'],
    countsWaiting: values['waiting-draws'] === '计入',
    lapseDays: Number(values['lapse-days']),
    graceDays: Number(values['grace-days']),
    exempt: clausesOf(values['exempt-where']),
    exemptMethods: words(values['exempt-methods']),
    proactiveKinds: words(values['proactive-kinds']),
    itemLimitKinds: words(values['item-limit-kinds']),
    unlimitedItems: values['item-limit-missing'] === '拒绝' ? 'refuse' : 'tell',
    frequency: values['item-frequency'] === '拒绝' ? 'refuse' : 'exclude',
    itemsBind: new Set(FAULT_KINDS.filter(kind => faults.has(ITEM_FAULTS[kind]))),
    responsibleFirm: values['responsible-firm'] === YES,
    firmInDraw: values['firm-in-draw'] === '排除',
    zeroIsNone: values['zero-rate'] === '不抽',
    countMinimum: values['count-minimum'] === '适用',
    specialCause: values['special-cause'] === YES,
    staffMinimum: Number(values['staff-minimum']),
    certifiedMinimum: Number(certified === AS_STAFF ? values['staff-minimum'] : certified),
    anyDayOff: values['days-off'] === '任一日即排除',
    unstaffableOut: values.unstaffable === '排除',
    filingDay: values['plan-filing-day'],
    changeReason: values['plan-change-reason'] === YES,
    results: {
      entryDays: Number(values['result-entry-days']),
      reviewDays: Number(values['result-review-days']),
      publicationDays: Number(values['result-publication-days']),
      problemsAfterSettling: values['publication-of-problems'] === '处理完结',
      rectificationDays: Number(values['rectification-days']),
      closingDay: values['closing-day'],
      casesPublished: values['cases-published'] === '公示',
      causesWithheld: words(values['cases-withheld']),
      yearsPublished: Number(values['result-years-published']),
      yearsPublishedPersons: Number(values['result-years-published-persons']),
    },
    offset: values['utc-offset'],
    refusedDoubts: doubtsNamed(words(values['refused-doubts'])),
    frequencyLimits: {
      day: limit(values['visits-per-day']),
      week: limit(values['visits-per-week']),
      month: limit(values['visits-per-month']),
    },
    emptyVisits: limit(values['empty-visits']),
    assignedLists: values['assigned-lists'] === '照单检查',
    officials: OFFICIALS[values['officials-published']],
    personWords: words(values['natural-person-types']),
  }
}

const OFFICIALS = { 遮盖: 'masked', 全名: 'full', 不公开: 'none' } as const
export type ItemFaultKind = keyof typeof ITEM_FAULTS

const FAULT_KINDS = Object.keys(ITEM_FAULTS) as readonly ItemFaultKind[]

/** What held for draws that were frozen before there were rules: nothing beyond the task. */
export const NO_RULES: RuleValues = valuesWith(
  new Map([
    ['item-limit-kinds', ''],
    ['responsible-firm', NO],
    ['firm-in-draw', '保留'],
    ['zero-rate', '按最少户数抽'],
    ['count-minimum', '不适用'],
    ['items-bind', ''],
    ['certified-minimum', '0'],
    ['waiting-draws', '不计'],
    ['unstaffable', '保留'],
    ['lapse-days', '0'],
    ['assigned-lists', '按本级抽取'],
  ]),
)

/** The rules of a draw as they were kept with it: those that came later did not hold. */
export function rulesAtFreeze(kept: Partial<RuleValues> | undefined): RuleValues {
  return { ...NO_RULES, ...kept }
}

/** Two rules that contradict each other, and why. */
export interface RuleConflict {
  readonly kind: 'cap-order' | 'cause-unknown' | 'certified-above-staff' | 'step-order' | 'class-unknown'
  readonly rules: readonly [keyof RuleValues, keyof RuleValues]
  /** Of `cause-unknown`: the causes that no visit can have. */
  readonly causes: readonly string[]
}

/** The first pair of rules that cannot hold together, or null. */
export function conflictIn(values: RuleValues): RuleConflict | null {
  const { capDepartment, capTotal, exemptCauses, causes, staffMinimum, certifiedMinimum, results } =
    rulesOf(values)
  if (capTotal !== null && capDepartment !== null && capTotal < capDepartment)
    return { kind: 'cap-order', rules: ['cap-department', 'cap-total'], causes: [] }
  if (certifiedMinimum > staffMinimum)
    return { kind: 'certified-above-staff', rules: ['certified-minimum', 'staff-minimum'], causes: [] }
  if (results.entryDays > results.reviewDays)
    return { kind: 'step-order', rules: ['result-entry-days', 'result-review-days'], causes: [] }
  if (results.reviewDays > results.publicationDays)
    return { kind: 'step-order', rules: ['result-review-days', 'result-publication-days'], causes: [] }
  if (!isAmong(values['risk-classes'], values['risk-unclassed']))
    return { kind: 'class-unknown', rules: ['risk-unclassed', 'risk-classes'], causes: [] }
  const unknown = [...exemptCauses].filter(cause => !causes.has(cause))
  return unknown.length === 0
    ? null
    : { kind: 'cause-unknown', rules: ['cap-exempt-causes', 'visit-causes'], causes: unknown }
}

/** True where a member is none, or one of the list. */
function isAmong(list: string, member: string): boolean {
  return member === '' || list.split(';').includes(member)
}
