import { signingKeyId } from './key-id.ts'
import { parsePublicKey } from './pem.ts'
import { readSigners, type Signers, type SignersReading } from './signers.ts'

/** Whose signatures a file asks for: a public key its own, a list that an office publishes as many of its keys as it says. */
export function signersOfText(text: string): SignersReading | { readonly kind: 'not-a-key' } {
  if (text.trimStart().startsWith('{')) {
    const read = readSigners(text)
    if (read.kind === 'flawed') return read
    return { kind: 'signers', signers: { ...read.signers, least: Math.max(1, read.signers.least) } }
  }
  const key = parsePublicKey(text)
  if (key === null) return { kind: 'not-a-key' }
  const signer = { id: signingKeyId(key), name: null, key, registered: null, ended: null }
  return { kind: 'signers', signers: { least: 1, signers: [signer] } }
}

/** All of them together: each key once, and as many signatures as they ask for between them. */
export function signersTogether(lists: readonly Signers[]): Signers {
  const signers = new Map(lists.flatMap(list => list.signers.map(one => [one.id, one] as const)))
  return { signers: [...signers.values()], least: lists.reduce((sum, list) => sum + list.least, 0) }
}
