import { existsSync } from 'node:fs'
import type { FilePath } from '../core/file-path.ts'
import type { LedgerReasons } from '../core/ledger/reasons.ts'
import { refusal } from '../core/refusal.ts'
import { isSeenByOthers } from './beside.ts'
import { writeNewFile } from './folder.ts'
import { readTextFile } from './text-file.ts'

const refuse = refusal<LedgerReasons>()

/** The text of a key's file, or null where there is none. A file that others than its owner may open is refused: its key may have been copied. */
export function readKeyFile(path: FilePath): string | null {
  if (!existsSync(path.full)) return null
  if (isSeenByOthers(path.full)) throw refuse('key-seen-by-others', { path: path.written })
  return readTextFile(path)
}

/** Writes a new key's file, which its owner alone may open. Refuses to write over another one. */
export function writeKeyFile(path: FilePath, text: string): void {
  writeNewFile(path, text, 'owner')
}
