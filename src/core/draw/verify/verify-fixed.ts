import { countBy } from '../../tally.ts'
import {
  COMMITMENT_FILE,
  type Commitment,
  type FixedFile,
  type RootedStratum,
} from '../commitment/commitment.ts'
import { rootOfLines } from '../folder/merkle.ts'
import type { ExclusionRow, FrameRow, Stratum } from '../folder/rows.ts'
import { rootsOfStrata } from '../folder/strata-roots.ts'
import type { Folder } from '../folder/sums.ts'
import type { Table } from '../folder/table.ts'
import { EXCLUSIONS, EXCLUSIONS_OF, FRAME } from '../folder/tables.ts'
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
  commitment: Commitment,
): { readonly kind: 'rows'; readonly rows: readonly FrameRow[] } | Differs {
  const { file } = FRAME
  const reading = verifiedRows(folder, sums, FRAME, commitment.frame)
  if (reading.kind === 'not-shown') return differs({ file, check: 'absent' })
  if (reading.kind === 'differs') return reading
  const bytes = folder.get(file)!
  const { strata } = commitment
  const wrong =
    commitment.spec === 'ssj-draw/1'
      ? (rootDiffers('frame.root', rootOfLines(bytes), commitment.frame.root) ??
        sizeDiffers(reading.rows, strata))
      : (sizeDiffers(reading.rows, strata) ?? strataDiffer(bytes, reading.rows, commitment.strata))
  return wrong ?? reading
}

/** The rows of the exclusions, where they are shown, with the root that a commitment of version 2 states. */
export function verifiedExclusions(
  folder: Folder,
  sums: Sums,
  commitment: Commitment,
): FixedRows<ExclusionRow> | Differs {
  const table = EXCLUSIONS_OF[commitment.spec]
  const reading = verifiedRows(folder, sums, table, commitment.exclusions)
  if (reading.kind !== 'rows' || commitment.spec === 'ssj-draw/1') return reading
  const root = rootOfLines(folder.get(table.file)!)
  return rootDiffers('exclusions.root', root, commitment.exclusions.root) ?? reading
}

/** Version 2: a target stands in the frame or among the exclusions, not in both. */
export function standsTwice(
  { spec }: Commitment,
  frame: readonly FrameRow[],
  exclusions: FixedRows<ExclusionRow>,
): Differs | undefined {
  if (spec === 'ssj-draw/1' || exclusions.kind === 'not-shown') return undefined
  const framed = new Set(frame.map(({ target }) => target))
  const i = exclusions.rows.findIndex(({ target }) => framed.has(target))
  return i < 0
    ? undefined
    : differs({
        file: EXCLUSIONS.file,
        line: i + 2,
        check: 'once',
        column: 'target',
        found: exclusions.rows[i]!.target,
      })
}

function strataDiffer(
  bytes: Uint8Array,
  rows: readonly FrameRow[],
  strata: readonly RootedStratum[],
): Differs | undefined {
  const roots = rootsOfStrata(bytes, rows)
  for (const [i, { stratum, root }] of strata.entries()) {
    const wrong = rootDiffers(`strata[${i}].root`, roots.get(stratum)!, root)
    if (wrong) return wrong
  }
  return undefined
}

function rootDiffers(column: string, root: string, stated: string): Differs | undefined {
  return root === stated ? undefined : misstated('root', column, root, stated)
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
