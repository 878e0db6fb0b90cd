import type { RecordCells } from '../registry/libraries/record-cells.ts'
import { awaitedOf } from './awaited.ts'
import { type Sorted, targetSorter } from './frame.ts'
import { limitedItems } from './items-of-task.ts'
import type { FrameInput } from './preview.ts'
import { pastOf } from './visit-history.ts'

/** Where a target goes that nothing was before: the sorter of a task whose past is empty. */
export function sorterWithoutPast({
  task,
  rules,
  items: used,
}: Pick<FrameInput, 'task' | 'rules' | 'items'>): (row: RecordCells) => Sorted {
  const past = pastOf(task, rules, [], [], new Map())
  const awaited = awaitedOf(task, rules, [], past.firmOf)
  return targetSorter(task, { rules, past, awaited, items: limitedItems(task, used, rules) })
}
