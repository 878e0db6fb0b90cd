import { sortByBytes } from '../bytes.ts'
import type { Context, KnownTask } from './cells/context.ts'
import type { Issue, IssueCode } from './cells/issue.ts'
import type { LibraryName } from './libraries/field.ts'
import { library } from './libraries/library.ts'
import { columnOf, ID, type RecordCells } from './libraries/record-cells.ts'
import { asRecord } from './record.ts'

/**
 * The id of a task: its year and the number that the office gave it, `2026/P01`. Offices number their tasks from 1 in
 * each year, so that the number alone is nobody's name. A number that begins with its year (`2026/01`) says so itself.
 */
export function taskId(year: string, number: string): string {
  return number.startsWith(`${year}/`) ? number : `${year}/${number}`
}

/** The year (年度) of a task, by its id. */
export function yearOfTask(id: string): string {
  return id.slice(0, 4)
}

/** The number (任务编号) in a row of the plan, as the office writes it. */
export function numberOfRow(cells: readonly string[]): string {
  return cells[NUMBER]!
}

/**
 * The year that a row of the plan is of by its own words: 年度, else the number where it begins with a year, else the
 * first day of its period. Null where it says none.
 */
export function yearSaid(cells: RecordCells): string | null {
  return yearNamed(cells) ?? yearIn(asRecord('plan', cells).get('period'))
}

/** The year that a row names by itself, whatever its period. */
function yearNamed(cells: RecordCells): string | null {
  return yearIn(asRecord('plan', cells).later('year')) ?? yearInNumber(cells)
}

/** The year that a number begins with; the first digits of a division (1411/3) are none. */
function yearInNumber(cells: RecordCells): string | null {
  return /^20\d\d(?=\/.)/.exec(numberOfRow(cells))?.[0] ?? null
}

function yearIn(text: string): string | null {
  return /^\d{4}/.exec(text)?.[0] ?? null
}

/** Of the tasks that a name may mean, the one that is meant: the only one, or that of the year; null where several may be. */
export function meantTask<T extends Pick<KnownTask, 'id'>>(tasks: readonly T[], year: string): T | null {
  const ofYear = tasks.filter(({ id }) => yearOfTask(id) === year)
  const left = tasks.length > 1 ? ofYear : tasks
  return left.length === 1 ? left[0]! : null
}

/** Which tasks a name may mean, for whoever must choose. */
export function idsOf(tasks: readonly Pick<KnownTask, 'id'>[]): string[] {
  return sortByBytes(tasks.map(({ id }) => id))
}

/** What tasks are called among these: by their number, by year and number where others share it. */
export function taskNames(
  tasks: Iterable<{ readonly id: string; readonly number: string }>,
): (task: { readonly id: string; readonly number: string }) => string {
  const idsOf = new Map<string, Set<string>>()
  for (const { id, number } of tasks) idsOf.set(number, (idsOf.get(number) ?? new Set()).add(id))
  return ({ id, number }) => (idsOf.get(number)!.size > 1 ? id : number)
}

type UnclearAs<C extends IssueCode> = Pick<Issue<C>, 'code' | 'value' | 'details'>
type Unclear = {
  [C in 'ambiguous-task' | 'year-contradicts-number' | 'period-of-other-year']: UnclearAs<C>
}['ambiguous-task' | 'year-contradicts-number' | 'period-of-other-year']

/**
 * Settles which task a row of the plan speaks of: it gets its id. Gives what is wrong where several tasks may be meant, and
 * leaves rows of other libraries as they are.
 */
export function settleTask(name: LibraryName, cells: RecordCells, context: Context): Unclear | null {
  return name === 'plan' ? settlePlanned(cells, context) : null
}

/**
 * A whole line of the plan is of the year that it states, or that its name begins with (2026年餐饮检查), or else of the
 * present year. Values that only name a task change the one that stands under the number, which stays of its year.
 */
function settlePlanned(cells: RecordCells, context: Context): Unclear | null {
  const number = numberOfRow(cells)
  if (number === '') return null
  const year = yearIn(asRecord('plan', cells).later('year'))
  if (year !== null && (yearInNumber(cells) ?? year) !== year)
    return { code: 'year-contradicts-number', value: number, details: { year } }
  const known = context.tasks(number)
  const said = yearSaid(cells) ?? /^(20\d{2})年/.exec(cells[NAME]!)?.[1]
  const stated = known.find(({ id }) => id === taskId(said ?? '', number))
  const isWhole = (cells[NAME] !== '' && cells[LEAD] !== '') || yearNamed(cells) !== null
  if (isWhole || stated !== undefined || known.length === 0) {
    cells[ID] = taskId(said ?? context.year, number)
    const same = known.find(({ id }) => id === cells[ID])
    if (same !== undefined) cells[NUMBER] = same.number
    return null
  }
  const meant = meantTask(known, context.year)
  if (meant === null) return ambiguous(number, known)
  const period = asRecord('plan', cells).get('period')
  if (period !== '' && !touches(period, yearOfTask(meant.id)))
    return { code: 'period-of-other-year', value: period, details: { task: meant.id, year: yearIn(period)! } }
  cells[ID] = meant.id
  return null
}

/** The year that a row of the plan says it is of, in 年度, in its number or in its name, where no day of its period is in it. */
export function otherYearSaid(cells: RecordCells): string | null {
  const period = asRecord('plan', cells).get('period')
  if (period === '') return null
  const named = /^(20\d{2})年/.exec(cells[NAME]!)?.[1] ?? null
  return [yearNamed(cells), named].find(year => year !== null && !touches(period, year)) ?? null
}

/** True for a period of which a day is in the year. */
function touches(period: string, year: string): boolean {
  const [from = '', to = from] = period.split('~')
  return yearIn(from)! <= year && year <= yearIn(to)!
}

function ambiguous(value: string, tasks: readonly KnownTask[]): Unclear {
  return { code: 'ambiguous-task', value, details: { candidates: idsOf(tasks) } }
}

const PLAN = library('plan')
const [NUMBER, NAME, LEAD] = [columnOf(PLAN, 'code'), columnOf(PLAN, 'name'), columnOf(PLAN, 'lead')]
