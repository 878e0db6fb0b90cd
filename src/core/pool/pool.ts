import { sortByBytes } from '../bytes.ts'
import { type Day, dayAfter } from '../dates.ts'
import type { PoolRow, RecusalRow, Team } from '../draw/folder/rows.ts'
import { orderOf } from '../draw/folder/table.ts'
import { POOL, RECUSALS } from '../draw/folder/tables.ts'
import { EXPERT } from '../draw/matching/candidates.ts'
import type { DepartmentCode, InspectorId, TargetId } from '../ids.ts'
import { spansOf } from '../registry/cells/period.ts'
import { YES } from '../registry/cells/words.ts'
import type { RecordOf } from '../registry/record.ts'
import type { Task } from '../registry/task.ts'
import { CERTIFIED, isCertified, othersSit } from './certified.ts'

/** Why an inspector cannot be matched. */
export type UnfitReason = 'not-in-force' | 'uncertified' | 'certificate' | 'away' | 'limit' | 'limit-waiting'
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
  /** In the pool without a certificate, for the seats that need none. */
  readonly uncertified: number
}

/** What an office says of pools beyond the registry. */
export interface PoolTerms {
  /** One day off within the period keeps out, not only days off throughout. */
  readonly anyDayOff: boolean
  /** Inspectors lent to a department of the task: they stand in its pool and in no other. */
  readonly lent: ReadonlyMap<InspectorId, DepartmentCode>
  /** Visits that each may get from draws that wait for their seed: only the yearly limit counts them. */
  readonly awaited: ReadonlyMap<InspectorId, number>
  /** How many at each target need a certificate. */
  readonly certified: number
}

const AS_REGISTERED: PoolTerms = { anyDayOff: false, lent: new Map(), awaited: new Map(), certified: 0 }

/**
 * Who can be matched for a task: in force, with a certificate that is good to the task's last day, not away for the
 * whole of it (or, by the rule, at all), below the yearly limit. Who has no certificate where one is asked for carries no
 * tags and sits on the seats that are left to others; where there are none, not at all. Experts sit on seats of their own. `visits` counts the visits each has in the year of the
 * task. Where the task balances over the year they are carried as load; else they only lower what the limit still allows.
 */
export function poolOf(
  task: Task,
  inspectors: Iterable<RecordOf<'inspectors'>>,
  visits: ReadonlyMap<InspectorId, number>,
  { anyDayOff, lent, awaited, certified }: PoolTerms = AS_REGISTERED,
): PoolResult {
  const pool: PoolRow[] = []
  const leftOut: LeftOut[] = []
  const teams = new Map(task.teams.map(team => [team.department, team]))
  let [withoutExpiry, uncertified] = [0, 0]
  for (const person of inspectors) {
    const inspector = person.id
    const department = lent.get(inspector) ?? person.get('department')
    const team = teams.get(department)
    if (team === undefined) continue
    const carried = visits.get(inspector) ?? 0
    const expected = awaited.get(inspector) ?? 0
    const limit = limitOf(person)
    const brings = broughtBy(person, team, certified)
    const reason = whyNot(task, person, { limit, carried, expected }, anyDayOff)
    if (reason !== null || brings === 'nothing') {
      leftOut.push({ inspector, department, reason: reason ?? 'uncertified' })
      continue
    }
    if (brings.bare) uncertified++
    else if (person.get('certificate_until') === '') withoutExpiry++
    const place = { department, inspector, tags: brings.tags, area: person.get('station') }
    pool.push({ ...place, ...burdenOf(task, { limit, carried, expected }) })
  }
  pool.sort(orderOf(POOL))
  leftOut.sort(orderOf(POOL))
  return { pool, leftOut, withoutExpiry, uncertified }
}

/** The yearly limit of a person, the visits of the year, and those that waiting draws may bring. */
interface Burden {
  readonly limit: number | null
  readonly carried: number
  readonly expected: number
}

/** Visits of the year count as load where the task balances it, else they lower what the limit still allows. */
function burdenOf(
  { balance }: Task,
  { limit, carried, expected }: Burden,
): Pick<PoolRow, 'capacity' | 'load'> {
  if (balance) return { capacity: limit === null ? null : limit - expected, load: carried }
  return { capacity: limit === null ? null : limit - carried - expected, load: 0 }
}

function limitOf(person: RecordOf<'inspectors'>): number | null {
  const limit = person.get('yearly_limit')
  return limit === '' ? null : Number(limit)
}

/** The tags that a person brings to the seats of a team; nothing where each seat needs the certificate they lack. */
function broughtBy(
  person: RecordOf<'inspectors'>,
  team: Team,
  certified: number,
): { readonly bare: boolean; readonly tags: readonly string[] } | 'nothing' {
  const tags = tagsOf(person)
  if (certified === 0 || tags.includes(EXPERT)) return { bare: false, tags }
  if (!isCertified(person)) return othersSit(team, certified) ? { bare: true, tags: [] } : 'nothing'
  return { bare: false, tags: team.seats.includes(CERTIFIED) ? sortByBytes([...tags, CERTIFIED]) : tags }
}

/** What a person brings to a seat, as seats ask for it. */
function tagsOf(person: RecordOf<'inspectors'>): string[] {
  const skills = person.list('skills').map(skill => ROLES[skill] ?? skill)
  return sortByBytes([...new Set(person.get('leader') === YES ? [...skills, 'leader'] : skills)])
}

/** Roles that may be written among the qualifications, and the tags that seats ask for. */
const ROLES: Readonly<Record<string, string>> = { 专家: 'expert', 组长: 'leader' }

function whyNot(
  task: Task,
  person: RecordOf<'inspectors'>,
  { limit, carried, expected }: Burden,
  anyDayOff: boolean,
): UnfitReason | null {
  if (person.get('status') === '无效') return 'not-in-force'
  const until = person.get('certificate_until')
  if (until !== '' && until < task.to) return 'certificate'
  const isAway = anyDayOff ? awayOnce : awayThroughout
  if (isAway(person.get('days_off'), task.from, task.to)) return 'away'
  if (limit === null || carried + expected < limit) return null
  return carried >= limit ? 'limit' : 'limit-waiting'
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
