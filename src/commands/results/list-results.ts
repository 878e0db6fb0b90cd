import { escapeControls } from '../../core/escape-controls.ts'
import type { Result } from '../../core/results/result.ts'
import type { ResultState } from '../../core/results/result-state.ts'
import type { Desk } from '../../terminal/desk.ts'
import { tellLongList } from '../tell-long-list.ts'
import { resultsMeant } from './selected-results.ts'

/** results list — what was found, where it stands and what is open: all of it, or of draws, cases, keys, a department, in one state. */
export async function listResults(
  desk: Desk,
  names: readonly string[],
  options: { readonly department?: string; readonly state?: ResultState; readonly open?: boolean },
): Promise<number> {
  const { department, state, open } = options
  const isMeant = (result: Result) =>
    (state === undefined || result.state === state) && (open !== true || result.followUp.settled === '未完结')
  await tellLongList<Result>(desk, store => {
    const { columns, states } = desk.say.results
    const source = resultsMeant(desk, store, names, department, null)
    return {
      list: {
        items: () => those(source(), isMeant),
        data: result => result,
        headings: [
          ...[columns.result, columns.inspected, columns.outcome, columns.state],
          ...[columns.published, columns.settled, columns.deadline],
        ],
        cells: ({ id, inspected, outcomes, state, published, followUp }) => [
          ...[escapeControls(id), inspected, outcomes.join(';'), states[state]],
          ...[published ?? '', followUp.settled, followUp.deadline],
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
