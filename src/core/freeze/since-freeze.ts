import type { AssignmentRow, PoolRow, SelectionRow } from '../draw/folder/rows.ts'
import type { DepartmentCode, InspectorId, TargetId } from '../ids.ts'
import { type PairsInput, type PeopleInput, pairsOf, peopleOf } from '../pool/people.ts'
import type { LeftOutReason, PoolResult } from '../pool/pool.ts'
import { outOfForce } from '../registry/out-of-force.ts'
import type { RecordOf } from '../registry/record.ts'
import type { Task } from '../registry/task.ts'
import type { Rules } from '../rules/rules.ts'
import { groupBy } from '../tally.ts'

/** Why a target that was drawn should fall out: what its status says now, or `retired` where the registry has lost it. */
export interface ChangedTarget {
  readonly target: TargetId
  readonly why: string
  readonly place: SelectionRow['status']
}

export type WhyNotPerson = LeftOutReason | 'retired' | 'transferred' | 'unqualified'

/** Somebody of the pool who could not be matched any more, and the targets that they were matched to. */
export interface ChangedPerson {
  readonly inspector: InspectorId
  readonly department: DepartmentCode
  readonly why: WhyNotPerson
  readonly targets: readonly TargetId[]
}

/** What changed between freeze and run, as far as it bears on what was drawn. */
export interface SinceFreeze {
  readonly targets: readonly ChangedTarget[]
  readonly people: readonly ChangedPerson[]
  /** Pairs that were matched and must not meet by now. */
  readonly recusals: readonly { readonly inspector: InspectorId; readonly target: TargetId }[]
}

export const NOTHING_CHANGED: SinceFreeze = { targets: [], people: [], recusals: [] }

/** A draw as it was frozen and run, and the registries as they stand now. */
export interface SinceFreezeInput
  extends Omit<PeopleInput, 'visits' | 'awaitedVisits'>,
    Omit<PairsInput, 'lastTeams'> {
  readonly task: Task
  readonly rules: Rules
  readonly pool: readonly PoolRow[]
  readonly selection: Iterable<SelectionRow>
  readonly assignment: Iterable<AssignmentRow>
  readonly inspectors: readonly RecordOf<'inspectors'>[]
  /** The registration status of a target, or null where the registry does not have it any more. */
  readonly statusOf: (target: TargetId) => string | null
  /** The id that a target goes by now. */
  readonly nowCalled: (target: TargetId) => TargetId
}

/**
 * What changed since a draw was frozen. It is drawn as it was frozen all the same (draw-2.md, section 3); whoever should
 * not inspect, or not be inspected, any more falls out by a substitution (section 7).
 */
export function sinceFreeze(input: SinceFreezeInput): SinceFreeze {
  const { task, rules, assignment, nowCalled } = input
  const engaged = peopleOf(task, rules, { ...input, visits: new Map(), awaitedVisits: new Map() })
  const people = changedPeople(input, engaged.pooled)
  const targets = changedTargets(input)
  const gone = new Set([
    ...people.map(({ inspector }): string => inspector),
    ...targets.map(({ target }): string => target),
  ])
  const { recusals: pairs } = pairsOf(task, engaged, { ...input, lastTeams: [] }, () => true)
  const barredFrom = groupBy(pairs, ({ target }) => target)
  const recusals: { inspector: InspectorId; target: TargetId }[] = []
  for (const { inspector, target } of barredFrom.size === 0 ? [] : assignment) {
    const barred = barredFrom.get(nowCalled(target))?.some(pair => pair.inspector === inspector) ?? false
    if (barred && !gone.has(inspector) && !gone.has(target)) recusals.push({ inspector, target })
  }
  return { targets, people, recusals }
}

function changedTargets({ selection, statusOf }: SinceFreezeInput): ChangedTarget[] {
  const changed: ChangedTarget[] = []
  for (const { target, status: place } of selection) {
    const status = statusOf(target)
    const why = status === null ? 'retired' : outOfForce(status)
    if (why !== null) changed.push({ target, why, place })
  }
  return changed
}

function changedPeople(
  { pool, assignment, inspectors, task }: SinceFreezeInput,
  now: PoolResult,
): ChangedPerson[] {
  const still = new Map(now.pool.map(row => [`${row.department};${row.inspector}`, row]))
  const leftOut = new Map(now.leftOut.map(({ inspector, reason }) => [inspector, reason]))
  const registered = new Set(inspectors.map(({ id }) => id))
  const asked = new Map(task.teams.map(({ department, seats }) => [department, seats]))
  const doubtful = pool.flatMap(({ inspector, department }) => {
    const stands = still.get(`${department};${inspector}`)
    const isLost = (tag: string): boolean =>
      stands === undefined || (tag !== '' && !stands.tags.includes(tag))
    const seats = asked.get(department) ?? []
    if (stands !== undefined && !seats.some(isLost)) return []
    return [{ inspector, department, stands, losesSeat: (seat: number) => isLost(seats[seat - 1] ?? '') }]
  })
  const targetsOf = lostTargets(doubtful, assignment)
  return doubtful.flatMap(({ inspector, department, stands }): ChangedPerson[] => {
    const targets = [...(targetsOf.get(inspector) ?? [])]
    if (stands !== undefined && targets.length === 0) return []
    const away = leftOut.get(inspector) ?? (registered.has(inspector) ? 'transferred' : 'retired')
    return [{ inspector, department, why: stands === undefined ? away : 'unqualified', targets }]
  })
}

/** Where these people sit on seats that they lose: seats are many, and such people few. */
function lostTargets(
  people: readonly { readonly inspector: InspectorId; readonly losesSeat: (seat: number) => boolean }[],
  assignment: Iterable<AssignmentRow>,
): ReadonlyMap<InspectorId, ReadonlySet<TargetId>> {
  const found = new Map(people.map(person => [person.inspector, { ...person, targets: new Set<TargetId>() }]))
  for (const { inspector, target, seat } of people.length === 0 ? [] : assignment) {
    const person = found.get(inspector)
    if (person?.losesSeat(seat)) person.targets.add(target)
  }
  return new Map([...found].map(([inspector, { targets }]) => [inspector, targets]))
}
