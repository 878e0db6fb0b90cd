import type { DrawnRows } from '../../core/draw/drawn-rows.ts'
import type { AssignmentRow, SelectionRow } from '../../core/draw/folder/rows.ts'
import { ASSIGNMENT, SELECTION } from '../../core/draw/folder/tables.ts'
import type { DrawNumber } from '../../core/ids.ts'
import type { Pieces } from '../../core/pieces.ts'
import type { EntryWriter } from '../entry.ts'
import { DRAW, DRAWN, ENDED, RUN, SEATED, VOID } from '../schema/ledger-tables.ts'
import type { WordOrNumber } from '../schema/table.ts'
import type { DrawRecord, FailedDetail, LapsedDetail, RunDetail } from './draw-record.ts'

/** What is written when a task is frozen; the rest of a {@link DrawRecord} comes later. */
export type NewDraw = Omit<DrawRecord, 'since' | 'task' | 'run' | 'ended' | 'void' | 'sealed'>

export function writeDraw(writer: EntryWriter, draw: NewDraw): void {
  const { number, taskId: task, attempt, digest, starts, ends, detail } = draw
  writer.write(DRAW, { number, task, attempt, digest, starts, ends, detail: JSON.stringify(detail) })
}

export function writeRun(
  writer: EntryWriter,
  draw: DrawNumber,
  detail: RunDetail,
  { files, selection, assignment }: Pick<DrawnRows, 'files' | 'selection' | 'assignment'>,
): void {
  writer.write(RUN, { draw, detail: JSON.stringify(detail) })
  const [selected, assigned] = [files.get(SELECTION.file), files.get(ASSIGNMENT.file)]
  // Files in pieces were written by the program, of a large draw: their lines need not become objects first.
  if (isInPieces(selected)) writer.writeLinesOfDraw(DRAWN, draw, selected)
  else writer.writeOfDraw(DRAWN, draw, drawnCells(selection))
  if (isInPieces(assigned)) writer.writeLinesOfDraw(SEATED, draw, assigned)
  else writer.writeOfDraw(SEATED, draw, seatedCells(assignment))
}

function isInPieces(file: Uint8Array | Pieces | undefined): file is Pieces {
  return file !== undefined && !(file instanceof Uint8Array)
}

/** The cells of rows in the order of their table's columns: an object for each would take as long as the insert. */
function* drawnCells(rows: Iterable<SelectionRow>): Generator<WordOrNumber[]> {
  for (const { stratum, rank, target, status } of rows) yield [stratum, rank, target, status]
}

function* seatedCells(rows: Iterable<AssignmentRow>): Generator<WordOrNumber[]> {
  for (const { target, department, seat, inspector } of rows) yield [target, department, seat, inspector]
}

export function writeVoid(writer: EntryWriter, draw: DrawNumber, reason: string, approver: string): void {
  writer.write(VOID, { draw, reason, approver })
}

/** Puts on record that the seed of a draw found no teams: it is used up. */
export function writeFailed(writer: EntryWriter, draw: DrawNumber, detail: FailedDetail): void {
  writer.write(ENDED, { draw, how: 'failed', detail: JSON.stringify(detail) })
}

/** Puts on record that a draw was not run in time. */
export function writeLapsed(writer: EntryWriter, draw: DrawNumber, detail: LapsedDetail): void {
  writer.write(ENDED, { draw, how: 'lapsed', detail: JSON.stringify(detail) })
}
