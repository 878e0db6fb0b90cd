import { byBytes } from '../bytes.ts'
import type { Day } from '../dates.ts'
import type { RiskTerms } from '../rules/risk-terms.ts'
import { groupBy } from '../tally.ts'
import { CLEAN, type RiskResult } from './grounds.ts'

/** A result on which a proposal rests, and what of it. */
export interface Evidence {
  readonly result: string
  readonly inspected: Day
  /** The code of an outcome or the word of an event, as the rule `risk-up` has it; {@link CLEAN} of a step down. */
  readonly ground: string
  /** By how many classes, down below nought. */
  readonly steps: number
}

/** What results ask for of one target. */
export type RiskAnswer =
  | {
      readonly kind: 'proposal'
      readonly from: string
      readonly to: string
      /** Classes up, or down below nought: fewer than the evidence asks for where there is no further class. */
      readonly moves: number
      readonly evidence: readonly Evidence[]
    }
  /** Grounds are there, and the target has no class, one that is none of the rules', or is at the end already. */
  | { readonly kind: 'unclassed' | 'unknown-class' | 'at-end' }
  | { readonly kind: 'nothing' }

/** The name of a piece of evidence: once decided on it asks for nothing more. */
export function evidenceKey({ result, ground }: Pick<Evidence, 'result' | 'ground'>): string {
  return `${result} ${ground}`
}

/**
 * What the results of a target ask for: a step up for what was found, else a step down for so many visits without a
 * problem since the last one. Nothing of it hangs on the order of the results. `decided` has what somebody has decided on.
 */
export function proposeRisk(
  standing: string,
  results: readonly RiskResult[],
  decided: (key: string) => boolean,
  terms: RiskTerms,
): RiskAnswer {
  const up = raising(results, decided)
  const evidence = up.length > 0 ? up : lowering(results, decided, terms.downVisits)
  if (evidence.length === 0) return { kind: 'nothing' }
  const from = standing === '' ? terms.unclassed : standing
  if (from === '') return { kind: 'unclassed' }
  const place = terms.classes.indexOf(from)
  if (place < 0) return { kind: 'unknown-class' }
  const wished = up.length > 0 ? stepsUp(up, terms.added) : -1
  const there = Math.min(Math.max(place + wished, 0), terms.classes.length - 1)
  if (there === place) return { kind: 'at-end' }
  return { kind: 'proposal', from: standing, to: terms.classes[there]!, moves: there - place, evidence }
}

function raising(results: readonly RiskResult[], decided: (key: string) => boolean): Evidence[] {
  const found = results.flatMap(({ id, inspected, grounds }) =>
    grounds.map(({ ground, steps }) => ({ result: id, inspected, ground, steps })),
  )
  return inOrder(found.filter(one => !decided(evidenceKey(one))))
}

function stepsUp(evidence: readonly Evidence[], added: boolean): number {
  return evidence.reduce((all, { steps }) => (added ? all + steps : Math.max(all, steps)), 0)
}

/** The results of visits without a problem after the last problem, where they are enough and not decided on. */
function lowering(
  results: readonly RiskResult[],
  decided: (key: string) => boolean,
  enough: number,
): Evidence[] {
  if (enough === 0) return []
  const lastFinding = results.reduce(
    (last, { kind, inspected }) => (kind === 'finding' && inspected > last ? inspected : last),
    '',
  )
  const visits = [...groupBy(results, ({ occasion }) => occasion).values()].filter(
    visit =>
      visit.every(({ kind, inspected }) => kind !== 'finding' && inspected > lastFinding) &&
      visit.some(({ kind }) => kind === 'clean') &&
      !visit.some(({ id }) => decided(evidenceKey({ result: id, ground: CLEAN }))),
  )
  if (visits.length < enough) return []
  const clean = visits.flat().filter(({ kind }) => kind === 'clean')
  return inOrder(clean.map(({ id, inspected }) => ({ result: id, inspected, ground: CLEAN, steps: -1 })))
}

function inOrder(evidence: readonly Evidence[]): Evidence[] {
  return [...evidence].sort(
    (a, b) => byBytes(a.inspected, b.inspected) || byBytes(evidenceKey(a), evidenceKey(b)),
  )
}
