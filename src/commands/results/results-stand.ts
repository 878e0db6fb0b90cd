import type { Change } from '../../core/draw/folder/rows.ts'
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

/**
 * Refuses to let somebody fall out of visits that took place, unless that is said to be meant; `others` are the visits of
 * the change that have no results, where it can be made for these alone. Gives how many results there are.
 */
export function refuseOverVisited(
  store: Store,
  draw: DrawNumber,
  changes: readonly Change[],
  canBePart: boolean,
  isMeant: boolean,
): { readonly results?: number } {
  const visits = new Set(changes.map(({ target, department }) => `${target}/${department}`))
  const visited = new Set<TargetId>()
  let [count, example] = [0, '']
  for (const { id, target, department } of resultsOfOccasion(store, draw)) {
    if (!visits.has(`${target}/${department}`)) continue
    count++
    visited.add(target)
    example ||= id
  }
  if (count === 0) return {}
  if (isMeant) return { results: count }
  const others = [...new Set(changes.map(({ target }) => target))].filter(target => !visited.has(target))
  const inspector = changes[0]!.out
  throw refuse('inspector-went', { draw, inspector, count, example, others: canBePart ? others : [] })
}
