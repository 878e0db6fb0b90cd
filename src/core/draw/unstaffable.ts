import type { DepartmentCode, TargetId } from '../ids.ts'
import { groupBy } from '../tally.ts'
import { type Blocking, blockingOf } from './blocking/blocking.ts'
import type { FrameRow, PoolRow, RecusalRow, Team } from './folder/rows.ts'
import { candidatesOf, mayAnswer } from './matching/candidates.ts'
import type { Department } from './matching/department.ts'
import { seatAll } from './matching/seat-all.ts'
import { emptySeating } from './matching/seating.ts'
import type { Staff } from './teams.ts'

/**
 * The targets of the frame that can have no team even if nothing else were drawn (draw-2.md, section 6: tags, areas,
 * recusals and what people carry already), in the order of the frame, each with the first department, in the order of
 * the teams, that has no admissible assignment of its seats there. Any draw that takes such a target finds no teams.
 */
export function unstaffableIn(staff: Staff): ReadonlyMap<TargetId, DepartmentCode> {
  const found = new Map<TargetId, DepartmentCode>()
  for (const team of staff.teams)
    for (const { target } of withoutTeam(staff, team))
      if (!found.has(target)) found.set(target, team.department)
  const inOrder = staff.frame.filter(({ target }) => found.has(target))
  return new Map(inOrder.map(({ target }) => [target, found.get(target)!]))
}

/** Why a department can send no team to a target that {@link unstaffableIn} names, and what would cure it. */
export function blockingAt(
  { frame, pool, recusals, teams, avoidSameArea }: Staff,
  target: TargetId,
  department: DepartmentCode,
): Blocking {
  const { area } = frame.find(row => row.target === target)!
  const open = teams.find(team => team.department === department)!.seats
  const alone: Department = {
    visits: [{ target, area, open, sitting: [] }],
    pool: pool.filter(row => row.department === department),
    recusals,
    avoidSameArea,
  }
  const candidates = candidatesOf(alone)
  const seating = emptySeating(candidates)
  return blockingOf(alone, candidates, seating, seatAll(candidates, seating))
}

/** Targets of a department that it can send no team to. Most have so many candidates that no seat need be tried. */
function withoutTeam(
  { frame, pool, recusals, avoidSameArea }: Staff,
  { department, seats }: Team,
): readonly FrameRow[] {
  const people = pool.filter(row => row.department === department && canTakeOne(row))
  const barred = recusedFrom(recusals, people)
  const fewest = fewestCandidates(people, seats, avoidSameArea)
  const doubtful = frame.filter(
    ({ target, departments, area }) =>
      departments.includes(department) && fewest(area) - (barred.get(target)?.length ?? 0) < seats.length,
  )
  if (doubtful.length === 0) return []
  const alike = [...groupBy(doubtful, ({ target, area }) => `${area};${barred.get(target)?.join(';') ?? ''}`)]
  // Nobody has a limit here: each of these targets is filled as if it were the only one.
  const candidates = candidatesOf({
    visits: alike.map(([, [first]]) => ({
      target: first!.target,
      area: first!.area,
      open: seats,
      sitting: [],
    })),
    pool: people.map(row => ({ ...row, capacity: null })),
    recusals,
    avoidSameArea,
  })
  const empty = seatAll(candidates, emptySeating(candidates))
  const short = new Set(empty.map(slot => candidates.targetOf[slot]!))
  return alike.flatMap(([, rows], visit) => (short.has(visit) ? rows : []))
}

function canTakeOne({ load, capacity }: PoolRow): boolean {
  return capacity === null || load < capacity
}

/** Of these people those kept from each target, in byte order as the pairs are. */
function recusedFrom(
  recusals: readonly RecusalRow[],
  people: readonly PoolRow[],
): ReadonlyMap<TargetId, readonly string[]> {
  const names = new Set(people.map(({ inspector }) => inspector))
  const own = recusals.filter(({ inspector }) => names.has(inspector))
  const grouped = groupBy(own, ({ target }) => target)
  return new Map([...grouped].map(([target, rows]) => [target, rows.map(({ inspector }) => inspector)]))
}

/** How many candidates the scarcest of the seats has at a target of an area, recusals aside. */
function fewestCandidates(
  people: readonly PoolRow[],
  seats: readonly string[],
  avoidSameArea: boolean,
): (area: string) => number {
  const tags = [...new Set(seats)]
  const known = new Map<string, number>()
  return targetArea => {
    const area = avoidSameArea ? targetArea : ''
    let fewest = known.get(area)
    if (fewest === undefined) {
      const others = people.filter(person => area === '' || person.area !== area)
      fewest = Math.min(...tags.map(tag => others.filter(person => mayAnswer(person, tag)).length))
      known.set(area, fewest)
    }
    return fewest
  }
}
