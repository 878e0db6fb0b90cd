/** Rows of a registry by their numbers, a bit for each. */
export interface RowSet {
  readonly bits: Uint32Array
}

/** No rows; there is room for numbers up to, not with, `rows`. */
export function rowSet(rows: number): RowSet {
  return { bits: new Uint32Array(Math.ceil(rows / BITS)) }
}

export function addRow({ bits }: RowSet, row: number): void {
  bits[Math.floor(row / BITS)]! |= 1 << (row % BITS)
}

/** Whether a row is among these; a number that there is no room for is not. */
export function hasRow({ bits }: RowSet, row: number): boolean {
  return ((bits[Math.floor(row / BITS)] ?? 0) & (1 << (row % BITS))) !== 0
}

/** The rows that are in any of these. */
export function rowsOfAny(sets: readonly RowSet[]): RowSet {
  const all = rowSet(BITS * Math.max(0, ...sets.map(({ bits }) => bits.length)))
  for (const { bits } of sets) for (let i = 0; i < bits.length; i++) all.bits[i]! |= bits[i]!
  return all
}

/** How many rows these are. */
export function countRows({ bits }: RowSet): number {
  let count = 0
  for (let i = 0; i < bits.length; i++) count += bitsIn(bits[i]!)
  return count
}

/** How many rows two sets have in common. */
export function countCommon({ bits: a }: RowSet, { bits: b }: RowSet): number {
  let count = 0
  for (let i = 0; i < Math.min(a.length, b.length); i++) count += bitsIn(a[i]! & b[i]!)
  return count
}

const BITS = 32

/** How many bits of a word are set: Warren, Hacker's Delight, section 5-1. */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
