import type { Frozen } from '../draw/commitment/freeze.ts'
import type { Fixed } from '../draw/draw.ts'
import type { ExclusionRow } from '../draw/folder/rows.ts'
import type { Table } from '../draw/folder/table.ts'
import { EXCLUSIONS_OF, FRAME, POOL, RECUSALS } from '../draw/folder/tables.ts'
import { unreadableCell } from '../draw/folder/unreadable-cell.ts'
import { readCommitment } from '../draw/verify/read-parts.ts'
import { refusal } from '../refusal.ts'
import type { FreezeReasons } from './reasons.ts'
import type { SeenLists } from './seen-lists.ts'

const refuse = refusal<FreezeReasons>()

/**
 * Refuses a draw whose bytes the program would not read: a name of a source, a stratum or a station that the law does
 * not allow. Once written it could be neither listed nor drawn, and nothing that is written goes away. The tables are
 * asked cell by cell as they stand in memory: a frame is too large to be read a second time.
 */
export function checkReadsBack(
  task: string,
  { files, commitment: { spec } }: Frozen,
  { frame, exclusions, pool, recusals }: FixedRows,
  seen: SeenLists | null,
): void {
  const reading = readCommitment(files)
  if (reading.kind === 'differs') {
    const { file, line, column, found } = reading.difference
    throw refuse('frozen-unreadable', { task, file, line: line ?? null, column: column ?? null, found })
  }
  const check = <Row>(table: Table<Row>, rows: readonly Row[]): void => {
    const cell = unreadableCell(table, rows)
    if (cell === null) return
    const { line, column, found } = cell
    throw refuse('frozen-unreadable', { task, file: table.file, line, column, found })
  }
  if (seen === null) {
    check(FRAME, frame)
    check(EXCLUSIONS_OF[spec], exclusions)
  } else if (seen.unreadable !== null) {
    const { file, line, column, found } = seen.unreadable
    throw refuse('frozen-unreadable', { task, file, line, column, found })
  }
  check(POOL, pool)
  check(RECUSALS, recusals)
}

/** The rows of the four tables that a freeze fixes. */
interface FixedRows extends Pick<Fixed, 'frame' | 'pool' | 'recusals'> {
  readonly exclusions: readonly ExclusionRow[]
}
