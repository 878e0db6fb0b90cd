import type { EntryNumber } from '../../core/ids.ts'
import { membersIn } from '../../core/registry/cells/cell-result.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { groupBy } from '../../core/tally.ts'
import type { Store } from '../open.ts'
import { extraHeadings } from './extra-headings.ts'
import { recordOf } from './registry.ts'

/** The id that a target goes by in the store when it was named by its code, USCC or registration number. */
export function idOfTarget(store: Store, name: string): string {
  const upper = name.toUpperCase()
  if (recordOf(store, library('targets'), upper) !== null) return upper
  const found = store
    .sql<{ id: string }>(
      'select id from target where code = @name or uscc = @upper or registration = @upper order by version desc limit 1',
    )
    .get({ name, upper })
  return found?.id ?? name
}

/** The targets that go by this text at a ledger entry: the one with this id, else by another code, else by exact name. */
export function targetsCalled(store: Store, text: string, at: EntryNumber): { id: string; name: string }[] {
  const upper = text.toUpperCase()
  const rows = store
    .sql<{ id: string; name: string; far: number }>(
      `select id, name, case when id in (@text, @upper) then 0 when name = @text then 2 else 1 end as far from target
       where since <= @at and (until is null or until > @at)
         and (id in (@text, @upper) or code = @text or uscc = @upper or registration = @upper or name = @text)
       order by far, id`,
    )
    .all({ text, upper, at })
  return rows.filter(({ far }) => far === rows[0]!.far).map(({ id, name }) => ({ id, name }))
}

/** The ids of the targets in force that go by each of these names, in byte order: one pass whatever their number. */
export function namesakes(store: Store, names: Iterable<string>): Map<string, string[]> {
  const rows = store
    .sql<[string, string]>(
      `select name, id from target
       where until is null and name in (select value from json_each(@names)) order by id`,
    )
    .raw()
    .all({ names: JSON.stringify([...names]) })
  return idsByName(rows)
}

/** The ids of the targets that went by each of these names or codes when an entry was written, in byte order. */
export function targetsNamed(
  store: Store,
  names: readonly string[],
  entry: EntryNumber,
): Map<string, string[]> {
  if (names.length === 0) return new Map()
  const rows = store
    .sql<[string, string]>(
      `select named.value, target.id from target join json_each(@names) as named
       on named.value in (target.id, name, code, registration)
       where since <= @entry and (until is null or until > @entry) order by target.id`,
    )
    .raw()
    .all({ names: JSON.stringify(names), entry })
  return idsByName(rows)
}

function idsByName(rows: readonly (readonly [name: string, id: string])[]): Map<string, string[]> {
  return new Map([...groupBy(rows, ([name]) => name)].map(([name, own]) => [name, own.map(([, id]) => id)]))
}

/** Headings beyond the known ones that the targets now in the registry have. */
export function extraFields(store: Store): string[] {
  return extraHeadings(store, library('targets'))
}

/** The sub-libraries that targets of the registry stand in. */
export function subLibraries(store: Store): string[] {
  const rows = store
    .sql<[string]>("select distinct libraries from target where until is null and libraries <> ''")
    .raw()
    .all()
  return rows.flatMap(([libraries]) => membersIn(libraries))
}
