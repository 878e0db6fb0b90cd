import { existsSync } from 'node:fs'
import { bytesIn } from '../../core/draw/folder/content.ts'
import { RECORD_FILE } from '../../core/draw/folder/record-file.ts'
import type { FilePath } from '../../core/file-path.ts'
import { LEDGER_FILE } from '../../core/ledger/carried.ts'
import { type Claims, claimsIn, joined } from '../../core/ledger/claims.ts'
import type { LedgerReasons } from '../../core/ledger/reasons.ts'
import { drawFolder } from '../../core/publication/export/bag-verdict.ts'
import { ANNOUNCEMENT } from '../../core/publication/papers/announcement.ts'
import { refusal } from '../../core/refusal.ts'
import { readDrawFolder } from '../../files/draw-folder.ts'
import { readOneFile } from '../../files/folder.ts'
import { noteTextOf } from '../../files/note-file.ts'
import { isFile } from '../../files/text-file.ts'

const refuse = refusal<LedgerReasons>()

/** What a published file, or a folder or zip of a draw, says of the ledger; refuses what says nothing. */
export function publishedClaims(path: FilePath): Claims {
  const claims = joined(textsOf(path).map(claimsIn))
  if (claims.entries.length + claims.parts.length === 0)
    throw refuse('nothing-published', { path: path.written })
  return claims
}

function textsOf(path: FilePath): string[] {
  if (!existsSync(path.full) || (isFile(path) && !isZip(path))) return [noteTextOf(readOneFile(path))]
  const { payload } = drawFolder(readDrawFolder(path))
  return TELLING.flatMap(name => {
    const bytes = bytesIn(payload, name)
    return bytes === undefined ? [] : [noteTextOf(bytes)]
  })
}

/** Files of a draw that tell of the ledger. */
const TELLING = [RECORD_FILE, LEDGER_FILE, `${ANNOUNCEMENT}.txt`]

/** A zip begins with `PK`. */
function isZip(path: FilePath): boolean {
  const [first, second] = readOneFile(path)
  return first === 0x50 && second === 0x4b
}
