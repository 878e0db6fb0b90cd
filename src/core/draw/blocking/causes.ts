import type { InspectorId } from '../../ids.ts'
import type { RecusalRow } from '../folder/rows.ts'
import { type Answers, candidatesOf, carries, EXPERT, isFreeFor, tagsOf } from '../matching/candidates.ts'
import type { Department } from '../matching/department.ts'
import { helpersAmong, seatsFilledBy } from './blocking-set.ts'

/** One rule by which a group blocks. */
export type Cause =
  /** The people of the group have too few free places. */
  | { readonly kind: 'capacity'; readonly inspectors: readonly InspectorId[] }
  /** This many seats of the group ask for a tag that this many people of the department carry, the `inspectors`. */
  | {
      readonly kind: 'tag'
      readonly tag: string
      readonly seats: number
      readonly carriers: number
      readonly inspectors: readonly InspectorId[]
    }
  /** These people outside the group are experts, who sit only on seats that ask for one. */
  | { readonly kind: 'expert'; readonly inspectors: readonly InspectorId[] }
  /** These people outside the group are recused from targets of the group. */
  | { readonly kind: 'recusal'; readonly pairs: readonly RecusalRow[] }
  /** People outside the group keep away from targets in these areas, which are their own. */
  | { readonly kind: 'sameArea'; readonly areas: readonly string[] }
  /** Nobody sits twice at a target, and one target brings more seats than there are people for it. */
  | { readonly kind: 'people'; readonly seats: number; readonly people: number }

type Rule =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'expert' }
  | { readonly kind: 'recusal' }
  | { readonly kind: 'sameArea' }

/**
 * The rules by which a group blocks. A rule that keeps outsiders away is a cause if, were it lifted, they could fill
 * more of the group's seats; where several rules must be lifted at once, the fewest that suffice.
 * `blocked` is the department with only the targets of the group; `inspectors` are the people of the group.
 */
export function causesOf(blocked: Department, inspectors: readonly InspectorId[]): readonly Cause[] {
  const inside = new Set(inspectors)
  const outsiders = { ...blocked, pool: blocked.pool.filter(row => !inside.has(row.inspector)) }
  const rules: readonly Rule[] = [
    ...tagsAsked(blocked).map(tag => ({ kind: 'tag', tag }) as const),
    { kind: 'expert' },
    { kind: 'recusal' },
    { kind: 'sameArea' },
  ]
  const now = seatsFilled(outsiders, [])
  const alone = rules.filter(rule => seatsFilled(outsiders, [rule]) > now)
  const causes = alone.length > 0 ? alone : fewestTogether(outsiders, rules, now)
  return [
    ...(inspectors.length > 0 ? [{ kind: 'capacity', inspectors } as const] : []),
    ...causes.map(rule => causeFrom(rule, blocked, outsiders)),
    ...tooFewPeople(blocked),
  ]
}

/** The tags that seats of a department ask for. */
export function tagsAsked(department: Department): readonly string[] {
  return tagsOf(department).filter(tag => tag !== '')
}

/** The rules that must all be lifted before these people can fill more seats; none where lifting does not help. */
function fewestTogether(outsiders: Department, rules: readonly Rule[], now: number): readonly Rule[] {
  const helps = (lifted: readonly Rule[]): boolean => seatsFilled(outsiders, lifted) > now
  if (!helps(rules)) return []
  return rules.reduce((lifted, rule) => {
    const fewer = lifted.filter(other => other !== rule)
    return helps(fewer) ? fewer : lifted
  }, rules)
}

/** How many seats these people could fill if some rules were lifted, loads aside. */
function seatsFilled(department: Department, lifted: readonly Rule[]): number {
  const isLifted = (kind: Rule['kind']): boolean => lifted.some(rule => rule.kind === kind)
  const freeTags = new Set(lifted.map(rule => (rule.kind === 'tag' ? rule.tag : '')))
  const answers: Answers = (person, tag) =>
    (freeTags.has(tag) || carries(person, tag)) && (isLifted('expert') || isFreeFor(person, tag))
  const candidates = candidatesOf(
    {
      ...department,
      recusals: isLifted('recusal') ? [] : department.recusals,
      avoidSameArea: department.avoidSameArea && !isLifted('sameArea'),
    },
    answers,
  )
  const everybody = helpersAmong(candidates, () => true)
  return department.visits.reduce((sum, _, target) => sum + seatsFilledBy(everybody, candidates, target), 0)
}

function causeFrom(rule: Rule, blocked: Department, outsiders: Department): Cause {
  switch (rule.kind) {
    case 'tag': {
      const seats = blocked.visits.flatMap(visit => visit.open).filter(tag => tag === rule.tag).length
      const inspectors = blocked.pool.filter(row => carries(row, rule.tag)).map(row => row.inspector)
      return { ...rule, seats, carriers: inspectors.length, inspectors }
    }
    case 'expert': {
      const experts = outsiders.pool.filter(row => row.tags.includes(EXPERT))
      return { ...rule, inspectors: experts.map(row => row.inspector) }
    }
    case 'recusal': {
      const names = new Set(outsiders.pool.map(row => row.inspector))
      const targets = new Set(blocked.visits.map(visit => visit.target))
      const pairs = blocked.recusals.filter(pair => names.has(pair.inspector) && targets.has(pair.target))
      return { ...rule, pairs }
    }
    case 'sameArea': {
      const own = new Set(outsiders.pool.map(row => row.area))
      const areas = new Set(
        blocked.visits.map(visit => visit.area).filter(area => area !== '' && own.has(area)),
      )
      return { ...rule, areas: [...areas] }
    }
    default:
      return rule satisfies never
  }
}

function tooFewPeople({ visits, pool }: Department): readonly Cause[] {
  const names = new Set<string>(pool.map(row => row.inspector))
  for (const { open, sitting } of visits) {
    const people = pool.length - new Set(sitting.filter(name => names.has(name))).size
    if (open.length > people) return [{ kind: 'people', seats: open.length, people }]
  }
  return []
}
