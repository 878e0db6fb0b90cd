import { countBy } from '../../tally.ts'
import { COMMITMENT_FILE, type Commitment, type FixedFile } from '../commitment/commitment.ts'
import { rootOfLines } from '../folder/merkle.ts'
import type { FrameRow, Stratum } from '../folder/rows.ts'
import type { Folder } from '../folder/sums.ts'
import type { Table } from '../folder/table.ts'
import { FRAME } from '../folder/tables.ts'
import { type Differs, differs } from './difference.ts'
import { readRows } from './read-parts.ts'
import { type Sums, sumDiffers } from './read-sums.ts'

/** The rows of a fixed file that is canonical and has the digest and the number of rows that the commitment states. */
export function verifiedRows<Row>(
  folder: Folder,
  sums: Sums,
  table: Table<Row>,
  { sha256, rows }: FixedFile,
): FixedRows<Row> | Differs {
  const { file } = table
  if (!folder.has(file)) return { kind: 'not-shown' }
  const reading = readRows(folder, table)
  if (reading.kind === 'differs') return reading
  const { actual } = sums.get(file)!
  if (actual !== sha256) return differs({ file, check: 'digest', expected: sha256, found: actual })
  const { length } = reading.rows
  if (length !== rows) return misstated('rows', file, String(length), String(rows))
  return sumDiffers(sums, file, 'proven') ?? reading
}

export type FixedRows<Row> =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'not-shown' }

/** The frame, which every folder shows, with the Merkle root and the sizes of the strata that the commitment states. */
export function verifiedFrame(
  folder: Folder,
  sums: Sums,
  { frame, strata }: Commitment,
): { readonly kind: 'rows'; readonly rows: readonly FrameRow[] } | Differs {
  const { file } = FRAME
  const reading = verifiedRows(folder, sums, FRAME, frame)
  if (reading.kind === 'not-shown') return differs({ file, check: 'absent' })
  if (reading.kind === 'differs') return reading
  const root = rootOfLines(folder.get(file)!)
  if (root !== frame.root) return misstated('root', 'frame.root', root, frame.root)
  return sizeDiffers(reading.rows, strata) ?? reading
}

function sizeDiffers(rows: readonly FrameRow[], strata: readonly Stratum[]): Differs | undefined {
  const actual = countBy(rows, ({ stratum }) => stratum)
  const stated = new Map(strata.map(({ stratum, size }) => [stratum, size]))
  for (const name of [...stated.keys(), ...actual.keys()]) {
    const [size, found] = [actual.get(name) ?? 0, stated.get(name) ?? 0]
    if (size !== found) return misstated('size', name, String(size), String(found))
  }
  return undefined
}

function misstated(
  check: 'rows' | 'root' | 'size',
  column: string,
  expected: string,
  found: string,
): Differs {
  return differs({ file: COMMITMENT_FILE, check, column, expected, found })
}
