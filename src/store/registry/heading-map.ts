import type { LibraryName } from '../../core/registry/libraries/field.ts'
import type { EntryWriter } from '../entry.ts'
import type { Store } from '../open.ts'
import { HEADING_MAP } from '../schema/history-tables.ts'

/** Headings of a file and the fields they are, in the order they were said. */
export type HeadingPairs = readonly (readonly [heading: string, field: string])[]

/** The headings that `--save-map` keeps under this name for a library; null when there are none. */
export function savedMap(store: Store, library: LibraryName, name: string): HeadingPairs | null {
  return standing(store, `${library}/${name}`)?.pairs ?? null
}

/** The names under which headings are kept for a library, in byte order. */
export function savedMaps(store: Store, library: LibraryName): string[] {
  const rows = store.sql<{ id: string }>('select id from heading_map where until is null order by id').all()
  return rows.flatMap(({ id }) => (id.startsWith(`${library}/`) ? [id.slice(library.length + 1)] : []))
}

/** Keeps headings under a name; false where they are kept so already. */
export function saveMap(
  store: Store,
  writer: EntryWriter,
  library: LibraryName,
  name: string,
  pairs: HeadingPairs,
): boolean {
  const id = `${library}/${name}`
  const before = standing(store, id)
  if (JSON.stringify(before?.pairs) === JSON.stringify(pairs)) return false
  if (before !== null) writer.end(HEADING_MAP, before.version)
  writer.write(HEADING_MAP, { id, pairs: JSON.stringify(pairs) })
  return true
}

function standing(store: Store, id: string): { version: number; pairs: HeadingPairs } | null {
  const row = store.sql('select version, pairs from heading_map where id = ? and until is null').get(id) as
    | { version: number; pairs: string }
    | undefined
  return row === undefined ? null : { version: row.version, pairs: JSON.parse(row.pairs) }
}
