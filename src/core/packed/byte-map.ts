/** A map from texts as bytes to whole numbers from 0 on, in the order in which they came; no text becomes a string. */
export interface ByteMap {
  readonly size: () => number
  /** The number of a text with this {@link hashOf}; −1 where it has none. */
  readonly find: (bytes: Uint8Array, from: number, to: number, hash: number) => number
  /** Gives a text that has no number the next one. */
  readonly add: (bytes: Uint8Array, from: number, to: number, hash: number) => number
  readonly clear: () => void
}

/** Of the kind of Fowler, Noll and Vo: what it spreads unevenly costs time, and decides nothing. */
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = HASH_START
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, HASH_FACTOR)
  return hash
}

export const HASH_START = 0x811c9dc5 | 0
export const HASH_FACTOR = 0x01000193

export function byteMap(): ByteMap {
  let slots = new Int32Array(1 << 10)
  let hashes = new Int32Array(1 << 9)
  let starts = new Uint32Array((1 << 9) + 1)
  let texts = new Uint8Array(1 << 14)
  let size = 0
  /** Where a text with this hash stands or would stand: neighbouring hashes lie apart. */
  const slotOf = (hash: number) => (hash ^ (hash >>> 15)) & (slots.length - 1)
  const isAt = (index: number, bytes: Uint8Array, from: number, to: number) => {
    const start = starts[index]!
    if (starts[index + 1]! - start !== to - from) return false
    for (let i = from; i < to; i++) if (texts[start + i - from] !== bytes[i]) return false
    return true
  }
  const put = (index: number, hash: number) => {
    let slot = slotOf(hash)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = index + 1
  }
  return {
    size: () => size,
    find(bytes, from, to, hash) {
      for (let slot = slotOf(hash); slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
        const index = slots[slot]! - 1
        if (hashes[index] === hash && isAt(index, bytes, from, to)) return index
      }
      return -1
    },
    add(bytes, from, to, hash) {
      if (size === hashes.length) {
        hashes = larger(hashes, new Int32Array(2 * size))
        starts = larger(starts, new Uint32Array(2 * size + 1))
        slots = new Int32Array(2 * slots.length)
        for (let i = 0; i < size; i++) put(i, hashes[i]!)
      }
      const start = starts[size]!
      const end = start + to - from
      if (end > texts.length) texts = larger(texts, new Uint8Array(Math.max(end, 2 * texts.length)))
      texts.set(bytes.subarray(from, to), start)
      starts[size + 1] = end
      hashes[size] = hash
      put(size, hash)
      return size++
    },
    clear() {
      slots.fill(0)
      size = 0
    },
  }
}

function larger<A extends { readonly length: number; set: (from: A) => void }>(from: A, to: A): A {
  to.set(from)
  return to
}
