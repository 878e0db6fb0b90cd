import { widthOf } from './width.ts'
import { widestPiece, wrapped } from './wrapped.ts'

export type Align = 'left' | 'right'

/** How many columns the window has that a table is laid out for; null where it goes to a file or a program, and is as wide as it is. */
export type Window = number | null

/** The lines of a table as {@link layout} has them; Chinese characters count as two columns. */
export function table(
  window: Window,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly Align[] = [],
): string[] {
  const { head, linesOf } = layout(headings, measured(headings, rows, window), align, window)
  return [...head, ...rows.flatMap(linesOf)]
}

/**
 * Labels with their values, without headings, of which what is last goes on below itself where the window is too narrow;
 * a digest is never broken.
 */
export function labelled(
  rows: readonly (readonly [string, string])[],
  align: readonly Align[],
  window: Window,
): string[] {
  const [label, value] = measured(['', ''], rows, null).map(({ natural }) => natural) as [number, number]
  const room = window === null ? value : Math.min(value, Math.max(NARROW, window - label - GAP))
  return rows.flatMap(rowOf([label, room], align))
}

/** How wide a column must be for its heading and every row, and how wide at least, that nothing is broken that should not be. */
interface Column {
  readonly natural: number
  readonly least: number
}

/** What the columns of a table need. Without a window nothing gives way, and only the natural width is asked for. */
export function measured(
  headings: readonly string[],
  rows: Iterable<readonly string[]>,
  window: Window,
): readonly Column[] {
  const columns = headings.map(() => ({ natural: 0, least: 0 }))
  const take = (cells: readonly string[]) => {
    for (const [i, column] of columns.entries()) {
      const cell = cells[i] ?? ''
      const width = widthOf(cell)
      if (width > column.natural) column.natural = width
      if (window === null || width <= column.least) continue
      column.least = Math.max(column.least, width <= NARROW ? width : Math.max(NARROW, widestPiece(cell)))
    }
  }
  take(headings)
  for (const row of rows) take(row)
  return columns
}

/** The lines above the rows of a table, and those of each row. */
export interface Laid {
  readonly head: readonly string[]
  readonly linesOf: (cells: readonly string[]) => readonly string[]
}

/**
 * A table in its window: each column as wide as its widest cell; where that is too much, the widest columns give way and
 * their cells go on in lines of their own; and where even so there is no room, each row is a block of its own, a line for
 * each cell, with its heading before it. Rows are laid one by one: a large table is never in memory.
 */
export function layout(
  headings: readonly string[],
  columns: readonly Column[],
  align: readonly Align[],
  window: Window,
): Laid {
  const widths = widthsWithin(columns, window)
  if (widths === null) return { head: [], linesOf: blockOf(headings, window!) }
  const linesOf = rowOf(widths, align)
  const rule = widths.map(width => '─'.repeat(width)).join(' '.repeat(GAP))
  return { head: [...linesOf(headings), rule], linesOf }
}

const GAP = 2
/** A column narrower than this is no easier to read than a block. */
const NARROW = 10

/** What columns have on a line of the window, the widest giving way first; null where they have no room. */
function widthsWithin(columns: readonly Column[], window: Window): readonly number[] | null {
  const own = columns.map(({ natural }) => natural)
  if (window === null) return own
  let over = own.reduce((sum, width) => sum + width, 0) + GAP * (columns.length - 1) - window
  while (over > 0) {
    const give = own.filter((width, i) => width > columns[i]!.least)
    if (give.length === 0) return null
    const widest = Math.max(...give)
    for (const [i, width] of own.entries())
      if (over > 0 && width === widest && width > columns[i]!.least) {
        own[i] = width - 1
        over--
      }
  }
  return own
}

/** A row on a line, or on several where a cell goes on below. */
function rowOf(widths: readonly number[], align: readonly Align[]): Laid['linesOf'] {
  return cells => {
    const parts = widths.map((width, i) => wrapped(cells[i] ?? '', width))
    const height = parts.reduce((most, { length }) => Math.max(most, length), 1)
    return Array.from({ length: height }, (_, line) =>
      widths
        .map((width, i) => {
          const part = parts[i]![line] ?? ''
          const blank = ' '.repeat(Math.max(0, width - widthOf(part)))
          return align[i] === 'right' ? blank + part : part + blank
        })
        .join(' '.repeat(GAP))
        .trimEnd(),
    )
  }
}

/** A row as a block: what is filled in under its heading's name, and a blank line below. */
function blockOf(headings: readonly string[], window: number): Laid['linesOf'] {
  const label = Math.min(
    Math.max(...headings.map(widthOf)),
    Math.max(Math.floor(window / 3), ...headings.map(widestPiece)),
  )
  const lay = rowOf([label, window - label - GAP], [])
  return cells => [
    ...headings.flatMap((heading, i) => ((cells[i] ?? '') === '' ? [] : lay([heading, cells[i]!]))),
    '',
  ]
}
