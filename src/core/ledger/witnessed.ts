import { isIncluded } from '../draw/folder/merkle.ts'
import { bytesOfHex, isDigest } from '../hex.ts'
import type { Digest } from '../ids.ts'
import { isObject } from '../json.ts'
import { count, type Flaw, list, object, orNull, text, textThat } from '../shape.ts'
import { bytesOfBase64 } from './base64.ts'
import type { CarriedCheckpoint, CarriedEntry } from './carried.ts'
import { parseCheckpoint, type SignedCheckpoint } from './checkpoint.ts'
import type { Policy } from './policy.ts'
import { type Cosigned, type QuorumVerdict, quorumVerdict } from './quorum.ts'
import { digestOfBase64 } from './root.ts'
import { parseTimeStamp, stampedDigest } from './time-stamp.ts'

/** Whether the ledger's checkpoint that a folder carries is believed by a policy, and what that shows of the draw. */
export type Witnessed =
  | {
      readonly kind: 'witnessed'
      readonly log: string
      readonly size: number
      readonly cosigned: readonly Cosigned[]
      /**
       * Who had signed the announcement of this very commitment, and when; null where no such checkpoint is carried, left
       * out where a checkpoint is judged by itself.
       */
      readonly announced?: readonly Cosigned[] | null
      readonly timeStamps: readonly CarriedStamp[]
    }
  | { readonly kind: 'unwitnessed'; readonly why: Unwitnessed }

/** A time stamp over a checkpoint. Who made it, `openssl` must say. */
export interface CarriedStamp {
  readonly at: string
  readonly digest: Digest
  readonly token: Uint8Array
}

export type Unwitnessed =
  /** There is none, or what is there is not written as we write it. */
  | { readonly kind: 'no-checkpoint' }
  | { readonly kind: 'malformed'; readonly path: string }
  /** An entry of the draw is not where the checkpoint is said to have it, or the record names another. */
  | { readonly kind: 'not-included'; readonly entry: number }
  /** A checkpoint that is believed holds the draw's freezing, but not yet its result. */
  | { readonly kind: 'too-early'; readonly size: number; readonly entry: number }
  | { readonly kind: 'stamp'; readonly size: number }
  | Exclude<QuorumVerdict, { kind: 'met' }>

/** The record of a folder, or what its announcement carries, with the digest of its commitment. */
export interface ToldOfLedger {
  readonly record: Readonly<Record<string, unknown>>
  readonly commitment: Digest
}

/** Judges the checkpoints of a folder by a policy: one that is believed must hold the draw as the folder shows it. */
export function witnessed(policy: Policy, { record, commitment }: ToldOfLedger): Witnessed {
  const { checkpoints } = record
  if (checkpoints === undefined) return un({ kind: 'no-checkpoint' })
  const flaw = CHECKPOINTS(checkpoints)
  if (flaw !== undefined) return un({ kind: 'malformed', path: `checkpoints${flaw.path}` })
  const carried = (checkpoints as readonly CarriedCheckpoint[]).map(one => judged(policy, one, record))
  const broken = carried.find(({ wrong }) => wrong !== null)
  if (broken?.wrong) return un(broken.wrong)
  const met = carried.flatMap(one => (one.verdict.kind === 'met' ? [{ ...one, verdict: one.verdict }] : []))
  const last = met.at(-1)
  if (last === undefined) {
    const verdict = carried.at(-1)?.verdict
    return un(verdict === undefined || verdict.kind === 'met' ? { kind: 'no-checkpoint' } : verdict)
  }
  const drawn = placeIn(record.drawn)
  const { size } = last.signed.checkpoint
  if (drawn !== null && drawn.number > size) return un({ kind: 'too-early', size, entry: drawn.number })
  const announcing = met.find(({ signed }) =>
    signed.checkpoint.waiting.some(({ draw, digest }) => draw === record.draw && digest === commitment),
  )
  return {
    kind: 'witnessed',
    log: last.verdict.log,
    size,
    cosigned: last.verdict.cosigned,
    announced: announcing?.verdict.cosigned ?? null,
    timeStamps: met.flatMap(({ stamps }) => stamps),
  }
}

interface Judged {
  readonly signed: SignedCheckpoint
  readonly verdict: QuorumVerdict
  readonly stamps: readonly CarriedStamp[]
  /** What no quorum could make good. */
  readonly wrong: Unwitnessed | null
}

function judged(
  policy: Policy,
  { note, entries, timeStamps }: CarriedCheckpoint,
  record: ToldOfLedger['record'],
): Judged {
  const signed = parseCheckpoint(note)!
  const { size } = signed.checkpoint
  const told = [
    [entries.frozen, placeIn(record.frozen)],
    [entries.drawn, placeIn(record.drawn)],
  ] as const
  const missing = told.find(
    ([entry, place]) => entry !== null && !(isPlace(entry, place) && isHeld(signed, entry)),
  )
  const stamps = timeStamps.map(token => stampIn(token, signed.note.text))
  const wrong: Unwitnessed | null = missing?.[0]
    ? { kind: 'not-included', entry: missing[0].number }
    : stamps.includes(null)
      ? { kind: 'stamp', size }
      : null
  return {
    signed,
    wrong,
    verdict: quorumVerdict(policy, signed),
    stamps: stamps.filter(stamp => stamp !== null),
  }
}

/** An announcement names no place: what it carries is all it says. */
function isPlace(entry: CarriedEntry, place: { number: number; digest: string } | null): boolean {
  return place === null || (place.number === entry.number && place.digest === entry.digest)
}

function isHeld(
  { checkpoint: { size, root } }: SignedCheckpoint,
  { number, digest, proof }: CarriedEntry,
): boolean {
  const hashes = proof.map(digestOfBase64)
  if (hashes.includes(null)) return false
  return isIncluded({ leaf: bytesOfHex(digest), index: number - 1, size, root, proof: hashes as Digest[] })
}

function stampIn(token: string, over: string): CarriedStamp | null {
  const bytes = bytesOfBase64(token)
  const stamp = bytes && parseTimeStamp(bytes)
  return stamp !== null && stamp.digest === stampedDigest(over) ? { ...stamp, token: bytes! } : null
}

function placeIn(place: unknown): { number: number; digest: string } | null {
  return isObject(place) ? { number: Number(place.entry), digest: String(place.ledger) } : null
}

function un(why: Unwitnessed): Witnessed {
  return { kind: 'unwitnessed', why }
}

const ENTRY = object({ number: count, digest: textThat('digest', isDigest), proof: list(text) })
const NOTE = textThat('checkpoint', note => parseCheckpoint(note) !== null)
const CHECKPOINTS: (value: unknown) => Flaw<string> | undefined = list(
  object({ note: NOTE, entries: object({ frozen: ENTRY, drawn: orNull(ENTRY) }), timeStamps: list(text) }),
)
