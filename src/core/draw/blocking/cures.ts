import { byBytes } from '../../bytes.ts'
import type { InspectorId } from '../../ids.ts'
import type { PoolRow } from '../folder/rows.ts'
import { candidatesOf, carries } from '../matching/candidates.ts'
import type { Department } from '../matching/department.ts'
import { seatAll } from '../matching/seat-all.ts'
import { emptySeating } from '../matching/seating.ts'
import { count, peopleNamed } from './blocking-set.ts'
import { tagsAsked } from './causes.ts'
import { type Cure, withCure } from './cure.ts'

/** How many cures of a kind are named and tried at most: each trial is a matching of its own. */
const NAMED = 10
const TRIED = 40

/**
 * Single changes that make the matching possible, each tried on the whole department. Only a change that helps the
 * blocking group can: more places inside it, or more of its seats open to outsiders. Those who carry least come first.
 */
export function curesOf(
  department: Department,
  blocked: Department,
  inspectors: readonly InspectorId[],
  unfilled: number,
): readonly Cure[] {
  return possibleCures(department, blocked, inspectors, unfilled).flatMap(ofOneKind => {
    const cures: Cure[] = []
    for (const cure of ofOneKind.slice(0, TRIED)) {
      if (!unblocks(cure, blocked, inspectors) || !isFeasible(withCure(department, cure))) continue
      cures.push(cure)
      if (cures.length === NAMED || isAnybody(cure)) break
    }
    return cures
  })
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

function unblocks(cure: Cure, blocked: Department, inspectors: readonly InspectorId[]): boolean {
  const candidates = candidatesOf(withCure(blocked, cure))
  const targets = [...candidates.barred.keys()]
  return count(candidates, { targets, people: peopleNamed(candidates, inspectors) }).deficit <= 0
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
