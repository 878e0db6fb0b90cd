import type { DataTable } from '../../../core/publication/document.ts'
import { printedWidth, wordsIn } from './printed-width.ts'

/** How wide a column must be for none of its codes to be broken, and how wide it would be; in halves of a character. */
export interface ColumnNeed {
  readonly least: number
  readonly wish: number
}

/** What each column of a table needs. A column to be filled in by hand has room for it. */
export function columnNeeds({ headings, rows }: DataTable): ColumnNeed[] {
  return headings.map((heading, i) => {
    const isBlank = rows.length > 0 && rows.every(row => row[i] === '')
    let least = isBlank ? ROOM : Math.min(printedWidth(heading), NARROWEST)
    let wish = isBlank ? ROOM : Math.max(NARROWEST, Math.min(printedWidth(heading), WIDE_HEADING))
    least = Math.max(least, ...wordsIn(heading).map(printedWidth))
    for (const row of rows)
      for (const line of row[i]!.split('\n')) {
        const width = printedWidth(line)
        if (width > wish) wish = Math.min(width, WIDEST)
        if (width > least) least = Math.max(least, ...wordsIn(line).map(printedWidth))
      }
    return { least, wish: Math.max(least, wish) }
  })
}

/** The narrowest that a column of words becomes, the room to write in by hand, and how wide a heading alone makes its column. */
const NARROWEST = 6
const ROOM = 12
const WIDE_HEADING = 12
/** Longer texts go over lines. */
const WIDEST = 60

/**
 * Shares `total` among columns: what each wishes where there is room for all, else what it must have and its share of the rest
 * by what it still lacks. More than `total` in all where not even that is there: then the type must be smaller.
 */
export function columnWidths(needs: readonly ColumnNeed[], total: number): number[] {
  const sum = (of: keyof ColumnNeed) => needs.reduce((all, need) => all + need[of], 0)
  const [least, wish] = [sum('least'), sum('wish')]
  if (wish <= total) return needs.map(need => need.wish)
  const share = Math.max(0, (total - least) / Math.max(1, wish - least))
  return needs.map(need => need.least + (need.wish - need.least) * share)
}
