import type { LineEnd } from './line-ends.ts'

/** Cuts lines that need no parser. */
export interface PlainLines {
  /**
   * Cuts the lines of a text (UTF-8) from a place on that are records by themselves, into `rows`; stops at the first that is not, and
   * at one whose end is not there. Gives where it stopped.
   */
  readonly cut: (text: Buffer, from: number, rows: string[][]) => number
}

/**
 * Records as csv-parse reads them, of the lines of which nobody can doubt where their cells begin and end: without quotes, or with
 * cells that are quoted as a whole and hold no quote themselves. Null where lines end or cells are parted in ways that are not for this.
 */
export function plainLines(delimiter: string, lineEnds: readonly LineEnd[]): PlainLines | null {
  if (delimiter.length !== 1 || delimiter.charCodeAt(0) >= 0x80) return null
  if (!lineEnds.some(end => end.endsWith('\n')) || lineEnds.includes('\r')) return null
  const mayEndInCr = lineEnds.includes('\r\n')
  return {
    cut(text, from, rows) {
      let quote = nextOf(text, QUOTE, from)
      let at = from
      for (let end = text.indexOf(LF, at); end >= 0; end = text.indexOf(LF, at)) {
        const line = text.toString('utf8', at, mayEndInCr && text[end - 1] === CR && end > at ? end - 1 : end)
        const cells = quote > end ? line.split(delimiter) : quotedCells(line, delimiter)
        if (cells === null) return at
        rows.push(cells)
        at = end + 1
        if (quote < at) quote = nextOf(text, QUOTE, at)
      }
      return at
    },
  }
}

/** The cells of a line in which each quote opens or closes a cell; null of any other. */
function quotedCells(line: string, delimiter: string): string[] | null {
  const cells: string[] = []
  for (let at = 0; ; ) {
    const isQuoted = line[at] === '"'
    const begins = isQuoted ? at + 1 : at
    const ends = placeOf(line, isQuoted ? '"' : delimiter, begins)
    const next = isQuoted ? ends + 1 : ends
    const cell = line.slice(begins, ends)
    if (next > line.length || (isQuoted ? isNot(line[next], delimiter) : cell.includes('"'))) return null
    cells.push(cell)
    if (next === line.length) return cells
    at = next + 1
  }
}

/** Whether a character stands there that is not this one. */
const isNot = (found: string | undefined, character: string) => found !== undefined && found !== character

/** Where a character stands from a place on; the end where it does not. */
function placeOf(line: string, character: string, from: number): number {
  const at = line.indexOf(character, from)
  return at < 0 ? line.length : at
}

function nextOf(text: Buffer, byte: number, from: number): number {
  const at = text.indexOf(byte, from)
  return at < 0 ? text.length : at
}

const [QUOTE, CR, LF] = [0x22, 0x0d, 0x0a]
