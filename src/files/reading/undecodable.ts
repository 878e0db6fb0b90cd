import type { Encoding } from '../../core/file-problem.ts'
import { type Decoder, decoder, firstBadByte } from './characters.ts'
import type { RowBatch } from './row-batch.ts'
import type { CellNote } from './workbook/cell-note.ts'

/**
 * Bytes to text as a strict decoder gives it, but for bytes that are no text: each becomes a sign of its own, by which
 * the cell that holds it is known again when the rows have been cut. `lines` counts the lines in which there were any.
 */
export function markingDecoder(encoding: Encoding): {
  readonly decode: Decoder
  readonly lines: () => number
} {
  const strict = decoder(encoding)
  let lines = 0
  return {
    lines: () => lines,
    decode(bytes) {
      const whole = strict(bytes)
      if (whole !== undefined) return whole
      return Buffer.concat(
        linesOf(bytes, encoding).map(line => {
          const text = strict(line)
          if (text !== undefined) return text
          lines++
          return marked(line, encoding, strict)
        }),
      )
    },
  }
}

/** In UTF-8 and GB 18030 the byte of a line feed is nothing else; of UTF-16 nobody has seen damaged files of many lines. */
function linesOf(bytes: Buffer, encoding: Encoding): Buffer[] {
  if (encoding.startsWith('utf-16')) return [bytes]
  const lines: Buffer[] = []
  let start = 0
  for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, start)) {
    lines.push(bytes.subarray(start, end + 1))
    start = end + 1
  }
  return [...lines, bytes.subarray(start)]
}

const LF = 0x0a

function marked(line: Buffer, encoding: Encoding, strict: Decoder): Buffer {
  const parts: Buffer[] = []
  let rest = line
  for (let text = strict(rest); text === undefined; text = strict(rest)) {
    const bad = firstBadByte({ at: 0, bytes: rest }, encoding)
    parts.push(strict(rest.subarray(0, bad))!, Buffer.from(String.fromCodePoint(FIRST_SIGN + rest[bad]!)))
    rest = rest.subarray(bad + 1)
  }
  return Buffer.concat([...parts, strict(rest)!])
}

/** The last private plane, where no text and no character of GBK stands. */
const FIRST_SIGN = 0x10fe00
const SIGN = /[\u{10fe00}-\u{10feff}]/gu

/** The rows with their signs taken out, and a note on each cell that held some. */
export function withoutSigns(batch: RowBatch): RowBatch {
  const notes: CellNote[] = []
  const rows = batch.rows.map((cells, i) => {
    if (!cells.some(cell => cell.search(SIGN) >= 0)) return cells
    return cells.map((cell, j) => {
      const signs = cell.match(SIGN)
      if (signs === null) return cell
      const bytes = signs.map(sign => sign.codePointAt(0)! - FIRST_SIGN)
      notes.push({ row: batch.first + i, column: j + 1, note: { bytes } })
      return cell.replace(SIGN, '\ufffd')
    })
  })
  return notes.length === 0 ? batch : { ...batch, rows, notes: [...batch.notes, ...notes] }
}
