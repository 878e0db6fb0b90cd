import type { Pieces } from '../../pieces.ts'
import { lineEnd, lineWindow } from './line-window.ts'

/** One line of a list, lent until the next one: where it stands among `bytes`, its line end left out, and its target. */
export interface ListLine {
  bytes: Uint8Array
  from: number
  to: number
  /** The target stands from here up to, not with, `targetTo`; before it, with a comma between, its stratum. */
  targetFrom: number
  targetTo: number
}

/** How many fields stand before the target on a line of `frame.csv`, and on one of `exclusions.csv`. */
export type FieldsBefore = 0 | 1

/**
 * Goes over the lines of a list that is known to be canonical (`list-pass.ts`), the heading left out, until `see` gives
 * true. Ids need no quotes and hold no comma.
 */
export function eachLine(pieces: Pieces, before: FieldsBefore, see: (line: ListLine) => unknown): void {
  const window = lineWindow(pieces)
  const line: ListLine = { bytes: window.bytes, from: 0, to: 0, targetFrom: 0, targetTo: 0 }
  try {
    for (let isHeading = true; ; isHeading = false) {
      let to = lineEnd(window, window.at)
      while (to < 0) {
        if (!window.more()) return
        to = lineEnd(window, window.at)
      }
      if (!isHeading) {
        line.bytes = window.bytes
        placeTarget(line, window.at, to, before)
        if (see(line) === true) return
      }
      window.at = to + 1
    }
  } finally {
    window.close()
  }
}

/** Sets a line to the bytes from `from` up to `to`. */
export function placeTarget(line: ListLine, from: number, to: number, before: FieldsBefore): void {
  const { bytes } = line
  line.from = from
  line.to = to
  let at = from
  if (before === 1) while (at < to && bytes[at++] !== COMMA);
  line.targetFrom = at
  while (at < to && bytes[at] !== COMMA) at++
  line.targetTo = at
}

export const COMMA = 0x2c
