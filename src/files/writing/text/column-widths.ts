import type { DataTable } from '../../../core/publication/document.ts'
import { BOLD, printedWidth, wordsIn } from './printed-width.ts'

/** How wide a column must be for none of its codes to be broken, and how wide it would be at the most; in halves of a character. */
export interface ColumnNeed {
  readonly least: number
  readonly wish: number
}

/** What each column of a table needs. A column to be filled in by hand has room for it. */
export function columnNeeds({ headings, rows }: DataTable): ColumnNeed[] {
  return headings.map((heading, i) => {
    const isBlank = rows.length > 0 && rows.every(row => row[i] === '')
    let least = isBlank ? ROOM : Math.min(Math.max(2, printedWidth(heading)), NARROWEST)
    let wish = isBlank ? ROOM : Math.max(NARROWEST, printedWidth(heading))
    least = Math.max(least, ...wordsIn(heading).map(word => printedWidth(word) * BOLD))
    for (const row of rows)
      for (const line of row[i]!.split('\n')) {
        const width = printedWidth(line)
        if (width > wish) wish = width
        if (width > least) least = Math.max(least, ...wordsIn(line).map(printedWidth))
      }
    return { least, wish: Math.max(least, wish) }
  })
}

/** The narrowest that a column of words becomes, and the room to write in by hand. */
const NARROWEST = 6
const ROOM = 12

/**
 * Shares `total` among the columns of a table: what each must have, and of what is left each half of a character to the column
 * whose rows become lowest by it, until every text stands in one line. More than `total` in all where not even the least is
 * there: then the type must be smaller. A long table goes by {@link MEASURED} of its rows.
 */
export function columnWidths(
  data: DataTable,
  total: number,
  needs: readonly ColumnNeed[] = columnNeeds(data),
): number[] {
  const widths = needs.map(({ least }) => least)
  const lines = linesOf(data, widths)
  let left = total - widths.reduce((sum, width) => sum + width, 0)
  while (left > 0) {
    const best = mostGained(lines, widths, needs)
    if (best === -1) break
    const more = Math.min(1, left, needs[best]!.wish - widths[best]!)
    widths[best]! += more
    left -= more
    lines.widen(best, widths[best]!)
  }
  return widths
}

/** So many rows of a table, evenly taken, say how its columns share the width. */
const MEASURED = 48

/** The column by whose widening the rows lose most height, −1 where none does. */
function mostGained(lines: Lines, widths: readonly number[], needs: readonly ColumnNeed[]): number {
  let [best, most] = [-1, 0]
  for (const [i, { wish }] of needs.entries()) {
    if (widths[i]! >= wish) continue
    const gained = lines.gained(i, Math.min(wish, widths[i]! + 1))
    if (gained > most) [best, most] = [i, gained]
  }
  return best
}

interface Lines {
  /** How much lower the rows become where a column is made wider. */
  readonly gained: (column: number, to: number) => number
  readonly widen: (column: number, to: number) => void
}

/**
 * How high the rows of a table are, in lines, smoothly: the fourth root of the sum of fourth powers of the lines of each cell
 * is near to the most of them and still falls where one of two that are alike does. Roots of squares alone are used, which
 * are the same number on every computer.
 */
function linesOf({ headings, rows }: DataTable, widths: readonly number[]): Lines {
  const taken = Math.min(MEASURED, rows.length)
  const measured = [headings]
  for (let i = 0; i < taken; i++) measured.push(rows[Math.floor((i * rows.length) / taken)]!)
  const cells = measured.map(row => row.map(text => text.split('\n').map(printedWidth)))
  const current = cells.map(row => row.map((parts, i) => powerOf(parts, widths[i]!)))
  const sums = current.map(row => row.reduce((sum, one) => sum + one, 0))
  return {
    gained(column, to) {
      let sum = 0
      for (const [r, row] of cells.entries()) {
        const next = sums[r]! - current[r]![column]! + powerOf(row[column]!, to)
        sum += fourthRoot(sums[r]!) - fourthRoot(next)
      }
      return sum
    },
    widen(column, to) {
      for (const [r, row] of cells.entries()) {
        const next = powerOf(row[column]!, to)
        sums[r]! += next - current[r]![column]!
        current[r]![column] = next
      }
    },
  }
}

/** The fourth power of the lines of a cell, of its parts one after the other. */
function powerOf(parts: readonly number[], width: number): number {
  let lines = 0
  for (const part of parts) lines += Math.max(1, part / width)
  return lines * lines * lines * lines
}

function fourthRoot(value: number): number {
  return Math.sqrt(Math.sqrt(Math.max(0, value)))
}
