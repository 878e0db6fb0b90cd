import type { Pieces } from '../../pieces.ts'
import { lineReaderOf } from './line-reader.ts'
import { eachLine } from './list-lines.ts'
import { numberOf, numberOfText } from './repeats.ts'
import type { FrameRow } from './rows.ts'
import { sameBytes } from './same-bytes.ts'
import type { Table } from './table.ts'
import { FRAME } from './tables.ts'

/** The rows of a frame in which these targets stand, in its order; null where one of them is not as the law writes it. */
export function rowsOfTargets(frame: Pieces, targets: ReadonlySet<string>): readonly FrameRow[] | null {
  const numbers = new Set(Array.from(targets, numberOfText))
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const rowOf = lineReaderOf(FRAME)
  const rows: FrameRow[] = []
  let isSound = true
  eachLine(frame, 1, line => {
    if (!numbers.has(numberOf(line))) return false
    const row = rowOf(decoder.decode(line.bytes.subarray(line.from, line.to)))
    isSound = row !== null
    if (row !== null && targets.has(row.target)) rows.push(row)
    return !isSound
  })
  return isSound ? rows : null
}

/** The rows of one target in a file whose lines begin with their target, as it passes; null where one is not as the law writes it. */
export function rowsOfTarget<Row>(table: Table<Row>, pieces: Pieces, target: string): readonly Row[] | null {
  const own = new TextEncoder().encode(target)
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const rowOf = lineReaderOf(table)
  const rows: (Row | null)[] = []
  eachLine(pieces, 0, ({ bytes, from, to, targetFrom, targetTo }) => {
    if (sameBytes(bytes, targetFrom, targetTo, own))
      rows.push(rowOf(decoder.decode(bytes.subarray(from, to))))
  })
  return rows.includes(null) ? null : (rows as Row[])
}
