import type { AssignmentRow, SelectionRow } from '../../core/draw/folder/rows.ts'
import type { DrawNumber } from '../../core/ids.ts'
import type { EntryWriter } from '../entry.ts'
import { DRAW, DRAWN, RUN, SEATED, VOID } from '../schema/ledger-tables.ts'
import type { DrawRecord, RunDetail } from './draw-record.ts'

/** What is written when a task is frozen; the rest of a {@link DrawRecord} comes later. */
export type NewDraw = Omit<DrawRecord, 'since' | 'task' | 'run' | 'void' | 'sealed'>

export function writeDraw(writer: EntryWriter, draw: NewDraw): void {
  const { number, taskId: task, attempt, digest, starts, ends, detail } = draw
  writer.write(DRAW, { number, task, attempt, digest, starts, ends, detail: JSON.stringify(detail) })
}

export function writeRun(
  writer: EntryWriter,
  draw: DrawNumber,
  detail: RunDetail,
  selection: readonly SelectionRow[],
  assignment: readonly AssignmentRow[],
): void {
  writer.write(RUN, { draw, detail: JSON.stringify(detail) })
  for (const { stratum, rank, target, status } of selection)
    writer.write(DRAWN, { draw, stratum, rank, target, status })
  for (const { target, department, seat, inspector } of assignment)
    writer.write(SEATED, { draw, target, department, seat, inspector })
}

export function writeVoid(writer: EntryWriter, draw: DrawNumber, reason: string, approver: string): void {
  writer.write(VOID, { draw, reason, approver })
}
