import type { AssignmentRow, SelectionRow } from '../../core/draw/folder/rows.ts'
import type { EntryWriter } from '../entry.ts'
import type { DrawRecord, RunDetail } from './draw-record.ts'

/** What is written when a task is frozen; the rest of a {@link DrawRecord} comes later. */
export type NewDraw = Omit<DrawRecord, 'since' | 'run' | 'void' | 'sealed'>

export function writeDraw(writer: EntryWriter, draw: NewDraw): void {
  writer.write(
    'draw',
    'insert into draw (number, since, task, attempt, digest, starts, ends, detail) values (?, ?, ?, ?, ?, ?, ?, ?)',
    [
      draw.number,
      writer.entry,
      draw.task,
      draw.attempt,
      draw.digest,
      draw.starts,
      draw.ends,
      JSON.stringify(draw.detail),
    ],
  )
}

export function writeRun(
  writer: EntryWriter,
  draw: string,
  detail: RunDetail,
  selection: readonly SelectionRow[],
  assignment: readonly AssignmentRow[],
): void {
  writer.write('run', 'insert into run (draw, since, detail) values (?, ?, ?)', [
    draw,
    writer.entry,
    JSON.stringify(detail),
  ])
  for (const { stratum, rank, target, status } of selection) {
    writer.write(
      'drawn',
      'insert into drawn (draw, stratum, rank, target, status, since) values (?, ?, ?, ?, ?, ?)',
      [draw, stratum, rank, target, status, writer.entry],
    )
  }
  for (const { target, department, seat, inspector } of assignment) {
    writer.write(
      'seated',
      'insert into seated (draw, target, department, seat, inspector, since) values (?, ?, ?, ?, ?, ?)',
      [draw, target, department, seat, inspector, writer.entry],
    )
  }
}

export function writeVoid(writer: EntryWriter, draw: string, reason: string, approver: string): void {
  writer.write('void', 'insert into void (draw, since, reason, approver) values (?, ?, ?, ?)', [
    draw,
    writer.entry,
    reason,
    approver,
  ])
}
