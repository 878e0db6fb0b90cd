import { byBytes } from '../bytes.ts'
import { type DigestWords, hashAfter } from '../hash.ts'
import { hexOfWords } from '../hex.ts'
import type { Digest, TargetId } from '../ids.ts'
import { groupBy } from '../tally.ts'
import type { FrameRow, SelectionRow, Stratum } from './folder/rows.ts'

/**
 * Draws (draw.md, section 5): in each stratum the targets stand in the order of their tickets; the first `take` are
 * drawn, the next `reserve` are the reserves. Sorted by (stratum, rank), whatever order the frame and strata are in.
 */
export function select(
  frame: readonly FrameRow[],
  strata: readonly Stratum[],
  selectKey: Digest,
): SelectionRow[] {
  const ticket = hashAfter(selectKey)
  const members = groupBy(frame, ({ stratum }) => stratum)
  return strata
    .toSorted((a, b) => byBytes(a.stratum, b.stratum))
    .flatMap(({ stratum, take, reserve }) => {
      const targets = (members.get(stratum) ?? []).map(({ target }) => target)
      return lowest(targets, take + reserve, ticket).map(
        ([digits, target], i): SelectionRow => ({
          stratum,
          rank: i + 1,
          target,
          ticket: digits,
          status: i < take ? 'drawn' : 'reserve',
        }),
      )
    })
}

/** The order of (ticket, target). */
export function byTicket(a: Drawn, b: Drawn): number {
  if (a.ticket === b.ticket) return byBytes(a.target, b.target)
  // Digits are in the order of their bytes, which is also the engine's own and faster order.
  return a.ticket < b.ticket ? -1 : 1
}

type Drawn = Pick<SelectionRow, 'ticket' | 'target'>

/** H(selectKey + target), 64 digits: what a citizen computes with `sha256sum`. */
export function ticketOf(selectKey: Digest, target: TargetId): Digest {
  return hexOfWords(hashAfter(selectKey)(target))
}

type Ticket = readonly [digits: Digest, target: TargetId]

/**
 * The targets with the `wanted` lowest tickets, in order. Tickets spread evenly, so they are dealt into about as many
 * piles as there are targets, by their first digits; only the piles that the wanted ones lie in are sorted, and only
 * their tickets are written out. The order is that of (ticket, target), however the tickets are spread.
 */
function lowest(
  targets: readonly TargetId[],
  wanted: number,
  ticket: (target: TargetId) => DigestWords,
): Ticket[] {
  const shift = Math.max(LEAST_SHIFT, Math.clz32(targets.length))
  const pile = Uint32Array.from(targets, target => ticket(target)[0]! >>> shift)
  const { order, starts } = deal(pile, 2 ** (32 - shift))
  const tickets: Ticket[] = []
  for (let p = 0; tickets.length < wanted && p + 1 < starts.length; p++) {
    const own: Ticket[] = []
    for (let at = starts[p]!; at < starts[p + 1]!; at++) {
      const target = targets[order[at]!]!
      own.push([hexOfWords(ticket(target)), target])
    }
    for (const one of own.sort(byDigits)) tickets.push(one)
  }
  return tickets.slice(0, wanted)
}

/** At most 2²⁰ piles. */
const LEAST_SHIFT = 12

/** Digits compare as text; equal tickets by their targets. */
function byDigits([a, target]: Ticket, [b, other]: Ticket): number {
  return a < b ? -1 : a > b ? 1 : byBytes(target, other)
}

/** A counting sort: the indexes of `pile` in the order of its values, and where each value's run begins. */
function deal(pile: Uint32Array, piles: number): { order: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(piles + 1)
  for (const p of pile) starts[p + 1]!++
  for (let p = 0; p < piles; p++) starts[p + 1]! += starts[p]!
  const next = starts.slice()
  const order = new Uint32Array(pile.length)
  for (let i = 0; i < pile.length; i++) order[next[pile[i]!]!++] = i
  return { order, starts }
}
