import { widthOf } from './width.ts'

/**
 * A text in lines of so many columns, broken as print breaks it: at blanks and between Chinese characters, none
 * of whose closing marks begins a line and none of whose opening ones ends it. Numbers and words stay whole: one
 * that is wider than a line is for the terminal to break, so that it can be copied.
 */
export function wrapped(text: string, width: number): readonly string[] {
  if (widthOf(text) <= width) return [text]
  const lines: string[] = []
  let line = ''
  let room = width
  const next = () => {
    lines.push(line.trimEnd())
    line = ''
    room = width
  }
  for (const piece of piecesOf(text)) {
    if (line !== '' && widthOf(piece.trimEnd()) > room) next()
    line += piece
    room -= widthOf(piece)
  }
  next()
  return lines
}

/** How many columns the longest part of a text takes that a line should not break. */
export function widestPiece(text: string): number {
  return piecesOf(text).reduce((most, piece) => Math.max(most, widthOf(piece.trimEnd())), 0)
}

function piecesOf(text: string): readonly string[] {
  return text.match(PIECE) ?? []
}

/** A word or a number up to what parts a list, or one wide character; with the marks that belong to it and the blanks after it. */
const PIECE =
  /[（《“‘「『【〔]*(?:[!-~\u00a1-\u02ff‐-―]+?(?:[,;]|(?![!-~\u00a1-\u02ff‐-―]))|[^\s])[，。；：、！？）》”’」』】〕…,;:.!?)\]%]*\s*|\s+/gu

/** A line in lines of so many columns, those after the first set in by two more than it is. */
export function hanging(line: string, columns: number): readonly string[] {
  if (widthOf(line) <= columns) return [line]
  const text = line.trimStart()
  const indent = line.length - text.length
  const [first = '', ...others] = wrapped(text, Math.max(8, columns - indent - 2))
  return [' '.repeat(indent) + first, ...others.map(other => ' '.repeat(indent + 2) + other)]
}
