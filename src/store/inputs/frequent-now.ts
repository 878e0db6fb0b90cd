import type { Day } from '../../core/dates.ts'
import type { DrawNumber, TargetId } from '../../core/ids.ts'
import { rulesOf } from '../../core/rules/rules.ts'
import { type FrequentTarget, fullAlready, spanOf } from '../../core/visits/frequency.ts'
import { fileOf } from '../draws/draw-files.ts'
import type { Store } from '../open.ts'
import { ruleValues } from '../rules.ts'
import { madeVisits } from './made-visits.ts'

/**
 * Which targets have had as many visits as the day, the week or the month around `today` may have, where a task may be
 * carried out today. `isMeant` says whom it is about; of none that was visited lately nothing is read.
 */
export function frequentNow(
  store: Store,
  today: Day,
  period: { readonly from: Day | ''; readonly to: Day | '' },
  isMeant: (targets: readonly TargetId[]) => (target: TargetId) => boolean,
): FrequentTarget[] {
  const { frequencyLimits } = rulesOf(ruleValues(store))
  if (Object.values(frequencyLimits).every(most => most === null)) return []
  if ((period.from !== '' && today < period.from) || (period.to !== '' && today > period.to)) return []
  const made = madeVisits(store)
  const { from: week } = spanOf('week', today)
  const { from: month } = spanOf('month', today)
  const [first] = [week, month].sort()
  const full = made.within(first!, today).flatMap(target => {
    const found = fullAlready(frequencyLimits, today, made.to(target))
    return found === null ? [] : [{ target, ...found }]
  })
  if (full.length === 0) return []
  const meant = isMeant(full.map(({ target }) => target))
  return full.filter(({ target }) => meant(target)).sort((a, b) => (a.target < b.target ? -1 : 1))
}

/** Whether targets are in the frame of a draw, by its kept file; of a draw whose frame lies in an engine nobody is. */
export function inFrameOf(store: Store, draw: DrawNumber) {
  return (): ((target: TargetId) => boolean) => {
    const frame = fileOf(store, draw, 'frame.csv').get('frame.csv')
    const bytes = frame === undefined ? null : Buffer.from(frame.buffer, frame.byteOffset, frame.length)
    return target => bytes?.includes(`,${target},`) ?? false
  }
}
