import stringWidth from 'string-width'

export type Align = 'left' | 'right'

/** The lines of a table whose columns are as wide as their widest cell; Chinese characters count as two. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly Align[] = [],
): string[] {
  const widths = headings.map((heading, i) =>
    Math.max(stringWidth(heading), ...rows.map(row => stringWidth(row[i] ?? ''))),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => {
        const blank = ' '.repeat(widths[i]! - stringWidth(cell))
        return align[i] === 'right' ? blank + cell : cell + blank
      })
      .join('  ')
      .trimEnd()
  return [line(headings), widths.map(width => '─'.repeat(width)).join('  '), ...rows.map(line)]
}
