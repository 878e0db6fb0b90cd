import type { Stratum } from '../folder/rows.ts'
import { type Form, outcomesOf } from './form.ts'

/** How much chance the announced sources hold, and for which strata it is too little (draw-2.md, section 4). */
export interface Chance {
  /** S: how many seeds there are. */
  readonly outcomes: bigint
  /** Strata in which trying commitments would move the chance of a target; none where the draw is steer-proof. */
  readonly weak: readonly string[]
}

export function chanceOf(forms: readonly Form[], strata: readonly Stratum[]): Chance {
  const outcomes = forms.reduce((product, form) => product * outcomesOf(form), 1n)
  const weak = strata.filter(stratum => isWeak(outcomes, stratum))
  return { outcomes, weak: weak.map(({ stratum }) => stratum) }
}

/** How many dice more would make a draw steer-proof. */
export function diceLacking(outcomes: bigint, strata: readonly Stratum[]): number {
  let dice = 0
  for (let all = outcomes; strata.some(stratum => isWeak(all, stratum)); all *= 6n) dice++
  return dice
}

function isWeak(outcomes: bigint, { size, take }: Stratum): boolean {
  return take > 0 && outcomes * BigInt(take) < LEAST_OUTCOMES * BigInt(size)
}

/** S · take ≥ 1 000 000 · size. */
const LEAST_OUTCOMES = 1_000_000n
