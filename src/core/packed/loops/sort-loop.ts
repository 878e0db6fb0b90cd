import { LAYOUT, MOST_INPUT, MOST_KNOWN, MOST_ROWS, RECORD_BYTE, SLOTS, TEXT_ROOM } from './layout.ts'
import { ensureRoom, type RowLoops } from './row-loops.ts'

/** Finds what becomes of rows that are alike to others. */
export interface SortLoop {
  /**
   * Finds the outcome of each row of a piece. `outcomeOf` is asked for each that is not alike to one before; where its answer is
   * below nought nothing is remembered. Gives how many rows there are; −1 where the piece is too large.
   */
  readonly pass: (piece: Uint8Array, cells: number, outcomeOf: OutcomeOf) => number
  /** The outcome of the `i`th row of the last piece: a number, {@link IS_EMPTY} or {@link IS_ODD}. */
  readonly outcomeAt: (i: number) => number
  /** Where that row begins and ends. */
  readonly placeOf: (i: number) => readonly [from: number, to: number]
}

/** What becomes of the `i`th row of a piece, which is its bytes from a place up to, not with, another. */
export type OutcomeOf = (i: number, from: number, to: number) => number

export { IS_EMPTY, IS_ODD } from './layout.ts'

/** A loop that remembers the rows that it met. */
export function sortLoop(loops: RowLoops): SortLoop {
  let words = new Int32Array(0)
  let bytes = new Uint8Array(0)
  let known = 0
  let texts = 0
  const forget = (): void => {
    bytes.fill(0, LAYOUT.slots, LAYOUT.slots + 4 * SLOTS)
    known = 0
    texts = 0
  }
  const view = (): void => {
    bytes = new Uint8Array(loops.memory.buffer)
    words = new Int32Array(loops.memory.buffer)
  }
  ensureRoom(loops, LAYOUT.input)
  view()
  forget()
  /** Remembers the row that the loop stopped at. */
  const remember = (from: number, to: number, outcome: number): void => {
    const size = 16 * (((to - from) >> 4) + 1)
    if (size > TEXT_ROOM) return
    if (known === MOST_KNOWN || texts + size > TEXT_ROOM) {
      forget()
      return
    }
    const entry = LAYOUT.entries + 16 * known++
    const text = LAYOUT.texts + texts
    texts += size
    bytes.fill(0, text, text + size)
    bytes.copyWithin(text, from, to)
    words.set([words[LAYOUT.hash / 4]!, text, to - from, outcome], entry / 4)
    words[words[LAYOUT.slot / 4]! / 4] = entry
  }
  return {
    pass(piece, cells, outcomeOf) {
      if (piece.length > MOST_INPUT) return -1
      const end = LAYOUT.input + piece.length
      ensureRoom(loops, end)
      // What was grown has another buffer.
      if (bytes.length === 0) view()
      bytes.set(piece, LAYOUT.input)
      bytes[end] = RECORD_BYTE
      for (let [i, at] = [0, LAYOUT.input]; at <= end; ) {
        i = loops.rows(i, at, end, cells)
        if (i === MOST_ROWS) return -1
        const from = words[LAYOUT.row / 4]!
        if (from === 0) return i
        const to = words[LAYOUT.end / 4]!
        const outcome = outcomeOf(i, from - LAYOUT.input, to - LAYOUT.input)
        if (outcome >= 0) remember(from, to, outcome)
        words[LAYOUT.rows / 4 + 2 * i] = outcome
        words[LAYOUT.rows / 4 + 2 * i + 1] = to
        i++
        at = to + 1
        if (at > end) return i
      }
      return 0
    },
    outcomeAt: i => words[LAYOUT.rows / 4 + 2 * i]!,
    placeOf: i => [
      i === 0 ? 0 : words[LAYOUT.rows / 4 + 2 * i - 1]! + 1 - LAYOUT.input,
      words[LAYOUT.rows / 4 + 2 * i + 1]! - LAYOUT.input,
    ],
  }
}
