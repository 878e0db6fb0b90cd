import { sha256Hex } from '../hash.ts'
import { isDigest } from '../hex.ts'
import type { Digest } from '../ids.ts'
import { inclusionRanges, type Range } from './ranges.ts'
import { base64OfDigest } from './root.ts'

/** Where an announcement carries its checkpoint; the folder of a draw that was made has it in `record.json`. */
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
  /** What the digest is of, or null where that would tell what is not public. */
  readonly text: string | null
  /** The audit path, lowest first, in base 64. */
  readonly proof: readonly string[]
}

/** An entry with the proof that a tree of `size` leaves holds it; `rootsOf` gives the hashes of its parts. */
export function carriedEntry(
  { number, digest, text }: Omit<CarriedEntry, 'proof'>,
  size: number,
  rootsOf: (ranges: readonly Range[]) => readonly (Digest | null)[],
): CarriedEntry {
  const proof = rootsOf(inclusionRanges(number - 1, size)).map(root => base64OfDigest(root!))
  return { number, digest, text, proof }
}

/** The digests that the text of an entry holds, where it is what `digest` is of: its draw's commitment is among them. */
export function entryTold(text: string, digest: Digest): EntryTold | null {
  if (!isDigest(digest) || sha256Hex(text) !== digest) return null
  const [number, at, actor, action, subject] = JSON.parse(text.slice(text.indexOf('\n') + 1))
  return { number, at, actor, action, subject: JSON.parse(subject) }
}

export interface EntryTold {
  readonly number: number
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly subject: Readonly<Record<string, unknown>>
}
