import { ed25519 } from '@noble/curves/ed25519.js'
import type { KeyUse, SignerKey, VerifierKey } from './keys.ts'
import type { Note, NoteSignature } from './note.ts'

/**
 * Signs the text of a note. A cosignature says besides that the checkpoint was the largest its key had seen at
 * `seconds`, counted since 1970 UTC (C2SP tlog-cosignature).
 */
export function sign({ verifier, secret }: SignerKey, text: string, seconds: number): NoteSignature {
  const { name, id, use } = verifier
  const signature = ed25519.sign(signedBytes(use, text, BigInt(seconds)), secret)
  return { name, id, bytes: use === 'note' ? signature : timed(BigInt(seconds), signature) }
}

/** What a note shows of one key. `at` is when a cosignature was made; of a signature nothing is known of that. */
export type Signed =
  | { readonly kind: 'holds'; readonly at: number | null }
  | { readonly kind: 'absent' }
  | { readonly kind: 'fails' }

/** Whether a note is signed by this key. A line of the same name and id that does not hold makes the note worthless. */
export function signedBy({ text, signatures }: Note, key: VerifierKey): Signed {
  const own = signatures.filter(({ name, id }) => name === key.name && id === key.id)
  if (own.length === 0) return { kind: 'absent' }
  const times = own.map(({ bytes }) => verified(key, text, bytes))
  const failed = times.some(time => time === null)
  return failed ? { kind: 'fails' } : { kind: 'holds', at: times.at(-1)!.at }
}

function verified(key: VerifierKey, text: string, bytes: Uint8Array): { readonly at: number | null } | null {
  const isTimed = key.use === 'cosignature'
  if (bytes.length !== SIGNATURE_LENGTH + (isTimed ? TIME_LENGTH : 0)) return null
  const time = isTimed ? timeIn(bytes) : 0n
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return null
  const signature = bytes.subarray(isTimed ? TIME_LENGTH : 0)
  // The law of RFC 8032 alone: what other programs refuse is refused.
  return ed25519.verify(signature, signedBytes(key.use, text, time), key.publicKey, { zip215: false })
    ? { at: isTimed ? Number(time) : null }
    : null
}

const SIGNATURE_LENGTH = 64
const TIME_LENGTH = 8

function signedBytes(use: KeyUse, text: string, seconds: bigint): Uint8Array {
  return new TextEncoder().encode(use === 'note' ? text : `cosignature/v1\ntime ${seconds}\n${text}`)
}

function timed(seconds: bigint, signature: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(TIME_LENGTH + signature.length)
  new DataView(bytes.buffer).setBigUint64(0, seconds)
  bytes.set(signature, TIME_LENGTH)
  return bytes
}

function timeIn(bytes: Uint8Array): bigint {
  return new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0)
}
