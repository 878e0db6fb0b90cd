import { base64Of, bytesOfBase64 } from '../ledger/base64.ts'
import type { PublicKey, SecretKey } from './key.ts'
import { pkcs8Of, publicKeyIn, secretKeyIn, sm2KeyIn, spkiOf } from './spki.ts'

/** A public key as the text of its file (RFC 7468): `openssl pkey -pubin` reads it. */
export function publicKeyPem(key: PublicKey): string {
  return pem('PUBLIC KEY', spkiOf(key))
}

/** A secret key as the text of its file: `openssl pkey` reads it. */
export function secretKeyPem(key: SecretKey): string {
  return pem('PRIVATE KEY', pkcs8Of(key))
}

/** The public key in a text; null where it holds none of SM2 or Ed25519. */
export function parsePublicKey(text: string): PublicKey | null {
  const block = blocksIn(text).find(({ label }) => label === 'PUBLIC KEY')
  return block === undefined ? null : publicKeyIn(block.bytes)
}

export type SecretKeyReading =
  | { readonly kind: 'key'; readonly key: SecretKey }
  /** Under a password, which this program does not ask for. */
  | { readonly kind: 'locked' }
  /** A public key alone, which cannot sign. */
  | { readonly kind: 'public' }
  | { readonly kind: 'none' }

/** The secret key in a text, as OpenSSL writes it now or wrote it before. */
export function readSecretKey(text: string): SecretKeyReading {
  const blocks = blocksIn(text)
  if (/-----BEGIN ENCRYPTED|ENCRYPTED\r?\n/.test(text)) return { kind: 'locked' }
  for (const { label, bytes } of blocks) {
    const key = SECRET_LABELS[label]?.(bytes)
    if (key) return { kind: 'key', key }
  }
  return { kind: blocks.some(({ label }) => label === 'PUBLIC KEY') ? 'public' : 'none' }
}

const SECRET_LABELS: Readonly<Record<string, (bytes: Uint8Array) => SecretKey | null>> = {
  'PRIVATE KEY': secretKeyIn,
  'EC PRIVATE KEY': sm2KeyIn,
}

interface Block {
  readonly label: string
  readonly bytes: Uint8Array
}

function blocksIn(text: string): Block[] {
  return [...text.matchAll(BLOCK)].flatMap(([, label, body]) => {
    const bytes = bytesOfBase64(body!.replace(/\s/g, ''))
    return bytes === null ? [] : [{ label: label!, bytes }]
  })
}

const BLOCK = /-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----/g

function pem(label: string, bytes: Uint8Array): string {
  const lines = base64Of(bytes).match(/.{1,64}/g)!
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}
