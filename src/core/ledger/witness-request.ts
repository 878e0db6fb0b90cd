import type { Digest } from '../ids.ts'
import { parseCheckpoint, type SignedCheckpoint } from './checkpoint.ts'
import { noteText } from './note.ts'
import { base64OfDigest, digestOfBase64 } from './root.ts'

/** What a witness is given: a checkpoint, and the proof that it begins with the tree that the witness signed last. */
export interface WitnessRequest extends SignedCheckpoint {
  /** The size of that tree. */
  readonly old: number
  readonly proof: readonly Digest[]
}

/** The request as a text that a stick or a mail carries: the body of `add-checkpoint` (C2SP tlog-witness). */
export function requestText({ old, proof, note }: WitnessRequest): string {
  return `old ${old}\n${proof.map(digest => `${base64OfDigest(digest)}\n`).join('')}\n${noteText(note)}`
}

/** Reads a request, or a checkpoint alone, which asks for its first signature; null where a text is neither. */
export function parseRequest(text: string): WitnessRequest | null {
  const [, size, lines, rest] = REQUEST.exec(text) ?? []
  const signed = parseCheckpoint(rest ?? text)
  if (signed === null) return null
  if (size === undefined) return { ...signed, old: 0, proof: [] }
  const proof = lines!.split('\n').slice(0, -1).map(digestOfBase64)
  if (proof.includes(null) || proof.length > MOST_HASHES) return null
  return { ...signed, old: Number(size), proof: proof as Digest[] }
}

const REQUEST = /^old (0|[1-9]\d{0,9})\n((?:[^\n]+\n)*)\n([\s\S]*)$/
const MOST_HASHES = 63
