import { byBytes } from '../bytes.ts'
import type { Stratum } from '../draw/folder/rows.ts'
import { type Fraction, parseFraction, portion, type Rounding } from '../fraction.ts'
import { rateOf, type Task } from '../registry/task.ts'
import type { Rules } from '../rules/rules.ts'

/** How many are wanted: of each stratum by its rate, or of all strata together; and of each at least. */
export type Wanted =
  | {
      readonly kind: 'rate'
      readonly rateOf: (stratum: string) => Fraction
      readonly minimum: number
      readonly rounding: Rounding
      /** A rate of nought draws nobody, whatever the minimum is. */
      readonly zeroIsNone: boolean
    }
  | { readonly kind: 'count'; readonly count: number; readonly minimum: number }

/** What the rules say of rates and minimums. */
export type SizeRules = Pick<Rules, 'zeroIsNone' | 'countMinimum'>

/** What the task takes of strata of these sizes. */
export function strataOf(task: Task, sizes: ReadonlyMap<string, number>, rules: SizeRules): Stratum[] {
  const { count, rounding } = task
  const wanted: Wanted =
    count === null
      ? {
          kind: 'rate',
          rateOf: stratum => parseFraction(rateOf(task, stratum)!)!,
          minimum: task.minimum ?? 1,
          rounding,
          zeroIsNone: rules.zeroIsNone,
        }
      : { kind: 'count', count, minimum: minimumOfCount(task, rules) }
  return sizesOf(sizes, wanted, task.reserve)
}

/** How many of each stratum a task that states a count wants at least. */
export function minimumOfCount({ minimum }: Task, { countMinimum }: SizeRules): number {
  return countMinimum ? (minimum ?? 0) : 0
}

/** How many the minimum of each stratum makes together: no stratum has more than its size. */
export function sumOfMinimums(sizes: Iterable<number>, minimum: number): number {
  let sum = 0
  for (const size of sizes) sum += Math.min(size, minimum)
  return sum
}

/** The strata of a further draw by the same task, its drawn targets left out if the task leaves drawn ones out. */
export function nextStrata(task: Task, strata: readonly Stratum[], rules: SizeRules): readonly Stratum[] {
  const taken = (stratum: Stratum) => (task.window === null ? 0 : stratum.take)
  const left = new Map(strata.map(stratum => [stratum.stratum, stratum.size - taken(stratum)]))
  return strataOf(task, left, rules)
}

/** The sizes of the strata, in byte order of their names (draw.md, section 3). `reserve` is a share of the take, or a count. */
export function sizesOf(sizes: ReadonlyMap<string, number>, wanted: Wanted, reserve: string): Stratum[] {
  const names = [...sizes.keys()].sort(byBytes)
  const takes =
    wanted.kind === 'count'
      ? shareOut(
          names.map(name => sizes.get(name)!),
          wanted.count,
          wanted.minimum,
        )
      : names.map(name => takeOf(sizes.get(name)!, name, wanted))
  return names.map((stratum, i) => {
    const size = sizes.get(stratum)!
    const take = takes[i]!
    const none = wanted.kind === 'rate' && drawsNobody(stratum, wanted)
    return { stratum, size, take, reserve: none ? 0 : Math.min(size - take, reserveOf(take, reserve)) }
  })
}

/** `min(size, max(minimum, size × rate))`, rounded as the clerk chose. */
function takeOf(size: number, stratum: string, wanted: ByRate): number {
  if (drawsNobody(stratum, wanted)) return 0
  const { rateOf, minimum, rounding } = wanted
  return Math.min(size, Math.max(minimum, portion(size, rateOf(stratum), rounding)))
}

type ByRate = Extract<Wanted, { kind: 'rate' }>

/** True for a stratum with a rate of nought, where that means nobody: not even as a reserve. */
function drawsNobody(stratum: string, { rateOf, zeroIsNone }: ByRate): boolean {
  return zeroIsNone && rateOf(stratum).numerator === 0n
}

/** A share of what is drawn, rounded up, or a count. */
function reserveOf(take: number, reserve: string): number {
  if (/^\d+$/.test(reserve)) return Number(reserve)
  return portion(take, parseFraction(reserve)!, 'ceil')
}

/**
 * Each stratum has its minimum beforehand. Sainte-Laguë: the next place goes to the stratum with the largest `size / (2·given + 1)`, ties to the first, never
 * above its size. Compared crosswise, in whole numbers.
 */
export function shareOut(sizes: readonly number[], count: number, minimum = 0): number[] {
  const given = sizes.map(size => Math.min(size, minimum))
  const total = Math.min(
    count,
    sizes.reduce((sum, size) => sum + size, 0),
  )
  for (let place = sumOfMinimums(sizes, minimum); place < total; place++) {
    let best = -1
    for (let i = 0; i < sizes.length; i++) {
      if (given[i]! >= sizes[i]!) continue
      if (best < 0 || sizes[i]! * (2 * given[best]! + 1) > sizes[best]! * (2 * given[i]! + 1)) best = i
    }
    given[best]!++
  }
  return given
}
