import type { Day } from '../dates.ts'
import { refusal } from '../refusal.ts'
import type { FreezeReasons } from './reasons.ts'

const refuse = refusal<FreezeReasons>()

/** A task by its number, and the days on which it is to be inspected. */
export interface PeriodOfTask {
  readonly task: string
  readonly from: Day
  readonly to: Day
}

/**
 * Why a task is frozen outside its period, or drawn after it: it is for a reason or not at all. Once the period is over
 * nobody can be inspected in it any more; before the year in which it begins, that year's registries and visits are not
 * there. Within the year a task is frozen before it begins, as it must be. Null where no reason is needed.
 */
export function reasonOutside(
  step: 'freeze' | 'run',
  { task, from, to }: PeriodOfTask,
  today: Day,
  reason: string | null,
): string | null {
  const isOver = today > to
  const isAhead = step === 'freeze' && today.slice(0, 4) < from.slice(0, 4)
  if (!isOver && !isAhead) return null
  if (reason !== null) return reason
  throw isOver
    ? refuse('period-over', { step, task, to, today })
    : refuse('period-ahead', { task, from, today })
}
