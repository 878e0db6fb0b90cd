import type { Readable } from 'node:stream'
import type { Encoding, FileProblem } from '../../core/file-problem.ts'
import { type Content, firstBytes, type Kept, openContent } from './content.ts'
import { lookalike, oleKind } from './lookalike.ts'
import { type Piece, stopped } from './row-batch.ts'
import type { AheadTerms } from './rows-ahead.ts'
import { sheetRows } from './sheet-rows.ts'
import { textRows } from './text-rows.ts'

export interface ReadOptions {
  readonly encoding?: Encoding | undefined
  readonly delimiter?: string | undefined
  /** Name or number (from 1) of a sheet of an .xlsx; `all` for each that is filled and not hidden. */
  readonly sheet?: string | number | undefined
  /** What `-` reads. */
  readonly stdin?: Readable | undefined
  /** The stream that the path is, where it was copied before. */
  readonly kept?: Kept | undefined
  /** Bytes that are no text are noted in their cells, if they are few, and do not end the reading. */
  readonly skipBad?: boolean | undefined
  /** Where a second thread reads, it is told here how rows are read beforehand. */
  readonly ahead?: { read: (terms: AheadTerms) => void } | undefined
  /** csv-parse reads all rows of a CSV, those too that need no parser. */
  readonly parseAll?: boolean | undefined
  /** For tests: how much is read at once. */
  readonly chunkBytes?: number | undefined
}

/**
 * The rows of a CSV or .xlsx file, packed with gzip or not, as they stand: ragged, blank and title rows too.
 * First comes the fact sheet, then batches of rows. A problem is the last thing said; it may come after rows,
 * which then must not be kept.
 */
export async function* readRows(source: string, options: ReadOptions = {}): AsyncGenerator<Piece> {
  let content: Content | undefined
  try {
    content = await openContent(source, options.stdin, options.chunkBytes ?? CHUNK_BYTES, options.kept)
    const start = await firstBytes(content, START_BYTES)
    const guess = lookalike(start)
    if (guess === undefined) yield* textRows(content, start, options)
    else if (guess === 'a-zip') yield* sheetRows(content, options.sheet)
    else yield stopped({ kind: 'not-a-table', seems: guess === 'an-ole' ? await nameOle(content) : guess })
  } catch (error) {
    const problem = systemProblem(error)
    if (problem === undefined) throw error
    yield stopped(problem)
  } finally {
    await content?.close()
  }
}

/** About 1 400 rows of 184 bytes; 64 kB and 1 MB are equally fast. */
const CHUNK_BYTES = 1 << 18
const START_BYTES = 1 << 12
const OLE_BYTES = 1 << 26

const nameOle = async (content: Content) => oleKind(await firstBytes(content, OLE_BYTES))

/** What the system said of a file, as a problem of it; undefined for an error that is none of the system's. */
export function systemProblem(error: unknown): FileProblem | undefined {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException
  if (code?.startsWith('Z_')) return { kind: 'damaged-gzip' }
  return code !== undefined && syscall !== undefined ? { kind: 'unreadable', code } : undefined
}
