/** Ids one after the other, of which `ends` has where each ends. */
export interface Ids {
  readonly bytes: Uint8Array
  readonly ends: Uint32Array
  readonly count: number
}

/** The order of the bytes of two texts: negative, zero or positive. */
export function compareBytes(
  a: Uint8Array,
  aFrom: number,
  aTo: number,
  b: Uint8Array,
  bFrom: number,
  bTo: number,
): number {
  const shared = Math.min(aTo - aFrom, bTo - bFrom)
  for (let i = 0; i < shared; i++) {
    const difference = a[aFrom + i]! - b[bFrom + i]!
    if (difference !== 0) return difference
  }
  return aTo - aFrom - (bTo - bFrom)
}

/**
 * The numbers of ids in the order of their bytes. Ids mostly differ in few characters at few places: what stands at each
 * place, numbered in byte order, makes a whole number as large as one may be, these are dealt by their digits, and only
 * ids of one number are compared by what follows.
 */
export function orderOfIds(ids: Ids): Uint32Array {
  const { bytes, ends, count } = ids
  const { ranks, factors } = placesOf(ids)
  const low = new Uint32Array(count)
  const high = new Uint32Array(count)
  let start = 0
  for (let i = 0; i < count; i++) {
    const end = ends[i]!
    let key = 0
    for (let place = 0; place < factors.length; place++)
      if (start + place < end) key += ranks[(place << 8) | bytes[start + place]!]! * factors[place]!
    low[i] = key % WORD
    high[i] = Math.floor(key / WORD)
    start = end
  }
  const order = dealt(
    dealt(
      Uint32Array.from({ length: count }, (_, i) => i),
      low,
      32,
    ),
    high,
    21,
  )
  settleTies(ids, order, low, high)
  return order
}

const WORD = 2 ** 32
/** As many places are looked at; what follows is compared. */
const MOST_PLACES = 64

/** Of each place which number a byte has, beginning with 1, and how much one is worth; nought stands for an id that has ended. */
function placesOf({ bytes, ends, count }: Ids): {
  readonly ranks: Uint16Array
  readonly factors: readonly number[]
} {
  const ranks = new Uint16Array(MOST_PLACES << 8)
  const longest = longestOf(ends, count)
  let start = 0
  for (let i = 0; i < count; i++) {
    const end = Math.min(ends[i]!, start + MOST_PLACES)
    for (let at = start; at < end; at++) ranks[((at - start) << 8) | bytes[at]!] = 1
    start = ends[i]!
  }
  const sizes: number[] = []
  let all = 1
  for (let place = 0; place < Math.min(longest, MOST_PLACES); place++) {
    let size = 0
    for (let byte = 0; byte < 256; byte++)
      if (ranks[(place << 8) | byte] === 1) ranks[(place << 8) | byte] = ++size
    if (all * (size + 1) > Number.MAX_SAFE_INTEGER) break
    all *= size + 1
    sizes.push(size + 1)
  }
  const factors = sizes.map((_, place) => sizes.slice(place + 1).reduce((product, size) => product * size, 1))
  return { ranks, factors }
}

function longestOf(ends: Uint32Array, count: number): number {
  let longest = 0
  for (let i = 0, start = 0; i < count; i++) {
    longest = Math.max(longest, ends[i]! - start)
    start = ends[i]!
  }
  return longest
}

/** Deals numbers by the digits of their keys, the lowest first; those of one key stay in their order. */
function dealt(order: Uint32Array, keys: Uint32Array, bits: number): Uint32Array {
  let from = order
  let to: Uint32Array = new Uint32Array(order.length)
  for (let shift = 0; shift < bits; shift += DIGIT) {
    const starts = new Uint32Array((1 << DIGIT) + 1)
    for (const key of keys) starts[((key >>> shift) & MASK) + 1]!++
    // All of one digit: they stand as they stand.
    if (starts.includes(order.length, 1)) continue
    for (let digit = 0; digit < MASK; digit++) starts[digit + 1]! += starts[digit]!
    for (const i of from) to[starts[(keys[i]! >>> shift) & MASK]!++] = i
    ;[from, to] = [to, from]
  }
  return from
}

const DIGIT = 11
const MASK = (1 << DIGIT) - 1

/** Compares ids of one key by all of their bytes. */
function settleTies(ids: Ids, order: Uint32Array, low: Uint32Array, high: Uint32Array): void {
  const isSame = (a: number, b: number) => low[a] === low[b] && high[a] === high[b]
  for (let from = 0; from < order.length; ) {
    let to = from + 1
    while (to < order.length && isSame(order[from]!, order[to]!)) to++
    if (to > from + 1) order.subarray(from, to).sort((a, b) => compareIds(ids, a, b))
    from = to
  }
}

function compareIds({ bytes, ends }: Ids, a: number, b: number): number {
  const [aFrom, bFrom] = [a === 0 ? 0 : ends[a - 1]!, b === 0 ? 0 : ends[b - 1]!]
  return compareBytes(bytes, aFrom, ends[a]!, bytes, bFrom, ends[b]!) || a - b
}
