import { EXCLUSIONS, FRAME } from '../core/draw/folder/tables.ts'
import type { Engine } from '../core/engine/engine.ts'
import { excludedCellsSql, framedCellsSql } from '../core/engine/freeze-sql.ts'
import { recordReader } from '../core/engine/read-answers.ts'
import { listedRow, type SortedAgain, sortAgain } from '../core/engine/sort-again.ts'
import { namesOf } from '../core/engine/tables.ts'
import type { FrameInput } from '../core/frame/preview.ts'
import type { Snapshot } from '../core/freeze/fix.ts'
import type { RecordCells } from '../core/registry/libraries/record-cells.ts'
import type { Session } from './drivers/session.ts'

/** Reads a snapshot as it passes and sorts it out again here. */
export async function sortedAgain(
  session: Session,
  engine: Engine,
  { tables }: Snapshot,
  input: Pick<FrameInput, 'task' | 'rules' | 'items'>,
  isAsked: (record: RecordCells) => boolean,
  progress: (rows: number) => void,
): Promise<SortedAgain> {
  const names = namesOf(tables)
  const read = recordReader(engine)
  const sorting = sortAgain(input, isAsked)
  const lists = [
    [FRAME.file, framedCellsSql(session.dialect, names)],
    [EXCLUSIONS.file, excludedCellsSql(session.dialect, names)],
  ] as const
  for (const [, sql] of lists) session.ahead?.(sql)
  let rows = 0
  for (const [file, sql] of lists)
    for await (const lines of session.lines(sql)) {
      for (const line of lines) {
        const tab = line.indexOf('\t')
        sorting.add(read(line.slice(tab + 1)), listedRow(file, line.slice(0, tab)))
      }
      rows += lines.length
      progress(rows)
    }
  return sorting.end()
}
