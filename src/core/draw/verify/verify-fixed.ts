import { COMMITMENT_FILE, type FixedFile } from '../commitment/commitment.ts'
import type { OpenFolder } from '../folder/content.ts'
import type { Table } from '../folder/table.ts'
import { type Differs, differs } from './difference.ts'
import { readRows } from './read-parts.ts'
import { type Sums, sumDiffers } from './read-sums.ts'

/** The rows of a fixed file that is canonical and has the digest and the number of rows that the commitment states. */
export function verifiedRows<Row>(
  folder: OpenFolder,
  sums: Sums,
  table: Table<Row>,
  { sha256, rows }: FixedFile,
): FixedRows<Row> | Differs {
  const { file } = table
  if (!folder.has(file)) return { kind: 'not-shown' }
  const reading = readRows(folder, table)
  if (reading.kind === 'differs') return reading
  return fixedDiffers(sums, file, { sha256, rows }, reading.rows.length) ?? reading
}

export type FixedRows<Row> =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'not-shown' }

/** Whether a canonical file is the one that the commitment states, by its digest and its rows, and the one that the sums list. */
export function fixedDiffers(
  sums: Sums,
  file: string,
  { sha256, rows }: FixedFile,
  length: number,
): Differs | undefined {
  const { actual } = sums.get(file)!
  if (actual !== sha256) return differs({ file, check: 'digest', expected: sha256, found: actual })
  if (length !== rows) return misstated('rows', file, String(length), String(rows))
  return sumDiffers(sums, file, 'proven')
}

/** What the commitment says of a file or a stratum, and is not so. */
export function misstated(
  check: 'rows' | 'root' | 'size',
  column: string,
  expected: string,
  found: string,
): Differs {
  return differs({ file: COMMITMENT_FILE, check, column, expected, found })
}
