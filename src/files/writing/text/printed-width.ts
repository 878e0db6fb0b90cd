/** How wide a text prints in halves of a character, a little more rather than less: capitals are wider than digits. */
export function printedWidth(text: string): number {
  let width = 0
  for (const character of text) {
    if (character > '\u2e7f' || WIDE.test(character)) width += 2
    else width += CAPITAL.test(character) ? 1.5 : 1
  }
  return width
}

/** How much wider the bold letters of a heading are. */
export const BOLD = 1.04

const CAPITAL = /^[A-Zmw&%]$/
const WIDE = /^[MW@\u2014\u2015\u2018-\u201f\u2026\u2030\u2100-\u2e7f]$/

/** What of a text is not to be broken over lines: codes, numbers, words; a digest is too long for that. */
export function wordsIn(text: string): string[] {
  return [...text.matchAll(/[!-~]+/g)].map(([word]) => word).filter(({ length }) => length <= LONGEST_WHOLE)
}

/** The longest code that a table shows whole; what is longer is shown in groups where it does not fit. */
const LONGEST_WHOLE = 24

/** A text that may be shown in lines of this width: a digest that is wider stands in groups of eight, which lines are broken between; every other text stays as it is. */
export function inGroups(text: string, width: number): string {
  return text.replace(DIGEST, word => (printedWidth(word) > width ? word.replace(/.{8}(?=.)/g, '$& ') : word))
}

const DIGEST = /(?<![!-~])[0-9a-f]{32,128}(?![!-~])/g

/** In how many lines of this width a text is shown, by words where it has any. */
export function linesIn(text: string, width: number): number {
  let lines = 0
  for (const line of text.split('\n')) {
    lines++
    let at = 0
    for (const [part] of line.matchAll(/[!-~]+|./gsu)) {
      const own = printedWidth(part)
      if (at > 0 && at + own > width) {
        lines++
        at = 0
      }
      // A word that is wider than a line is broken where the line ends.
      lines += Math.floor(Math.max(0, own - 0.01) / width)
      at = own > width ? own % width : at + own
    }
  }
  return lines
}
