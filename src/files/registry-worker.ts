import { parentPort, workerData } from 'node:worker_threads'
import { RECORD, UNIT } from '../core/ledger.ts'
import { UserError } from '../core/reason.ts'
import type { FileProblem } from '../core/registry/file-problem.ts'
import { type Found, found, gather } from '../core/registry/findings.ts'
import type { Column } from '../core/registry/headings.ts'
import { type FileRequest, openRegistryFile, type Refused } from './registry-file.ts'

/** What the thread says, in this order: open, batches, then end; or a problem at any point. */
export type Said =
  | {
      readonly kind: 'open'
      readonly headings: readonly string[]
      readonly columns: readonly Column[]
      readonly sha256: string
    }
  /** The records as one text in UTF-8, handed over: bytes cross threads without a copy. */
  | {
      readonly kind: 'batch'
      readonly text: Uint8Array<ArrayBuffer>
      readonly lines: Uint32Array<ArrayBuffer>
      readonly refused: readonly Refused[]
    }
  | { readonly kind: 'end'; readonly found: Found; readonly met: ReadonlySet<string> }
  | { readonly kind: 'problem'; readonly problem: FileProblem }
  | { readonly kind: 'failed'; readonly stack: string }

/** How many batches may wait to be remembered. */
const AHEAD = 8

const encoder = new TextEncoder()
const port = parentPort!
const say = (said: Said) => port.postMessage(said)

try {
  await read(workerData as FileRequest)
} catch (error) {
  const problem =
    error instanceof UserError && error.reason.code === 'file-problem' ? error.reason.details.problem : null
  say(
    problem === null
      ? { kind: 'failed', stack: (error as Error).stack ?? String(error) }
      : { kind: 'problem', problem },
  )
}
port.close()

async function read(request: FileRequest): Promise<void> {
  const gathered = gather()
  const file = await openRegistryFile(request, gathered)
  const credit = credits()
  say({ kind: 'open', headings: file.headings, columns: file.columns, sha256: file.sha256 })
  for await (const { rows, lines, refused } of file.batches()) {
    await credit()
    const text = encoder.encode(rows.map(row => row.join(UNIT)).join(RECORD))
    const numbers = Uint32Array.from(lines)
    port.postMessage({ kind: 'batch', text, lines: numbers, refused } satisfies Said, [
      text.buffer,
      numbers.buffer,
    ])
  }
  say({ kind: 'end', found: found(gathered), met: file.met() })
}

/** Waits while too many batches are under way. */
function credits(): () => Promise<void> {
  let left = AHEAD
  let wake: (() => void) | null = null
  port.on('message', () => {
    left++
    wake?.()
    wake = null
  })
  return async () => {
    while (left === 0) await new Promise<void>(resolve => (wake = resolve))
    left--
  }
}
