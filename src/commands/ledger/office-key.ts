import { publishedText } from '../../core/approval/approval.ts'
import type { FilePath } from '../../core/file-path.ts'
import type { SignedCheckpoint } from '../../core/ledger/checkpoint.ts'
import {
  parseSignerKey,
  type SignerKey,
  signerKey,
  signerKeyText,
  verifierKeyText,
} from '../../core/ledger/keys.ts'
import { isKeyName } from '../../core/ledger/note.ts'
import type { LedgerReasons } from '../../core/ledger/reasons.ts'
import { signedBy } from '../../core/ledger/sign.ts'
import { refusal } from '../../core/refusal.ts'
import { readKeyFile, writeKeyFile } from '../../files/key-file.ts'
import type { Desk } from '../../terminal/desk.ts'

const refuse = refusal<LedgerReasons>()

/** Where the key of the office is: as named, else `$SSJ_KEY`, else beside the database. */
export function officeKeyPath(desk: Desk, named: string | undefined): FilePath {
  return desk.path(named ?? (desk.world.env.SSJ_KEY || `${desk.db.written.replace(/\.db$/, '')}.key`))
}

/** The key of the office, or null where its file is not there yet. */
export function officeKey(desk: Desk, named: string | undefined): SignerKey | null {
  const path = officeKeyPath(desk, named)
  const text = readKeyFile(path)
  return text === null ? null : keyIn(path, text, 'note')
}

/** Where the key of the office remembers what it signed last. */
export function officeMemory(desk: Desk, named: string | undefined): FilePath {
  return desk.path(`${officeKeyPath(desk, named).written}.state`)
}

/** The key in the text of a file; refuses a key that is for something else. */
export function keyIn(path: FilePath, text: string, use: 'note' | 'cosignature'): SignerKey {
  const key = parseSignerKey(text)
  if (key === null || key.verifier.use !== use) throw refuse('not-a-key', { path: path.written, use })
  return key
}

/** A name that a key may have: the public reads it in every note. */
export function keyName(option: string, given: string): string {
  if (!isKeyName(publishedText(option, given))) throw refuse('not-a-key-name', { option, value: given })
  return given
}

/** A new key in a file of its own. */
export function newKey(
  desk: Desk,
  path: FilePath,
  {
    name,
    option,
    use,
  }: { readonly name: string; readonly option: string; readonly use: 'note' | 'cosignature' },
): SignerKey {
  const key = signerKey(keyName(option, name), use, new Uint8Array(desk.world.randomBytes(32)))
  writeKeyFile(path, signerKeyText(key))
  return key
}

/** Refuses a key that is another one than that of the last checkpoint on record: whoever holds that one would see two ledgers. */
export function refuseOtherKey(
  path: FilePath,
  { verifier }: SignerKey,
  last: SignedCheckpoint | undefined,
): void {
  if (last === undefined || signedBy(last.note, verifier).kind === 'holds') return
  const own = last.note.signatures.find(({ name }) => name === last.checkpoint.origin)
  throw refuse('other-key-on-record', {
    path: path.written,
    found: verifierKeyText(verifier),
    known: `${last.checkpoint.origin}+${own?.id ?? ''}`,
  })
}
