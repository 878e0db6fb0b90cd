import type { Commitment } from '../commitment/commitment.ts'
import { type GivenList, givenList } from '../commitment/given-list.ts'
import type { Spec } from '../folder/spec.ts'
import { formOf } from '../seed/announced-source.ts'
import { chanceOf } from '../seed/chance.ts'

/** What every verdict that holds rests on. */
export interface Basis {
  /** The version of the law. */
  readonly spec: Spec
  /** Null under version 1, which does not measure it. */
  readonly chance: ToldChance | null
  /** Files that a file manager left behind, which nothing was asked of. */
  readonly passedOver: readonly string[]
  /** Set where the list was drawn elsewhere: how, the folder does not show. */
  readonly given?: GivenList
}

/** What a folder shows, and a verification covers. */
export type Part =
  | 'frame'
  | 'seed'
  | 'selection'
  | 'exclusions'
  | 'pool'
  | 'recusals'
  | 'assignment'
  | 'substitutions'
  /** Who came in and who fell out, in version 2: a public folder shows only the seats. */
  | 'substitutes'

/** How much chance the seed holds (draw-2.md, section 4). */
export interface ToldChance {
  /** S, in decimal. */
  readonly outcomes: string
  /** How many binary digits S has. */
  readonly bits: number
  readonly steerProof: boolean
  /** The strata for which S is too small. */
  readonly weak: readonly string[]
}

export function basisOf(commitment: Commitment, passedOver: readonly string[]): Basis {
  const given = givenList(commitment)
  const basis = { spec: commitment.spec, chance: toldChance(commitment), passedOver }
  return given === null ? basis : { ...basis, given }
}

/** The chance in the sources of a commitment; null under version 1. */
export function toldChance(commitment: Commitment): ToldChance | null {
  if (commitment.spec === 'ssj-draw/1') return null
  const { outcomes, weak } = chanceOf(commitment.seedSources.map(formOf), commitment.strata)
  return {
    outcomes: outcomes.toString(),
    bits: outcomes.toString(2).length,
    steerProof: weak.length === 0,
    weak,
  }
}
