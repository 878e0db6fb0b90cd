/** Which rows may go by a name, as hashes of names in order: twelve bytes a name, where the names themselves take a hundred. */
export interface NameIndex {
  readonly add: (name: string, row: number) => void
  /** When all are added: the rows of which some name has the hash of this one, in their order; whoever asks looks whether it is it. */
  readonly end: () => (name: string) => readonly number[]
}

/** For up to eight million rows: what is more has no place beside its hash in a number. */
export function nameIndex(): NameIndex {
  let held = new Float64Array(1024)
  let length = 0
  return {
    add(name, row) {
      if (length === held.length) {
        const larger = new Float64Array(2 * held.length)
        larger.set(held)
        held = larger
      }
      held[length++] = hashOf(name) * ROWS + row
    },
    end() {
      const sorted = held.subarray(0, length).sort()
      return name => {
        const [from, rows] = [hashOf(name) * ROWS, [] as number[]]
        for (let i = firstFrom(sorted, from); i < length && sorted[i]! < from + ROWS; i++) {
          const row = sorted[i]! - from
          if (rows.at(-1) !== row) rows.push(row)
        }
        return rows
      }
    },
  }
}

/** Of the 53 bits that a number has exactly 23 are the row's. */
const ROWS = 2 ** 23

/** FNV-1a over the units of a text, in 30 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 2) ^ (hash & 3)
}

/** The first place whose number is not below this one. */
function firstFrom(sorted: Float64Array, least: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}
