import { sortByBytes } from '../bytes.ts'
import { type Day, dayAfter } from '../dates.ts'
import type { PoolRow, RecusalRow } from '../draw/folder/rows.ts'
import { orderOf } from '../draw/folder/table.ts'
import { POOL, RECUSALS } from '../draw/folder/tables.ts'
import type { DepartmentCode, InspectorId, TargetId } from '../ids.ts'
import { spansOf } from '../registry/cells/period.ts'
import { YES } from '../registry/cells/words.ts'
import type { RecordOf } from '../registry/record.ts'
import type { Task } from '../registry/task.ts'

/** Why an inspector cannot be matched. */
export type UnfitReason = 'not-in-force' | 'certificate' | 'away' | 'limit'
/** The last two are said of experts. */
export type LeftOutReason = UnfitReason | 'engagement' | 'items'

/** An inspector of the task's departments who cannot be matched, and why. */
export interface LeftOut {
  readonly inspector: InspectorId
  readonly department: DepartmentCode
  readonly reason: LeftOutReason
}

export interface PoolResult {
  readonly pool: readonly PoolRow[]
  readonly leftOut: readonly LeftOut[]
  /** In the pool although the registry does not say how long the certificate is good. */
  readonly withoutExpiry: number
}

/** What an office says of pools beyond the registry. */
export interface PoolTerms {
  /** One day off within the period keeps out, not only days off throughout. */
  readonly anyDayOff: boolean
  /** Inspectors lent to a department of the task: they stand in its pool and in no other. */
  readonly lent: ReadonlyMap<InspectorId, DepartmentCode>
}

const AS_REGISTERED: PoolTerms = { anyDayOff: false, lent: new Map() }

/**
 * Who can be matched for a task: in force, with a certificate that is good to the task's last day, not away for the
 * whole of it (or, by the rule, at all), below the yearly limit. `visits` counts the visits each has in the year of the
 * task. Where the task balances over the year they are carried as load; else they only lower what the limit still allows.
 */
export function poolOf(
  task: Task,
  inspectors: Iterable<RecordOf<'inspectors'>>,
  visits: ReadonlyMap<InspectorId, number>,
  { anyDayOff, lent }: PoolTerms = AS_REGISTERED,
): PoolResult {
  const pool: PoolRow[] = []
  const leftOut: LeftOut[] = []
  let withoutExpiry = 0
  for (const person of inspectors) {
    const inspector = person.id
    const department = lent.get(inspector) ?? person.get('department')
    if (!task.departments.includes(department)) continue
    const carried = visits.get(inspector) ?? 0
    const limit = person.get('yearly_limit') === '' ? null : Number(person.get('yearly_limit'))
    const reason = whyNot(task, person, limit, carried, anyDayOff)
    if (reason !== null) {
      leftOut.push({ inspector, department, reason })
      continue
    }
    if (person.get('certificate_until') === '') withoutExpiry++
    const skills = person.list('skills').map(skill => ROLES[skill] ?? skill)
    pool.push({
      department,
      inspector,
      tags: sortByBytes([...new Set(person.get('leader') === YES ? [...skills, 'leader'] : skills)]),
      area: person.get('station'),
      capacity: limit === null ? null : task.balance ? limit : limit - carried,
      load: task.balance ? carried : 0,
    })
  }
  pool.sort(orderOf(POOL))
  leftOut.sort(orderOf(POOL))
  return { pool, leftOut, withoutExpiry }
}

/** Roles that may be written among the qualifications, and the tags that seats ask for. */
const ROLES: Readonly<Record<string, string>> = { 专家: 'expert', 组长: 'leader' }

function whyNot(
  task: Task,
  person: RecordOf<'inspectors'>,
  limit: number | null,
  carried: number,
  anyDayOff: boolean,
): UnfitReason | null {
  if (person.get('status') === '无效') return 'not-in-force'
  const until = person.get('certificate_until')
  if (until !== '' && until < task.to) return 'certificate'
  const isAway = anyDayOff ? awayOnce : awayThroughout
  if (isAway(person.get('days_off'), task.from, task.to)) return 'away'
  return limit !== null && carried >= limit ? 'limit' : null
}

/** True when the days off, one span after the other, leave no day of the period. */
function awayThroughout(cell: string, from: Day, to: Day): boolean {
  let day = from
  for (const span of spansOf(cell)) {
    if (span.from > day) return false
    if (span.to >= to) return true
    if (span.to >= day) day = dayAfter(span.to)
  }
  return false
}

/** True when a day off lies within the period. */
function awayOnce(cell: string, from: Day, to: Day): boolean {
  return spansOf(cell).some(span => span.from <= to && span.to >= from)
}

/** The pairs of the pool and the frame that must not meet: recusals that have not ended before the task begins. */
export function recusalsFor(
  task: Task,
  recusals: Iterable<RecordOf<'recusals'>>,
  pool: readonly PoolRow[],
  inFrame: (target: TargetId) => boolean,
): RecusalRow[] {
  const people = new Set(pool.map(({ inspector }) => inspector))
  const pairs: RecusalRow[] = []
  for (const recusal of recusals) {
    const [inspector, target, ends] = [recusal.get('inspector'), recusal.get('target'), recusal.get('ends')]
    if (ends !== '' && ends < task.from) continue
    if (people.has(inspector) && inFrame(target)) pairs.push({ inspector, target })
  }
  return pairs.sort(orderOf(RECUSALS))
}
