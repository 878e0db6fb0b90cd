import { isFinding } from '../../results/outcome-of-result.ts'
import type { Result } from '../../results/result.ts'
import { maskText } from '../private-data.ts'
import { outcomeText } from '../results/outcome-text.ts'
import type { Words } from '../words/words.ts'
import { followedVisits } from './followed-rows.ts'
import type { CertifiedVisit } from './inspection.ts'

/** What a year's sheet of one target tells beside its draws: cases whose results are public, and what became of public problems. */
export interface YearBeside {
  readonly cases: readonly YearCase[]
  readonly followUps: readonly FollowUpShown[]
  /** Cases with results that the sheet does not tell: not public, or kept back by the rules. */
  readonly untold: number
}

/** A visit that was not drawn, by the word of its cause: what follows the word may tell who complained. */
export interface YearCase {
  readonly number: string
  readonly cause: string
  readonly visit: CertifiedVisit
}

/** What became of a problem, as far as it may be told: neither 立案 nor 移送 nor 处罚, of which others publish what is public. */
export interface FollowUpShown {
  /** The draw, or the case. */
  readonly occasion: string
  readonly department: string
  readonly item: string
  readonly inspected: string
  readonly deadline: string
  readonly recheck: string
  /** What the 复查 found, in the words of the publication. */
  readonly recheckFound: string
  readonly settled: string
  readonly closed: string
}

/** What became of the problem of a public result; null where it found none. */
export function followUpShown(
  { occasion, inspected, outcomes, followUp }: Result,
  department: string,
  item: string,
): FollowUpShown | null {
  if (!isFinding(outcomes)) return null
  const { deadline, recheck, recheckOutcomes, settled, closed } = followUp
  return {
    ...{ occasion, department: maskText(department), item: maskText(item), inspected },
    ...{ deadline, recheck, recheckFound: outcomeText(recheckOutcomes, ''), settled, closed },
  }
}

/** The cases as rows: number, cause, department, team, item, result; what the row above says already is left out. */
export function caseRows({ cases }: YearBeside, words: Words): string[][] {
  return cases.flatMap(({ number, cause, visit }) => {
    const [{ department, team, items }] = followedVisits({ visits: [visit] }, words) as [
      ReturnType<typeof followedVisits>[number],
    ]
    const who = visit.team.length === 0 ? words.followed.peopleOnly(visit.people) : team.join('; ')
    return items.map(({ item, about, result }, i) => [
      ...(i === 0 ? [number, cause, department, who] : ['', '', '', '']),
      [item, ...about].join('; '),
      result.join('; '),
    ])
  })
}

/** What became of problems as rows: draw or case, department, item, inspected, deadline, 复查, end. */
export function followUpRows({ followUps }: YearBeside): string[][] {
  return followUps.map(one => [
    ...[one.occasion, one.department, one.item, one.inspected, one.deadline],
    [one.recheck, one.recheckFound].filter(text => text !== '').join(' '),
    [one.settled, one.closed].filter(text => text !== '').join(' '),
  ])
}
