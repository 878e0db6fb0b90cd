import type { FixedFile } from '../core/draw/commitment/commitment.ts'
import type { Content } from '../core/draw/folder/content.ts'
import { headingOf, type Table } from '../core/draw/folder/table.ts'
import { EXCLUSIONS, FRAME } from '../core/draw/folder/tables.ts'
import { exclusionLinesSql, frameLinesSql } from '../core/engine/freeze-sql.ts'
import { namesOf } from '../core/engine/tables.ts'
import type { Snapshot } from '../core/freeze/fix.ts'
import { hasher } from '../core/hash.ts'
import type { Digest } from '../core/ids.ts'
import { laidPieces, type Spill } from '../core/packed/spill.ts'
import type { Pieces } from '../core/pieces.ts'
import type { Session } from './drivers/session.ts'

/** One list of a snapshot as its file; the digest that it should have tells whether it is still the same. */
export interface ListFile {
  readonly file: string
  readonly content: Content
  readonly sha256: Digest
}

/** The files of frame and exclusions as the snapshot has them; what is large lies in the spill. */
export async function listFiles(
  session: Session,
  { tables }: Snapshot,
  spill: Spill,
): Promise<readonly ListFile[]> {
  const names = namesOf(tables)
  return [
    await listFile(session, FRAME, frameLinesSql(session.dialect, names), spill),
    await listFile(session, EXCLUSIONS, exclusionLinesSql(session.dialect, names), spill),
  ]
}

async function listFile<Row>(
  session: Session,
  table: Table<Row>,
  sql: string,
  spill: Spill,
): Promise<ListFile> {
  const encoder = new TextEncoder()
  const hash = hasher()
  const laid: number[] = []
  let length = 0
  let text = headingOf(table)
  const lay = () => {
    const piece = encoder.encode(text)
    hash.update(piece)
    length += piece.length
    laid.push(spill.write(piece))
    text = ''
  }
  for await (const lines of session.lines(sql)) {
    if (lines.length > 0) text += `${lines.join('\n')}\n`
    if (text.length > PIECE) lay()
  }
  if (text !== '') lay()
  const sha256 = hash.hex()
  const pieces: Pieces = {
    *[Symbol.iterator]() {
      yield* laidPieces(spill, laid)
    },
  }
  return { file: table.file, content: { length, pieces, sha256: () => sha256 }, sha256 }
}

/** So many units of text are laid down at once. */
const PIECE = 1 << 20

/** The files, each with the digest that was committed to. */
export function againstCommitted(
  files: readonly ListFile[],
  commitment: { readonly frame: FixedFile; readonly exclusions: FixedFile },
): readonly (ListFile & { readonly expected: Digest })[] {
  const expected: Readonly<Record<string, Digest>> = {
    [FRAME.file]: commitment.frame.sha256,
    [EXCLUSIONS.file]: commitment.exclusions.sha256,
  }
  return files.map(file => ({ ...file, expected: expected[file.file]! }))
}
