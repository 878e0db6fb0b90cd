import type { FileProblem } from '../../core/file-problem.ts'
import type { ZipEntry } from '../../core/zip/zip-directory.ts'
import {
  errorCells,
  farAway,
  hasCells,
  mergedCells,
  partBytes,
  type SheetPart,
  sheetParts,
} from './workbook.ts'

export interface Sheet {
  readonly kind: 'sheet'
  readonly name: string
  readonly sheets: readonly string[]
  readonly rows: string[][]
  readonly notes: readonly CellNote[]
}

/** A cell whose text is not what was once typed into it; counted from 1 as the spreadsheet does. */
export interface CellNote {
  readonly row: number
  readonly column: number
  /** `merged` was empty, and says what the cell it is merged with says. A number of 16 digits or more keeps only 15; an error value (`#REF!`) has lost its text. */
  readonly note: 'rounded-number' | 'error-value' | 'merged' | UndecodableBytes
}

/** The bytes of a cell of a CSV that are no text in its encoding. */
export interface UndecodableBytes {
  readonly bytes: readonly number[]
}

/**
 * The first sheet of an .xlsx that is not hidden and not empty, or the one named or numbered (from 1), as text: numbers as a spreadsheet
 * shows them in full, dates as ISO, TRUE and FALSE. Nothing is trimmed, row n stands at n − 1.
 */
export async function readSpreadsheet(
  bytes: Buffer,
  entries: ReadonlyMap<string, ZipEntry>,
  wish?: string | number,
): Promise<Sheet | FileProblem> {
  const size = [...entries.values()].reduce((sum, entry) => sum + entry.bytes, 0)
  if (size > SIZE_LIMIT) return { kind: 'spreadsheet-too-large', bytes: size, limit: SIZE_LIMIT }
  const parts = sheetParts(bytes, entries)
  if (parts === undefined) return { kind: 'damaged-spreadsheet', detail: 'xl/workbook.xml' }
  const sheets = parts.map(({ name }) => name)
  const isFilled = ({ hidden, path }: SheetPart) => !hidden && hasCells(partBytes(bytes, entries, path))
  const number =
    wish === undefined ? parts.findIndex(isFilled) + 1 || 1 : sheets.indexOf(String(wish)) + 1 || Number(wish)
  const part = parts[number - 1]
  if (part === undefined) return { kind: 'no-such-sheet', sheet: wish ?? number, sheets }
  const xml = partBytes(bytes, entries, part.path)
  if (xml === undefined) return { kind: 'damaged-spreadsheet', detail: part.path }
  const stray = farAway(xml)
  if (stray !== undefined) return { kind: 'stray-cell', place: stray }
  // Not /node: its unzipping never ends on an .xlsx with bytes behind it (9.3.17, found by the fuzz test).
  const { readSheet } = await import('read-excel-file/universal')
  try {
    const table = (await readSheet(arrayBufferOf(bytes), number, { trim: false })) as unknown as Cell[][]
    const notes: CellNote[] = []
    const rows = table.map((cells, i) =>
      cells.map((cell, j) => {
        if (isRounded(cell)) notes.push({ row: i + 1, column: j + 1, note: 'rounded-number' })
        return textOf(cell)
      }),
    )
    for (const { row, column, text } of errorCells(xml)) {
      put(rows, row, column, text)
      notes.push({ row, column, note: 'error-value' })
    }
    for (const { row, column, from } of mergedCells(xml, rows.length)) {
      const text = rows[from - 1]![column - 1] ?? ''
      if (text === '' || (rows[row - 1]![column - 1] ?? '') !== '') continue
      put(rows, row, column, text)
      notes.push({ row, column, note: 'merged' })
    }
    return { kind: 'sheet', name: part.name, sheets, rows, notes: notes.sort((a, b) => a.row - b.row) }
  } catch {
    // The library says it in the words of its code (“Cannot read properties of undefined”).
    return { kind: 'damaged-spreadsheet', detail: part.path }
  }
}

/** Unpacked bytes: read-excel-file takes about ten times as much memory (measured: 116 MB took 1.1 GB). */
const SIZE_LIMIT = 256 << 20

function arrayBufferOf(bytes: Buffer): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length)
  new Uint8Array(copy).set(bytes)
  return copy
}

type Cell = string | number | boolean | Date | null

const isRounded = (cell: Cell) => typeof cell === 'number' && Number.isInteger(cell) && Math.abs(cell) >= 1e15

function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return decimal(cell)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return cell instanceof Date ? isoText(cell) : cell
}

/** Without exponent, and with the 15 digits a spreadsheet shows: 0.1 + 0.2 is 0.3 to a clerk. */
function decimal(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : String(BigInt(value))
  const shown = String(Number(value.toPrecision(15)))
  return shown.includes('e') ? value.toFixed(20).replace(/0+$/, '') : shown
}

/** The library gives dates in UTC, with a fraction of a millisecond rounded down. */
function isoText(date: Date): string {
  const seconds = new Date(Math.round(date.getTime() / 1000) * 1000)
  if (!(seconds.getTime() <= LAST_DATE)) return '########'
  const [day, time] = seconds.toISOString().slice(0, 19).split('T') as [string, string]
  if (seconds.getTime() < FIRST_DATE) return time
  return time === '00:00:00' ? day : `${day} ${time}`
}

const FIRST_DATE = Date.UTC(1899, 11, 31)
const LAST_DATE = Date.UTC(9999, 11, 31, 23, 59, 59)

function put(rows: string[][], row: number, column: number, text: string): void {
  while (rows.length < row) rows.push([])
  const cells = rows[row - 1]!
  while (cells.length < column) cells.push('')
  cells[column - 1] = text
}
