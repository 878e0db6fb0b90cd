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
      .map((cell, i) => {
        const blank = ' '.repeat(widths[i]! - widthOf(cell))
        return align[i] === 'right' ? blank + cell : cell + blank
      })
      .join('  ')
      .trimEnd()
}
