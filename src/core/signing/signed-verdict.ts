import { sha256Hex } from '../hash.ts'
import { hexOfBytes } from '../hex.ts'
import type { Digest } from '../ids.ts'
import { decodeUtf8 } from '../text.ts'
import type { PublicKey } from './key.ts'
import { isKeyId, signingKeyId } from './key-id.ts'
import { parsePublicKey } from './pem.ts'
import { isSignatureOver } from './signature.ts'
import type { Signer, Signers } from './signers.ts'
import { sm3 } from './sm3.ts'
import { firstOtherSm3, SM3_SUMS_FILE, type Sm3Digests } from './sm3-sums.ts'
import { parseStatement, type Statement } from './statement.ts'

/** The files beside a folder that sign it, by their names. */
export type SignatureFiles = ReadonlyMap<string, Uint8Array>

/** What a folder is, or a single file, to whom it was signed. */
export interface SignedFolder {
  /** As its record says; null where it has none, or is of no single draw. */
  readonly draw: string | null
  /** Null of what is of no single draw: published results, the certificates of a year. */
  readonly commitment: Digest | null
  readonly sha256sums: Uint8Array
  readonly digests: Sm3Digests
}

/** One signature, as far as it could be checked. */
export interface Signature {
  readonly id: string
  readonly statement: Statement
  /**
   * `holds`: by a key that was asked for. `unvouched`: by the key that lies beside it, and nobody has said whose that is.
   * `stranger`: by another key than those that were asked for, of which nothing is said.
   */
  readonly how: 'holds' | 'unvouched' | 'stranger'
  /** Whose key it is, by whoever asked for it. */
  readonly signer: Signer | null
}

export type SignatureFault =
  | { readonly why: 'absent' | 'form' | 'signature'; readonly file: string }
  | { readonly why: 'other-draw'; readonly file: string; readonly draw: string | null }
  | { readonly why: 'other-sums'; readonly file: string }
  /** `SM3SUMS` and the folder tell different things of this file. */
  | { readonly why: 'other-content'; readonly file: string }
  /** The key was lost: somebody else may have it, and the time in a signature is whatever its writer wants. */
  | { readonly why: 'lost-key'; readonly file: string; readonly signer: Signer }
  | { readonly why: 'ended-before'; readonly file: string; readonly signer: Signer; readonly time: string }

export type SignedVerdict =
  | { readonly kind: 'unsigned'; readonly asked: number }
  | { readonly kind: 'fails'; readonly fault: SignatureFault }
  | {
      readonly kind: 'signed' | 'too-few'
      /** How many must have signed: as who checks asks, or the signatures themselves say. */
      readonly asked: number
      readonly signatures: readonly Signature[]
      /** Keys that were asked for and have not signed. */
      readonly missing: readonly Signer[]
    }

/**
 * Who has signed a folder. With `asked`, enough of those must have; without, each signature is checked with the key that lies
 * beside it, which says nothing of whose that is. What does not hold makes the whole fail.
 */
export function signedVerdict(
  folder: SignedFolder,
  files: SignatureFiles,
  asked: Signers | null,
): SignedVerdict {
  const ids = [...new Set([...files.keys()].map(name => name.slice(0, 16)).filter(isKeyId))].sort()
  if (ids.length === 0) return { kind: 'unsigned', asked: asked?.least ?? 0 }
  const other = sumsFault(folder, files)
  if (other !== null) return { kind: 'fails', fault: other }
  const signatures: Signature[] = []
  for (const id of ids) {
    const found = signatureOf(id, folder, files, asked)
    if ('why' in found) return { kind: 'fails', fault: found }
    signatures.push(found)
  }
  const counted = signatures.filter(({ how }) => how === (asked === null ? 'unvouched' : 'holds'))
  const least = Math.max(
    asked === null ? 0 : 1,
    asked?.least ?? 0,
    ...counted.map(({ statement }) => statement.asked),
  )
  const missing = (asked?.signers ?? []).filter(
    ({ id, ended }) => ended === null && counted.every(one => one.id !== id),
  )
  return { kind: counted.length >= least ? 'signed' : 'too-few', asked: least, signatures, missing }
}

function sumsFault({ digests }: SignedFolder, files: SignatureFiles): SignatureFault | null {
  const sums = files.get(SM3_SUMS_FILE)
  if (sums === undefined) return { why: 'absent', file: SM3_SUMS_FILE }
  const other = firstOtherSm3(decodeUtf8(sums) ?? '', digests)
  return other === null ? null : { why: 'other-content', file: other }
}

function signatureOf(
  id: string,
  folder: SignedFolder,
  files: SignatureFiles,
  asked: Signers | null,
): Signature | SignatureFault {
  const file = `${id}.txt`
  const bytes = files.get(file)
  if (bytes === undefined) return { why: 'absent', file }
  const statement = parseStatement(decodeUtf8(bytes) ?? '')
  if (statement === null || statement.key !== id) return { why: 'form', file }
  const signer = asked?.signers.find(one => one.id === id) ?? null
  if (asked !== null && signer === null) return { id, statement, how: 'stranger', signer }
  const key = signer?.key ?? keyBeside(id, files)
  if (key === null) return { why: 'absent', file: `${id}.pem` }
  const signature = files.get(`${id}.sig`)
  if (signature === undefined) return { why: 'absent', file: `${id}.sig` }
  if (key.algorithm !== statement.algorithm || !isSignatureOver(signature, bytes, key))
    return { why: 'signature', file }
  return (
    contentFault(statement, folder, files) ??
    (signer && endedFault(signer, statement)) ?? {
      id,
      statement,
      how: signer ? 'holds' : 'unvouched',
      signer,
    }
  )
}

function keyBeside(id: string, files: SignatureFiles): PublicKey | null {
  const key = parsePublicKey(decodeUtf8(files.get(`${id}.pem`) ?? new Uint8Array()) ?? '')
  return key !== null && signingKeyId(key) === id ? key : null
}

function contentFault(
  { key, draw, commitment, sha256sums, sm3sums }: Statement,
  folder: SignedFolder,
  files: SignatureFiles,
): SignatureFault | null {
  const file = `${key}.txt`
  if ((folder.draw !== null && draw !== folder.draw) || commitment !== folder.commitment)
    return { why: 'other-draw', file, draw }
  const same =
    sha256sums === sha256Hex(folder.sha256sums) &&
    sm3sums === hexOfBytes(sm3(files.get(SM3_SUMS_FILE) ?? new Uint8Array()))
  return same ? null : { why: 'other-sums', file }
}

function endedFault(signer: Signer, { key, time }: Statement): SignatureFault | null {
  if (signer.ended === null) return null
  const file = `${key}.txt`
  if (signer.ended.how === 'lost') return { why: 'lost-key', file, signer }
  return Date.parse(time) < Date.parse(signer.ended.at) ? null : { why: 'ended-before', file, signer, time }
}
