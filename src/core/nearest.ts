/**
 * The candidate most like `text`, or null when none is near: at most half of its characters may differ. Where nearly
 * all must agree it is less than a third, and a text of which the other is only a part must not be much longer.
 */
export function nearest(
  text: string,
  candidates: Iterable<string>,
  floor: 'half' | 'nearly all' = 'half',
): string | null {
  let best: string | null = null
  let least =
    (floor === 'half' ? Math.max(1, Math.floor(text.length / 2)) : Math.ceil(text.length / 3) - 1) + 1
  for (const candidate of candidates) {
    const far = farness(text, candidate, floor, least)
    if (far < least) {
      least = far
      best = candidate
    }
  }
  return best
}

/**
 * The few records that any of whose texts is most like `text`, the likest first: what contains it or is contained in it,
 * then what differs in few characters. One pass, and no more than `most` are kept.
 */
export function distinctNearest<R extends readonly string[]>(
  text: string,
  records: Iterable<R>,
  most: number,
): R[] {
  const least = Math.max(1, Math.floor(text.length / 2))
  let best: { readonly record: R; readonly far: number }[] = []
  for (const record of records) {
    const far = Math.min(
      ...record.filter(own => own !== '').map(own => farness(text, own, 'half', least + 1)),
    )
    if (far > least || (best.length === most && far >= best.at(-1)!.far)) continue
    best = [...best, { record, far }].sort((a, b) => a.far - b.far).slice(0, most)
  }
  return best.map(({ record }) => record)
}

/** How far two texts are from each other, nearer than `least` by far where one holds the other; infinity where their lengths alone say that it is no less. */
function farness(text: string, candidate: string, floor: 'half' | 'nearly all', least: number): number {
  const held = holds(text, candidate, floor)
  if (!held && Math.abs(text.length - candidate.length) >= least) return Number.POSITIVE_INFINITY
  return distance(text, candidate) - (held ? 1000 : 0)
}

/** True where one of both stands in the other, which then says more of the same. */
function holds(text: string, candidate: string, floor: 'half' | 'nearly all'): boolean {
  if (candidate.includes(text)) return floor === 'half' || text.length * 2 >= candidate.length
  return text.includes(candidate) && (floor === 'half' || candidate.length * 3 >= text.length * 2)
}

/** Insertions, deletions, substitutions of one character and swaps of two neighbours (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const least = Math.min(row[j]! + 1, next[j - 1]! + 1, changed)
      next.push(swapped ? Math.min(least, before[j - 2]! + 1) : least)
    }
    before = row
    row = next
  }
  return row[b.length]!
}
