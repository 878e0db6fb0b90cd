import type { Named, NamedTarget } from '../../core/freeze/check-names.ts'
import type { EntryNumber } from '../../core/ids.ts'
import type { Store } from '../open.ts'

const STOOD = 'since <= @at and (until is null or until > @at)'
/** Codes that are no mere figures and letters (an id holds no control character); few are, and the others are passed over quickly. */
const NAMELIKE = "(octet_length(id) <> length(id) or id not glob '*[0-9]*')"
const HOLDS_NAME = `${NAMELIKE} and length(name) > 1 and instr(upper(id), upper(name)) > 0`

/** Asked of the indexes alone: the rows of a large registry are ten times as much to read. */
const NAMELIKE_TARGETS = [
  ['now', ''],
  ['past', ' not'],
]
  .map(
    ([index, not]) =>
      `select version from target indexed by target_${index} where until is${not} null and ${NAMELIKE}`,
  )
  .join(' union all ')

/** The targets at a ledger entry whose code holds their name, and those whose name holds, or is within, one of these texts. */
export function targetsWithNames(store: Store, asked: readonly string[], at: EntryNumber): NamedTarget[] {
  const select = `select id, name, type, representative from target where ${STOOD} and`
  const byCode = store
    .sql<NamedTarget>(`${select} version in (${NAMELIKE_TARGETS}) and ${HOLDS_NAME} order by id`)
    .all({ at })
  if (asked.length === 0) return byCode
  const byName = store
    .sql<NamedTarget>(
      `${select} length(name) > 1
         and exists (select 1 from json_each(@asked) where instr(name, value) > 0 or instr(value, name) > 0)
       order by id`,
    )
    .all({ at, asked: JSON.stringify(asked) })
  return [...byCode, ...byName]
}

/** The inspectors and experts at a ledger entry whose number holds their name. */
export function staffByName(store: Store, at: EntryNumber): Named['staff'] {
  return ['inspector', 'expert'].flatMap(table =>
    store
      .sql<Named['staff'][number]>(
        `select id, name from ${table} where ${STOOD} and ${HOLDS_NAME} order by id`,
      )
      .all({ at }),
  )
}
