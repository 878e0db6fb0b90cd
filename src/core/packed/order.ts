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

/** Rows whose ids lie near each other in memory where they are near each other in order; `order` has their places. */
export interface OrderedIds extends Ids {
  readonly numbers: Uint32Array
  readonly order: Uint32Array
}

/**
 * Puts rows in the order of the bytes of their ids. Ids mostly differ in few characters at few places: what stands at each
 * place, numbered in byte order, makes a whole number as large as one may be. By it rows are dealt into buckets, each small
 * enough to be sorted without reaching far, and only ids of one number are compared by what follows.
 */
export function orderedIds(ids: Ids, numbers: Uint32Array): OrderedIds {
  const { keys, all } = keysOf(ids)
  const width = Math.ceil(all / Math.max(1, Math.ceil(ids.count / ROWS_IN_BUCKET)))
  const dealt = dealtOut(ids, numbers, keys, width)
  const order = Uint32Array.from({ length: ids.count }, (_, i) => i)
  for (let bucket = 0; bucket + 1 < dealt.starts.length; bucket++)
    sortBucket(dealt.keys, order, dealt.starts[bucket]!, dealt.starts[bucket + 1]!)
  settleTies(dealt, order)
  return { ...dealt, order }
}

const ROWS_IN_BUCKET = 512

/** As many places are looked at; what follows is compared. */
const MOST_PLACES = 64

function keysOf(ids: Ids): { readonly keys: Float64Array; readonly all: number } {
  const { bytes, ends, count } = ids
  const { ranks, factors, all } = placesOf(ids)
  const keys = new Float64Array(count)
  let start = 0
  for (let i = 0; i < count; i++) {
    const end = ends[i]!
    const places = Math.min(factors.length, end - start)
    let key = 0
    for (let place = 0; place < places; place++)
      key += ranks[(place << 8) | bytes[start + place]!]! * factors[place]!
    keys[i] = key
    start = end
  }
  return { keys, all }
}

interface Dealt extends Ids {
  readonly numbers: Uint32Array
  readonly keys: Float64Array
  /** Where each bucket begins, and where the last one ends. */
  readonly starts: Uint32Array
}

/** Moves rows into buckets of so many keys each; those of one bucket stay in their order. */
function dealtOut(ids: Ids, numbers: Uint32Array, keys: Float64Array, width: number): Dealt {
  const { bytes, ends, count } = ids
  const buckets = Uint32Array.from(keys, key => Math.floor(key / width))
  const most = buckets.reduce((greatest, bucket) => Math.max(greatest, bucket), 0)
  const starts = new Uint32Array(most + 2)
  const places = new Uint32Array(most + 2)
  for (let i = 0, start = 0; i < count; i++) {
    const bucket = buckets[i]! + 1
    starts[bucket]!++
    places[bucket]! += ends[i]! - start
    start = ends[i]!
  }
  for (let bucket = 0; bucket <= most; bucket++) {
    starts[bucket + 1]! += starts[bucket]!
    places[bucket + 1]! += places[bucket]!
  }
  const next = starts.slice()
  const [moved, movedEnds] = [new Uint8Array(count === 0 ? 0 : ends[count - 1]!), new Uint32Array(count)]
  const [movedNumbers, movedKeys] = [new Uint32Array(count), new Float64Array(count)]
  for (let i = 0, from = 0; i < count; i++) {
    const bucket = buckets[i]!
    let place = places[bucket]!
    for (const end = ends[i]!; from < end; from++) moved[place++] = bytes[from]!
    places[bucket] = place
    const row = next[bucket]!++
    movedEnds[row] = place
    movedNumbers[row] = numbers[i]!
    movedKeys[row] = keys[i]!
  }
  return { bytes: moved, ends: movedEnds, count, numbers: movedNumbers, keys: movedKeys, starts }
}

/** Puts the rows of a bucket in the order of their keys. */
function sortBucket(keys: Float64Array, order: Uint32Array, from: number, to: number): void {
  const rows = to - from
  if (rows < 2) return
  const own = keys.subarray(from, to)
  const least = own.reduce((a, b) => Math.min(a, b))
  const greatest = own.reduce((a, b) => Math.max(a, b))
  if ((greatest - least + 1) * rows > Number.MAX_SAFE_INTEGER) {
    order.subarray(from, to).sort((a, b) => keys[a]! - keys[b]! || a - b)
    return
  }
  // Key and place as one number, so that numbers can be sorted without a function.
  const both = new Float64Array(rows)
  for (let i = 0; i < rows; i++) both[i] = (own[i]! - least) * rows + i
  both.sort()
  for (let i = 0; i < rows; i++) order[from + i] = from + (both[i]! % rows)
}

/** Of each place which number a byte has, beginning with 1, and how much one is worth; nought stands for an id that has ended. */
function placesOf({ bytes, ends, count }: Ids): {
  readonly ranks: Uint16Array
  readonly factors: readonly number[]
  /** More than any id comes to. */
  readonly all: number
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
  return { ranks, factors, all }
}

function longestOf(ends: Uint32Array, count: number): number {
  let longest = 0
  for (let i = 0, start = 0; i < count; i++) {
    longest = Math.max(longest, ends[i]! - start)
    start = ends[i]!
  }
  return longest
}

/** Compares ids of one key by all of their bytes. */
function settleTies(ids: Dealt, order: Uint32Array): void {
  const { keys } = ids
  for (let from = 0; from < order.length; ) {
    let to = from + 1
    while (to < order.length && keys[order[from]!] === keys[order[to]!]) to++
    if (to > from + 1) order.subarray(from, to).sort((a, b) => compareIds(ids, a, b))
    from = to
  }
}

function compareIds({ bytes, ends }: Ids, a: number, b: number): number {
  const [aFrom, bFrom] = [a === 0 ? 0 : ends[a - 1]!, b === 0 ? 0 : ends[b - 1]!]
  return compareBytes(bytes, aFrom, ends[a]!, bytes, bFrom, ends[b]!) || a - b
}
