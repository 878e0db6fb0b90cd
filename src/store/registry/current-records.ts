import type { EntryNumber } from '../../core/ids.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { columnOf, ID, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import type { Standing } from '../../core/registry/upsert-row.ts'
import { idsOfFirm } from '../moved-firms.ts'
import type { Store } from '../open.ts'
import { columnsOf } from './registry.ts'
import { numberIn, taskIdIn } from './task-ids.ts'
import { tasksCalled } from './tasks.ts'

/** True where a registry has any record in force. */
export function hasRecords(store: Store, { table }: Library): boolean {
  return store.sql(`select 1 from ${table} where until is null limit 1`).get() !== undefined
}

/** True where a registry never had a record. */
export function isEmpty(store: Store, { table }: Library): boolean {
  return store.sql(`select 1 from ${table} limit 1`).get() === undefined
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

/**
 * A row of version 0.1.0, which names its task and no draw, is found under the key that its result has today: it becomes
 * that result when it is written again.
 */
function resultStanding(store: Store, find: (id: string) => Standing | null): typeof find {
  const before = store.sql<{ id: string }>(
    `select id from result
     where until is null and instr(extra, '抽取编号') = 0 and target in (select value from json_each(@targets))
       and department = @department and task in (select value from json_each(@tasks)) order by version desc limit 1`,
  )
  const drawn = store.sql<{ task: string; detail: string }>('select task, detail from draw where number = ?')
  const isOld = store.sql(`select 1 from result where until is null and instr(extra, '抽取编号') = 0 limit 1`)
  const since = store.sql<EntryNumber>('select since from result where version = ?').pluck()
  const idOfTask = taskIdIn(store)
  return id => {
    const exact = find(id)
    if (exact !== null || isOld.get() === undefined) return exact
    const [draw, target, department] = id.split('/') as [string, string, string]
    const row = drawn.get(draw)
    if (row === undefined) return null
    const task = idOfTask((JSON.parse(row.detail) as { row: RecordCells }).row)
    const tasks = JSON.stringify([task, row.task, ...numberIn(task), draw])
    const targets = JSON.stringify(idsOfFirm(store, target))
    const old = before.get({ tasks, targets, department })
    const found = old === undefined ? null : find(old.id)
    if (found === null) return null
    const [meant] = tasksCalled(store, found.row[TASK]!, since.get(found.version)!)
    return meant === undefined || meant.id === task ? { ...found, row: found.row.with(ID, id) } : null
  }
}

const TASK = columnOf(library('results'), 'task')

export type StandingCells = [version: number, ...row: RecordCells]

export function standing(cells: StandingCells | undefined): Standing | null {
  if (cells === undefined) return null
  const [version, ...row] = cells
  return { version, row }
}
