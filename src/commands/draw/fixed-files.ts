import type { Commitment } from '../../core/draw/commitment/commitment.ts'
import { parseCommitment } from '../../core/draw/commitment/parse-commitment.ts'
import type { Fixed } from '../../core/draw/draw.ts'
import { readTable } from '../../core/draw/folder/read-table.ts'
import type { Table } from '../../core/draw/folder/table.ts'
import { FRAME, POOL, RECUSALS } from '../../core/draw/folder/tables.ts'

/** What the store keeps of a frozen draw, read back. The store's own files cannot be misread unless it was edited. */
export function fixedFrom(files: ReadonlyMap<string, Uint8Array>): Fixed {
  return {
    commitment: commitmentIn(files),
    frame: rowsOf(FRAME, files),
    pool: rowsOf(POOL, files),
    recusals: rowsOf(RECUSALS, files),
  }
}

/** The commitment of a frozen draw. */
export function commitmentIn(files: ReadonlyMap<string, Uint8Array>): Commitment {
  const read = parseCommitment(new TextDecoder().decode(files.get('commitment.json')))
  if (read.kind !== 'commitment')
    throw new Error('commitment.json in the database is damaged: ssj log --verify')
  return read.commitment
}

/** The rows of one file of a draw that the store keeps. */
export function rowsOf<Row>(table: Table<Row>, files: ReadonlyMap<string, Uint8Array>): readonly Row[] {
  const reading = readTable(table, files.get(table.file)!)
  if (reading.kind === 'misread')
    throw new Error(`${table.file} in the database is damaged: ssj log --verify`)
  return reading.rows
}
