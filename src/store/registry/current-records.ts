import type { EntryNumber } from '../../core/ids.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { columnOf, ID, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import type { Standing } from '../../core/registry/upsert-row.ts'
import type { Store } from '../open.ts'
import { columnsOf } from './registry.ts'
import { numberIn, taskIdIn } from './task-ids.ts'
import { tasksCalled } from './tasks.ts'

/** True where a registry has any record in force. */
export function hasRecords(store: Store, { table }: Library): boolean {
  return store.sql(`select 1 from ${table} where until is null limit 1`).get() !== undefined
}

/** Finds the version of a record that is in force, by its id. */
export function standingIn(store: Store, library: Library): (id: string) => Standing | null {
  const find = store
    .sql<StandingCells>(
      `select version, ${columnsOf(library)} from ${library.table} where id = ? and until is null`,
    )
    .raw()
  const plain = (id: string) => standing(find.get(id))
  switch (library.name) {
    case 'plan':
      return taskStanding(store, plain)
    case 'results':
      return resultStanding(store, plain)
    default:
      return plain
  }
}

/** A task that an earlier program kept under its number alone is found by year and number. */
function taskStanding(store: Store, find: (id: string) => Standing | null): typeof find {
  const idOfTask = taskIdIn(store)
  return id => {
    const found = [id, ...numberIn(id)].map(find).find(one => one !== null && idOfTask(one.row) === id)
    return found ? { ...found, row: found.row.with(ID, id) } : null
  }
}

/** A result that names its task by the number alone is of the task that went by it when the result came in. */
function resultStanding(store: Store, find: (id: string) => Standing | null): typeof find {
  const since = store.sql<EntryNumber>('select since from result where version = ?').pluck()
  return id => {
    const exact = find(id)
    const older = exact === null ? numberIn(id).map(find)[0] : null
    if (older == null) return exact
    const [task] = tasksCalled(store, older.row[TASK]!, since.get(older.version)!)
    if (task === undefined || !id.startsWith(`${task.id}/`)) return null
    return { ...older, row: older.row.with(ID, id).with(TASK, task.id) }
  }
}

const TASK = columnOf(library('results'), 'task')

export type StandingCells = [version: number, ...row: RecordCells]

export function standing(cells: StandingCells | undefined): Standing | null {
  if (cells === undefined) return null
  const [version, ...row] = cells
  return { version, row }
}
