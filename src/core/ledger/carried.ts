import type { Digest } from '../ids.ts'
import type { SignedCheckpoint } from './checkpoint.ts'
import { noteText } from './note.ts'
import { inclusionRanges, type Range } from './ranges.ts'
import { base64OfDigest } from './root.ts'

/** Where an announcement carries its checkpoints; the folder of a draw that was made has them in `record.json`. */
export const LEDGER_FILE = 'ledger.json'

/** A checkpoint as records and announcements carry it, with proof that it holds the entries of the draw. */
export interface CarriedCheckpoint {
  /** The signed note, with the witnesses' lines. */
  readonly note: string
  readonly entries: {
    readonly frozen: CarriedEntry
    /** Null where the checkpoint does not go so far, or nothing is drawn yet. */
    readonly drawn: CarriedEntry | null
  }
  /** Tokens of time stamping authorities over the note's text, in base 64. */
  readonly timeStamps: readonly string[]
}

export interface CarriedEntry {
  readonly number: number
  readonly digest: Digest
  /** The audit path, lowest first, in base 64. */
  readonly proof: readonly string[]
}

/** The checkpoint with proofs of these entries; `rootsOf` gives the hashes of parts of the ledger's tree. */
export function carried(
  { note, checkpoint }: SignedCheckpoint,
  entries: { readonly frozen: Place; readonly drawn: Place | null },
  timeStamps: readonly string[],
  rootsOf: (ranges: readonly Range[]) => readonly (Digest | null)[],
): CarriedCheckpoint {
  const { size } = checkpoint
  const proven = ({ number, digest }: Place): CarriedEntry => ({
    number,
    digest,
    proof: rootsOf(inclusionRanges(number - 1, size)).map(root => base64OfDigest(root!)),
  })
  const { frozen, drawn } = entries
  return {
    note: noteText(note),
    entries: { frozen: proven(frozen), drawn: drawn !== null && drawn.number <= size ? proven(drawn) : null },
    timeStamps,
  }
}

/** An entry by its number and the digest that seals it. */
export interface Place {
  readonly number: number
  readonly digest: Digest
}

/**
 * Which checkpoints a draw's papers carry: the first that announces it, so that it is seen when it was witnessed, and the last that
 * holds it as it is now. Where several would do, one that more have signed.
 */
export function toCarry(
  checkpoints: readonly SignedCheckpoint[],
  draw: { readonly number: string; readonly digest: Digest; readonly last: number },
): readonly SignedCheckpoint[] {
  const announcing = checkpoints.filter(({ checkpoint }) =>
    checkpoint.waiting.some(waiting => waiting.draw === draw.number && waiting.digest === draw.digest),
  )
  const holding = checkpoints.filter(({ checkpoint }) => checkpoint.size >= draw.last).toReversed()
  return [...new Set([...mostSigned(announcing), ...mostSigned(holding)])]
}

/** The first of those that most have signed. */
function mostSigned(checkpoints: readonly SignedCheckpoint[]): readonly SignedCheckpoint[] {
  const signatures = ({ note }: SignedCheckpoint) => note.signatures.length
  const most = checkpoints.reduce((sum, one) => Math.max(sum, signatures(one)), 0)
  return checkpoints.filter(one => signatures(one) === most).slice(0, 1)
}
