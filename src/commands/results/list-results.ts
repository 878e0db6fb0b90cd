import { escapeControls } from '../../core/escape-controls.ts'
import { type Deviation, deviationsOf, type Period } from '../../core/results/deviations.ts'
import type { Result } from '../../core/results/result.ts'
import type { ResultState } from '../../core/results/result-state.ts'
import { drawsIn } from '../../store/draws/draws.ts'
import type { Store } from '../../store/open.ts'
import { nameOfCode } from '../../store/views/names.ts'
import type { Desk } from '../../terminal/desk.ts'
import type { NamedLibrary } from '../../terminal/naming.ts'
import { tellLongList } from '../tell-long-list.ts'
import { resultsMeant } from './selected-results.ts'

export interface ResultListOptions {
  readonly department?: string
  readonly state?: ResultState
  readonly open?: boolean
  readonly deviating?: boolean
}

type Listed = Result & { readonly deviations?: readonly Deviation[] }

/**
 * results list — what was found, where it stands and what is open: all of it, or of draws, cases, keys, a department, in one
 * state; with `--deviating` what was inspected otherwise than it was drawn, and in what.
 */
export async function listResults(
  desk: Desk,
  names: readonly string[],
  { department, state, open, deviating = false }: ResultListOptions,
): Promise<number> {
  const isMeant = (result: Result) =>
    (state === undefined || result.state === state) && (open !== true || result.followUp.settled === '未完结')
  await tellLongList<Listed>(desk, store => {
    const { columns, states, deviations: words } = desk.say.results
    const source = resultsMeant(desk, store, names, department, null)
    // The key of a result has the codes.
    const nameOf = (library: NamedLibrary, code: string) =>
      escapeControls(nameOfCode(store, library, code, null) || code)
    const from = [
      ...[columns.result, columns.target, columns.department, columns.item],
      ...[columns.inspected, columns.outcome, columns.state],
    ]
    return {
      list: {
        items: () => {
          const results = those(source(), isMeant)
          return deviating ? deviatingAmong(results, periodsIn(store)) : results
        },
        data: result => result,
        headings: deviating
          ? [...from, columns.deviation, columns.because]
          : [...from, columns.published, columns.settled, columns.deadline],
        cells: ({ deviations = [], wentBecause, ...one }) => [
          ...[escapeControls(one.id), nameOf('targets', one.target), nameOf('departments', one.department)],
          ...[one.item === '' ? '' : nameOf('items', one.item), one.inspected],
          ...[desk.say.common.listed(one.outcomes.map(desk.say.results.outcome)), states[one.state]],
          ...(deviating
            ? [desk.say.common.listed(deviations.map(one => words[one])), escapeControls(wentBecause)]
            : [one.published ?? '', one.followUp.settled, one.followUp.deadline]),
        ],
      },
      around: { field: 'results', below: count => [desk.say.registry.listCount(count)] },
    }
  })
  return 0
}

function* those(results: Iterable<Result>, isMeant: (result: Result) => boolean): Generator<Result> {
  for (const result of results) if (isMeant(result)) yield result
}

function* deviatingAmong(
  results: Iterable<Result>,
  periodOf: (occasion: string) => Period | null,
): Generator<Listed> {
  for (const result of results) {
    const deviations = deviationsOf(result, periodOf(result.occasion))
    if (deviations.length > 0) yield { ...result, deviations }
  }
}

/** The period of a draw by its number; null of a case. */
function periodsIn(store: Store): (occasion: string) => Period | null {
  const periods = new Map<string, Period>(
    drawsIn(store).map(({ number, starts: from, ends: to }) => [number, { from, to }]),
  )
  return occasion => periods.get(occasion) ?? null
}
