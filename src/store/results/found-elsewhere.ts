import type { Day } from '../../core/dates.ts'
import type { DrawNumber, TargetId } from '../../core/ids.ts'
import { type FoundElsewhere, foundByOthers } from '../../core/results/found-by-others.ts'
import { idsOfFirm } from '../moved-firms.ts'
import type { Store } from '../open.ts'
import { readRecord } from '../registry/registry.ts'
import { resultsAt } from './results.ts'

/** How many targets are told of. */
const TOLD = 20

/**
 * What other departments found, in the year of the visit, at the drawn targets of a draw that was run, and what is open of
 * years before (结果互认, 三（五）3): where several departments go, each sees what the others found. Memory holds
 * the lines that are told.
 */
export function foundElsewhere(store: Store, draw: DrawNumber, from: Day): FoundElsewhere {
  const year = from.slice(0, 4)
  const rows = store
    .sql<{ target: TargetId; departments: number; department: string }>(
      `select drawn.target, departments, department from drawn join (
         select target, count(distinct department) as departments, min(department) as department from seated
         where draw = @draw group by target) as going on going.target = drawn.target
       where draw = @draw and status = 'drawn' and exists (
         select 1 from result where result.target = drawn.target and until is null
           and (inspected like @year || '-%' or settled = '未完结')
           and (departments > 1 or result.department <> going.department))
       order by drawn.target`,
    )
    .all({ draw, year })
  const told = rows.slice(0, TOLD).map(({ target, departments, department }) => ({
    target,
    found: foundAt(store, target, departments > 1 ? '' : department, year),
  }))
  return { count: rows.length, told }
}

/** What other departments found at a target in a year, and what is open of years before, in a line; `''` where nobody did. */
export function foundAt(store: Store, target: string, department: string, year: string): string {
  const results = resultsAt(store, idsOfFirm(store, target) as TargetId[])
  return foundByOthers(
    results,
    { department, year },
    {
      department: code => readRecord(store, 'departments', code)?.get('name') || code,
      item: code => readRecord(store, 'items', code)?.get('name') ?? '',
    },
  )
}
