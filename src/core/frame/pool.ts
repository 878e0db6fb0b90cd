import { byBytes, sortByBytes } from '../bytes.ts'
import { dayAfter } from '../dates.ts'
import type { PoolRow, RecusalRow } from '../draw/folder/rows.ts'
import { membersIn } from '../registry/cells/cell-result.ts'
import { spansOf } from '../registry/cells/period.ts'
import { library } from '../registry/libraries/library.ts'
import { columnOf, type RecordCells } from '../registry/libraries/record-cells.ts'
import type { Task } from '../registry/task.ts'

/** Why an inspector cannot be matched. */
export type UnfitReason = 'not-in-force' | 'certificate' | 'away' | 'limit'
/** The last two are said of experts. */
export type LeftOutReason = UnfitReason | 'engagement' | 'items'

/** An inspector of the task's departments who cannot be matched, and why. */
export interface LeftOut {
  readonly inspector: string
  readonly department: string
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
  readonly lent: ReadonlyMap<string, string>
}

const AS_REGISTERED: PoolTerms = { anyDayOff: false, lent: new Map() }

const INSPECTORS = library('inspectors')
const DEPARTMENT = columnOf(INSPECTORS, 'department')
const STATION = columnOf(INSPECTORS, 'station')
const SKILLS = columnOf(INSPECTORS, 'skills')
const LEADER = columnOf(INSPECTORS, 'leader')
const STATUS = columnOf(INSPECTORS, 'status')
const UNTIL = columnOf(INSPECTORS, 'certificate_until')
const DAYS_OFF = columnOf(INSPECTORS, 'days_off')
const LIMIT = columnOf(INSPECTORS, 'yearly_limit')

/**
 * Who can be matched for a task: in force, with a certificate that is good to the task's last day, not away for the
 * whole of it (or, by the rule, at all), below the yearly limit. `visits` counts the visits each has in the year of the task. Where the task
 * balances over the year they are carried as load; else they only lower what the limit still allows.
 */
export function poolOf(
  task: Task,
  rows: Iterable<RecordCells>,
  visits: ReadonlyMap<string, number>,
  { anyDayOff, lent }: PoolTerms = AS_REGISTERED,
): PoolResult {
  const pool: PoolRow[] = []
  const leftOut: LeftOut[] = []
  let withoutExpiry = 0
  for (const row of rows) {
    const inspector = row[0]!
    const department = lent.get(inspector) ?? row[DEPARTMENT]!
    if (!task.departments.includes(department)) continue
    const carried = visits.get(inspector) ?? 0
    const limit = row[LIMIT] === '' ? null : Number(row[LIMIT])
    const reason = whyNot(task, row, limit, carried, anyDayOff)
    if (reason !== null) {
      leftOut.push({ inspector, department, reason })
      continue
    }
    if (row[UNTIL] === '') withoutExpiry++
    const skills = membersIn(row[SKILLS]!).map(skill => ROLES[skill] ?? skill)
    pool.push({
      department,
      inspector,
      tags: sortByBytes([...new Set(row[LEADER] === '是' ? [...skills, 'leader'] : skills)]),
      area: row[STATION]!,
      capacity: limit === null ? null : task.balance ? limit : limit - carried,
      load: task.balance ? carried : 0,
    })
  }
  pool.sort((a, b) => byBytes(a.department, b.department) || byBytes(a.inspector, b.inspector))
  leftOut.sort((a, b) => byBytes(a.department, b.department) || byBytes(a.inspector, b.inspector))
  return { pool, leftOut, withoutExpiry }
}

/** Roles that may be written among the qualifications, and the tags that seats ask for. */
const ROLES: Readonly<Record<string, string>> = { 专家: 'expert', 组长: 'leader' }

function whyNot(
  task: Task,
  row: RecordCells,
  limit: number | null,
  carried: number,
  anyDayOff: boolean,
): UnfitReason | null {
  if (row[STATUS] === '无效') return 'not-in-force'
  if (row[UNTIL] !== '' && row[UNTIL]! < task.to) return 'certificate'
  const isAway = anyDayOff ? awayOnce : awayThroughout
  if (isAway(row[DAYS_OFF]!, task.from, task.to)) return 'away'
  return limit !== null && carried >= limit ? 'limit' : null
}

/** True when the days off, one span after the other, leave no day of the period. */
function awayThroughout(cell: string, from: string, to: string): boolean {
  let day = from
  for (const span of spansOf(cell)) {
    if (span.from > day) return false
    if (span.to >= to) return true
    if (span.to >= day) day = dayAfter(span.to)
  }
  return false
}

/** True when a day off lies within the period. */
function awayOnce(cell: string, from: string, to: string): boolean {
  return spansOf(cell).some(span => span.from <= to && span.to >= from)
}

const RECUSALS = library('recusals')
const INSPECTOR = columnOf(RECUSALS, 'inspector')
const TARGET = columnOf(RECUSALS, 'target')
const ENDS = columnOf(RECUSALS, 'ends')

/** The pairs of the pool and the frame that must not meet: recusals that have not ended before the task begins. */
export function recusalsFor(
  task: Task,
  rows: Iterable<RecordCells>,
  pool: readonly PoolRow[],
  inFrame: (target: string) => boolean,
): RecusalRow[] {
  const people = new Set(pool.map(({ inspector }) => inspector))
  const pairs: RecusalRow[] = []
  for (const row of rows) {
    if (row[ENDS] !== '' && row[ENDS]! < task.from) continue
    if (people.has(row[INSPECTOR]!) && inFrame(row[TARGET]!))
      pairs.push({ inspector: row[INSPECTOR]!, target: row[TARGET]! })
  }
  return pairs.sort((a, b) => byBytes(a.inspector, b.inspector) || byBytes(a.target, b.target))
}
