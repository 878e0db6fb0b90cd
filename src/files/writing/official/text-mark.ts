import { halves } from './lines.ts'
import type { Font, Mark } from './page.ts'

interface Place {
  readonly x: number
  readonly top: number
  readonly height: number
  /** Of half a character. */
  readonly advance: number
  readonly red: boolean
}

/** A Chinese character stands on a line that is about an eighth of its size above its lower edge. */
export function textMark(
  text: string,
  font: Font,
  size: number,
  { x, top, height, advance, red }: Place,
): Mark {
  const baseline = top + (height + size) / 2 - 0.12 * size
  const advances = [...text].slice(0, -1).map(character => halves(character) * advance)
  return { kind: 'text', text, font, size, x, baseline, advances, red }
}
