import type { DataTable } from '../../../core/publication/document.ts'
import { type ColumnNeed, columnNeeds, columnWidths } from './column-widths.ts'
import { linesIn, printedWidth } from './printed-width.ts'

/** How a table lies on sheets of A4: its columns in halves of a character with their edges, its rows in points. */
export interface SheetFit {
  readonly widths: readonly number[]
  /** Of the title, the headings and each row. */
  readonly heights: readonly number[]
  readonly isSideways: boolean
  /** How many pages the columns take side by side. */
  readonly across: number
  /** The columns that stand on each of these pages, the first and the last of them; null where there is one page. */
  readonly repeated: readonly [from: number, to: number] | null
  /** Over how many columns the title stands: on the first page, and before those that stand on each. */
  readonly titled: number
  /** How many pages the rows take at the most, printed a little smaller for it; nought where they take what they need. */
  readonly down: number
}

/**
 * So many halves of a character stand side by side on a sheet upright, and laid on its side, at some nine points: what is
 * fitted to the width of the page is printed a little smaller than it is shown.
 */
const UPRIGHT = 110
const SIDEWAYS = 165
/** Columns that need more take several pages side by side: letters of less than seven points are not read. */
const TOO_MANY = 215
/** What the edges of a cell take. */
const EDGES = 2
/** Only so many rows are measured for the widths of columns. */
const MEASURED = 1000
/** How much wider the title is written than the rows. */
const TITLE_SCALE = 1.6

/**
 * How a table is laid on paper: upright where it has room, no code broken, no text cut off, rows as low as they can be, no
 * column too small to be read, and no last page of a few rows.
 */
export function sheetFit(title: string, { headings, rows }: DataTable, isWide: boolean): SheetFit {
  const measured = { headings, rows: rows.slice(0, MEASURED) }
  const needs = columnNeeds(measured).map((need, i) => withWholeTexts(need, measured.rows, i))
  const edges = EDGES * headings.length
  const sum = (of: keyof ColumnNeed) => needs.reduce((all, need) => all + need[of], edges)
  const least = sum('least')
  const isSideways = sum('wish') > UPRIGHT && (isWide || least > 0.8 * UPRIGHT)
  const across = least > TOO_MANY ? Math.ceil(least / (SIDEWAYS * 1.15)) : 1
  const repeated = across === 1 ? null : namedIn(headings, needs)
  const again = repeated === null ? 0 : widthFrom(needs, repeated)
  const room = (isSideways ? SIDEWAYS : UPRIGHT) * across - again * (across - 1)
  // Where codes take all the room, a little smaller letters leave some to words.
  const total = Math.max(room, least > 0.85 * room ? 1.15 * least : 0) - edges
  const widths = columnWidths(measured, total, needs).map(width => Math.ceil(width) + EDGES)
  const all = widths.reduce((sum, width) => sum + width, 0)
  const titled = across === 1 ? headings.length : repeated?.[0] || columnsIn(widths, all / across)
  const under = widths.slice(0, titled).reduce((sum, width) => sum + width, 0)
  const heights = [
    heightOf(linesIn(title, under / TITLE_SCALE), 24),
    rowHeight(headings, widths),
    ...rows.map(row => rowHeight(row, widths)),
  ]
  const down = downOf(heights, all, isSideways, across)
  return { widths, heights, isSideways, across, repeated, titled, down }
}

/** A digest is copied out of a workbook, and a row is no higher than a spreadsheet allows: columns hold both whole. */
function withWholeTexts({ least, wish }: ColumnNeed, rows: DataTable['rows'], column: number): ColumnNeed {
  let whole = least
  for (const row of rows) {
    const text = row[column]!
    if (DIGEST.test(text)) whole = Math.max(whole, printedWidth(text))
    else if (text.length > LONG) whole = Math.max(whole, Math.min(WIDEST, printedWidth(text) / MOST_LINES))
  }
  return { least: whole, wish: Math.max(wish, whole) }
}

const DIGEST = /^[0-9a-f]{64}$/
const LONG = 60
const WIDEST = 110
/** A row of more lines would be cut off: 409 points are the most. */
const MOST_LINES = 22

/** The columns by which a row is known: the name of a target or a person with the code before it, or the first. */
function namedIn(headings: readonly string[], needs: readonly ColumnNeed[]): readonly [number, number] {
  const named = headings.findIndex(heading => NAME.test(heading))
  const withCode = [Math.max(0, named - 1), Math.max(0, named)] as const
  return named !== -1 && widthFrom(needs, withCode) <= SIDEWAYS / 3 ? withCode : [0, 0]
}

const NAME = /^(?:被?检查|抽查|受检)?(?:对象|主体|市场主体|单位|企业|相对人|行政相对人)?名称$|^姓名$/

/** What columns take at the least, in halves of a character. */
function widthFrom(needs: readonly ColumnNeed[], [from, to]: readonly [number, number]): number {
  return needs.slice(from, to + 1).reduce((all, need) => all + need.least + EDGES, 0)
}

/** How many columns have room side by side, one at the least. */
function columnsIn(widths: readonly number[], room: number): number {
  let [count, taken] = [0, 0]
  while (count < widths.length && (count === 0 || taken + widths[count]! <= room)) taken += widths[count++]!
  return count
}

/** A row is as high as the highest of its cells; a spreadsheet has no higher one than 409 points. */
function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  let most = 1
  for (const [i, text] of texts.entries()) most = Math.max(most, linesIn(text, widths[i]! - EDGES))
  return heightOf(most, 15.5)
}

function heightOf(lines: number, line: number): number {
  return Math.min(409, lines * line + 4)
}

/** Points of a half of a character, and of A4 within its margins. */
const HALF = 5.25
const PAGE = { upright: { width: 508, height: 720 }, sideways: { width: 755, height: 474 } } as const

/** A last page of a few rows is put on the pages before, which are printed a little smaller for it. */
function downOf(heights: readonly number[], all: number, isSideways: boolean, across: number): number {
  const { width, height } = PAGE[isSideways ? 'sideways' : 'upright']
  const scale = Math.min(1, (across * width) / (all * HALF))
  const [title = 0, headings = 0, ...rows] = heights
  const room = height / scale - title - headings
  let [pages, at, onLast] = [1, 0, 0]
  for (const row of rows) {
    if (at > 0 && at + row > room) {
      pages++
      at = 0
      onLast = 0
    }
    at += row
    onLast++
  }
  if (pages === 1) return 0
  return onLast <= 2 || at < room * (pages === 2 ? 0.3 : 0.1) ? pages - 1 : 0
}
