import type { InspectorId, TargetId } from '../../ids.ts'
import type { PoolRow } from '../folder/rows.ts'
import type { Department, Visit } from '../matching/department.ts'

/** One change that would make a department's matching possible. */
export type Cure =
  /** Raise one inspector's capacity by this much. */
  | { readonly kind: 'capacity'; readonly inspector: InspectorId; readonly by: number }
  /** Lift one recusal. */
  | { readonly kind: 'recusal'; readonly inspector: InspectorId; readonly target: TargetId }
  /** Let inspectors visit targets of their own area. */
  | { readonly kind: 'sameArea' }
  /** Give one inspector a tag. */
  | { readonly kind: 'tag'; readonly inspector: InspectorId; readonly tag: string }
  /** One more person with this tag (`''`: none, named alone where that suffices), no load, no area and no limit. */
  | { readonly kind: 'person'; readonly tag: string }
  /** One seat fewer that asks for this tag (`''`: anyone), at every target that keeps another seat. */
  | { readonly kind: 'seat'; readonly tag: string }

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

function raised(row: PoolRow, by: number): PoolRow {
  return row.capacity === null ? row : { ...row, capacity: row.capacity + by }
}

/** An empty name cannot clash with anybody's id: ids are never empty. */
function newcomer(tag: string): PoolRow {
  const tags = tag === '' ? [] : [tag]
  return { department: '', inspector: '', tags, area: '', capacity: null, load: 0 }
}

function withSeatFewer(visit: Visit, tag: string): Visit {
  const place = visit.open.lastIndexOf(tag)
  if (place < 0 || visit.open.length + visit.sitting.length < 2) return visit
  return { ...visit, open: visit.open.toSpliced(place, 1) }
}
