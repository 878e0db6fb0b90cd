import { byBytes } from '../../bytes.ts'
import type { InspectorId } from '../../ids.ts'
import type { PoolRow } from '../folder/rows.ts'
import { withoutBar } from '../matching/barred.ts'
import { type Candidates, candidatesOf, carries, EXPERT, tagsOf, withTag } from '../matching/candidates.ts'
import type { Department } from '../matching/department.ts'
import { newSearch } from '../matching/search.ts'
import { fillByExchange, seatAll } from '../matching/seat-all.ts'
import { copySeating, emptySeating, NO_LIMIT, type Seating, takeBack } from '../matching/seating.ts'
import { tagsAsked } from './causes.ts'
import { type Cure, withCure } from './cure.ts'

/** How many cures of a kind are named and tried at most: each trial is a matching of its own. */
const NAMED = 10
const TRIED = 40

/** A department that cannot be matched, filled as far as can be: `seating` leaves the slots `empty`. */
export interface Filled {
  readonly department: Department
  readonly candidates: Candidates
  readonly seating: Seating
  readonly empty: readonly number[]
}

/**
 * Single changes that make the matching possible, each tried on the whole department. Only a change that helps the
 * blocking group can: more places inside it, or more of its seats open to outsiders. Those who carry least come first.
 */
export function curesOf(
  filled: Filled,
  blocked: Department,
  inspectors: readonly InspectorId[],
): readonly Cure[] {
  const cures = possibleCures(filled.department, blocked, inspectors, filled.empty.length)
  const helps = trier(filled)
  return cures.flatMap(ofOneKind => {
    const found: Cure[] = []
    for (const cure of ofOneKind.slice(0, TRIED)) {
      if (!helps(cure)) continue
      found.push(cure)
      if (found.length === NAMED || isAnybody(cure)) break
    }
    return found
  })
}

/**
 * Whether the whole department can be matched with a cure. Where what is filled stays admissible, only what is empty is
 * filled anew, and the trial taken back; a change of the seats themselves, or of who may take them, is tried from nothing.
 */
function trier({ department, candidates, seating, empty }: Filled): (cure: Cure) => boolean {
  const trial = copySeating(seating)
  const search = newSearch(candidates)
  const numberOf = new Map(candidates.people.map((row, person) => [row.inspector, person]))
  const tags = tagsOf(department)
  const fills = (changed: Candidates): boolean => {
    trial.journal = []
    const left = fillByExchange(changed, trial, search, empty)
    takeBack(trial)
    return left.length === 0
  }
  return cure => {
    switch (cure.kind) {
      case 'capacity': {
        const person = numberOf.get(cure.inspector)!
        const before = trial.capacity[person]!
        trial.capacity[person] = Math.min(before + cure.by, NO_LIMIT)
        const helps = fills(candidates)
        trial.capacity[person] = before
        return helps
      }
      case 'recusal': {
        const target = department.visits.findIndex(visit => visit.target === cure.target)
        // Who sits there already stays away, recused or not.
        if (department.visits[target]!.sitting.includes(cure.inspector)) return false
        const barred = withoutBar(candidates.barred, target, numberOf.get(cure.inspector)!)
        return fills({ ...candidates, barred })
      }
      case 'tag':
        return cure.tag === EXPERT
          ? isFeasible(withCure(department, cure))
          : fills(withTag(candidates, numberOf.get(cure.inspector)!, tags.indexOf(cure.tag)))
      case 'sameArea':
      case 'person':
      case 'seat':
        return isFeasible(withCure(department, cure))
      default:
        return cure satisfies never
    }
  }
}

/** Where anybody would do, nothing more is asked of the extra person. */
function isAnybody(cure: Cure): boolean {
  return cure.kind === 'person' && cure.tag === ''
}

/**
 * What might help, kind by kind. A person outside the group must be able to take everything that is unfilled, and
 * lifting a recusal fills one seat at most, so nothing else need be tried.
 */
function possibleCures(
  department: Department,
  blocked: Department,
  inspectors: readonly InspectorId[],
  unfilled: number,
): readonly (readonly Cure[])[] {
  const { pool, avoidSameArea } = department
  const inside = new Set(inspectors)
  const lightestFirst = pool.toSorted((a, b) => a.load - b.load || byBytes(a.inspector, b.inspector))
  const group = lightestFirst.filter(row => inside.has(row.inspector))
  const helpers = lightestFirst.filter(row => !inside.has(row.inspector) && roomOf(row) >= unfilled)
  const names = new Set(helpers.map(row => row.inspector))
  const targets = new Set(blocked.visits.map(visit => visit.target))
  const tags = tagsAsked(blocked)
  const pairs = blocked.recusals.filter(pair => names.has(pair.inspector) && targets.has(pair.target))
  const seats = new Set(blocked.visits.flatMap(visit => visit.open))
  return [
    group.map(row => ({ kind: 'capacity', inspector: row.inspector, by: unfilled + overload(row) })),
    unfilled === 1 ? pairs.map(pair => ({ kind: 'recusal', ...pair })) : [],
    avoidSameArea ? [{ kind: 'sameArea' }] : [],
    ...tags.map(tag =>
      helpers
        .filter(row => !carries(row, tag))
        .map(({ inspector }) => ({ kind: 'tag', inspector, tag }) as const),
    ),
    ['', ...tagsAsked(department)].map(tag => ({ kind: 'person', tag })),
    [...seats].map(tag => ({ kind: 'seat', tag })),
  ]
}

function isFeasible(department: Department): boolean {
  const candidates = candidatesOf(department)
  return seatAll(candidates, emptySeating(candidates)).length === 0
}

function roomOf({ capacity, load }: PoolRow): number {
  return capacity === null ? Number.POSITIVE_INFINITY : capacity - load
}

function overload({ capacity, load }: PoolRow): number {
  return capacity === null ? 0 : Math.max(0, load - capacity)
}
