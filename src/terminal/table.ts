import { widthOf } from './width.ts'

export type Align = 'left' | 'right'

/** The lines of a table whose columns are as wide as their widest cell; Chinese characters count as two. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly Align[] = [],
): string[] {
  const widths = columnWidths(headings, rows)
  return [...tableHead(headings, widths, align), ...rows.map(tableLine(widths, align))]
}

/** How wide each column must be for its heading and every row. */
export function columnWidths(
  headings: readonly string[],
  rows: Iterable<readonly string[]>,
): readonly number[] {
  const widths = headings.map(widthOf)
  for (const row of rows)
    for (let i = 0; i < widths.length; i++) {
      const width = widthOf(row[i] ?? '')
      if (width > widths[i]!) widths[i] = width
    }
  return widths
}

/** What columns of these widths have on a line of so many: the widest give way first, none below what still says something. */
export function within(widths: readonly number[], line: number): readonly number[] {
  const room = line - GAP * (widths.length - 1)
  const own = [...widths]
  for (let over = own.reduce((sum, width) => sum + width, 0) - room; over > 0; ) {
    const widest = Math.max(...own)
    const rest = own.filter(width => width < widest)
    const wide = own.length - rest.length
    const next = Math.max(LEAST, ...rest, widest - Math.ceil(over / wide))
    if (next >= widest) break
    for (const [i, width] of own.entries()) if (width === widest) own[i] = next
    over -= wide * (widest - next)
  }
  return own
}

const GAP = 2
const LEAST = 8

/** A text in so many columns: what is longer ends in “…”. */
function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  let room = width - 1
  for (const character of text) {
    room -= widthOf(character)
    if (room < 0) break
    kept += character
  }
  return `${kept}…`
}

/** The headings of a table and the line under them. */
export function tableHead(
  headings: readonly string[],
  widths: readonly number[],
  align: readonly Align[] = [],
): string[] {
  return [tableLine(widths, align)(headings), widths.map(width => '─'.repeat(width)).join('  ')]
}

/** Writes the rows of a table one by one: a large one is never in memory. */
export function tableLine(
  widths: readonly number[],
  align: readonly Align[] = [],
): (cells: readonly string[]) => string {
  return cells =>
    cells
      .map((written, i) => {
        const cell = cut(written, widths[i]!)
        const blank = ' '.repeat(widths[i]! - widthOf(cell))
        return align[i] === 'right' ? blank + cell : cell + blank
      })
      .join('  ')
      .trimEnd()
}
