import type { FrameRow, Stratum } from '../draw/folder/rows.ts'
import { portion } from '../fraction.ts'
import { addOne } from '../tally.ts'
import type { LimitedItem } from './items-of-task.ts'

/** A draw that would pass the upper limit of an 一般 item, and by how much. */
export interface ItemOver {
  readonly item: string
  readonly name: string
  /** The limit as the list writes it. */
  readonly limit: string
  /** Targets in force that the task is about: what the rate is a share of. */
  readonly base: number
  readonly may: number
  /** Of these, drawn for the item this year already. */
  readonly before: number
  /** Others that draws which are frozen and not yet run may bring, at the most. */
  readonly waiting: number
  /** Further ones that this draw can bring, at the most. */
  readonly now: number
}

/**
 * The first item whose limit the draw would pass, or null. The limit is a share of the base, rounded up; a target counts
 * once however often it was drawn, and since nobody knows yet who will be, the largest possible number counts.
 */
export function itemOver(
  items: readonly LimitedItem[],
  base: number,
  drawnFor: (item: string) => ReadonlyMap<string, number>,
  beforeIn: (item: string) => number,
  waitingIn: (item: string) => number,
  frame: readonly FrameRow[],
  strata: readonly Stratum[],
  weightOf: (row: FrameRow) => number = () => 1,
): ItemOver | null {
  for (const { code, name, rate, count, rateText } of items) {
    const may = mostOf({ rate, count }, base)
    if (may === null) continue
    const already = drawnFor(code)
    const fresh = new Map<string, number>()
    for (const row of frame) if (!already.has(row.target)) addOne(fresh, row.stratum, weightOf(row))
    const now = strata.reduce((sum, { stratum, take }) => sum + Math.min(take, fresh.get(stratum) ?? 0), 0)
    const before = beforeIn(code)
    const waiting = Math.min(waitingIn(code), base - before - now)
    if (before + waiting + now > may)
      return { item: code, name, limit: rateText, base, may, before, waiting, now }
  }
  return null
}

/** How many of so many targets an item may draw in a year: the share rounded up, at least one, or the number; null without a limit. */
export function mostOf({ rate, count }: Pick<LimitedItem, 'rate' | 'count'>, base: number): number | null {
  const limits = [
    ...(rate === null ? [] : [Math.max(1, portion(base, rate, 'ceil'))]),
    ...(count === null ? [] : [count]),
  ]
  return limits.length === 0 ? null : Math.min(...limits)
}
