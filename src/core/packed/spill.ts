/** Where bytes are laid that are needed again and are too many to be kept: on disk, where there is one. */
export interface Spill {
  /** Lays a piece away; gives what to ask for it by. The piece stays the caller's. */
  readonly write: (bytes: Uint8Array) => number
  /** A piece that was laid away, in `room` where it finds place there; the taker must not change it. */
  readonly read: (piece: number, room: Uint8Array) => Uint8Array
}

/** Pieces that were laid away, in this order, each lent until the next. */
export function* laidPieces(spill: Spill, pieces: readonly number[]): Generator<Uint8Array> {
  let room: Uint8Array = new Uint8Array(0)
  for (const piece of pieces) {
    const bytes = spill.read(piece, room)
    if (bytes.length > room.length) room = bytes
    yield bytes
  }
}

/** Keeps them in memory. */
export function memorySpill(): Spill {
  const pieces: Uint8Array[] = []
  return {
    write: bytes => pieces.push(bytes.slice()) - 1,
    read: piece => pieces[piece]!,
  }
}
