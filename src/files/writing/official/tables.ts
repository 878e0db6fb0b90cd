import type { DataTable, Fact } from '../../../core/publication/document.ts'
import { labelShare, layoutOf } from '../text/table-layout.ts'
import { brokenLines } from './lines.ts'
import { PAGE, PITCH, SIZES } from './page.ts'
import { SMALLEST } from './readable-blocks.ts'
import type { Sheet } from './sheet.ts'
import { textMark } from './text-mark.ts'

/** Labels and values in a grid. */
export function layFacts(sheet: Sheet, all: readonly Fact[], pairs: 1 | 2, after = 0): void {
  layTable(sheet, factRows(all, pairs), false, after)
}

/** The same as rows, with each column's share of the width. */
export function factRows(all: readonly Fact[], pairs: 1 | 2): Grid {
  const label = labelShare(all, pairs, PAGE.textWidth * TWIPS)
  const columns = Array(pairs)
    .fill([label, 100 / pairs - label])
    .flat()
  const rows: string[][] = []
  for (let i = 0; i < all.length; i += pairs) {
    const cells = all
      .slice(i, i + pairs)
      .flatMap(({ label, value, lines = 1 }) => [label, value + '\n'.repeat(lines - 1)])
    rows.push([...cells, ...Array(columns.length - cells.length).fill('')])
  }
  return { rows, columns }
}

/** Rows with each column's share of the width, and the size of their letters in millimetres where it is not 5号. */
export interface Grid {
  readonly rows: readonly (readonly string[])[]
  readonly columns: readonly number[]
  readonly size?: number
}

/** Twentieths of a point in a millimetre. */
const TWIPS = 1440 / 25.4

/** What stays free below a table. */
const GAP = 2

const CELL = { line: 5.2, side: 1.2, height: 1.4 } as const

/**
 * Rows in a grid, whole on a page where a page can hold them. `after` is the room that the last two rows keep free on their
 * page.
 */
export function layTable(sheet: Sheet, grid: Grid, headed: boolean, after = 0): void {
  const { rows } = grid
  const type = typeOf(grid)
  const head = headed && rows.length > 0 ? type.cellsOf(rows[0]!) : null
  // What headings take of each page that the table goes on to.
  const again = head === null ? 0 : heightOf(head, type)
  sheet.keep(beginningOf(grid, headed))
  const last = Math.max(headed ? 1 : 0, rows.length - 2)
  const end = rows
    .slice(last)
    .reduce((sum, row) => sum + heightOf(type.cellsOf(row), type), GAP + PITCH + after)
  for (const [i, row] of rows.entries()) {
    if (after > 0 && i === last && sheet.keep(end) && head !== null) drawRow(sheet, head, type)
    let left = type.cellsOf(row)
    while (left.length > 0) {
      const most = Math.floor((PAGE.textHeight - CELL.height - again) / type.line)
      const part = left.map(lines => lines.slice(0, most))
      const height = heightOf(part, type)
      if (head !== null && row !== rows[0] && sheet.at() + height > PAGE.textHeight) {
        sheet.keep(again + height)
        drawRow(sheet, head, type)
      }
      drawRow(sheet, part, type)
      left = left.map(lines => lines.slice(most))
      if (left.every(lines => lines.length === 0)) left = []
    }
  }
  sheet.take(Math.min(GAP, Math.max(0, PAGE.textHeight - sheet.at())))
}

/** How high the beginning of a table is that stands on one page: its first row, and below headings the one after them. */
export function beginningOf(grid: Grid, headed: boolean): number {
  const type = typeOf(grid)
  return grid.rows.slice(0, headed ? 2 : 1).reduce((sum, row) => sum + heightOf(type.cellsOf(row), type), 0)
}

/** How the rows of a grid are set. */
interface Type {
  readonly widths: readonly number[]
  readonly size: number
  /** How high a line is. */
  readonly line: number
  /** The lines of each cell of a row. */
  readonly cellsOf: (row: readonly string[]) => string[][]
}

function typeOf({ columns, size = SIZES.five }: Grid): Type {
  const all = columns.reduce((sum, one) => sum + one, 0)
  const widths = columns.map(share => (share * PAGE.textWidth) / all)
  const room = (i: number) => Math.max(2, Math.floor((2 * (widths[i]! - 2 * CELL.side)) / size))
  const cellsOf = (row: readonly string[]) => row.map((text, i) => brokenLines(text, room(i)))
  return { widths, size, line: (CELL.line * size) / SIZES.five, cellsOf }
}

function heightOf(cells: readonly (readonly string[])[], { line }: Type): number {
  return Math.max(1, ...cells.map(({ length }) => length)) * line + CELL.height
}

function drawRow(sheet: Sheet, cells: readonly (readonly string[])[], type: Type): void {
  const height = heightOf(cells, type)
  const top = sheet.take(height)
  let x = PAGE.left
  const rule = (from: readonly [number, number], to: readonly [number, number]) =>
    sheet.put({ kind: 'rule', from, to, width: 0.25, red: false })
  rule([x, top], [x + PAGE.textWidth, top])
  rule([x, top + height], [x + PAGE.textWidth, top + height])
  for (const [i, lines] of cells.entries()) {
    rule([x, top], [x, top + height])
    for (const [k, line] of lines.entries())
      if (line !== '')
        sheet.put(
          textMark(line, 'table', type.size, {
            x: x + CELL.side,
            top: top + CELL.height / 2 + k * type.line,
            height: type.line,
            advance: type.size / 2,
            red: false,
          }),
        )
    x += type.widths[i]!
  }
  rule([PAGE.left + PAGE.textWidth, top], [PAGE.left + PAGE.textWidth, top + height])
}

/** A table below its headings: columns in which no code is broken, in smaller letters where they have no room else. */
export function dataGrid({ headings, rows }: DataTable): Grid {
  const { shares, size } = layoutOf({ headings, rows }, PAGE.textWidth * TWIPS, SMALLEST)
  return { rows: [headings, ...rows], columns: shares, size: (size / 2) * POINT }
}

/** A point in millimetres. */
const POINT = 25.4 / 72
