import stringWidth from 'string-width'

export type Align = 'left' | 'right'

/** Lines of a table with columns as wide as their widest cell; Chinese characters count two. */
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

/** Makes control characters of data visible, so that no name can steer a terminal: ⇥ a tab, ↵ a line break. */
export function inert(text: string): string {
  return text
    .replaceAll('\t', '⇥')
    .replaceAll(/\r\n|[\r\n]/g, '↵')
    .replace(UNSEEN, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Control characters and marks of direction. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
