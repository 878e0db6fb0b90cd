/** The candidate most like `text`, or null when none is near: at most half of its characters may differ. */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  let best: string | null = null
  let least = Math.max(1, Math.floor(text.length / 2)) + 1
  for (const candidate of candidates) {
    const far = farness(text, candidate)
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
    const far = Math.min(...record.filter(own => own !== '').map(own => farness(text, own)))
    if (far > least || (best.length === most && far >= best.at(-1)!.far)) continue
    best = [...best, { record, far }].sort((a, b) => a.far - b.far).slice(0, most)
  }
  return best.map(({ record }) => record)
}

function farness(text: string, candidate: string): number {
  return distance(text, candidate) - (candidate.includes(text) || text.includes(candidate) ? 1000 : 0)
}

/** Levenshtein's distance: insertions, deletions and substitutions of one character. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length]!
}
