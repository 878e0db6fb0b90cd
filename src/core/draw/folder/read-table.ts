import { inParts, type Pieces, wholeLines } from '../../pieces.ts'
import { decodeUtf8 } from '../../text.ts'
import { nextRecord, nextSimpleRecord } from './csv-record.ts'
import { type Flaw, rowChecker, rowDecoder } from './read-row.ts'
import { headingOf, type Table } from './table.ts'

/**
 * The rows of a file that is, byte for byte, what the law would have written (draw.md, section 1); otherwise the
 * first place where it departs.
 */
export function readTable<Row>(table: Table<Row>, bytes: Uint8Array): TableReading<Row> {
  const text = decodeUtf8(bytes)
  if (text !== undefined) return readTableText(table, text)
  return {
    kind: 'misread',
    misreading: { line: firstUndecodableLine(bytes), check: 'utf8', expected: '', found: '' },
  }
}

export type TableReading<Row> =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'misread'; readonly misreading: Misreading }

/** Where a file is not canonical. `line` counts line ends, so a record with quoted ones takes several. */
export interface Misreading {
  readonly line: number
  readonly check: Flaw['check'] | 'utf8' | 'heading' | 'line-end' | 'quotes'
  readonly column?: string
  /** The heading, the number of columns, an `Expectation`, or the key that must come before; otherwise nothing. */
  readonly expected: string
  /** The field where one column is to blame, else the line. */
  readonly found: string
}

export function readTableText<Row>(table: Table<Row>, text: string): TableReading<Row> {
  const rows: Row[] = []
  const reading = rowsIn(table, text)
  for (;;) {
    const { done, value } = reading.next()
    if (done !== true) rows.push(value)
    else return value === null ? { kind: 'rows', rows } : { kind: 'misread', misreading: value }
  }
}

/** Gives the rows as they are asked for, and at the end where the text is not canonical. */
function* rowsIn<Row>(table: Table<Row>, text: string): Generator<Row, Misreading | null> {
  const heading = headingOf(table)
  if (!text.startsWith(heading)) return misread(1, text, 0, { check: 'heading', expected: heading.trimEnd() })
  const next = NEEDS_CARE.test(text) ? nextRecord : nextSimpleRecord
  const decode = rowDecoder(table)
  const check = rowChecker(table)
  let line = 2
  for (let at = heading.length; at < text.length; ) {
    const record = next(text, at)
    if (typeof record === 'string') return misread(line, text, at, { check: record, expected: '' })
    const { row, flaw = check(row) } = decode(record.fields)
    if (flaw) return misread(line, text, at, flaw)
    yield row
    line += record.lines
    at = record.end
  }
  return null
}

/**
 * The rows of a file that may be too large for one text, as it passes, none of which is kept; at the end whether
 * {@link readTable} would have read it. Only then may anything be made of the rows: what is wrong may come behind them.
 * A record may have 16 million characters.
 */
export function* rowsPassing<Row>(
  table: Table<Row>,
  pieces: Pieces,
  partSize: number = PART,
): Generator<Row, boolean> {
  const decode = rowDecoder(table)
  const check = rowChecker(table)
  let rest = ''
  let heading = headingOf(table)
  for (const lines of wholeLines(inParts(pieces, partSize, true))) {
    const more = decodeUtf8(lines)
    const text = rest + more
    if (more === undefined || !text.startsWith(heading)) return false
    let at = heading.length
    const next = NEEDS_CARE.test(text) ? nextRecord : nextSimpleRecord
    while (at < text.length) {
      const record = next(text, at)
      if (typeof record === 'string' && mayGoOn(text, at)) break
      if (typeof record === 'string') return false
      const { row, flaw = check(row) } = decode(record.fields)
      if (flaw) return false
      yield row
      at = record.end
    }
    rest = text.slice(at)
    heading = ''
  }
  return heading + rest === ''
}

/** So many bytes are made one text. */
const PART = 1 << 22

/** Whether the record may have line ends in quotes, and go on in the next part. */
function mayGoOn(text: string, at: number): boolean {
  return text.length - at <= MOST_RECORD && text.includes('"', at)
}

const MOST_RECORD = 1 << 24

/** Without these, a line is its fields and commas. */
const NEEDS_CARE = /["\r]/

type Complaint = Omit<Misreading, 'line' | 'found'> & { readonly found?: string }

function misread(line: number, text: string, at: number, complaint: Complaint): Misreading {
  const end = text.indexOf('\n', at)
  const found = text.slice(at, end < 0 ? text.length : end)
  return { found, ...complaint, line }
}

function firstUndecodableLine(bytes: Uint8Array): number {
  let line = 1
  for (let from = 0; ; line++) {
    const end = bytes.indexOf(10, from)
    if (end < 0 || decodeUtf8(bytes.subarray(from, end)) === undefined) return line
    from = end + 1
  }
}
