/** The candidate most like `text`, or null when none is near: at most half of its characters may differ. */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  let best: string | null = null
  let least = Math.max(1, Math.floor(text.length / 2)) + 1
  for (const candidate of candidates) {
    const far = distance(text, candidate) - (candidate.includes(text) || text.includes(candidate) ? 1000 : 0)
    if (far < least) {
      least = far
      best = candidate
    }
  }
  return best
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
