import type { Layout } from '../../core/exchange/layout.ts'
import type { FactRow } from '../../core/exchange/outgoing.ts'
import type { ExchangeReasons } from '../../core/exchange/reasons.ts'
import { isOfVisits, libraryOf } from '../../core/exchange/subjects.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { Result } from '../../core/results/result.ts'
import type { ResultState } from '../../core/results/result-state.ts'
import { factsOfLibrary, factsOfResults, rowsOfVisits } from '../../store/exchange/fact-rows.ts'
import type { Store } from '../../store/open.ts'
import { recordOf } from '../../store/registry/registry.ts'
import { officeOffset } from '../../store/rules.ts'
import type { Desk } from '../../terminal/desk.ts'
import { drawNamed, wholeNumber } from '../lookup.ts'
import { officeToday } from '../office-today.ts'
import { conditionGiven } from '../registry/list.ts'
import { departmentNamed, resultsMeant } from '../results/selected-results.ts'

const refuse = refusal<ExchangeReasons & OptionReasons>()

/** Which rows are meant: draws (of results also cases and keys), records that meet a condition, a department, a state. */
export interface Which {
  readonly batch?: string
  readonly where?: string
  readonly department?: string
  readonly state?: ResultState
}

/** The rows here that a layout tells of, read as they are taken. */
export function factsOfLayout(
  desk: Desk,
  store: Store,
  { layout, of }: Layout,
  names: readonly string[],
  which: Which,
): Iterable<FactRow> {
  const today = officeToday(desk, store)
  const batch = wholeNumber('--batch', which.batch ?? '1')
  const sent = { today, batch: `${today.replaceAll('-', '')}${String(batch).padStart(5, '0')}` }
  const misplaced = (option: 'where' | 'department' | 'state', fits: boolean) => {
    if (which[option] !== undefined && !fits)
      throw refuse('option-not-applicable', { option: `--${option}`, with: layout })
  }
  const isOfDraws = isOfVisits(of)
  misplaced('where', of !== 'results' && !isOfDraws)
  misplaced('state', of === 'results')
  misplaced('department', of === 'results' || isOfDraws)
  if (of === 'results') {
    const results = resultsMeant(desk, store, names, which.department, null)()
    return factsOfResults(store, sendable(results, which.state), officeOffset(store), sent)
  }
  if (!isOfDraws) {
    if (names.length > 0) throw refuse('option-not-applicable', { option: names[0]!, with: layout })
    const library = libraryOf(of)!
    const meets = conditionGiven(desk, store, library, { where: which.where ?? '' })
    const isMeant = ({ id }: FactRow) => which.where === undefined || meets(recordOf(store, library, id)!.row)
    return those(factsOfLibrary(store, of, sent), isMeant)
  }
  if (names.length === 0) throw refuse('layout-needs-draw', { layout })
  const draws = names.map(name => drawNamed(store, desk, name))
  const department = which.department === undefined ? null : departmentNamed(desk, store, which.department)
  const isMeant = (row: FactRow) => department === null || row.get('department')[0] === department
  return those(
    each(draws, draw => rowsOfVisits(of, store, draw, sent)),
    isMeant,
  )
}

/** What was returned or taken down is not sent, unless it is asked for. */
function* sendable(results: Iterable<Result>, state: ResultState | undefined): Generator<Result> {
  for (const result of results) {
    const stands = result.state !== 'returned' && result.state !== 'taken-down'
    if (state === undefined ? stands : result.state === state) yield result
  }
}

function* those<T>(rows: Iterable<T>, isMeant: (row: T) => boolean): Generator<T> {
  for (const row of rows) if (isMeant(row)) yield row
}

function* each<T, R>(values: readonly T[], rowsOf: (value: T) => Iterable<R>): Generator<R> {
  for (const value of values) yield* rowsOf(value)
}
