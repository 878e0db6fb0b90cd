import { withoutControls } from '../text/printable.ts'

/** Lines of at most `room` half characters: a Chinese one takes two, and none begins with what closes or ends what opens. */
export function brokenLines(text: string, room: number, indent = 0): string[] {
  return withoutControls(text)
    .split('\n')
    .flatMap(paragraph => brokenParagraph([...paragraph.replaceAll('\t', ' ')], room, indent))
}

function brokenParagraph(characters: readonly string[], room: number, indent: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = indent
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i]!
    const width = halves(character)
    const pushesOut = NO_END.has(character) && used + width + halves(characters[i + 1] ?? '') > room
    if (line !== '' && (used + width > room || pushesOut)) {
      const kept = cutOf(line, character, room)
      lines.push(line.slice(0, kept))
      line = line.slice(kept)
      used = halfWidth(line)
    }
    line += character
    used += width
  }
  return [...lines, line]
}

/** Where a line is cut before this character: not within a number or a word that a line can hold, nor before what closes. */
function cutOf(line: string, character: string, room: number): number {
  if (NO_START.has(character)) return lastCut(line)
  let begin = line.length
  if (WORD.test(character)) while (begin > 0 && WORD.test(line[begin - 1]!)) begin--
  return begin === 0 || 2 * (line.length - begin) > room ? line.length : begin
}

const WORD = /[A-Za-z0-9_.-]/

/** Where a line is cut so that the next one does not begin with what closes: before the last character that does not, or at its end. */
function lastCut(line: string): number {
  const characters = [...line]
  let last = characters.length - 1
  while (last > 0 && NO_START.has(characters[last]!)) last--
  while (last > 0 && NO_END.has(characters[last - 1]!)) last--
  return last > 0 ? characters.slice(0, last).join('').length : line.length
}

/** How many half characters a line is wide. */
export function halfWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + halves(character), 0)
}

/** How many half characters one is wide. */
export function halves(character: string): number {
  return character === '' ? 0 : character > '\u2e7f' || WIDE.has(character) ? 2 : 1
}

/** Chinese type sets these as wide as a character. */
const WIDE: ReadonlySet<string> = new Set('“”‘’—…·×≤≥①②③④⑤⑥⑦⑧⑨')
const NO_START: ReadonlySet<string> = new Set('，。、；：？！）〕》」』】”’％%,.;:?!)]}>…')
const NO_END: ReadonlySet<string> = new Set('（〔《「『【“‘([{<')
