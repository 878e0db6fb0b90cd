import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { signersOfText, signersTogether } from '../../core/signing/asked-signers.ts'
import type { PublicKey } from '../../core/signing/key.ts'
import { signingKeyId } from '../../core/signing/key-id.ts'
import { parsePublicKey, readSecretKey } from '../../core/signing/pem.ts'
import type { SigningReasons } from '../../core/signing/reasons.ts'
import type { Signers } from '../../core/signing/signers.ts'
import { isSeenByOthers } from '../../files/beside.ts'
import { readPlainFile } from '../../files/note-file.ts'
import type { Desk } from '../../terminal/desk.ts'

const refuse = refusal<SigningReasons & OptionReasons>()

/** A key that signs, and the file that it was read from: its secret, or the public half of one in a device that signs by itself. */
export interface SigningKey {
  readonly file: string
  readonly publicKey: PublicKey
  readonly secret: Uint8Array | null
}

/** The keys in files, each once. A secret key is refused in a file that others than its owner may open. */
export function signingKeysIn(desk: Desk, files: readonly string[]): SigningKey[] {
  const ids = new Set<string>()
  return files.map(file => {
    const key = signingKeyIn(desk, file)
    const id = signingKeyId(key.publicKey)
    if (ids.has(id)) throw refuse('same-key-twice', { path: file, id })
    ids.add(id)
    return key
  })
}

function signingKeyIn(desk: Desk, file: string): SigningKey {
  const path = desk.path(file)
  const read = readSecretKey(readPlainFile(path))
  if (read.kind === 'public') return { file, publicKey: publicKeyIn(desk, file), secret: null }
  if (isSeenByOthers(path.full)) throw refuse('signing-key-seen-by-others', { path: file })
  if (read.kind !== 'key') throw refuse('not-a-signing-key', { path: file, found: read.kind })
  return { file, ...read.key }
}

/** The public key in a file. */
export function publicKeyIn(desk: Desk, written: string): PublicKey {
  const key = parsePublicKey(readPlainFile(desk.path(written)))
  if (key === null) throw refuse('not-a-public-key', { path: written })
  return key
}

/**
 * Whose signatures are asked for: of each file the public key that it holds, or the list of keys that an office publishes.
 * Without a number all of the keys must have signed, and of lists as many as these say.
 */
export function signersIn(desk: Desk, files: readonly string[], least: number | null): Signers {
  const { signers, least: said } = signersTogether(files.map(path => signersOfFile(desk, path)))
  if (least !== null && (least < 1 || least > signers.length))
    throw refuse('more-than-signers', { option: '--least', least, signers: signers.length })
  return { signers, least: least ?? said }
}

function signersOfFile(desk: Desk, path: string): Signers {
  const read = signersOfText(readPlainFile(desk.path(path)))
  if (read.kind === 'not-a-key') throw refuse('not-a-public-key', { path })
  if (read.kind === 'flawed') throw refuse('not-signers', { path, at: read.path, found: read.found })
  return read.signers
}
