import type { PeopleEncoding } from './csv-encoding.ts'
import { gb18030 } from './gb18030.ts'

/**
 * The lines of a CSV that another system reads: every value as it is, none with a mark to keep a spreadsheet from it;
 * comma, CRLF, quotes where they are needed; UTF-8 with a byte order mark, or GB 18030.
 */
export function exchangeLines(
  encoding: PeopleEncoding,
  put: (piece: Uint8Array) => void,
): { readonly line: (cells: readonly string[]) => void; readonly end: () => void } {
  const encode = encoding === 'utf-8' ? (text: string) => Buffer.from(text) : gb18030
  let text = encoding === 'utf-8' ? '\ufeff' : ''
  const flush = () => {
    if (text !== '') put(encode(text))
    text = ''
  }
  return {
    line(cells) {
      text += `${cells.map(quoted).join(',')}\r\n`
      if (text.length >= PIECE) flush()
    },
    end: flush,
  }
}

const PIECE = 1 << 16

function quoted(cell: string): string {
  return /[",\r\n\t;]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
