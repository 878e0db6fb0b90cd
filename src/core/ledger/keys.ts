import { ed25519 } from '@noble/curves/ed25519.js'
import { hasher } from '../hash.ts'
import { hexOfBytes } from '../hex.ts'
import { base64Of, bytesOfBase64 } from './base64.ts'
import { isKeyName } from './note.ts'

/** What a key signs: `note` the text of a note, `cosignature` that it saw a checkpoint at a time. */
export type KeyUse = 'note' | 'cosignature'

/** A public Ed25519 key with its name (C2SP signed-note, “Verifier keys”). */
export interface VerifierKey {
  readonly name: string
  /** Eight hexadecimal digits, made of the name, the use and the key. */
  readonly id: string
  readonly use: KeyUse
  readonly publicKey: Uint8Array
}

/** The key that only its owner has. */
export interface SignerKey {
  readonly verifier: VerifierKey
  /** The 32 bytes that Ed25519 (RFC 8032) makes the key of. */
  readonly secret: Uint8Array
}

/** The key that these 32 bytes of chance make. */
export function signerKey(name: string, use: KeyUse, secret: Uint8Array): SignerKey {
  const publicKey = ed25519.getPublicKey(secret)
  return { secret, verifier: { name, use, publicKey, id: keyId(name, use, publicKey) } }
}

/** A public key in one line: `name+id+base64`. */
export function verifierKeyText({ name, id, use, publicKey }: VerifierKey): string {
  return `${name}+${id}+${withType(use, publicKey)}`
}

/** The key of such a line; null where it is none, is of another kind than Ed25519, or its id is not its own. */
export function parseVerifierKey(line: string): VerifierKey | null {
  const parts = keyParts(line)
  if (parts === null) return null
  const { name, id, use, bytes } = parts
  return id === keyId(name, use, bytes) ? { name, id, use, publicKey: bytes } : null
}

/** The key in the one line of its file, as `golang.org/x/mod/sumdb/note` writes it. */
export function signerKeyText({ verifier: { name, id, use }, secret }: SignerKey): string {
  return `${PRIVATE}${name}+${id}+${withType(use, secret)}\n`
}

/** The key of such a file; null where it holds none. */
export function parseSignerKey(text: string): SignerKey | null {
  const line = text.trim()
  const parts = line.startsWith(PRIVATE) ? keyParts(line.slice(PRIVATE.length)) : null
  if (parts === null) return null
  const key = signerKey(parts.name, parts.use, parts.bytes)
  return key.verifier.id === parts.id ? key : null
}

const PRIVATE = 'PRIVATE+KEY+'

/** The bytes by which C2SP tells the uses apart. */
const TYPES: Readonly<Record<KeyUse, number>> = { note: 0x01, cosignature: 0x04 }
const USES = Object.keys(TYPES) as KeyUse[]
const KEY_LENGTH = 32

function withType(use: KeyUse, bytes: Uint8Array): string {
  return base64Of(Uint8Array.from([TYPES[use], ...bytes]))
}

/** A name holds no `+`; the base 64 behind it may. */
function keyParts(
  line: string,
): { readonly name: string; readonly id: string; readonly use: KeyUse; readonly bytes: Uint8Array } | null {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(line) ?? []
  if (name === undefined || !isKeyName(name)) return null
  const bytes = bytesOfBase64(encoded!)
  const use = USES.find(use => TYPES[use] === bytes?.[0])
  return use === undefined || bytes!.length !== 1 + KEY_LENGTH
    ? null
    : { name, id: id!, use, bytes: bytes!.subarray(1) }
}

function keyId(name: string, use: KeyUse, publicKey: Uint8Array): string {
  const head = hasher().update(`${name}\n`).update(Uint8Array.of(TYPES[use])).update(publicKey)
  return hexOfBytes(head.bytes().subarray(0, 4))
}
