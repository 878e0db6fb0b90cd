import type { Digest } from '../ids.ts'
import { EMPTY_ROOT, MOST_LEAVES, type TreeHead } from './consistency.ts'
import { type Note, parseNote } from './note.ts'
import { base64OfDigest, digestOfBase64 } from './root.ts'

/** How far a ledger goes, and the hash over all of it (C2SP tlog-checkpoint). */
export interface Checkpoint extends TreeHead {
  /** The name of the ledger, which its key has too. */
  readonly origin: string
  /** The draws that were frozen and waited for their seed, in extension lines: whoever signs says that they were announced. */
  readonly waiting: readonly WaitingDraw[]
}

export interface WaitingDraw {
  /** `YYYY-NNNN`. */
  readonly draw: string
  /** Its commitment's digest. */
  readonly digest: Digest
}

/** The lines that are signed: three, and one for each draw that waits. */
export function checkpointText({ origin, size, root, waiting }: Checkpoint): string {
  const draws = waiting.map(({ draw, digest }) => `draw ${draw} ${digest}\n`)
  return `${origin}\n${size}\n${base64OfDigest(root)}\n${draws.join('')}`
}

/** A note that is a checkpoint, with what it says. */
export interface SignedCheckpoint {
  readonly note: Note
  readonly checkpoint: Checkpoint
}

/** Reads a signed checkpoint; null where a text is none. Whether its signatures hold is another question. */
export function parseCheckpoint(text: string): SignedCheckpoint | null {
  const note = parseNote(text)
  const [origin, size, encoded, ...more] = note?.text.slice(0, -1).split('\n') ?? []
  const root = encoded === undefined ? null : digestOfBase64(encoded)
  if (!note || !origin || root === null || more.includes('') || !/^(0|[1-9]\d*)$/.test(size!)) return null
  const leaves = Number(size)
  if (leaves > MOST_LEAVES || (leaves === 0 && root !== EMPTY_ROOT)) return null
  return { note, checkpoint: { origin, size: leaves, root, waiting: more.flatMap(waitingDraw) } }
}

/** Other programs may write other lines: they say nothing here. */
function waitingDraw(line: string): WaitingDraw[] {
  const [, draw, digest] = WAITING.exec(line) ?? []
  return draw === undefined ? [] : [{ draw, digest: digest as Digest }]
}

const WAITING = /^draw (\d{4}-\d{4,}) ([0-9a-f]{64})$/
