import type { Pieces } from '../../pieces.ts'
import { lineReaderOf } from './line-reader.ts'
import { eachLine } from './list-lines.ts'
import { numberOf, numberOfText } from './repeats.ts'
import type { FrameRow } from './rows.ts'
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
