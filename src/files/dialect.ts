import { recordReader } from './csv.ts'
import type { TextFacts } from './encoding.ts'

export interface Dialect {
  readonly delimiter: string
  /** Cells of the rows that agree; 1 where no delimiter was found. */
  readonly width: number
  /** Bytes of UTF-8 text before the first row: Excel's own line `sep=;` is no row to it. */
  readonly skip: number
}

/**
 * The delimiter under which the most of the first rows fall into equally many cells. Quotes decide first: a
 * wrong delimiter leaves the quotes of quoted cells standing in the text, the right one takes them off.
 */
export function findDialect(facts: TextFacts, wish?: string): Dialect {
  const said = /^sep=([^\r\n"])(?:\r\n|\n|\r|$)/i.exec(facts.head.toString('utf8', 0, 16))
  const skip = said ? Buffer.byteLength(said[0]) : 0
  const head = facts.head.subarray(skip, skip + SAMPLE_BYTES)
  const known = wish ?? said?.[1]
  const trials = (known === undefined ? DELIMITERS : [known]).map(delimiter => trial(head, facts, delimiter))
  const [best] = trials.filter(known === undefined ? plausible : () => true).sort(better)
  return { delimiter: best?.delimiter ?? known ?? ',', width: best?.width ?? 1, skip }
}

/** The names `--delimiter` takes besides a character itself. */
export const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  '\\t': '\t',
}

/**
 * Title and heading rows typed with full-width commas above rows with another delimiter: split where that
 * gives the width of the rows. Data rows are never touched, their texts are full of such commas.
 */
export function splitHeadings(rows: readonly string[][], { delimiter, width }: Dialect): string[][] {
  if (delimiter === '，' || width === 1) return [...rows]
  const body = rows.findIndex(row => row.length === width)
  return rows.map((row, i) => {
    if (i >= body || row.length >= width) return row
    const split = row.flatMap(cell => cell.split('，'))
    return split.length === width ? split : row
  })
}

/** In order of preference where the evidence is even. */
const DELIMITERS = [',', '\t', ';', '，', '|'] as const

/** Enough for a title, headings, hints and some dozens of rows. */
const SAMPLE_BYTES = 1 << 15
const SAMPLE_ROWS = 100

interface Trial {
  readonly delimiter: string
  readonly rows: number
  readonly quotes: number
  readonly width: number
  readonly agreeing: number
}

function trial(head: Buffer, { lineEnds }: TextFacts, delimiter: string): Trial {
  const reader = recordReader(delimiter, lineEnds)
  const rows = [...reader.read(head).rows, ...reader.end().rows]
    .slice(0, SAMPLE_ROWS)
    .filter(row => row.some(cell => cell !== ''))
  const widths = new Map<number, number>()
  for (const { length } of rows) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1)
  const [width, agreeing] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0]
  const quotes = rows.reduce((sum, row) => sum + row.join('').split('"').length - 1, 0)
  return { delimiter, rows: rows.length, quotes, width, agreeing }
}

/** A column of names of which a few contain a semicolon is still one column. */
const plausible = (trial: Trial) => trial.agreeing * 3 >= trial.rows && trial.agreeing > 0

const better = (a: Trial, b: Trial) => a.quotes - b.quotes || b.agreeing - a.agreeing || b.width - a.width
