import type { DrawNumber, TargetId } from '../../core/ids.ts'
import { refusal } from '../../core/refusal.ts'
import type { ResultReasons } from '../../core/results/reasons.ts'
import type { Store } from '../../store/open.ts'
import { resultsOfOccasion } from '../../store/results/results.ts'

const refuse = refusal<ResultReasons>()

/**
 * Refuses what would take a draw, or one of its targets, away from under results that stand, unless that is said to be
 * meant: the visits took place, count towards caps, and what is published stays so. Gives how many results there are.
 */
export function refuseOverResults(
  store: Store,
  draw: DrawNumber,
  target: TargetId | null,
  isMeant: boolean,
): { readonly results?: number } {
  let [count, published, example] = [0, 0, '']
  for (const result of resultsOfOccasion(store, draw)) {
    if (target !== null && result.target !== target) continue
    count++
    if (result.state === 'published') published++
    example ||= result.id
  }
  if (count === 0) return {}
  if (!isMeant) throw refuse('results-stand', { draw, target: target ?? '', count, published, example })
  return { results: count }
}
