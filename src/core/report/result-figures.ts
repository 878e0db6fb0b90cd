import { byBytes } from '../bytes.ts'
import type { OfficeCalendar } from '../calendar/office-calendar.ts'
import { workingDaysReckoner } from '../calendar/working-days.ts'
import type { DepartmentCode } from '../ids.ts'
import type { DueResult } from '../results/due.ts'
import type { Result } from '../results/result.ts'
import type { ResultRules } from '../rules/rules.ts'
import { isOpenProblem, publicationDue } from './deadlines.ts'
import { outcomeKind } from './outcome-kinds.ts'

/** What is counted of results, each as a whole number; the shares that follow are stated beside the figures. */
export const COUNTS = [
  'due',
  'inspected',
  'published',
  'inTime',
  'problems',
  'settled',
  'open',
  'offSite',
] as const
export type Count = (typeof COUNTS)[number]
export type Counts = Readonly<Record<Count, number>>

/** By what results are counted. */
export const GROUPINGS = ['task', 'department', 'item', 'class', 'outcome'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** A due result, with what its groups are called. */
export interface SeenResult {
  readonly one: DueResult
  readonly task: string
  /** The target's class of risk when the draw was frozen. */
  readonly risk: string
}

export interface ResultFigures {
  readonly all: Counts
  readonly by: Readonly<Record<Grouping, readonly { readonly name: string; readonly counts: Counts }[]>>
  /** Results on record that came of what is due; one of version 0.1.0 is of several items. */
  readonly records: number
  /** Results that are due no more: of targets that fell out, and of void draws. */
  readonly strays: number
  /** Published results whose last day hangs on a year of unknown holidays: they count as not in time. */
  readonly unreckoned: number
}

/** Methods that need nobody to go there (非现场). */
const OFF_SITE = /书面|网络|监测|非现场|线上|在线|数据|资料/

/** Counts results, one after the other: memory holds the groups. */
export function resultFigures(
  results: Iterable<SeenResult>,
  terms: { readonly calendar: OfficeCalendar; readonly rules: ResultRules },
): ResultFigures {
  const all = noCounts()
  const groups = new Map(GROUPINGS.map(grouping => [grouping, new Map<string, MutableCounts>()]))
  const reckon = workingDaysReckoner(terms.calendar)
  let [records, strays, unreckoned] = [0, 0, 0]
  let last: Result | null = null
  for (const { one, task, risk } of results) {
    if (one.kind === 'stray') {
      strays++
      continue
    }
    const { due, result } = one
    if (result !== null && result !== last) records++
    last = result
    const adds = result === null ? DUE_ONLY : countsOf(result, reckon, terms.rules)
    if (adds.unreckoned) unreckoned++
    const names: Readonly<Record<Grouping, readonly string[]>> = {
      task: [task],
      department: [due.department],
      item: [due.item],
      class: [risk],
      outcome: result?.outcomes ?? [],
    }
    add(all, adds)
    for (const grouping of GROUPINGS)
      for (const name of names[grouping]) add(groupIn(groups.get(grouping)!, name), adds)
  }
  const by = Object.fromEntries(
    GROUPINGS.map(grouping => [
      grouping,
      [...groups.get(grouping)!]
        .sort(([a], [b]) => byBytes(a, b))
        .map(([name, counts]) => ({ name, counts: counts as Counts })),
    ]),
  ) as unknown as ResultFigures['by']
  return { all, by, records, strays, unreckoned }
}

type MutableCounts = Record<Count, number>
interface Adds {
  readonly to: ReadonlySet<Count>
  readonly unreckoned: boolean
}

const DUE_ONLY: Adds = { to: new Set<Count>(['due']), unreckoned: false }

function noCounts(): MutableCounts {
  return Object.fromEntries(COUNTS.map(count => [count, 0])) as MutableCounts
}

function groupIn(groups: Map<string, MutableCounts>, name: string): MutableCounts {
  let counts = groups.get(name)
  if (counts === undefined) {
    counts = noCounts()
    groups.set(name, counts)
  }
  return counts
}

function add(counts: MutableCounts, adds: Adds): void {
  for (const count of adds.to) counts[count]++
}

/** What one result adds to. */
function countsOf(result: Result, reckon: ReturnType<typeof workingDaysReckoner>, rules: ResultRules): Adds {
  const adds = new Set<Count>(['due', 'inspected'])
  let unreckoned = false
  if (isOffSite(result)) adds.add('offSite')
  const kind = outcomeKind(result.outcomes)
  if (kind === 'problem' || kind === 'corrected') {
    adds.add('problems')
    adds.add(isOpenProblem(result) ? 'open' : 'settled')
  }
  if (result.state === 'published' || result.state === 'taken-down') {
    adds.add('published')
    const last = publicationDue(result, rules, reckon)
    // Of a problem that is still open the days have not begun, where they count from its end.
    if (rules.problemsAfterSettling && isOpenProblem(result)) adds.add('inTime')
    else if ('unknownYear' in last) unreckoned = true
    else if (result.published !== null && result.published !== '' && result.published <= last.day)
      adds.add('inTime')
  }
  return { to: adds, unreckoned }
}

/** Inspected by none but methods for which nobody goes there. */
export function isOffSite({ methods }: Pick<Result, 'methods'>): boolean {
  return methods.length > 0 && methods.every(method => OFF_SITE.test(method))
}

/** Counts of one department, nought where it owed nothing. */
export function countsOfDepartment(figures: ResultFigures, department: DepartmentCode): Counts {
  return figures.by.department.find(({ name }) => name === department)?.counts ?? noCounts()
}
