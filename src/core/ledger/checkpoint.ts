import type { TreeHead } from './consistency.ts'
import { EMPTY_ROOT, MOST_LEAVES } from './consistency.ts'
import { type Note, parseNote } from './note.ts'
import { base64OfDigest, digestOfBase64 } from './root.ts'

/** How far a ledger goes, and the hash over all of it (C2SP tlog-checkpoint). */
export interface Checkpoint extends TreeHead {
  /** The name of the ledger, which its key has too. */
  readonly origin: string
}

/** The three lines that are signed. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${base64OfDigest(root)}\n`
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
  return { note, checkpoint: { origin, size: leaves, root } }
}
