import { byBytes } from '../../core/bytes.ts'
import { piecesOf } from '../../core/draw/folder/content.ts'
import type { AssignmentRow } from '../../core/draw/folder/rows.ts'
import { rowsOfTarget } from '../../core/draw/folder/rows-of-targets.ts'
import { ASSIGNMENT, type SubstitutionRow } from '../../core/draw/folder/tables.ts'
import type { DrawReasons } from '../../core/draw/reasons.ts'
import { standingAfter } from '../../core/draw/substitution/standing.ts'
import { departmentsOfItem } from '../../core/frame/item-faults.ts'
import { type ItemScope, itemsAt, plainName } from '../../core/frame/items-at-target.ts'
import type { DepartmentCode, DrawNumber, InspectorId, TargetId } from '../../core/ids.ts'
import { refusal } from '../../core/refusal.ts'
import { membersOf } from '../../core/registry/cells/cell-result.ts'
import { besideDue, type Due, type DueResult } from '../../core/results/due.ts'
import { groupBy } from '../../core/tally.ts'
import { openFilesOf } from '../draws/draw-files.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { substitutionsOf } from '../draws/substitutions.ts'
import { subLibrariesElsewhere, targetOfDraw } from '../draws/target-of-draw.ts'
import type { Store } from '../open.ts'
import { readRecord } from '../registry/registry.ts'
import { subLibraries } from '../registry/targets.ts'
import { AFTER_ALL, COMMON_VISITS, STANDING_SEATS } from '../standing-seats.ts'
import { seatedAt, seatedByTarget } from '../views/drawn.ts'
import { cameOf } from './results.ts'

const refuse = refusal<DrawReasons>()

/** What a draw asks for beside what came of it; of a void draw nothing is due. Memory holds what stands at one target. */
export function dueResults(store: Store, draw: DrawRecord): Generator<DueResult> {
  return besideDue(draw.void === null ? dueOf(store, draw) : [], cameOf(store, draw.number))
}

/** Is told how many targets were gone over, of how many. */
export type TargetsPassed = (done: number, of: number) => void

/**
 * The results of several draws, one draw after the other; `passed` is told as targets are gone over, of those that were drawn
 * in all of them.
 */
export function* dueResultsOf(
  store: Store,
  draws: readonly DrawRecord[],
  passed: TargetsPassed,
): Generator<readonly [draw: DrawRecord, one: DueResult]> {
  const drawn = store.sql<number>("select count(*) from drawn where draw = ? and status = 'drawn'").pluck()
  const all = draws.reduce(
    (sum, { number, void: voided }) => sum + (voided === null ? drawn.get(number)! : 0),
    0,
  )
  let done = 0
  for (const draw of draws) {
    let last: TargetId | undefined
    for (const one of dueResults(store, draw)) {
      if (one.kind === 'due' && one.due.target !== last) {
        last = one.due.target
        // Whoever was called in stands beside whom nobody came in for.
        passed(Math.min(++done, all), all)
      }
      yield [draw, one]
    }
  }
}

/**
 * The results that a draw that was run asks for, by target, department and item: as it stands after substitutions and
 * merges, with items and sub-libraries as they were when it was frozen.
 */
export function dueOf(store: Store, draw: DrawRecord): Generator<Due> {
  return dueAmong(store, draw, standingTeams(store, draw.number))
}

/** The same at one target, read from the kept files as they pass: memory holds its rows. */
export function dueAt(store: Store, draw: DrawRecord, target: TargetId): readonly Due[] {
  const assignment = openFilesOf(store, draw.number).get(ASSIGNMENT.file)
  const rows = assignment === undefined ? [] : rowsOfTarget(ASSIGNMENT, piecesOf(assignment), target)
  if (rows === null) throw refuse('kept-file-damaged', { file: ASSIGNMENT.file })
  const { seats } = standingAfter(rows, substitutionsOf(store, draw.number))
  const own = seats.filter(seat => seat.target === target)
  return [...dueAmong(store, draw, [teamsAt(store, draw.number)(target, own)])]
}

/** Finds the same at a target by the tables, for whoever asks for one target after the other. */
export function dueFinder(store: Store, draw: DrawRecord): (target: TargetId) => readonly Due[] {
  const { number } = draw
  const seatsAt = seatedAt(store, number)
  const changes = changesByTarget(store, number)
  const teams = teamsAt(store, number)
  const duesOf = dueReader(store, draw)
  return target => [...duesOf(teams(target, standingSeats(seatsAt(target), changes.get(target))))]
}

function* dueAmong(store: Store, draw: DrawRecord, among: Iterable<TargetTeams>): Generator<Due> {
  const duesOf = dueReader(store, draw)
  for (const teams of among) yield* duesOf(teams)
}

/** Finds what is due of the teams that go to a target. */
function dueReader(store: Store, draw: DrawRecord): (teams: TargetTeams) => Generator<Due> {
  const { number: occasion, starts: from, ends: to } = draw
  const itemsOf = itemsOfDraw(store, draw)
  return function* ({ target, teams, host }) {
    if (teams.length === 0) return
    const known = targetOfDraw(store, draw, target)
    const place = { occasion, target, host, targetName: known?.get('name') ?? '', from, to }
    for (const [department, team] of teams) {
      for (const item of itemsOf(department, known?.list('libraries') ?? [])) {
        yield { ...place, department, item, team }
      }
    }
  }
}

/** Finds the items that a department checks at a target; `''` where the draw names none for it. */
function itemsOfDraw(store: Store, { since, detail }: DrawRecord) {
  const named = new Set([...subLibraries(store), ...subLibrariesElsewhere(store)].map(plainName))
  const items = detail.items.map((code): ItemScope => {
    const item = readRecord(store, 'items', code, since)
    const departments = item === null ? [] : departmentsOfItem(item)
    return { code, departments, subjects: membersOf(item?.get('subjects') ?? '') }
  })
  return (department: DepartmentCode, libraries: readonly string[]): readonly string[] => {
    const own = itemsAt(items, department, libraries, named)
    return own.length === 0 ? [''] : own
  }
}

interface TargetTeams {
  readonly target: TargetId
  readonly host: DrawNumber | null
  readonly teams: readonly (readonly [DepartmentCode, readonly InspectorId[]])[]
}

/** Who goes where in a draw as it stands, by target and department. Memory holds some targets, and what changed. */
function* standingTeams(store: Store, draw: DrawNumber): Generator<TargetTeams> {
  const teams = teamsAt(store, draw)
  const changes = changesByTarget(store, draw)
  // Targets that were called in have seats by what changed alone.
  const changed = [...changes.keys()].sort(byBytes)
  let next = 0
  for (const [target, seats] of seatedByTarget(store, draw)) {
    for (; next < changed.length && byBytes(changed[next]!, target) < 0; next++)
      yield teams(changed[next]!, standingSeats([], changes.get(changed[next]!)))
    if (changed[next] === target) next++
    yield teams(target, standingSeats(seats, changes.get(target)))
  }
  for (; next < changed.length; next++)
    yield teams(changed[next]!, standingSeats([], changes.get(changed[next]!)))
}

/** What changed in a draw at each target, one that fell out by its own number. */
function changesByTarget(store: Store, draw: DrawNumber): ReadonlyMap<TargetId, readonly SubstitutionRow[]> {
  return groupBy(substitutionsOf(store, draw), ({ kind, out, target }) =>
    kind === 'target' ? (out as TargetId) : (target as TargetId),
  )
}

/** Who sits at one target after what changed there. */
function standingSeats(
  seats: readonly AssignmentRow[],
  changes: readonly SubstitutionRow[] = [],
): readonly AssignmentRow[] {
  return changes.length === 0 ? seats : standingAfter(seats, changes).seats
}

/** Finds who goes to a target, by department; to a common visit the host's people where it brings the department. */
function teamsAt(
  store: Store,
  draw: DrawNumber,
): (target: TargetId, seats: readonly AssignmentRow[]) => TargetTeams {
  const hosts = hostsOf(store, draw)
  const brought = seatsBy(store)
  return (target, seats) => {
    const departments = new Map<DepartmentCode, InspectorId[]>()
    for (const { department, inspector } of seats) {
      const own = departments.get(department)
      if (own === undefined) departments.set(department, [inspector])
      else own.push(inspector)
    }
    const host = hosts.get(target) ?? null
    const theirs = host === null ? new Map<DepartmentCode, InspectorId[]>() : brought(host, target)
    const teams = [...departments].map(
      ([department, own]) => [department, theirs.get(department) ?? own] as const,
    )
    return { target, host, teams: teams.sort(([a], [b]) => byBytes(a, b)) }
  }
}

function hostsOf(store: Store, draw: DrawNumber): Map<TargetId, DrawNumber> {
  const rows = store
    .sql<[TargetId, DrawNumber]>(`select target, host from ${COMMON_VISITS} where guest = @draw`)
    .raw()
    .all({ draw, entry: AFTER_ALL })
  return new Map(rows)
}

function seatsBy(store: Store) {
  const seats = store.sql<{ department: DepartmentCode; inspector: InspectorId }>(
    `select department, inspector from ${STANDING_SEATS} where draw = @draw and target = @target order by department, seat`,
  )
  return (draw: DrawNumber, target: TargetId): Map<DepartmentCode, InspectorId[]> => {
    const teams = new Map<DepartmentCode, InspectorId[]>()
    for (const { department, inspector } of seats.all({ draw, target, entry: AFTER_ALL }))
      teams.set(department, [...(teams.get(department) ?? []), inspector])
    return teams
  }
}
