import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'
import { type SigningKey, signingKeysIn } from '../key/key-files.ts'
import { type KeysOnRecord, keysOnRecord, refuseSigning, refuseUnsigned } from '../key/sign-folder.ts'

const refuse = refusal<OptionReasons>()

/** The keys that are to sign what goes to `to`; a certificate that is only shown is not signed. */
export function keysThatSign(
  desk: Desk,
  to: string | undefined,
  files: readonly string[] = [],
): readonly SigningKey[] {
  if (files.length > 0 && to === undefined) throw refuse('missing-option', { option: '--to' })
  return signingKeysIn(desk, files)
}

/** What is on record of keys; refuses, before anything is written, keys that may not sign and a paper that the rules want signed. */
export function recordToSign(
  desk: Desk,
  store: Store,
  to: string | undefined,
  keys: readonly SigningKey[],
): KeysOnRecord {
  const record = keysOnRecord(store)
  if (to !== undefined) {
    refuseUnsigned(keys, record, 'certificate')
    refuseSigning(desk, to, keys, record)
  }
  return record
}
