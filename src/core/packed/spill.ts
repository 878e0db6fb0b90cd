/** Where bytes are laid that are needed again and are too many to be kept: on disk, where there is one. */
export interface Spill {
  /** Lays a piece away; gives what to ask for it by. The piece stays the caller's. */
  readonly write: (bytes: Uint8Array) => number
  /** A piece that was laid away; the taker must not change it. */
  readonly read: (piece: number) => Uint8Array
}

/** Keeps them in memory. */
export function memorySpill(): Spill {
  const pieces: Uint8Array[] = []
  return {
    write: bytes => pieces.push(bytes.slice()) - 1,
    read: piece => pieces[piece]!,
  }
}
