import type { SubstitutionRow } from '../../core/draw/folder/tables.ts'
import type { DrawNumber } from '../../core/ids.ts'
import type { EntryWriter } from '../entry.ts'
import type { Store } from '../open.ts'
import { SUBSTITUTION } from '../schema/ledger-tables.ts'

/** The file that was shown as evidence; the file itself is kept by the office. */
export interface Evidence {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
}

export function writeSubstitution(
  writer: EntryWriter,
  draw: DrawNumber,
  rows: readonly SubstitutionRow[],
  evidence: Evidence | null,
): void {
  for (const [line, row] of rows.entries()) {
    const { out: gone, in: came, seat, ...said } = row
    const shown = evidence === null ? '' : JSON.stringify(evidence)
    writer.write(SUBSTITUTION, { ...said, draw, line, gone, came, seat: seat ?? 0, evidence: shown })
  }
}

/** The lines of `substitutions.csv`, in their order. */
export function substitutionsOf(store: Store, draw: DrawNumber): SubstitutionRow[] {
  const rows = store
    .sql<SubstitutionRow>(
      `select number, kind, gone as out, came as "in", target, department, seat, reason, approver, at
       from substitution where draw = ? order by number, line`,
    )
    .all(draw)
  return rows.map(row => ({ ...row, seat: row.seat === 0 ? null : row.seat }))
}

/** The evidence of each substitution that has one, by its number. */
export function evidenceOf(store: Store, draw: DrawNumber): Map<number, Evidence> {
  const rows = store
    .sql<[number, string]>(
      "select distinct number, evidence from substitution where draw = ? and evidence <> '' order by number",
    )
    .raw()
    .all(draw)
  return new Map(rows.map(([number, evidence]) => [number, JSON.parse(evidence)]))
}
