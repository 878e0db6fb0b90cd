import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { UserError } from '../core/reason.ts'

export interface RowBatch { readonly first: number; readonly rows: string[][] }
export async function openRows(path: string, _o: unknown, _s: unknown) {
  let bytes: Buffer
  try { bytes = readFileSync(path) } catch { throw new UserError('file-none', { path }) }
  let text: string
  try { text = new TextDecoder('utf-8', { fatal: true }).decode(bytes) } catch { text = new TextDecoder('gb18030').decode(bytes) }
  const rows = parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'], skip_empty_lines: false }) as string[][]
  return { kind: 'rows' as const, batches: (async function* (): AsyncGenerator<RowBatch> { yield { first: 1, rows } })(), sha256: () => createHash('sha256').update(bytes).digest('hex'), problem: () => null }
}
