import type { Digest } from '../ids.ts'
import type { Claims, EntryClaim } from './claims.ts'
import type { Range } from './ranges.ts'

/** A ledger as a comparison asks it. Its chain must hold: an entry whose digest is as published proves all entries before it. */
export interface ComparedLedger {
  /** How many entries it has. */
  readonly count: number
  readonly digestAt: (number: number) => Digest | null
  /** The hash of each part of its tree; null for one that goes beyond its end. */
  readonly rootsOf: (ranges: readonly Range[]) => readonly (Digest | null)[]
  /** Where an entry that did this stands now, whatever comes before it: of several the nearest to `number`. */
  readonly placeOf: (text: string, number: number) => number | null
}

export type Comparison =
  /** All that was published stands; `shown` is the last entry that it tells of. */
  | { readonly kind: 'same'; readonly shown: number }
  /**
   * The first entry that departs is one of these, `from` to `to`. `changed`: it is another one now; `missing`: it is not there;
   * `new`: it was put in, and what was published stands behind it.
   */
  | {
      readonly kind: 'other'
      readonly how: 'changed' | 'missing' | 'new'
      readonly from: number
      readonly to: number
      readonly shown: number
    }

/** Compares a ledger with what was published of it, and names the first entry that is not as it was. */
export function compareLedger({ entries, parts }: Claims, ledger: ComparedLedger): Comparison {
  const roots = ledger.rootsOf(parts)
  const claims = [
    ...entries.map(({ number, digest }) => ({
      upTo: number,
      wanted: digest,
      found: ledger.digestAt(number),
    })),
    ...parts.map(({ to, root }, i) => ({ upTo: to, wanted: root, found: roots[i]! })),
  ]
  const places = (of: typeof claims) => of.map(({ upTo }) => upTo)
  const shown = largest(places(claims))
  const holds = largest(places(claims.filter(({ wanted, found }) => wanted === found)))
  const departs = smallest(places(claims.filter(({ wanted, found }) => found !== null && wanted !== found)))
  const isShort = claims.some(({ found }) => found === null)
  if (departs === null && !isShort) return { kind: 'same', shown }
  const moved = movedEntry(entries, ledger)
  if (moved !== null) {
    const { how, upTo } = moved
    return { kind: 'other', how, from: holds + 1, to: Math.min(upTo, departs ?? upTo), shown }
  }
  // The first that is missing comes after the last there is, or was taken out after the last that is known to stand.
  if (departs === null) return { kind: 'other', how: 'missing', from: holds + 1, to: ledger.count + 1, shown }
  return { kind: 'other', how: 'changed', from: holds + 1, to: departs, shown }
}

/** An entry that stands elsewhere now: before its place some are missing, or some are new. */
function movedEntry(
  entries: readonly EntryClaim[],
  ledger: ComparedLedger,
): { readonly how: 'missing' | 'new'; readonly upTo: number } | null {
  for (const { number, digest, text } of entries.toSorted((a, b) => a.number - b.number)) {
    if (text === null || ledger.digestAt(number) === digest) continue
    const place = ledger.placeOf(text, number)
    if (place === number) return null
    if (place !== null) return { how: place < number ? 'missing' : 'new', upTo: Math.min(place, number) }
  }
  return null
}

function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0)
}

function smallest(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((least, number) => Math.min(least, number))
}
