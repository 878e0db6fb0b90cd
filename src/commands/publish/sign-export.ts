import { existsSync } from 'node:fs'
import { BEIJING } from '../../core/office-time.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { Desk } from '../../terminal/desk.ts'
import { signingKeysIn } from '../key/key-files.ts'
import { keysOnRecord, signAgain, signedLines } from '../key/sign-folder.ts'
import { signedAt } from '../key/signed-folder.ts'
import { inOneState } from '../session.ts'

const refuse = refusal<OptionReasons>()

export interface SignOptions {
  readonly key?: readonly string[]
  readonly signatures?: string
}

/** key sign — sign a folder or certificate that was written, or add a signature to others; a second signer needs no database. */
export async function signExport(desk: Desk, path: string, options: SignOptions): Promise<number> {
  const keys = signingKeysIn(desk, options.key ?? [])
  if (keys.length === 0) throw refuse('missing-option', { option: '--key' })
  const record = existsSync(desk.db.full)
    ? await inOneState(desk, keysOnRecord)
    : { signers: null, least: 0, offset: BEIJING }
  const signed = signAgain(
    desk,
    { path, folder: signedAt(desk.path(path)) },
    keys,
    record,
    options.signatures,
  )
  desk.result(signed, () => signedLines(desk, signed))
  return 0
}
