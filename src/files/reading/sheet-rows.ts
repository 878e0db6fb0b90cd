import { zipEntries } from '../zip.ts'
import { type Content, firstBytes } from './content.ts'
import { zipKind } from './lookalike.ts'
import { type FileFacts, type RowBatch, type Stopped, stopped } from './row-batch.ts'
import { readSpreadsheet } from './spreadsheet.ts'

/** The rows of an .xlsx; the format keeps its directory at the end, so it must be in memory as a whole. */
export async function* sheetRows(
  content: Content,
  wish: string | number | undefined,
): AsyncGenerator<FileFacts | RowBatch | Stopped> {
  const bytes = await firstBytes(content, ZIP_LIMIT + 1)
  if (bytes.length > ZIP_LIMIT) {
    return yield stopped({ kind: 'spreadsheet-too-large', bytes: bytes.length, limit: ZIP_LIMIT })
  }
  const entries = zipEntries(bytes)
  if (entries === undefined) return yield stopped({ kind: 'damaged-spreadsheet', detail: 'zip' })
  const seems = zipKind(new Set(entries.keys()))
  if (seems !== 'xlsx') return yield stopped({ kind: 'not-a-table', seems })
  const sheet = await readSpreadsheet(bytes, entries, wish)
  if (sheet.kind !== 'sheet') return yield stopped(sheet)
  if (sheet.rows.length === 0) return yield stopped({ kind: 'empty' })
  const { gz } = content
  const digest = await content.digest()
  yield { kind: 'facts', gz, ...digest, format: 'xlsx', sheet: sheet.name, sheets: sheet.sheets }
  for (let at = 0; at < sheet.rows.length; at += BATCH_ROWS) {
    const rows = sheet.rows.slice(at, at + BATCH_ROWS)
    const notes = sheet.notes.filter(({ row }) => row > at && row <= at + BATCH_ROWS)
    yield { kind: 'rows', first: at + 1, rows, notes }
  }
}

const ZIP_LIMIT = 1 << 27
const BATCH_ROWS = 1000
