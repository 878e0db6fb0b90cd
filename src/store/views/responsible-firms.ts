import type { DrawNumber, EntryNumber, TargetId } from '../../core/ids.ts'
import { whole } from '../../core/pieces.ts'
import { ANSWERED_FOR, RESPONSIBLE } from '../../core/registry/libraries/answered-for.ts'
import { onlyFirms } from '../../core/registry/only-firms.ts'
import { piecesOf } from '../draws/draw-files.ts'
import { FIRMS_FILE, readFirms } from '../draws/engine-files.ts'
import type { Store } from '../open.ts'

/**
 * The firms that answer for products, projects and behaviours (责任单位), by the target that names them, as the registry
 * stood when `entry` was written; what has left it keeps the firm that it named last. A firm that the registry does not
 * have, or has twice by its name, goes by what was written.
 */
export function responsibleFirms(store: Store, entry: EntryNumber): Map<TargetId, TargetId> {
  const firms = firmsKept(store, entry)
  const named = new Map(
    store
      .sql<[string, string]>(
        `select id, json_extract(extra, @path) from target
         where extra <> '' and since <= @entry and kind in (${KINDS}) and json_extract(extra, @path) <> '' order by version`,
      )
      .raw()
      .all({ entry, path: PATH }),
  )
  if (named.size === 0) return firms
  const firmOf = firmsCalled(store, [...new Set(named.values())], entry)
  for (const [target, name] of named) firms.set(target, firmOf(name))
  return firms
}

/** What registries that lie in engines said of it when draws were frozen on them: the latest of each target. */
function firmsKept(store: Store, entry: EntryNumber): Map<TargetId, TargetId> {
  const draws = store
    .sql<DrawNumber>(
      'select draw.number from draw join draw_file on draw_file.draw = draw.number where draw_file.name = @name and draw.since <= @entry order by draw.since',
    )
    .pluck()
    .all({ name: FIRMS_FILE, entry })
  const firms = new Map<TargetId, TargetId>()
  for (const draw of draws)
    for (const [target, firm] of readFirms(whole(piecesOf(store, draw, FIRMS_FILE)!))) firms.set(target, firm)
  return firms
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
function firmsCalled(store: Store, names: readonly string[], entry: EntryNumber): (name: string) => TargetId {
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
  return onlyFirms(
    rows.flatMap(([id, code, registration, name]) =>
      [
        ...[id, code, registration].map(text => ({ byCode: true, name: text, id })),
        { byCode: false, name, id },
      ].filter(one => wanted.has(one.name)),
    ),
  )
}

const PATH = `$."${RESPONSIBLE}"`
const KINDS = ANSWERED_FOR.map(kind => `'${kind}'`).join(', ')
