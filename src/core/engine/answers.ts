import { type Pieces, wholeLines } from '../pieces.ts'
import { decodeUtf8 } from '../text.ts'
import { DONE, idOf } from './script.ts'

/** A file of answers, of which any stretch of bytes may be asked for as often as it is needed; a piece is lent until the next. */
export interface AnswerFile {
  /** As it was named. */
  readonly written: string
  readonly bytes: (from?: number, to?: number) => Pieces
}

/** Lines of one statement that follow each other: bytes from one place up to another, and the row of the first. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly row: number
}

/** What a file of answers says of one statement. */
export type Answered =
  | { readonly kind: 'unasked' }
  | { readonly kind: 'answered'; readonly stretches: readonly Stretch[] }
  | { readonly kind: 'fault'; readonly fault: AnswerFault }

/** What is wrong with a file of answers, and in which row. */
export interface AnswerFault {
  readonly problem: 'mangled' | 'open' | 'twice' | 'count' | 'encoding'
  readonly row: number
  /** Counted in characters. */
  readonly place: number | null
  readonly statement: string
  readonly expected: string
  readonly found: string
}

interface Known {
  readonly stretches: { from: number; to: number; row: number }[]
  lines: number
  lastRow: number
  /** Where its end stands, with the number of its lines where it tells it. */
  readonly ends: { readonly row: number; readonly count: number | null }[]
  mangled: AnswerFault | null
}

/**
 * Finds what each statement was answered in a file that may hold the answers of several sittings, in any order: lines that are
 * no answer (a client's own words) are passed over, unless they are no text at all (UTF-16, packed): then nothing in the file is taken
 * for an answer that is only not there yet. Reads the file once and keeps no line of it.
 */
export function answersIn(file: AnswerFile): (sql: string) => Answered {
  const known = new Map<string, Known>()
  const of = (id: string): Known => {
    const found = known.get(id) ?? { stretches: [], lines: 0, lastRow: 0, ends: [], mangled: null }
    known.set(id, found)
    return found
  }
  let noText: number | null = null
  eachLine(file.bytes(), (bytes, from, to, at, row) => {
    const id = digitsAt(bytes, from, to)
    if (id === null || bytes[from + DIGITS] !== TAB) {
      if (noText === null && bytes.subarray(from, to).includes(0)) noText = row
      const mangled = mangledIn(bytes, from, to, row)
      if (mangled !== null) of(mangled.statement).mangled ??= mangled
      return
    }
    const end = endIn(bytes, from + DIGITS + 1, to)
    const own = of(id)
    if (end !== null) {
      own.ends.push({ row, count: end.count })
      return
    }
    own.lines++
    own.lastRow = row
    const [start, stop] = [at, at + to - from + 1]
    const before = own.stretches.at(-1)
    if (before?.to === start) before.to = stop
    else own.stretches.push({ from: start, to: stop, row })
  })
  return sql => {
    const statement = idOf(sql)
    const found = known.get(statement)
    if (found !== undefined) return outcomeOf(statement, found)
    if (noText === null) return { kind: 'unasked' }
    const fault = { row: noText, place: null, statement, expected: 'UTF-8', found: '' }
    return { kind: 'fault', fault: { problem: 'encoding', ...fault } }
  }
}

function outcomeOf(statement: string, { stretches, lines, lastRow, ends, mangled }: Known): Answered {
  const fault = (
    problem: AnswerFault['problem'],
    row: number,
    expected: string,
    found: string,
  ): Answered => ({
    kind: 'fault',
    fault: { problem, row, place: null, statement, expected, found },
  })
  if (mangled !== null) return { kind: 'fault', fault: mangled }
  const [first, second] = ends
  if (first === undefined)
    return lines === 0 ? { kind: 'unasked' } : fault('open', lastRow, DONE, String(lines))
  if (second !== undefined && lines > 0) return fault('twice', second.row, String(first.row), '2')
  if (first.count !== null && first.count !== lines)
    return fault('count', first.row, String(first.count), String(lines))
  return { kind: 'answered', stretches }
}

/** The lines of an answer as they stand in the file, without what they begin with, each with its row; `null` for a line that is no UTF-8. */
export function* linesOf(
  file: AnswerFile,
  stretches: readonly Stretch[],
): Generator<readonly [line: string | null, row: number]> {
  for (const { from, to, row } of stretches) {
    let number = row
    for (const lines of wholeLines(file.bytes(from, to)))
      for (let start = 0, end = 0; start < lines.length; start = end + 1) {
        end = endOf(lines, start)
        yield [decoded(lines.subarray(start + DIGITS + 1, end)), number++]
      }
  }
}

/** The text of a line; null where its bytes are no UTF-8. */
function decoded(bytes: Uint8Array): string | null {
  const length = bytes.at(-1) === CR ? bytes.length - 1 : bytes.length
  return decodeUtf8(bytes.subarray(0, length)) ?? null
}

const DIGITS = 8
const [TAB, LF, CR, EQUALS] = [9, 10, 13, 61]
const BOM = [0xef, 0xbb, 0xbf]

/** Each line of a file without its end, with where it begins and its row; a mark at the beginning of the file is none of it. */
function eachLine(
  pieces: Pieces,
  see: (bytes: Uint8Array, from: number, to: number, at: number, row: number) => void,
): void {
  let at = 0
  let row = 1
  for (const lines of wholeLines(pieces)) {
    for (let start = 0, end = 0; start < lines.length; start = end + 1) {
      end = endOf(lines, start)
      const skipped = row === 1 && BOM.every((byte, i) => lines[start + i] === byte) ? BOM.length : 0
      see(lines, start + skipped, end, at + start + skipped, row++)
    }
    at += lines.length
  }
}

/** Where a line ends: at its end, or that of the file. */
function endOf(lines: Uint8Array, start: number): number {
  const end = lines.indexOf(LF, start)
  return end < 0 ? lines.length : end
}

/** The eight digits that a line begins with. */
function digitsAt(bytes: Uint8Array, from: number, to: number): string | null {
  if (to - from < DIGITS) return null
  let digits = ''
  for (let i = from; i < from + DIGITS; i++) {
    const byte = bytes[i]!
    if (!(byte >= 48 && byte <= 57) && !(byte >= 97 && byte <= 102)) return null
    digits += String.fromCharCode(byte)
  }
  return digits
}

/** Whether a line says that its statement is done, and how many lines it has. */
function endIn(bytes: Uint8Array, from: number, to: number): { readonly count: number | null } | null {
  const end = bytes[to - 1] === CR ? to - 1 : to
  if (bytes[from] !== DONE.charCodeAt(0) || end <= from) return null
  if (end === from + 1) return { count: null }
  if (bytes[from + 1] !== EQUALS || end === from + 2 || end - from > 18) return null
  const digits = String.fromCharCode(...bytes.subarray(from + 2, end))
  return /^\d+$/.test(digits) ? { count: Number(digits) } : null
}

/** A line that was an answer before a client put it in quotes or a frame, or made its tab something else. */
function mangledIn(bytes: Uint8Array, from: number, to: number, row: number): AnswerFault | null {
  const start = new TextDecoder().decode(bytes.subarray(from, Math.min(to, from + 40)))
  const [, before = '', statement] = /^([\s"'|]*)([0-9a-f]{8})(?:\\t|[\s"'|,;.]|$)/.exec(start) ?? []
  if (statement === undefined) return null
  const place = before === '' ? DIGITS + 1 : 1
  const found = before === '' ? start.slice(DIGITS, DIGITS + 2).trimEnd() : before
  return { problem: 'mangled', row, place, statement, expected: '\t', found: JSON.stringify(found) }
}
