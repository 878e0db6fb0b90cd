import { sha256Hex } from '../hash.ts'
import { isDigest } from '../hex.ts'
import type { Digest } from '../ids.ts'
import { isObject, parseJson } from '../json.ts'
import { sealedText } from '../ledger.ts'
import { consistencyRanges, inclusionRanges, type Range } from './ranges.ts'
import { digestOfBase64 } from './root.ts'
import { parseRequest } from './witness-request.ts'

/** What a published file says of a ledger: digests of single entries, and hashes over parts of its tree. */
export interface Claims {
  readonly entries: readonly EntryClaim[]
  readonly parts: readonly PartClaim[]
  /** The names that checkpoints in it give the ledger. */
  readonly origins: readonly string[]
}

export interface EntryClaim {
  readonly number: number
  readonly digest: Digest
  /** What the digest is of, where that is shown. */
  readonly text: string | null
}

export interface PartClaim extends Range {
  readonly root: Digest
}

/**
 * All claims in the text of a file: a record or an announcement of any version, a checkpoint, what a witness is given, or
 * the list that `ssj log --json` prints. What is none of these claims nothing.
 */
export function claimsIn(text: string): Claims {
  const value = parseJson(text)
  return isObject(value) ? claimsInRecord(value) : (claimsInRequest(text) ?? claimsInProse(text))
}

/** Claims of several files as those of one. */
export function joined(all: readonly Claims[]): Claims {
  return {
    entries: all.flatMap(({ entries }) => entries),
    parts: all.flatMap(({ parts }) => parts),
    origins: all.flatMap(({ origins }) => origins),
  }
}

const NOTHING: Claims = { entries: [], parts: [], origins: [] }

function claimsInRecord(record: Readonly<Record<string, unknown>>): Claims {
  const { frozen, drawn, sealed, entries, checkpoints } = record
  const places = [frozen, drawn, isObject(sealed) ? sealed.revealed : undefined]
  const named = places.flatMap(place => (isObject(place) ? entryClaim(place.entry, place.ledger, null) : []))
  const listed = Array.isArray(entries) ? entries.flatMap(listedEntry) : []
  const carried = Array.isArray(checkpoints) ? checkpoints.map(carriedClaims) : []
  return joined([{ ...NOTHING, entries: [...named, ...listed] }, ...carried])
}

/** An entry as `ssj log --json` prints it; its content counts where it is what the digest is of. */
function listedEntry(entry: unknown): EntryClaim[] {
  if (!isObject(entry)) return []
  const { number, at, actor, action, subject, rows, previous, digest } = entry
  const text = sealedText(
    { number, at, actor, action, previous } as Parameters<typeof sealedText>[0],
    JSON.stringify(subject),
    JSON.stringify(rows),
  )
  return entryClaim(number, digest, sha256Hex(text) === digest ? text : null)
}

function entryClaim(number: unknown, digest: unknown, text: string | null): EntryClaim[] {
  const isEntry = Number.isSafeInteger(number) && (number as number) > 0
  return isEntry && typeof digest === 'string' && isDigest(digest)
    ? [{ number: number as number, digest, text }]
    : []
}

/** A checkpoint in a record, with the entries that it is shown to hold. */
function carriedClaims(carried: unknown): Claims {
  if (!isObject(carried) || typeof carried.note !== 'string') return NOTHING
  const note = claimsInRequest(carried.note) ?? NOTHING
  const size = note.parts[0]?.to ?? 0
  const entries = isObject(carried.entries) ? Object.values(carried.entries) : []
  return joined([note, ...entries.map(entry => shownClaims(entry, size))])
}

function shownClaims(entry: unknown, size: number): Claims {
  if (!isObject(entry)) return NOTHING
  const { number, digest, proof } = entry
  const entries = entryClaim(number, digest, null)
  const [claim] = entries
  if (claim === undefined || claim.number > size || !Array.isArray(proof)) return { ...NOTHING, entries }
  return { ...NOTHING, entries, parts: partsOf(inclusionRanges(claim.number - 1, size), proof.map(hashIn)) }
}

/** A checkpoint, with the proof that stands before it. */
function claimsInRequest(text: string): Claims | null {
  const request = parseRequest(text)
  if (request === null) return null
  const { old, proof, checkpoint } = request
  const { origin, size, root } = checkpoint
  const ranges = old <= size ? consistencyRanges(old, size) : []
  return { entries: [], origins: [origin], parts: [{ from: 0, to: size, root }, ...partsOf(ranges, proof)] }
}

/** What an announcement says in words, on paper or as a table, and a checkpoint among them. */
function claimsInProse(text: string): Claims {
  const entries = [...text.matchAll(ENTRY)].flatMap(([, number, digest]) =>
    entryClaim(Number(number), digest, null),
  )
  const heads = [...text.matchAll(HEAD)].map(([, origin, size, encoded]) => ({
    origin: origin!,
    part: { from: 0, to: Number(size), root: digestOfBase64(encoded!)! },
  }))
  return { entries, parts: heads.map(({ part }) => part), origins: heads.map(({ origin }) => origin) }
}

const ENTRY = /(?:第\s?|entry )(\d{1,9})(?:\s?条，摘要|, digest)\s?([0-9a-f]{64})/g
const HEAD =
  /(?<![^\s<>，,："])([^\s<>，,："]+)，(0|[1-9]\d{0,8}) 条，([A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)/g

function hashIn(encoded: unknown): Digest | null {
  return typeof encoded === 'string' ? digestOfBase64(encoded) : null
}

function partsOf(ranges: readonly Range[], hashes: readonly (Digest | null)[]): PartClaim[] {
  if (ranges.length !== hashes.length || hashes.includes(null)) return []
  return ranges.map((range, i) => ({ ...range, root: hashes[i]! }))
}
