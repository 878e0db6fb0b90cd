import { byBytes } from '../bytes.ts'
import type { OfficeCalendar } from '../calendar/office-calendar.ts'
import { daysAfterUntilWorked, type Reckoned, workingDaysReckoner } from '../calendar/working-days.ts'
import { type Day, yearsBefore } from '../dates.ts'
import type { DepartmentCode, TargetId } from '../ids.ts'
import type { Due, DueResult } from '../results/due.ts'
import type { Result } from '../results/result.ts'
import type { ResultRules } from '../rules/rules.ts'
import { groupBy } from '../tally.ts'
import { outcomeKind } from './outcome-kinds.ts'

/**
 * What is owed after a draw, in the order in which a result goes: to inspect and enter, to enter anew, to review, to
 * publish, to settle a problem, to take down; and of a task to be carried out before the year is closed.
 */
export const DUTIES = ['enter', 'correct', 'review', 'publish', 'rectify', 'take-down', 'carry-out'] as const
export type Duty = (typeof DUTIES)[number]

/** What a department owes, since when, until when. */
export interface Owed {
  readonly duty: Duty
  readonly department: DepartmentCode
  /** The draw or case; of a task that was not drawn its number. */
  readonly occasion: string
  readonly target: TargetId | ''
  readonly name: string
  readonly item: string
  readonly since: Day
  /** Null where the holidays of `unknownYear` would have to be known. */
  readonly due: Day | null
  readonly unknownYear: string | null
  readonly overdue: boolean
}

/** A result that is due or was found, and what its draw says. */
export type DueAt =
  | { readonly runOn: Day; readonly one: DueResult }
  /** Of a visit that was not drawn. */
  | { readonly runOn: null; readonly one: Extract<DueResult, { kind: 'stray' }> }

/** By what it is decided what is owed on a day. */
export interface DeadlineTerms {
  readonly calendar: OfficeCalendar
  readonly rules: ResultRules
  readonly today: Day
  /** Natural persons are taken down earlier. */
  readonly isPerson: (target: TargetId) => boolean
  /** The name of a target that no draw asks for any more, or of a case; empty where no registry ever had it. */
  readonly nameOf: (target: TargetId) => string
}

/** What is owed of each result, in the order in which they come. */
export function* owedOf(results: Iterable<DueAt>, terms: DeadlineTerms): Generator<Owed> {
  const reckon = workingDaysReckoner(terms.calendar)
  for (const { runOn, one } of results) {
    if (one.kind === 'stray') {
      // Of a draw that asks for it no more only what is open still binds anybody.
      const owes = [...owedOfResult(one.result, terms.nameOf(one.result.target), terms, reckon)]
      yield* runOn === null ? owes : owes.filter(({ duty }) => duty === 'rectify' || duty === 'take-down')
    } else if (one.result !== null) yield* owedOfResult(one.result, one.due.targetName, terms, reckon)
    else yield toEnter(one.due, runOn!, terms, reckon)
  }
}

type Reckoner = ReturnType<typeof workingDaysReckoner>

function toEnter(due: Due, runOn: Day, terms: DeadlineTerms, reckon: Reckoner): Owed {
  const { department, occasion, target, targetName: name, item } = due
  const until = reckon(due.to, terms.rules.entryDays)
  return owed({ duty: 'enter', department, occasion, target, name, item, since: runOn }, until, terms)
}

function* owedOfResult(
  result: Result,
  name: string,
  terms: DeadlineTerms,
  reckon: Reckoner,
): Generator<Owed> {
  const { rules, calendar, today, isPerson } = terms
  const { department, occasion, target, item, state, followUp } = result
  const { inspected } = result
  const since = (day: Day | '') => (day === '' ? (result.entered.at.slice(0, 10) as Day) : day)
  const from = since(inspected)
  const of = (duty: Duty, since: Day) => ({ duty, department, occasion, target, name, item, since })
  const lastStep = result.steps.at(-1)?.day ?? from
  const isOpen = isOpenProblem(result)
  if (state === 'returned') yield owed(of('correct', lastStep), reckon(from, rules.entryDays), terms)
  if (state === 'entered') yield owed(of('review', from), reckon(from, rules.reviewDays), terms)
  if (state === 'reviewed') {
    const waits = isOpen && rules.problemsAfterSettling
    if (!waits) yield owed(of('publish', lastStep), publicationDue(result, rules, reckon), terms)
  }
  if (isOpen) {
    const stated = followUp.deadline
    const until =
      stated === '' ? daysAfterUntilWorked(calendar, from, rules.rectificationDays) : { day: stated }
    yield owed(of('rectify', from), until, terms)
  }
  if (state === 'published' && result.published !== null && result.published !== '') {
    const years = isPerson(target) ? rules.yearsPublishedPersons : rules.yearsPublished
    const last = yearsAfter(result.published, years)
    if (last <= today) yield owed(of('take-down', last), { day: last }, terms)
  }
}

/** The last day to publish a result, counted from the inspection, or of a problem from when it was settled. */
export function publicationDue(result: Result, rules: ResultRules, reckon: Reckoner): Reckoned {
  const from = result.inspected || (result.entered.at.slice(0, 10) as Day)
  return reckon(rules.problemsAfterSettling ? settledOn(result, from) : from, rules.publicationDays)
}

/** True of a problem of which nobody said that it is settled. */
export function isOpenProblem({ outcomes, followUp }: Pick<Result, 'outcomes' | 'followUp'>): boolean {
  return outcomeKind(outcomes) === 'problem' && followUp.settled !== '已完结'
}

/** The day on which a problem was settled, as far as the row says; of what was none the day of the inspection. */
function settledOn({ outcomes, followUp }: Result, inspected: Day): Day {
  if (outcomeKind(outcomes) !== 'problem') return inspected
  return followUp.closed || followUp.recheck || inspected
}

/** The day so many years later; the 29 February becomes the 28th. */
export function yearsAfter(day: Day, years: number): Day {
  return yearsBefore(day, -years)
}

function owed(
  what: Omit<Owed, 'due' | 'unknownYear' | 'overdue'>,
  until: Reckoned,
  { today }: Pick<DeadlineTerms, 'today'>,
): Owed {
  if ('unknownYear' in until) return { ...what, due: null, unknownYear: until.unknownYear, overdue: false }
  return { ...what, due: until.day, unknownYear: null, overdue: until.day < today }
}

/** A task of the year's plan that was not carried out: no draw of it was run, or what was is void. */
export interface OpenTask {
  readonly id: string
  readonly name: string
  readonly lead: DepartmentCode
  /** The first and the last day of its period. */
  readonly from: Day
  readonly to: Day
}

/** The tasks that have to be carried out by the day on which the year is closed. */
export function owedTasks(
  tasks: readonly OpenTask[],
  year: string,
  { rules, today }: Pick<DeadlineTerms, 'rules' | 'today'>,
): Owed[] {
  const due = `${year}-${rules.closingDay}` as Day
  return tasks.map(({ id, name, lead: department, from: since }) =>
    owed(
      { duty: 'carry-out', department, occasion: id, target: '', name, item: '', since },
      { day: due },
      { today },
    ),
  )
}

/** What one department owes of one kind: how much, how much of it too late, and since when the first is due. */
export interface OwedSum {
  readonly department: DepartmentCode
  readonly duty: Duty
  readonly owed: number
  readonly overdue: number
  readonly unknown: number
  /** The earliest day of these, where any is known. */
  readonly firstDue: Day | null
}

/** Sums by department and duty: who has most that is too late comes first. */
export function owedSums(rows: readonly Owed[]): OwedSum[] {
  const sums = [...groupBy(rows, ({ department, duty }) => `${department} ${duty}`).values()].map(group => {
    const days = group.flatMap(({ due }) => due ?? []).sort(byBytes)
    return {
      department: group[0]!.department,
      duty: group[0]!.duty,
      owed: group.length,
      overdue: group.filter(({ overdue }) => overdue).length,
      unknown: group.filter(({ due }) => due === null).length,
      firstDue: days[0] ?? null,
    }
  })
  const late = new Map<string, number>()
  for (const { department, overdue } of sums) late.set(department, (late.get(department) ?? 0) + overdue)
  return sums.sort(
    (a, b) =>
      late.get(b.department)! - late.get(a.department)! ||
      byBytes(a.department, b.department) ||
      DUTIES.indexOf(a.duty) - DUTIES.indexOf(b.duty),
  )
}

/** What is owed, the most pressing first: by the day until when, then by department and duty. */
export function mostPressing(rows: readonly Owed[]): Owed[] {
  return rows.toSorted(
    (a, b) =>
      byBytes(a.due ?? '9999', b.due ?? '9999') ||
      byBytes(a.department, b.department) ||
      DUTIES.indexOf(a.duty) - DUTIES.indexOf(b.duty) ||
      byBytes(a.occasion, b.occasion) ||
      byBytes(a.target, b.target) ||
      byBytes(a.item, b.item),
  )
}
