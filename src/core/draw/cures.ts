import { byBytes } from '../bytes.ts'
import { candidatesOf, carries } from './candidates.ts'
import { tagsAsked } from './causes.ts'
import type { Department, Visit } from './department.ts'
import type { PoolRow } from './folder.ts'
import { count, peopleNamed } from './group.ts'
import { seatAll } from './seat-all.ts'
import { emptySeating } from './seating.ts'

/** One change that would make a department's matching possible. */
export type Cure =
  /** Allow one inspector a capacity higher by so much. */
  | { readonly kind: 'capacity'; readonly inspector: string; readonly by: number }
  /** Lift one recusal. */
  | { readonly kind: 'recusal'; readonly inspector: string; readonly target: string }
  /** Let inspectors visit targets of their own area. */
  | { readonly kind: 'sameArea' }
  /** Give one inspector a tag. */
  | { readonly kind: 'tag'; readonly inspector: string; readonly tag: string }
  /** One more person with this tag, no load, no area and no limit. `''` is no tag, and is named alone where that is enough. */
  | { readonly kind: 'person'; readonly tag: string }
  /** One seat fewer that asks for this tag (`''`: anyone), at every target that keeps another seat. */
  | { readonly kind: 'seat'; readonly tag: string }

/** At most so many cures of a kind are named, of at most so many tried: each trial is a matching of its own. */
const NAMED = 10
const TRIED = 40

/**
 * Single changes that cure, each tried on the whole department. Only changes that help the blocking group can:
 * more places inside it, or more of its seats for people outside. Those who carry least come first.
 */
export function curesOf(
  department: Department,
  blocked: Department,
  inspectors: readonly string[],
  unfilled: number,
): readonly Cure[] {
  return possibleCures(department, blocked, inspectors, unfilled).flatMap(ofOneKind => {
    const cures = ofOneKind
      .slice(0, TRIED)
      .filter(cure => unblocks(cure, blocked, inspectors) && isFeasible(withCure(department, cure)))
    const anybody = cures.find(cure => cure.kind === 'person' && cure.tag === '')
    return anybody ? [anybody] : cures.slice(0, NAMED)
  })
}

/** A department as it would be after a change. */
export function withCure(department: Department, cure: Cure): Department {
  const { pool, recusals, visits } = department
  switch (cure.kind) {
    case 'capacity':
      return {
        ...department,
        pool: pool.map(row => (row.inspector === cure.inspector ? raised(row, cure.by) : row)),
      }
    case 'recusal':
      return {
        ...department,
        recusals: recusals.filter(pair => pair.inspector !== cure.inspector || pair.target !== cure.target),
      }
    case 'sameArea':
      return { ...department, avoidSameArea: false }
    case 'tag':
      return {
        ...department,
        pool: pool.map(row =>
          row.inspector === cure.inspector ? { ...row, tags: [...row.tags, cure.tag] } : row,
        ),
      }
    case 'person':
      return { ...department, pool: [...pool, newcomer(cure.tag)] }
    case 'seat':
      return { ...department, visits: visits.map(visit => withSeatFewer(visit, cure.tag)) }
    default:
      return cure satisfies never
  }
}

/**
 * What might cure, kind by kind. A person outside the group must be able to take all that is unfilled, and a
 * lifted recusal fills one seat at most, so that all else need not be tried.
 */
function possibleCures(
  department: Department,
  blocked: Department,
  inspectors: readonly string[],
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

function unblocks(cure: Cure, blocked: Department, inspectors: readonly string[]): boolean {
  const candidates = candidatesOf(withCure(blocked, cure))
  const targets = [...candidates.barred.keys()]
  return count(candidates, { targets, people: peopleNamed(candidates, inspectors) }).deficit <= 0
}

function isFeasible(department: Department): boolean {
  const candidates = candidatesOf(department)
  return seatAll(candidates, emptySeating(candidates)).length === 0
}

function raised(row: PoolRow, by: number): PoolRow {
  return row.capacity === null ? row : { ...row, capacity: row.capacity + by }
}

/** The empty name is nobody's id: ids are never empty. */
function newcomer(tag: string): PoolRow {
  const tags = tag === '' ? [] : [tag]
  return { department: '', inspector: '', tags, area: '', capacity: null, load: 0 }
}

function withSeatFewer(visit: Visit, tag: string): Visit {
  const place = visit.open.lastIndexOf(tag)
  if (place < 0 || visit.open.length + visit.sitting.length < 2) return visit
  return { ...visit, open: visit.open.toSpliced(place, 1) }
}

function roomOf({ capacity, load }: PoolRow): number {
  return capacity === null ? Number.POSITIVE_INFINITY : capacity - load
}

function overload({ capacity, load }: PoolRow): number {
  return capacity === null ? 0 : Math.max(0, load - capacity)
}
