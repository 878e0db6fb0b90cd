/** Sets of people as bits: the inner loop of the matching looks at thousands of people two hundred thousand times. */
export function emptyBits(size: number): Uint32Array {
  return new Uint32Array((size + 31) >>> 5)
}

/** All of `size` members; the bits beyond them are not set. */
export function allBits(size: number): Uint32Array {
  const bits = emptyBits(size).fill(0xffffffff)
  if (size % 32 !== 0) bits[bits.length - 1] = 2 ** (size % 32) - 1
  return bits
}

export function bitsOf(size: number, belongs: (member: number) => boolean): Uint32Array {
  const bits = emptyBits(size)
  for (let member = 0; member < size; member++) if (belongs(member)) setBit(bits, member)
  return bits
}

export function hasBit(bits: Uint32Array, member: number): boolean {
  return ((bits[member >>> 5]! >>> (member & 31)) & 1) === 1
}

export function setBit(bits: Uint32Array, member: number): void {
  bits[member >>> 5]! |= 1 << (member & 31)
}

export function clearBit(bits: Uint32Array, member: number): void {
  bits[member >>> 5]! &= ~(1 << (member & 31))
}

export function isSubset(part: Uint32Array, whole: Uint32Array): boolean {
  return part.every((word, index) => (word & ~whole[index]!) === 0)
}

/** The place of the lowest bit of a word that is not zero. */
export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word)
}

export function isEmpty(bits: Uint32Array): boolean {
  return bits.every(word => word === 0)
}

/** Asked so often that a function for each word would cost more than the words. */
export function meet(some: Uint32Array, others: Uint32Array): boolean {
  for (let word = 0; word < some.length; word++) if ((some[word]! & others[word]!) !== 0) return true
  return false
}
