import type { Fact } from '../../../core/publication/document.ts'
import { widthOf } from '../text/printable.ts'
import { brokenLines } from './lines.ts'
import { PAGE, PITCH, SIZES } from './page.ts'
import type { Sheet } from './sheet.ts'
import { textMark } from './text-mark.ts'

/** Labels and values in a grid. */
export function layFacts(sheet: Sheet, all: readonly Fact[], pairs: 1 | 2, after = 0): void {
  const { rows, columns } = factRows(all, pairs)
  layTable(sheet, rows, columns, false, after)
}

/** The same as rows, with each column's share of the width. */
export function factRows(all: readonly Fact[], pairs: 1 | 2): Grid {
  const columns = pairs === 1 ? [24, 76] : [18, 32, 18, 32]
  const rows: string[][] = []
  for (let i = 0; i < all.length; i += pairs) {
    const cells = all
      .slice(i, i + pairs)
      .flatMap(({ label, value, lines = 1 }) => [label, value + '\n'.repeat(lines - 1)])
    rows.push([...cells, ...Array(columns.length - cells.length).fill('')])
  }
  return { rows, columns }
}

interface Grid {
  readonly rows: readonly (readonly string[])[]
  readonly columns: readonly number[]
}

/** What stays free below a table. */
const GAP = 2

const CELL = { line: 5.2, side: 1.2, height: 1.4 } as const

/**
 * Rows in a grid, whole on a page where a page can hold them; `columns` are shares of the width in per cent. `after` is the
 * room that the last two rows keep free on their page.
 */
export function layTable(
  sheet: Sheet,
  rows: readonly (readonly string[])[],
  columns: readonly number[],
  headed: boolean,
  after = 0,
): void {
  const widths = widthsOf(columns)
  const cellsOf = cellsIn(widths)
  const head = headed && rows.length > 0 ? cellsOf(rows[0]!) : null
  sheet.keep(beginningOf({ rows, columns }, headed))
  const last = Math.max(headed ? 1 : 0, rows.length - 2)
  const end = rows.slice(last).reduce((sum, row) => sum + heightOf(cellsOf(row)), GAP + PITCH + after)
  for (const [i, row] of rows.entries()) {
    if (after > 0 && i === last && sheet.keep(end) && head !== null) drawRow(sheet, head, widths)
    let left = cellsOf(row)
    while (left.length > 0) {
      const most = Math.floor((PAGE.textHeight - CELL.height) / CELL.line)
      const part = left.map(lines => lines.slice(0, most))
      if (head !== null && row !== rows[0] && needsPage(sheet, part)) drawRow(sheet, head, widths)
      drawRow(sheet, part, widths)
      left = left.map(lines => lines.slice(most))
      if (left.every(lines => lines.length === 0)) left = []
    }
  }
  sheet.take(Math.min(GAP, Math.max(0, PAGE.textHeight - sheet.at())))
}

/** How high the beginning of a table is that stands on one page: its first row, and below headings the one after them. */
export function beginningOf({ rows, columns }: Grid, headed: boolean): number {
  const cellsOf = cellsIn(widthsOf(columns))
  return rows.slice(0, headed ? 2 : 1).reduce((sum, row) => sum + heightOf(cellsOf(row)), 0)
}

function widthsOf(columns: readonly number[]): number[] {
  const all = columns.reduce((sum, one) => sum + one, 0)
  return columns.map(share => (share * PAGE.textWidth) / all)
}

/** The lines of each cell of a row. */
function cellsIn(widths: readonly number[]) {
  const advance = SIZES.five / 2
  return (row: readonly string[]) =>
    row.map((text, i) => brokenLines(text, Math.max(2, Math.floor((widths[i]! - 2 * CELL.side) / advance))))
}

function needsPage(sheet: Sheet, cells: readonly (readonly string[])[]): boolean {
  return sheet.at() + heightOf(cells) > PAGE.textHeight
}

function heightOf(cells: readonly (readonly string[])[]): number {
  return Math.max(1, ...cells.map(({ length }) => length)) * CELL.line + CELL.height
}

function drawRow(sheet: Sheet, cells: readonly (readonly string[])[], widths: readonly number[]): void {
  const height = heightOf(cells)
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
          textMark(line, 'table', SIZES.five, {
            x: x + CELL.side,
            top: top + CELL.height / 2 + k * CELL.line,
            height: CELL.line,
            advance: SIZES.five / 2,
            red: false,
          }),
        )
    x += widths[i]!
  }
  rule([PAGE.left + PAGE.textWidth, top], [PAGE.left + PAGE.textWidth, top + height])
}

/** Each column's share of the width: by its longest text, within bounds; a column to be filled in has room. */
export function shares(rows: readonly (readonly string[])[]): number[] {
  return (rows[0] ?? []).map((_, i) => {
    let widest = 5
    for (const row of rows) widest = Math.max(widest, Math.min(24, widthOf(row[i] ?? '')))
    return rows.slice(1).every(row => row[i] === '') ? 14 : widest
  })
}
