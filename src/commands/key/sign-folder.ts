import { sha256Hex } from '../../core/hash.ts'
import { hexOfBytes } from '../../core/hex.ts'
import { officeMoment } from '../../core/office-time.ts'
import { refusal } from '../../core/refusal.ts'
import { signingKeyId } from '../../core/signing/key-id.ts'
import { publicKeyPem } from '../../core/signing/pem.ts'
import type { SigningReasons } from '../../core/signing/reasons.ts'
import { signatureOver } from '../../core/signing/signature.ts'
import type { SignatureFiles, SignedFolder } from '../../core/signing/signed-verdict.ts'
import type { Signer } from '../../core/signing/signers.ts'
import { sm3 } from '../../core/signing/sm3.ts'
import { firstOtherSm3, SM3_SUMS_FILE, sm3SumsText } from '../../core/signing/sm3-sums.ts'
import { statementText } from '../../core/signing/statement.ts'
import { decodeUtf8 } from '../../core/text.ts'
import { refuseTaken, writeFolder, writeNewFile } from '../../files/folder.ts'
import { readSignatures } from '../../files/signatures.ts'
import type { Store } from '../../store/open.ts'
import { officeOffset } from '../../store/rules.ts'
import { signersMinimum, signersOn } from '../../store/signing-keys.ts'
import type { Desk } from '../../terminal/desk.ts'
import type { SigningKey } from './key-files.ts'
import { signaturesBeside, signedAt } from './signed-folder.ts'

const refuse = refusal<SigningReasons>()

/** What the office has on record of its keys; of a machine without its database nothing. */
export interface KeysOnRecord {
  readonly signers: readonly Signer[] | null
  readonly least: number
  readonly offset: string
}

export function keysOnRecord(store: Store): KeysOnRecord {
  return { signers: signersOn(store), least: signersMinimum(store), offset: officeOffset(store) }
}

/** What was signed, where the signatures are, and how many are still asked for. */
export interface SignedNow {
  /** Null of what is of no single draw. */
  readonly draw: string | null
  readonly signatures: string
  readonly keys: readonly string[]
  /** Statements whose signature a device must still make. */
  readonly open: readonly string[]
  readonly asked: number
  readonly there: number
}

/** Signs what lies at a path; refuses where signatures beside it are of other files, or of one of these keys. */
export function signAgain(
  desk: Desk,
  { path, folder }: { readonly path: string; readonly folder: SignedFolder | null },
  keys: readonly SigningKey[],
  record: KeysOnRecord,
  beside?: string,
): SignedNow {
  if (folder === null || (folder.draw === null && folder.commitment !== null))
    throw refuse('nothing-to-sign', { path })
  const to = beside ?? signaturesBeside(path)
  const before = readSignatures(desk.path(to))
  const sums = sm3SumsText(folder.digests)
  refuseOther(before, folder, to)
  const made = new Map<string, Uint8Array>()
  if (!before.has(SM3_SUMS_FILE)) made.set(SM3_SUMS_FILE, new TextEncoder().encode(sums))
  for (const key of keys) {
    const id = signingKeyId(key.publicKey)
    const signer = signerFor(key, record)
    if (before.has(`${id}.txt`) || made.has(`${id}.txt`)) throw refuse('signed-already', { path: to, id })
    const statement = new TextEncoder().encode(statementOf(desk, folder, sums, key, record, signer))
    made.set(`${id}.txt`, statement)
    made.set(`${id}.pem`, new TextEncoder().encode(publicKeyPem(key.publicKey)))
    const { publicKey, secret } = key
    if (secret !== null)
      made.set(
        `${id}.sig`,
        signatureOver(
          statement,
          { publicKey, secret },
          bytes => new Uint8Array(desk.world.randomBytes(bytes)),
        ),
      )
  }
  if (before.size === 0) writeFolder(desk.path(to), made, 'umask')
  else for (const [name, bytes] of made) writeNewFile(desk.path(`${to}/${name}`), bytes, 'umask')
  const ids = keys.map(({ publicKey }) => signingKeyId(publicKey))
  const all = new Set([...before.keys(), ...made.keys()].filter(name => name.endsWith('.sig')))
  const open = ids.filter(id => !made.has(`${id}.sig`)).map(id => `${to}/${id}.txt`)
  return { draw: folder.draw, signatures: to, keys: ids, open, asked: record.least, there: all.size }
}

/** The lines that tell of a signing. */
export function signedLines(
  { say }: Desk,
  { draw, signatures, keys, open, asked, there }: SignedNow,
): string[] {
  return [
    say.signing.signed(draw, signatures, keys.length),
    ...open.map(file => `  ${say.signing.open(file)}`),
    ...(there < asked ? [say.signing.stillAsked(asked, there)] : []),
  ]
}

function refuseOther(before: SignatureFiles, folder: SignedFolder, path: string): void {
  const sums = before.get(SM3_SUMS_FILE)
  if (before.size === 0) return
  const file = sums === undefined ? SM3_SUMS_FILE : firstOtherSm3(decodeUtf8(sums) ?? '', folder.digests)
  if (file !== null) throw refuse('signatures-of-other-files', { path, file })
}

/** The key as the office has it on record: where its database is at hand, no other key signs for it. */
function signerFor({ file, publicKey }: SigningKey, { signers, offset }: KeysOnRecord): Signer | null {
  if (signers === null) return null
  const id = signingKeyId(publicKey)
  const signer = signers.find(one => one.id === id)
  if (signer === undefined) throw refuse('signing-key-unregistered', { path: file, id })
  if (signer.ended !== null)
    throw refuse('signing-key-ended', { id, ...signer.ended, at: officeMoment(signer.ended.at, offset) })
  return signer
}

function statementOf(
  desk: Desk,
  { draw, commitment, sha256sums }: SignedFolder,
  sums: string,
  { publicKey }: SigningKey,
  { least, offset }: KeysOnRecord,
  signer: Signer | null,
): string {
  const registered = signer?.registered ?? null
  return statementText({
    draw,
    commitment,
    sha256sums: sha256Hex(sha256sums),
    sm3sums: hexOfBytes(sm3(new TextEncoder().encode(sums))),
    signer: signer?.name ?? null,
    key: signingKeyId(publicKey),
    algorithm: publicKey.algorithm,
    time: officeMoment(desk.now, offset),
    asked: Math.max(1, least),
    registered: registered && { entry: registered.entry, at: officeMoment(registered.at, offset) },
  })
}

/** Refuses keys that may not sign for the office, and a place for signatures that is taken, before anything is written. */
export function refuseSigning(
  desk: Desk,
  to: string,
  keys: readonly SigningKey[],
  record: KeysOnRecord,
): void {
  for (const key of keys) signerFor(key, record)
  if (keys.length > 0) refuseTaken(desk.path(signaturesBeside(to)))
}

/** Refuses to publish without a signature where the rule `signers-minimum` asks for one. */
export function refuseUnsigned(
  keys: readonly SigningKey[],
  { least }: KeysOnRecord,
  what: SigningReasons['signature-asked']['what'],
): void {
  if (keys.length === 0 && least > 0) throw refuse('signature-asked', { what, least })
}

/** Signs what was just written to a path; null where no key is to sign. */
export function signedNow(
  desk: Desk,
  path: string,
  keys: readonly SigningKey[],
  record: KeysOnRecord,
): SignedNow | null {
  return keys.length === 0 ? null : signAgain(desk, { path, folder: signedAt(desk.path(path)) }, keys, record)
}
