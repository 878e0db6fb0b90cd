import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { RECORD, UNIT } from '../core/ledger.ts'
import { UserError } from '../core/reason.ts'
import { absorb, type Gathered } from '../core/registry/findings.ts'
import type { FileRequest, RegistryFile } from './registry-file.ts'
import type { Said } from './registry-worker.ts'

/** From this size on a second thread is worth its start. */
const LARGE_BYTES = 4_000_000

/** Node runs the built program only: from source, as in tests, there is one thread. */
const BUILT = import.meta.url.endsWith('.js')

/** True for a file that is large enough to be read in a thread of its own. */
export function isLarge(path: string): boolean {
  return BUILT && path !== '-' && (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGE_BYTES
}

/**
 * The same as `openRegistryFile`, with reading and parsing in a second thread, so that the first is free to remember.
 * The written cells of records do not come along.
 */
export async function openInThread(request: FileRequest, gathered: Gathered): Promise<RegistryFile> {
  const { path } = request
  const { stdin: _, ...options } = request.options
  const worker = new Worker(new URL('./registry-worker.js', import.meta.url), {
    workerData: { ...request, options } satisfies FileRequest,
  })
  const said = messagesOf(worker)
  const opened = await said.next()
  if (opened.kind !== 'open') throw reasonOf(path, opened)
  let met: ReadonlySet<string> = new Set()
  return {
    headings: opened.headings,
    columns: opened.columns,
    sha256: opened.sha256,
    met: () => met,
    async *batches() {
      try {
        for (;;) {
          const message = await said.next()
          if (message.kind === 'batch') {
            worker.postMessage('more')
            const rows = message.lines.length === 0 ? [] : rowsIn(decoder.decode(message.text))
            yield { rows, lines: message.lines, cells: () => [], refused: message.refused }
            continue
          }
          if (message.kind !== 'end') throw reasonOf(path, message)
          absorb(gathered, message.found)
          met = message.met
          return
        }
      } finally {
        await worker.terminate()
      }
    },
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

function rowsIn(text: string): string[][] {
  return text.split(RECORD).map(row => row.split(UNIT))
}

function reasonOf(path: string, message: Said): Error {
  if (message.kind === 'problem') return new UserError('file-problem', { path, problem: message.problem })
  return message.kind === 'failed' ? new Error(message.stack) : new Error(`unexpected ${message.kind}`)
}

/** Messages one by one, in order; what the thread itself could not handle is the last. */
function messagesOf(worker: Worker): { readonly next: () => Promise<Said> } {
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
  return {
    next: () => {
      const first = waiting.shift()
      return first === undefined ? new Promise(resolve => (wanted = resolve)) : Promise.resolve(first)
    },
  }
}
