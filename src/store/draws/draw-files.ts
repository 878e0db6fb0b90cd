import type { DrawNumber } from '../../core/ids.ts'
import type { EntryWriter } from '../entry.ts'
import type { Store } from '../open.ts'
import { DRAW_FILE } from '../schema/ledger-tables.ts'
import type { RowOf } from '../schema/table.ts'

type FileRow = RowOf<typeof DRAW_FILE>

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
  const row = store
    .sql<Pick<FileRow, 'bytes'>>('select bytes from draw_file where draw = ? and name = ?')
    .get(draw, name)
  return new Map(row === undefined ? [] : [[name, new Uint8Array(row.bytes)]])
}

/** The files of a draw's folder that the store keeps, by name in byte order. */
export function filesOf(store: Store, draw: DrawNumber): Map<string, Uint8Array> {
  const rows = store
    .sql<Pick<FileRow, 'name' | 'bytes'>>('select name, bytes from draw_file where draw = ? order by name')
    .all(draw)
  return new Map(
    rows.map(({ name, bytes }) => [name, new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)]),
  )
}
