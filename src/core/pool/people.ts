import type { RecusalRow } from '../draw/folder/rows.ts'
import type { InspectorId, TargetId } from '../ids.ts'
import type { RecordOf } from '../registry/record.ts'
import type { Task } from '../registry/task.ts'
import type { Rules } from '../rules/rules.ts'
import { avoidedPairs, type Experts, expertsOf, withExperts } from './experts.ts'
import type { Lent } from './lending.ts'
import { type PoolResult, poolOf, recusalsFor } from './pool.ts'
import { rotatedPairs, withPairs } from './rotation.ts'

/** Whom a task may call on, as the registries stood when one entry was written. */
export interface PeopleInput {
  readonly inspectors: Iterable<RecordOf<'inspectors'>>
  readonly experts: Iterable<RecordOf<'experts'>>
  /** Visits of each inspector in the other draws of the task's year. */
  readonly visits: ReadonlyMap<InspectorId, number>
  /** Visits that draws which wait for their seed may bring to each. */
  readonly awaitedVisits: ReadonlyMap<InspectorId, number>
  readonly lent: readonly Lent[]
}

/** Who must not meet whom, as it stood when one entry was written. */
export interface PairsInput {
  readonly recusals: Iterable<RecordOf<'recusals'>>
  /** The targets that go by each name or code which an expert avoids. */
  readonly avoided: ReadonlyMap<string, readonly TargetId[]>
  /** Who went to each target last time; none where the task does not rotate. */
  readonly lastTeams: readonly RecusalRow[]
}

/** Who can be matched for a task, with experts on top, and whom these avoid. */
export function peopleOf(
  task: Task,
  rules: Rules,
  { inspectors, experts, visits, awaitedVisits, lent }: PeopleInput,
): { readonly pooled: PoolResult; readonly experts: Experts } {
  const engaged = expertsOf(task, experts, visits)
  const staff = poolOf(task, inspectors, visits, {
    anyDayOff: rules.anyDayOff,
    awaited: awaitedVisits,
    certified: rules.certifiedMinimum,
    lent: new Map(lent.map(row => [row.inspector, row.department])),
  })
  return { pooled: withExperts(staff, engaged), experts: engaged }
}

/** The pairs that must not meet: registered recusals, whom experts avoid, and, beyond these, whom rotation keeps apart. */
export function pairsOf(
  task: Task,
  { pooled: { pool }, experts }: ReturnType<typeof peopleOf>,
  { recusals, avoided, lastTeams }: PairsInput,
  inFrame: (target: TargetId) => boolean,
): { readonly recusals: readonly RecusalRow[]; readonly rotated: number } {
  const kept = avoidedPairs(experts, name => avoided.get(name) ?? [], inFrame)
  const recused = withPairs(recusalsFor(task, recusals, pool, inFrame), kept)
  const rotated = rotatedPairs(lastTeams, pool, inFrame, recused)
  return { recusals: withPairs(recused, rotated), rotated: rotated.length }
}
