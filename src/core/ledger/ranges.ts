/** Leaves of a tree: from the one with the index `from` up to, not with, `to`. */
export interface Range {
  readonly from: number
  readonly to: number
}

/**
 * The parts of a tree of `size` leaves whose hashes make the audit path of the leaf at `index`, lowest first (RFC 6962,
 * section 2.1.1). With the leaf itself they are the whole tree.
 */
export function inclusionRanges(index: number, size: number): Range[] {
  const path: Range[] = []
  let part: Range = { from: 0, to: size }
  while (part.to - part.from > 1) {
    const [left, right] = halves(part)
    const inLeft = index < left.to
    path.push(inLeft ? right : left)
    part = inLeft ? left : right
  }
  return path.reverse()
}

/**
 * The parts whose hashes make the consistency proof from `old` leaves to `size`, in the order of RFC 6962, section
 * 2.1.2: none where `old` is 0 or `size`.
 */
export function consistencyRanges(old: number, size: number): Range[] {
  if (old === 0 || old === size) return []
  const path: Range[] = []
  let part: Range = { from: 0, to: size }
  while (part.to > old) {
    const [left, right] = halves(part)
    const inLeft = old <= left.to
    path.push(inLeft ? right : left)
    part = inLeft ? left : right
  }
  // What is left ends with the old tree; where it is all of it, the verifier knows its hash.
  if (part.from > 0) path.push(part)
  return path.reverse()
}

/** A part of more than one leaf, divided after the largest power of two that is less than its size. */
function halves({ from, to }: Range): readonly [Range, Range] {
  let left = 1
  while (left * 2 < to - from) left *= 2
  return [
    { from, to: from + left },
    { from: from + left, to },
  ]
}
