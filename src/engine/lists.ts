import type { FixedFile } from '../core/draw/commitment/commitment.ts'
import { headingOf, type Table } from '../core/draw/folder/table.ts'
import { EXCLUSIONS, FRAME } from '../core/draw/folder/tables.ts'
import { exclusionLinesSql, frameLinesSql } from '../core/engine/freeze-sql.ts'
import { namesOf } from '../core/engine/tables.ts'
import type { Snapshot } from '../core/freeze/fix.ts'
import { hasher } from '../core/hash.ts'
import type { Session } from './drivers/session.ts'

/** One list of a snapshot as the bytes of its file; the digest that it should have tells whether it is still the same. */
export interface ListFile {
  readonly file: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** The files of frame and exclusions as the snapshot has them. */
export async function listFiles(session: Session, { tables }: Snapshot): Promise<readonly ListFile[]> {
  const names = namesOf(tables)
  return [
    await listFile(session, FRAME, frameLinesSql(session.dialect, names)),
    await listFile(session, EXCLUSIONS, exclusionLinesSql(session.dialect, names)),
  ]
}

async function listFile<Row>(session: Session, table: Table<Row>, sql: string): Promise<ListFile> {
  const encoder = new TextEncoder()
  const pieces = [encoder.encode(headingOf(table))]
  for await (const lines of session.lines(sql))
    if (lines.length > 0) pieces.push(encoder.encode(`${lines.join('\n')}\n`))
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  const hash = hasher()
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    hash.update(piece)
    at += piece.length
  }
  return { file: table.file, bytes, sha256: hash.hex() }
}

/** Of which file a digest is another one than was committed to. */
export function changedFile(
  files: readonly ListFile[],
  commitment: { readonly frame: FixedFile; readonly exclusions: FixedFile },
): (ListFile & { readonly expected: string }) | undefined {
  const expected: Readonly<Record<string, string>> = {
    [FRAME.file]: commitment.frame.sha256,
    [EXCLUSIONS.file]: commitment.exclusions.sha256,
  }
  const changed = files.find(({ file, sha256 }) => sha256 !== expected[file])
  return changed && { ...changed, expected: expected[changed.file]! }
}
