import type { Facts } from '../../core/registry/cells/context.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import { library } from '../../core/registry/libraries/library.ts'
import type { RecordCells } from '../../core/registry/libraries/record-cells.ts'
import type { Store } from '../open.ts'

/** A version of a record: `row` as {@link RecordCells}, current while `until` is null. */
export interface Version {
  readonly version: number
  readonly since: number
  readonly until: number | null
  readonly row: RecordCells
}

/** The columns that make a {@link RecordCells}, as they stand in the store. */
export function columnsOf(library: Library): string {
  return ['id', ...library.fields.map(field => field.name), ...(library.extras ? ['extra'] : [])].join(', ')
}

/** The statement that inserts a version of a record: the entry it is valid since, then its {@link RecordCells}. */
export function insertInto(library: Library): string {
  const columns = columnsOf(library)
  const marks = Array(columns.split(', ').length + 1)
    .fill('?')
    .join(', ')
  return `insert into ${library.table} (since, ${columns}) values (${marks})`
}

/** All versions of one record, oldest first. */
export function versionsOf(store: Store, library: Library, id: string): Version[] {
  return store
    .sql(
      `select version, since, until, ${columnsOf(library)} from ${library.table}
       where id = @id and until is null or id = @id and until is not null order by version`,
    )
    .raw()
    .all({ id })
    .map(cells => versionOf(cells as unknown[]))
}

/** The version of a record at a ledger entry, or now; null when it was not in the registry. */
export function recordOf(store: Store, library: Library, id: string, at?: number): Version | null {
  const versions = versionsOf(store, library, id)
  return versions.find(version => stoodAt(version, at)) ?? null
}

/** The id that a target goes by in the store when it was named by its code, USCC or registration number. */
export function idOfTarget(store: Store, name: string): string {
  const upper = name.toUpperCase()
  if (recordOf(store, library('targets'), upper) !== null) return upper
  const found = store
    .sql(
      'select id from target where code = @name or uscc = @upper or registration = @upper order by version desc limit 1',
    )
    .get({ name, upper }) as { id: string } | undefined
  return found?.id ?? name
}

/** The targets that go by this text at a ledger entry: the one with this id, else by another code, else by exact name. */
export function targetsCalled(store: Store, text: string, at: number): { id: string; name: string }[] {
  const upper = text.toUpperCase()
  const rows = store
    .sql(
      `select id, name, case when id in (@text, @upper) then 0 when name = @text then 2 else 1 end as far from target
       where since <= @at and (until is null or until > @at)
         and (id in (@text, @upper) or code = @text or uscc = @upper or registration = @upper or name = @text)
       order by far, id`,
    )
    .all({ text, upper, at }) as { id: string; name: string; far: number }[]
  return rows.filter(({ far }) => far === rows[0]!.far).map(({ id, name }) => ({ id, name }))
}

/** Every record of a registry as it stood at a ledger entry, or stands now, in byte order of the id. */
export function* records(store: Store, library: Library, at?: number): Generator<RecordCells> {
  const statement =
    at === undefined
      ? store.sql(`select ${columnsOf(library)} from ${library.table} where until is null order by id`)
      : store.sql(
          `select ${columnsOf(library)} from ${library.table}
           where since <= @at and (until is null or until > @at) order by id`,
        )
  for (const row of statement.raw().iterate(...(at === undefined ? [] : [{ at }]))) yield row as RecordCells
}

/**
 * Some columns of every record as a registry stood at a ledger entry, in byte order of the id: SQLite sorts a million
 * in a third of the time that we would need.
 */
export function* columnsAt(
  store: Store,
  library: Library,
  columns: readonly string[],
  at: number,
): Generator<RecordCells> {
  const statement = store.sql(
    `select ${columns.join(', ')} from ${library.table} where since <= @at and (until is null or until > @at)
     order by id`,
  )
  for (const row of statement.raw().iterate({ at })) yield row as RecordCells
}

/** Tasks that stand because a draw brought them (临时任务), by their id. */
export function adHocTasks(store: Store): Set<string> {
  const rows = store
    .sql(
      `select id from task join entry on entry.number = task.since
       where until is null and entry.action in ('freeze', 'run')`,
    )
    .raw()
    .all() as [string][]
  return new Set(rows.map(([id]) => id))
}

/** How many targets stand in no department's library. */
export function unclaimedTargets(store: Store): number {
  const { count } = store
    .sql("select count(*) as count from target where until is null and departments = ''")
    .get() as { count: number }
  return count
}

/** The ids of the targets in force that go by each of these names, in byte order: one pass whatever their number. */
export function namesakes(store: Store, names: Iterable<string>): Map<string, string[]> {
  const rows = store
    .sql(
      `select name, id from target
       where until is null and name in (select value from json_each(@names)) order by id`,
    )
    .raw()
    .all({ names: JSON.stringify([...names]) }) as [string, string][]
  return idsByName(rows)
}

/** The ids of the targets that went by each of these names or codes when an entry was written, in byte order. */
export function targetsNamed(store: Store, names: readonly string[], entry: number): Map<string, string[]> {
  if (names.length === 0) return new Map()
  const rows = store
    .sql(
      `select named.value, target.id from target join json_each(@names) as named
       on named.value in (target.id, name, code, registration)
       where since <= @entry and (until is null or until > @entry) order by target.id`,
    )
    .raw()
    .all({ names: JSON.stringify(names), entry }) as [string, string][]
  return idsByName(rows)
}

function idsByName(rows: readonly (readonly [name: string, id: string])[]): Map<string, string[]> {
  const ids = new Map<string, string[]>()
  for (const [name, id] of rows) ids.set(name, [...(ids.get(name) ?? []), id])
  return ids
}

/** What rows of `of` may refer to, read from the other registries as they stand. */
export function factsFor(store: Store, library: Library): Facts {
  const { names: departments, doubled } = departmentNames(store)
  const past = library.name === 'results'
  return {
    departments,
    doubled,
    departmentsOpen: departments.size === 0,
    items: library.name === 'plan' ? idsOf(store, 'items') : new Set(),
    inspectors: PEOPLE_AND_TARGETS.has(library.name) ? idsOf(store, 'inspectors', past) : new Set(),
    targets: PEOPLE_AND_TARGETS.has(library.name)
      ? new Map([...(past ? targetNames(store, PAST) : []), ...targetNames(store, NOW)])
      : new Map(),
    extraFields: library.name === 'plan' ? extraFields(store) : [],
    zeroed: zeroedIds(store, library),
  }
}

/** Results are of the past: who inspected may have left since, and what was inspected may be closed. */
const PEOPLE_AND_TARGETS: ReadonlySet<string> = new Set(['recusals', 'results'])
const NOW = 'until is null'
const PAST = 'until is not null'

/** Ids of digits that begin with zeros, by the digits without them, where nobody has these for an id. */
function zeroedIds(store: Store, { table }: Library): Map<string, string> {
  const rows = store
    .sql(
      `select ltrim(id, '0') as bare, id from ${table} as zeroed
       where until is null and id glob '0*' and id not glob '*[^0-9]*'
         and not exists (select 1 from ${table} where until is null and id = ltrim(zeroed.id, '0'))`,
    )
    .raw()
    .all() as [string, string][]
  return new Map(rows)
}

/** Headings beyond the known ones that the targets now in the registry have. */
export function extraFields(store: Store): string[] {
  const rows = store
    .sql(
      `select distinct key from target, json_each(target.extra)
       where until is null and extra <> '' order by key`,
    )
    .all() as { key: string }[]
  return rows.map(({ key }) => key)
}

/**
 * Every name of a department and its code. A code is stronger than a name, a name than a short name or an alias; a
 * name of one strength that several go by is nobody's.
 */
function departmentNames(store: Store): { names: Map<string, string>; doubled: Map<string, string[]> } {
  const rows = [...records(store, library('departments'))]
  const names = new Map<string, string>()
  const doubled = new Map<string, string[]>()
  const kinds: ((row: RecordCells) => string[])[] = [
    ([id]) => [id!],
    ([, , name]) => [name!],
    ([, , , shortName, aliases]) => [shortName!, ...aliases!.split(';')],
  ]
  for (const namesOf of kinds) {
    const owners = new Map<string, Set<string>>()
    for (const row of rows) {
      for (const name of namesOf(row))
        if (name !== '') owners.set(name, (owners.get(name) ?? new Set()).add(row[0]!))
    }
    for (const [name, codes] of owners) {
      if (names.has(name) || doubled.has(name)) continue
      if (codes.size === 1) names.set(name, [...codes][0]!)
      else doubled.set(name, [...codes])
    }
  }
  return { names, doubled }
}

function idsOf(store: Store, name: 'items' | 'inspectors', past = false): Set<string> {
  const rows = store
    .sql(`select id from ${library(name).table} where ${past ? 'true' : NOW}`)
    .raw()
    .all() as [string][]
  return new Set(rows.map(([id]) => id))
}

function targetNames(store: Store, when: string): Map<string, string> {
  const rows = store
    .sql(`select id, code, registration from target where ${when} order by version`)
    .raw()
    .all() as [string, string, string][]
  const names = new Map<string, string>()
  for (const [id, code, registration] of rows) {
    if (code !== '') names.set(code, id)
    if (registration !== '') names.set(registration, id)
  }
  for (const [id] of rows) names.set(id, id)
  return names
}

function versionOf(cells: unknown[]): Version {
  const [version, since, until, ...row] = cells as [number, number, number | null, ...RecordCells]
  return { version, since, until, row }
}

function stoodAt({ since, until }: Version, at: number | undefined): boolean {
  return at === undefined ? until === null : since <= at && (until === null || until > at)
}
