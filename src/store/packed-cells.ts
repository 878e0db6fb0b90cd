import { RECORD, UNIT } from '../core/ledger.ts'
import { type Pieces, wholeLines } from '../core/pieces.ts'
import type { Table } from './schema/table.ts'

/** Rows of a table of the ledger: as SQLite takes them, and as their digest does. Both are lent until the next. */
export interface PackedCells {
  /** A list of the cells of each row between draw and entry, as JSONB, the form in which SQLite keeps JSON: nothing of it need be parsed. */
  readonly rows: Uint8Array
  readonly digested: Uint8Array
  readonly count: number
}

/**
 * The rows of a list that the program wrote as bytes, whose heading names the columns of a table and no field of which needs
 * quotes: at most `most` at a time, none of them an object.
 */
export function* packedCells(
  table: Table,
  file: Pieces,
  { draw, entry, most }: { readonly draw: string; readonly entry: number; readonly most: number },
): Generator<PackedCells> {
  let writer: CellWriter | null = null
  for (const bytes of wholeLines(file)) {
    let from = 0
    if (writer === null) {
      from = bytes.indexOf(LF) + 1
      writer = cellWriter(table, DECODER.decode(bytes.subarray(0, from - 1)).split(','), draw, entry)
    }
    while (from < bytes.length) {
      from = writer.take(bytes, from)
      if (writer.count() === most) yield writer.given()
    }
  }
  if (writer !== null && writer.count() > 0) yield writer.given()
}

const DECODER = new TextDecoder()

interface CellWriter {
  /** Takes the line that begins at a place; gives where the next does. */
  readonly take: (bytes: Uint8Array, from: number) => number
  readonly count: () => number
  /** The rows since it was asked before. */
  readonly given: () => PackedCells
}

function cellWriter(table: Table, heading: readonly string[], draw: string, entry: number): CellWriter {
  const encoder = new TextEncoder()
  const before = encoder.encode(draw + UNIT)
  const behind = encoder.encode(UNIT + entry + UNIT + RECORD)
  const columns = columnsIn(table, heading)
  /** Where each field ends; behind the first of them the line begins. */
  const ends = new Int32Array(heading.length + 1)
  const [jsonb, digested] = [growing(), growing()]
  let count = 0
  const findEnds = (bytes: Uint8Array, from: number) => {
    let at = from
    for (let field = 1; field < ends.length; field++, at++) {
      while (bytes[at] !== COMMA && bytes[at] !== LF) at++
      ends[field] = at
    }
    return at
  }
  return {
    count: () => count,
    take(bytes, from) {
      ends[0] = from - 1
      const next = findEnds(bytes, from)
      jsonb.row(bytes, columns, ends)
      digested.bytes(before, 0, before.length)
      for (let i = 0; i < columns.length; i++) {
        const { field } = columns[i]!
        if (i > 0) digested.byte(UNIT_BYTE)
        digested.bytes(bytes, ends[field]! + 1, ends[field + 1]!)
      }
      digested.bytes(behind, 0, behind.length)
      count++
      return next
    },
    given() {
      const cells = { rows: jsonb.list(), digested: digested.all(), count }
      jsonb.empty()
      digested.empty()
      count = 0
      return cells
    },
  }
}

/** A column of the table that is a field of the file. */
interface Column {
  readonly field: number
  readonly kind: typeof TEXT_RAW | typeof INTEGER
}

/** What stands between the draw, which is the first column, and the entry, which is the last. */
function columnsIn({ columns }: Table, heading: readonly string[]): Column[] {
  return Object.entries(columns)
    .slice(1, -1)
    .map(([name, type]) => ({
      field: heading.indexOf(name),
      kind: type.startsWith('integer') ? INTEGER : TEXT_RAW,
    }))
}

/** Kinds of elements (sqlite.org/jsonb.html, section 3): a whole number by its digits, a text as it is, a list. */
const [INTEGER, TEXT_RAW, ARRAY] = [3, 10, 11] as const
const [COMMA, LF, UNIT_BYTE] = [44, 10, UNIT.charCodeAt(0)]

/** Bytes one after the other; where they are the rows of a list, its head stands before them. */
function growing() {
  let room = new Uint8Array(1 << 16)
  let length = HEAD
  const own = (more: number) => {
    if (length + more <= room.length) return
    const larger = new Uint8Array(Math.max(length + more, 2 * room.length))
    larger.set(room)
    room = larger
  }
  const head = (kind: number, size: number) => {
    own(HEAD)
    if (size <= SMALL) room[length++] = (size << 4) | kind
    else {
      const bytes = size <= 0xff ? 1 : size <= 0xffff ? 2 : 4
      room[length++] = ((bytes === 1 ? 12 : bytes === 2 ? 13 : 14) << 4) | kind
      for (let shift = 8 * (bytes - 1); shift >= 0; shift -= 8) room[length++] = (size >>> shift) & 0xff
    }
  }
  const bytes = (from: Uint8Array, start: number, end: number) => {
    own(end - start)
    for (let i = start; i < end; i++) room[length++] = from[i]!
  }
  return {
    bytes,
    byte(byte: number) {
      own(1)
      room[length++] = byte
    },
    row(line: Uint8Array, columns: readonly Column[], ends: Int32Array) {
      let size = 0
      for (const { field } of columns) {
        const cell = ends[field + 1]! - ends[field]! - 1
        size += cell + headSize(cell)
      }
      head(ARRAY, size)
      for (const { field, kind } of columns) {
        head(kind, ends[field + 1]! - ends[field]! - 1)
        bytes(line, ends[field]! + 1, ends[field + 1]!)
      }
    },
    all: () => room.subarray(HEAD, length),
    list() {
      const end = length
      const size = end - HEAD
      length = HEAD - headSize(size)
      const start = length
      head(ARRAY, size)
      length = end
      return room.subarray(start, end)
    },
    empty() {
      length = HEAD
    },
  }
}

/** The size of an element stands with its kind up to this, else in one, two or four bytes behind it. */
const SMALL = 11
/** As many bytes has the largest head. */
const HEAD = 5
const headSize = (size: number) => (size <= SMALL ? 1 : size <= 0xff ? 2 : size <= 0xffff ? 3 : HEAD)
