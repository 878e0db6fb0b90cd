import { BEIJING, officeDay } from '../../core/office-time.ts'
import { ID, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { numberOfRow, taskId, yearSaid } from '../../core/registry/task-id.ts'
import type { Store } from '../open.ts'

/**
 * Finds the id of a task, its year and number, from its cells as they are stored. Programs of before kept it under its
 * number alone, whatever its year: such a row is of the year that it states, or of the one in which it came in.
 */
export function taskIdIn(store: Store): (cells: RecordCells) => string {
  return cells => {
    const [stored, number] = [cells[ID]!, numberOfRow(cells)]
    return isUnderNumber(cells) ? taskId(yearSaid(cells) ?? yearOfEntry(store, stored), number) : stored
  }
}

/** True for a row that is stored under its number alone. */
export function isUnderNumber(cells: readonly string[]): boolean {
  return cells[ID] === numberOfRow(cells)
}

/** The number alone, under which earlier programs kept a task with this id; none where the id has no more than that. */
export function numberIn(id: string): string[] {
  return /^\d{4}\/./.test(id) ? [id.slice(5)] : []
}

/** The year in which a line of the plan without a period first came in; Beijing's whatever rules say, so that it stays what it is. */
function yearOfEntry(store: Store, stored: string): string {
  const at = store
    .sql<string>(
      `select at from entry where number = (
         select min(since) from task where period = '' and (id = @stored and until is null or id = @stored and until is not null)
       )`,
    )
    .pluck()
    .get({ stored })
  return at === undefined ? '' : officeDay(at, BEIJING).slice(0, 4)
}
