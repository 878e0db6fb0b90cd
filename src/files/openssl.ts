import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FilePath } from '../core/file-path.ts'
import type { Digest } from '../core/ids.ts'
import { isWholeAnswer } from '../core/ledger/time-stamp.ts'
import { remove } from './beside.ts'
import { readOneFile } from './folder.ts'

/**
 * Whether a time stamp is over this digest and signed by an authority that the certificates in `authority` (PEM) vouch for:
 * `openssl ts -verify` says so; null where no `openssl` is at hand.
 */
export function isTimeStampOf(token: Uint8Array, digest: Digest, authority: FilePath): boolean | null {
  readOneFile(authority)
  const folder = mkdtempSync(join(tmpdir(), 'ssj-'))
  try {
    const file = join(folder, 'token')
    writeFileSync(file, token)
    const form = isWholeAnswer(token) ? [] : ['-token_in']
    const asked = ['ts', '-verify', '-digest', digest, '-in', file, ...form, '-CAfile', authority.full]
    const ran = spawnSync('openssl', asked, { stdio: 'ignore', timeout: 30_000 })
    return ran.error === undefined ? ran.status === 0 : null
  } finally {
    remove(folder)
  }
}
