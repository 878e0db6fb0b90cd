import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { UNIT } from '../../core/ledger.ts'
import type { Piece, RowBatch } from './row-batch.ts'
import type { ReadOptions } from './rows.ts'
import type { PackedRows, Said, ThreadRequest, Told } from './rows-worker.ts'

/** From this size on a second thread is worth its start. */
const LARGE_BYTES = 4_000_000

/** Node runs the built program only: from source, as in tests, there is one thread. */
const BUILT = import.meta.url.endsWith('.js')

/** True for a file that is large enough to be read in a thread of its own. */
export function isLarge(path: string): boolean {
  return BUILT && path !== '-' && (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGE_BYTES
}

/** The same as `readRows`, with reading and parsing in a second thread, so that the first is free for the records. */
export async function* readRowsInThread(
  path: string,
  { stdin: _, kept: _kept, ahead, ...options }: ReadOptions,
): AsyncGenerator<Piece> {
  const worker = new Worker(new URL('./rows-worker.js', import.meta.url), {
    workerData: { path, options } satisfies ThreadRequest,
  })
  const next = messagesOf(worker)
  const tell = (told: Told) => worker.postMessage(told)
  if (ahead !== undefined) ahead.read = tell
  try {
    for (;;) {
      const said = await next()
      if (said.kind === 'end') return
      if (said.kind === 'failed') throw new Error(said.stack)
      tell('more')
      yield said.kind === 'packed' ? unpacked(said) : said
    }
  } finally {
    await worker.terminate()
  }
}

/** Each row is a text of its own: whoever keeps a cell keeps its row alive, not the whole batch. */
function unpacked({ first, done, text, ends, known, told }: PackedRows): RowBatch {
  const bytes = Buffer.from(text)
  const rows: string[][] = []
  const records: (string[] | null)[] = []
  let start = 0
  for (const end of ends) {
    const cells = bytes.toString('utf16le', start * 2, end * 2).split(UNIT)
    const isRecord = known?.[rows.length] === 1
    rows.push(isRecord ? [] : cells)
    records.push(isRecord ? cells : null)
    start = end
  }
  const batch: RowBatch = { kind: 'rows', first, rows, records, notes: [], done }
  return told === undefined ? batch : { ...batch, told }
}

/** Messages one by one, in order; what the thread itself could not handle is the last. */
function messagesOf(worker: Worker): () => Promise<Said> {
  const waiting: Said[] = []
  let wanted: ((said: Said) => void) | null = null
  const take = (said: Said) => {
    if (wanted === null) waiting.push(said)
    else {
      const give = wanted
      wanted = null
      give(said)
    }
  }
  worker.on('message', take)
  worker.on('error', error => take({ kind: 'failed', stack: error.stack ?? String(error) }))
  return () => {
    const first = waiting.shift()
    return first === undefined ? new Promise(resolve => (wanted = resolve)) : Promise.resolve(first)
  }
}
