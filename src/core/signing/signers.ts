import { parseJson } from '../json.ts'
import { base64Of, bytesOfBase64 } from '../ledger/base64.ts'
import { isRecordedMoment } from '../office-time.ts'
import { count, exactly, list, oneOf, orNull, textThat } from '../shape.ts'
import type { PublicKey } from './key.ts'
import { isKeyId, signingKeyId } from './key-id.ts'
import { publicKeyIn, spkiOf } from './spki.ts'
import { isSignerName, type Registered } from './statement.ts'

/** A key that signs for an office, as the office made it known. */
export interface Signer {
  readonly id: string
  /** Null where only the key was given. */
  readonly name: string | null
  readonly key: PublicKey
  readonly registered: Registered | null
  readonly ended: SignerEnd | null
}

/** A key that signs no more: exchanged for another one, or lost, so that somebody else may have it. */
export interface SignerEnd extends Registered {
  readonly how: 'exchanged' | 'lost'
}

/** Whose signatures are believed, and how many of them must be there. */
export interface Signers {
  readonly least: number
  readonly signers: readonly Signer[]
}

/** The list that an office publishes of its keys (`ssj key list --to`): JSON, the same keys the same bytes. */
export function signersText({ least, signers }: Signers): string {
  const told = signers.map(({ id, name, key, registered, ended }) => ({
    ...{ id, name, algorithm: key.algorithm, key: base64Of(spkiOf(key)), registered, ended },
  }))
  return `${JSON.stringify({ spec: SPEC, least, signers: told }, null, 2)}\n`
}

export type SignersReading =
  | { readonly kind: 'signers'; readonly signers: Signers }
  /** The first place that is not as it should be: `signers[1].key`. */
  | { readonly kind: 'flawed'; readonly path: string; readonly found: string }

/** Reads such a list, which may be anybody's. */
export function readSigners(text: string): SignersReading {
  const value = parseJson(text)
  const flaw = SHAPE(value)
  if (flaw !== undefined) return { kind: 'flawed', path: flaw.path, found: flaw.found }
  const { least, signers } = value as Told
  const twice = signers.findIndex(({ id }, i) => signers.findIndex(other => other.id === id) < i)
  if (twice >= 0) return { kind: 'flawed', path: `signers[${twice}].id`, found: signers[twice]!.id }
  const read = signers.map(({ id, name, key, registered, ended }) => ({
    ...{ id, name, key: publicKeyIn(bytesOfBase64(key)!)!, registered, ended },
  }))
  const strange = read.findIndex(({ id, key }) => signingKeyId(key) !== id)
  return strange < 0
    ? { kind: 'signers', signers: { least, signers: read } }
    : { kind: 'flawed', path: `signers[${strange}].id`, found: read[strange]!.id }
}

interface Told {
  readonly least: number
  readonly signers: readonly (Omit<Signer, 'key'> & { readonly key: string })[]
}

const SPEC = 'ssj-signers/1'
const moment = textThat('moment', isRecordedMoment)
const SHAPE = exactly({
  spec: oneOf(SPEC),
  least: count,
  signers: list(
    exactly({
      id: textThat('key-id', isKeyId),
      name: orNull(textThat('name', isSignerName)),
      algorithm: oneOf('sm2', 'ed25519'),
      key: textThat('key', text => publicKeyIn(bytesOfBase64(text) ?? new Uint8Array()) !== null),
      registered: orNull(exactly({ entry: count, at: moment })),
      ended: orNull(exactly({ how: oneOf('exchanged', 'lost'), entry: count, at: moment })),
    }),
  ),
})
