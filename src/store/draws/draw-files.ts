import type { DrawNumber } from '../../core/ids.ts'
import type { EntryWriter } from '../entry.ts'
import type { Store } from '../open.ts'
import { DRAW_FILE } from '../schema/ledger-tables.ts'
import type { RowOf } from '../schema/table.ts'

type FileRow = RowOf<typeof DRAW_FILE>

/** What is kept of a draw beside its folder: of one whose frame lies elsewhere. */
export const BESIDE = 'engine/'

/** Keeps files of the draw's folder as their bytes. */
export function writeFiles(
  writer: EntryWriter,
  draw: DrawNumber,
  files: ReadonlyMap<string, Uint8Array>,
): void {
  for (const [name, bytes] of files) writer.write(DRAW_FILE, { draw, name, bytes })
}

/** One file of a draw's folder, or none. */
export function fileOf(store: Store, draw: DrawNumber, name: string): Map<string, Uint8Array> {
  const brought = BROUGHT.get(store)?.get(draw)?.get(name)
  if (brought !== undefined) return new Map([[name, brought]])
  const row = store
    .sql<Pick<FileRow, 'bytes'>>('select bytes from draw_file where draw = ? and name = ?')
    .get(draw, name)
  return new Map(row === undefined ? [] : [[name, new Uint8Array(row.bytes)]])
}

/** The files of a draw's folder that are at hand, by name in byte order. */
export function filesOf(store: Store, draw: DrawNumber): Map<string, Uint8Array> {
  const kept = allFilesOf(store, draw)
  const brought = BROUGHT.get(store)?.get(draw) ?? []
  const files = [...kept].filter(([name]) => !name.startsWith(BESIDE))
  return new Map([...files, ...brought].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** All files that the store keeps of a draw, those beside its folder among them. */
export function allFilesOf(store: Store, draw: DrawNumber): Map<string, Uint8Array> {
  const rows = store
    .sql<Pick<FileRow, 'name' | 'bytes'>>('select name, bytes from draw_file where draw = ? order by name')
    .all(draw)
  return new Map(
    rows.map(({ name, bytes }) => [name, new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)]),
  )
}

/** Lays files of a draw that lie elsewhere beside those that are kept, for as long as the store is open. */
export function layFiles(store: Store, draw: DrawNumber, files: ReadonlyMap<string, Uint8Array>): void {
  const brought = BROUGHT.get(store) ?? new Map<DrawNumber, ReadonlyMap<string, Uint8Array>>()
  BROUGHT.set(store, brought.set(draw, files))
}

const BROUGHT = new WeakMap<Store, Map<DrawNumber, ReadonlyMap<string, Uint8Array>>>()
