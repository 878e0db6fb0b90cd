import type { Stratum } from '../draw/folder/rows.ts'
import type { RecordCells } from '../registry/libraries/record-cells.ts'
import type { Task } from '../registry/task.ts'
import type { Rules } from '../rules/rules.ts'
import { type FrameResult, frameOf } from './frame.ts'
import { type ItemUsed, type LimitedItem, limitedItems } from './items-of-task.ts'
import { strataOf } from './sizes.ts'
import { type Past, type PastCase, type PastDraw, pastOf } from './visit-history.ts'

/** What a frame is made of, as it stood when one entry was written. */
export interface FrameInput {
  readonly task: Task
  readonly rules: Rules
  readonly items: readonly ItemUsed[]
  /** The targets of the registry, with the columns of `frameColumns`; read once. */
  readonly targets: Iterable<RecordCells>
  /** Earlier draws and cases; none where {@link asksOfThePast} says that nobody asks. */
  readonly draws: readonly PastDraw[]
  readonly cases: readonly PastCase[]
}

/** A task as it would be frozen: whom it could draw, and how many. */
export interface FramePreview {
  readonly framed: FrameResult
  /** Its 一般 items whose limits hold. */
  readonly items: readonly LimitedItem[]
  readonly past: Past
  readonly strata: readonly Stratum[]
}

/** Makes the frame of a task and its sizes. */
export function previewFrame({ task, rules, items: used, targets, draws, cases }: FrameInput): FramePreview {
  const items = limitedItems(task, used, rules)
  const past = pastOf(task, rules, draws, cases)
  const framed = frameOf(task, targets, { rules, past, items })
  const sizes = new Map<string, number>()
  for (const { stratum } of framed.frame) sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1)
  return { framed, items, past, strata: strataOf(task, sizes) }
}

/** Whether a window, a cap or the limit of an item makes earlier draws and cases matter to a task. */
export function asksOfThePast(task: Task, rules: Rules, items: readonly ItemUsed[]): boolean {
  const capped = rules.capDepartment !== null || rules.capTotal !== null
  return task.window !== null || capped || limitedItems(task, items, rules).length > 0
}
