import { mappedFields } from '../../core/engine/engine.ts'
import type { Facts, KnownTask } from '../../core/registry/cells/context.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import { library } from '../../core/registry/libraries/library.ts'
import type { RecordCells } from '../../core/registry/libraries/record-cells.ts'
import type { RecordOf } from '../../core/registry/record.ts'
import { groupBy } from '../../core/tally.ts'
import { enginesIn } from '../engines.ts'
import type { Store } from '../open.ts'
import { readRecords, records } from './registry.ts'
import { extraFields } from './targets.ts'
import { taskIdIn } from './task-ids.ts'
import { tasksKnown } from './tasks.ts'

/** What rows of `of` may refer to, read from the other registries as they stand. */
export function factsFor(store: Store, library: Library): Facts {
  const { names: departments, doubled } = departmentNames(store)
  const past = library.name === 'results'
  let extras: string[] | null = null
  return {
    departments,
    doubled,
    departmentsOpen: departments.size === 0,
    items: library.name === 'plan' ? idsOf(store, 'items') : new Set(),
    itemNames:
      library.name === 'plan'
        ? ownersOf([...readRecords(store, 'items')], item => [item.get('name')])
        : new Map(),
    itemContents:
      library.name === 'plan'
        ? ownersOf([...readRecords(store, 'items')], item => [item.get('content')])
        : new Map(),
    ownRecords: () => records(store, library),
    stands: id => store.sql(`select 1 from ${library.table} where id = ? and ${NOW}`).get(id) !== undefined,
    inspectors: PEOPLE_AND_TARGETS.has(library.name) ? idsOf(store, 'inspectors', past) : new Set(),
    targets: PEOPLE_AND_TARGETS.has(library.name) ? targetsByAnyId(store, past) : new Map(),
    tasks: tasksByName(store, library),
    get extraFields() {
      extras ??=
        library.name === 'plan' ? [...new Set([...extraFields(store), ...fieldsOfEngines(store)])] : []
      return extras
    },
    zeroed: zeroedIds(store, library),
  }
}

/** The extra fields of registries that lie elsewhere: a task that is frozen there may ask for them. */
function fieldsOfEngines(store: Store): string[] {
  return enginesIn(store).flatMap(engine => mappedFields(engine).extras)
}

/** Results are of tasks of the past too, and name them by a draw as well. */
function tasksByName(store: Store, { name }: Library): Facts['tasks'] {
  if (name !== 'plan' && name !== 'results') return new Map()
  const tasks = tasksKnown(store, name === 'results')
  const names = tasks.flatMap(task => [...new Set([task.id, task.number])].map(name => [name, task] as const))
  const drawn = name === 'plan' ? [] : tasksByDraw(store, tasks)
  const named = groupBy([...drawn, ...names], ([name]) => name)
  return new Map([...named].map(([name, own]) => [name, own.map(([, task]) => task)]))
}

/** The tasks that were drawn, by the numbers of their draws. */
function tasksByDraw(store: Store, tasks: readonly KnownTask[]): (readonly [string, KnownTask])[] {
  const byId = new Map(tasks.map(task => [task.id, task]))
  const idOfTask = taskIdIn(store)
  const rows = store.sql<[string, string]>('select number, detail from draw order by number').raw().all()
  return rows.flatMap(([number, detail]) => {
    const task = byId.get(idOfTask((JSON.parse(detail) as { row: RecordCells }).row))
    return task === undefined || tasks.some(other => other.number === number) ? [] : [[number, task] as const]
  })
}

/** Results are of the past: who inspected may have left since, and what was inspected may be closed. */
const PEOPLE_AND_TARGETS: ReadonlySet<string> = new Set(['recusals', 'results'])
const NOW = 'until is null'
const PAST = 'until is not null'

/** Ids of digits that begin with zeros, by the digits without them, where nobody has these for an id. */
function zeroedIds(store: Store, { table }: Library): Map<string, string> {
  const rows = store
    .sql<[string, string]>(
      `select ltrim(id, '0') as bare, id from ${table} as zeroed
       where until is null and id glob '0*' and id not glob '*[^0-9]*'
         and not exists (select 1 from ${table} where until is null and id = ltrim(zeroed.id, '0'))`,
    )
    .raw()
    .all()
  return new Map(rows)
}

/**
 * Every name of a department and its code. A code is stronger than a name, a name than a short name or an alias; a
 * name of one strength that several go by is nobody's.
 */
function departmentNames(store: Store): { names: Map<string, string>; doubled: Map<string, string[]> } {
  const departments = [...readRecords(store, 'departments')]
  const names = new Map<string, string>()
  const doubled = new Map<string, string[]>()
  const kinds: ((department: RecordOf<'departments'>) => string[])[] = [
    department => [department.id],
    department => [department.get('name')],
    department => [department.get('short_name'), ...department.list('aliases')],
  ]
  for (const namesOf of kinds) {
    for (const [name, codes] of ownersOf(departments, namesOf)) {
      if (names.has(name) || doubled.has(name)) continue
      if (codes.length === 1) names.set(name, codes[0]!)
      else doubled.set(name, codes)
    }
  }
  return { names, doubled }
}

/** The codes of the records that go by each name. */
function ownersOf<N extends 'departments' | 'items'>(
  records: readonly RecordOf<N>[],
  namesOf: (record: RecordOf<N>) => string[],
): Map<string, string[]> {
  const owners = new Map<string, Set<string>>()
  for (const record of records)
    for (const name of namesOf(record).filter(name => name !== ''))
      owners.set(name, (owners.get(name) ?? new Set()).add(record.id))
  return new Map([...owners].map(([name, codes]) => [name, [...codes]]))
}

function idsOf(store: Store, name: 'items' | 'inspectors', past = false): Set<string> {
  const rows = store
    .sql<[string]>(`select id from ${library(name).table} where ${past ? 'true' : NOW}`)
    .raw()
    .all()
  return new Set(rows.map(([id]) => id))
}

/** Looks a target up by the id or the number that nearly every row has; all others are read once, and only if one is asked for. */
function targetsByAnyId(store: Store, past: boolean): Facts['targets'] {
  const byId = store.sql<string>(`select id from target where id = ? and ${NOW}`).pluck()
  const byNumber = store
    .sql<string>(
      `select id from target where registration = ? and ${NOW} and uscc <> '' and registration <> ''
       order by version desc limit 1`,
    )
    .pluck()
  let others: Map<string, string> | null = null
  return {
    get(name) {
      const quick = byId.get(name) ?? byNumber.get(name)
      if (quick !== undefined) return quick
      others ??= new Map([...(past ? targetNames(store, PAST) : []), ...targetNames(store, NOW)])
      return others.get(name)
    },
  }
}

function targetNames(store: Store, when: string): Map<string, string> {
  const rows = store
    .sql<[string, string, string]>(`select id, code, registration from target where ${when} order by version`)
    .raw()
    .all()
  const names = new Map<string, string>()
  for (const [id, code, registration] of rows) {
    if (code !== '') names.set(code, id)
    if (registration !== '') names.set(registration, id)
  }
  for (const [id] of rows) names.set(id, id)
  return names
}
