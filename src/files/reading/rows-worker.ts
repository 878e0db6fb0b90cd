import { parentPort, workerData } from 'node:worker_threads'
import { UNIT } from '../../core/ledger.ts'
import type { NotesAhead, Piece, RowBatch } from './row-batch.ts'
import { type ReadOptions, readRows } from './rows.ts'
import type { AheadTerms } from './rows-ahead.ts'

/** What the thread says: the pieces of `readRows` in their order, rows mostly packed; then `end`, or why it failed. */
export type Said =
  | Piece
  | PackedRows
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly stack: string }

/**
 * Rows as one text, handed over: bytes cross threads without a copy, arrays of strings one by one. In UTF-16, as the
 * engine keeps text: 0.2 s for a million rows where UTF-8 takes 1.8 s.
 */
export interface PackedRows {
  readonly kind: 'packed'
  readonly first: number
  readonly done: number
  readonly text: ArrayBuffer
  /** Where each row ends, in characters. */
  readonly ends: Uint32Array<ArrayBuffer>
  /** 1 for each row that is a record already; left out where none is. */
  readonly known?: Uint8Array<ArrayBuffer>
  readonly told?: NotesAhead
}

/** What the thread is told: that a piece was taken, or how rows are read beforehand from now on. */
export type Told = 'more' | AheadTerms

export interface ThreadRequest {
  readonly path: string
  readonly options: Omit<ReadOptions, 'stdin' | 'kept' | 'ahead'>
}

/** How many batches may wait to be taken. */
const AHEAD = 8

const port = parentPort!
const say = (said: Said, handed: readonly ArrayBuffer[] = []) => port.postMessage(said, handed)

try {
  const { path, options } = workerData as ThreadRequest
  const { credit, readAhead } = listening()
  for await (const piece of readRows(path, options)) {
    if (piece.kind !== 'rows' || piece.holdsMarks || piece.notes.length > 0) {
      await credit()
      say(piece)
    } else {
      const packed = packedRows((await readAhead())(piece))
      await credit()
      say(packed, [packed.text, packed.ends.buffer])
    }
  }
  say({ kind: 'end' })
} catch (error) {
  say({ kind: 'failed', stack: (error as Error).stack ?? String(error) })
}
port.close()

function packedRows({ first, rows, records, told, done = 0 }: RowBatch): PackedRows {
  const lines = rows.map((row, i) => (records?.[i] ?? row).join(UNIT))
  const ends = new Uint32Array(lines.length)
  let end = 0
  for (const [i, line] of lines.entries()) {
    end += line.length
    ends[i] = end
  }
  const text = new ArrayBuffer(end * 2)
  Buffer.from(text).write(lines.join(''), 'utf16le')
  const packed: PackedRows = { kind: 'packed', first, done, text, ends }
  if (records === undefined || told === undefined) return packed
  return { ...packed, told, known: Uint8Array.from(records, record => (record === null ? 0 : 1)) }
}

/** What the thread listens for: `credit` waits while too many batches are under way, `readAhead` is how rows are read beforehand. */
function listening() {
  let left = AHEAD
  let wake: (() => void) | null = null
  let reading: Promise<(batch: RowBatch) => RowBatch> = Promise.resolve(batch => batch)
  port.on('message', (told: Told) => {
    if (told !== 'more') {
      reading = import('./rows-ahead.ts').then(({ rowsAhead }) => rowsAhead(told))
      return
    }
    left++
    wake?.()
    wake = null
  })
  return {
    readAhead: () => reading,
    async credit() {
      while (left === 0) await new Promise<void>(resolve => (wake = resolve))
      left--
    },
  }
}
