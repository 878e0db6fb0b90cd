import { hashNode } from '../hash.ts'
import { hexOfWords, wordsOfHex } from '../hex.ts'
import type { Digest } from '../ids.ts'
import type { Claims, PartClaim } from './claims.ts'
import { rangeRoots } from './range-roots.ts'
import type { Range } from './ranges.ts'

/** What two files that were published of one ledger say of each other. */
export type Agreement =
  /** Both tell of the same parts, and the same; `shown` is the last entry of these. */
  | { readonly kind: 'agree'; readonly shown: number }
  /** They have no part in common: nothing follows. */
  | { readonly kind: 'nothing-common' }
  /** They cannot both be true: there were two ledgers, or it was rewritten. One of these entries is not the same in both. */
  | { readonly kind: 'contradict'; readonly from: number; readonly to: number }

/** Compares two published files without any database: parts of the tree that both show, and those that follow from them. */
export function agreementOf(one: Claims, other: Claims): Agreement {
  const [left, right] = [partsShown(one), partsShown(other)]
  const common = [...left.values()].flatMap(part => {
    const same = right.get(keyOf(part))
    return same === undefined ? [] : [{ part, holds: same.root === part.root }]
  })
  if (common.length === 0) return { kind: 'nothing-common' }
  const others = common.filter(({ holds }) => !holds).map(({ part }) => part)
  if (others.length === 0)
    return { kind: 'agree', shown: common.reduce((most, { part }) => Math.max(most, part.to), 0) }
  const least = others.reduce((a, b) =>
    sizeOf(b) < sizeOf(a) || (sizeOf(b) === sizeOf(a) && b.from < a.from) ? b : a,
  )
  return { kind: 'contradict', from: least.from + 1, to: least.to }
}

/** All parts whose hash a file shows, and the larger ones that are made of two of them. */
function partsShown({ entries, parts }: Claims): ReadonlyMap<string, PartClaim> {
  const leaves = entries.map(({ number, digest }) => ({
    from: number - 1,
    to: number,
    root: rangeRoots([digest], [{ from: 0, to: 1 }])[0]!,
  }))
  const known = new Map<string, PartClaim>()
  const starting = new Map<number, PartClaim[]>()
  const ending = new Map<number, PartClaim[]>()
  const waiting: PartClaim[] = [...leaves, ...parts]
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (sizeOf(part) === 0 || known.has(keyOf(part))) continue
    known.set(keyOf(part), part)
    starting.set(part.from, [...(starting.get(part.from) ?? []), part])
    ending.set(part.to, [...(ending.get(part.to) ?? []), part])
    const own = part
    waiting.push(
      ...(starting.get(own.to) ?? []).flatMap(right => joinedParts(own, right)),
      ...(ending.get(own.from) ?? []).flatMap(left => joinedParts(left, own)),
    )
  }
  return known
}

/** Two neighbours as the part that they make, where a tree has such a one (RFC 6962, section 2.1). */
function joinedParts(left: PartClaim, right: PartClaim): PartClaim[] {
  const size = sizeOf(left)
  const isWhole = (size & (size - 1)) === 0 && left.from % (2 * size) === 0 && sizeOf(right) <= size
  if (!isWhole) return []
  const pair = Int32Array.from([...wordsOfHex(left.root), ...wordsOfHex(right.root)])
  return [{ from: left.from, to: right.to, root: hexOfWords(hashNode(pair, 0)) as Digest }]
}

function sizeOf({ from, to }: Range): number {
  return to - from
}

function keyOf({ from, to }: Range): string {
  return `${from} ${to}`
}
