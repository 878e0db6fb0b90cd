import { byBytes } from '../bytes.ts'
import type { Stratum } from '../draw/folder/rows.ts'
import { type Fraction, parseFraction, portion, type Rounding } from '../fraction.ts'
import { rateOf, type Task } from '../registry/task.ts'

/** How many are wanted: of each stratum by its rate, or of all strata together. */
export type Wanted =
  | {
      readonly kind: 'rate'
      readonly rateOf: (stratum: string) => Fraction
      readonly minimum: number
      readonly rounding: Rounding
    }
  | { readonly kind: 'count'; readonly count: number }

/** What the task takes of strata of these sizes. */
export function strataOf(task: Task, sizes: ReadonlyMap<string, number>): Stratum[] {
  const wanted: Wanted =
    task.count === null
      ? {
          kind: 'rate',
          rateOf: stratum => parseFraction(rateOf(task, stratum)!)!,
          minimum: task.minimum,
          rounding: task.rounding,
        }
      : { kind: 'count', count: task.count }
  return sizesOf(sizes, wanted, task.reserve)
}

/** The strata of a further draw by the same task, its drawn targets left out if the task leaves drawn ones out. */
export function nextStrata(task: Task, strata: readonly Stratum[]): readonly Stratum[] {
  const taken = (stratum: Stratum) => (task.window === null ? 0 : stratum.take)
  return strataOf(task, new Map(strata.map(stratum => [stratum.stratum, stratum.size - taken(stratum)])))
}

/** The sizes of the strata, in byte order of their names (draw.md, section 3). `reserve` is a share of the take, or a count. */
export function sizesOf(sizes: ReadonlyMap<string, number>, wanted: Wanted, reserve: string): Stratum[] {
  const names = [...sizes.keys()].sort(byBytes)
  const takes =
    wanted.kind === 'count'
      ? shareOut(
          names.map(name => sizes.get(name)!),
          wanted.count,
        )
      : null
  return names.map((stratum, i) => {
    const size = sizes.get(stratum)!
    const take =
      takes === null ? takeOf(size, stratum, wanted as Extract<Wanted, { kind: 'rate' }>) : takes[i]!
    return { stratum, size, take, reserve: Math.min(size - take, reserveOf(take, reserve)) }
  })
}

/** `min(size, max(minimum, size × rate))`, rounded as the clerk chose. */
function takeOf(
  size: number,
  stratum: string,
  { rateOf, minimum, rounding }: Extract<Wanted, { kind: 'rate' }>,
): number {
  return Math.min(size, Math.max(minimum, portion(size, rateOf(stratum), rounding)))
}

/** A share of what is drawn, rounded up, or a count. */
function reserveOf(take: number, reserve: string): number {
  if (/^\d+$/.test(reserve)) return Number(reserve)
  return portion(take, parseFraction(reserve)!, 'ceil')
}

/**
 * Sainte-Laguë: the next place goes to the stratum with the largest `size / (2·given + 1)`, ties to the first, never
 * above its size. Compared crosswise, in whole numbers.
 */
export function shareOut(sizes: readonly number[], count: number): number[] {
  const given = sizes.map(() => 0)
  const total = Math.min(
    count,
    sizes.reduce((sum, size) => sum + size, 0),
  )
  for (let place = 0; place < total; place++) {
    let best = -1
    for (let i = 0; i < sizes.length; i++) {
      if (given[i]! >= sizes[i]!) continue
      if (best < 0 || sizes[i]! * (2 * given[best]! + 1) > sizes[best]! * (2 * given[i]! + 1)) best = i
    }
    given[best]!++
  }
  return given
}
