import type { EntryNumber, TargetId } from '../core/ids.ts'
import { ANSWERED_FOR, RESPONSIBLE } from '../core/registry/libraries/answered-for.ts'
import type { Store } from './open.ts'

/**
 * The firms that answer for products, projects and behaviours (责任单位), by the target that names them, as the registry
 * stood when `entry` was written; what has left it keeps the firm that it named last. A firm that the registry does not
 * have, or has twice by its name, goes by what was written.
 */
export function responsibleFirms(store: Store, entry: EntryNumber): Map<TargetId, TargetId> {
  const named = new Map(
    store
      .sql<[string, string]>(
        `select id, json_extract(extra, @path) from target
         where extra <> '' and since <= @entry and kind in (${KINDS}) and json_extract(extra, @path) <> '' order by version`,
      )
      .raw()
      .all({ entry, path: PATH }),
  )
  if (named.size === 0) return named
  const idOf = firmsCalled(store, [...new Set(named.values())], entry)
  return new Map([...named].map(([target, name]) => [target, idOf.get(name) ?? name]))
}

/** Finds who answers for a target, itself where nobody else does; the registry is asked when the first one is looked for. */
export function firmFinder(store: Store, entry: EntryNumber): (target: TargetId) => TargetId {
  let firms: ReadonlyMap<TargetId, TargetId> | null = null
  return target => {
    firms ??= responsibleFirms(store, entry)
    return firms.get(target) ?? target
  }
}

/** What a firm answers for: the targets that name it as theirs, in byte order of their ids. */
export function answeredForBy(store: Store, firm: TargetId, entry: EntryNumber): TargetId[] {
  return [...responsibleFirms(store, entry)].flatMap(([target, own]) => (own === firm ? [target] : [])).sort()
}

/** The ids of firms by code, number or name: each where exactly one record goes by it, a code before a name. A product is no firm. */
function firmsCalled(store: Store, names: readonly string[], entry: EntryNumber): Map<string, TargetId> {
  const wanted = new Set(names)
  const rows = store
    .sql<[id: string, code: string, registration: string, name: string]>(
      `with named as materialized (select value from json_each(@names))
       select id, code, registration, name from target
       where since <= @entry and (until is null or until > @entry) and kind not in (${KINDS})
         and (id in named or code in named or registration in named or name in named)`,
    )
    .raw()
    .all({ names: JSON.stringify(names), entry })
  const [byCode, byName] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()]
  const put = (into: Map<string, Set<string>>, text: string, id: string) => {
    if (wanted.has(text)) into.set(text, (into.get(text) ?? new Set()).add(id))
  }
  for (const [id, code, registration, name] of rows) {
    for (const text of [id, code, registration]) put(byCode, text, id)
    put(byName, name, id)
  }
  const only = (ids: Set<string> | undefined) => (ids?.size === 1 ? [...ids][0] : undefined)
  return new Map(
    names.flatMap(name => {
      const id = byCode.has(name) ? only(byCode.get(name)) : only(byName.get(name))
      return id === undefined ? [] : [[name, id] as const]
    }),
  )
}

const PATH = `$."${RESPONSIBLE}"`
const KINDS = ANSWERED_FOR.map(kind => `'${kind}'`).join(', ')
