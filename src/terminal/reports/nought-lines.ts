import type { Stratum } from '../../core/draw/folder/rows.ts'
import { parseFraction } from '../../core/fraction.ts'
import { rateOf, type Task } from '../../core/registry/task.ts'
import type { Desk } from '../desk.ts'

/** Why nobody is drawn, of each stratum where that is so, or once for a task that asks for nobody. */
export function noughtLines(say: Desk['say'], task: Task, strata: readonly Stratum[]): string[] {
  if (task.count === 0) return [say.freeze.countIsNought]
  return strata
    .filter(({ take }) => take === 0)
    .map(({ stratum }) => {
      const why = isNought(task, stratum) ? 'rateIsNought' : 'roundedToNone'
      return say.freeze[why](say.published.stratumNamed(stratum))
    })
}

/** True for a stratum whose rate is nought, rather than one that rounds to nobody. */
function isNought(task: Task, stratum: string): boolean {
  return task.count === null && parseFraction(rateOf(task, stratum) ?? '')?.numerator === 0n
}
