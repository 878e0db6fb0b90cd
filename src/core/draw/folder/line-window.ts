import type { Pieces } from '../../pieces.ts'

/** A stretch of a file that is read forward: the bytes from `at` up to, not with, `end` are at hand. */
export interface LineWindow {
  readonly bytes: Uint8Array
  /** Where the reader stands; whatever lies before may be gone after {@link LineWindow.more}. */
  at: number
  readonly end: number
  /** Brings the next piece behind the others; false where the file is over. */
  readonly more: () => boolean
  /** To be called once the reader is done, at the end of the file or before. */
  readonly close: () => void
}

/** Opens a file at its beginning, nothing of it being at hand yet. */
export function lineWindow(pieces: Pieces): LineWindow {
  const rest = pieces[Symbol.iterator]()
  const own = {
    bytes: new Uint8Array(0),
    at: 0,
    end: 0,
    more(): boolean {
      const next = rest.next()
      if (next.done === true) return false
      const piece = next.value
      const kept = own.bytes.subarray(own.at, own.end)
      const wanted = kept.length + piece.length
      const room = wanted <= own.bytes.length ? own.bytes : new Uint8Array(wanted + (wanted >> 2))
      if (room === own.bytes) room.copyWithin(0, own.at, own.end)
      else room.set(kept, 0)
      room.set(piece, kept.length)
      own.bytes = room
      own.at = 0
      own.end = wanted
      return true
    },
    close: () => void rest.return?.(),
  }
  return own
}

/** Where the next line ends: the place of its line feed, or −1 where there is none up to `end`. */
export function lineEnd({ bytes, end }: LineWindow, from: number): number {
  const place = bytes.indexOf(LF, from)
  return place < end ? place : -1
}

export const LF = 10
