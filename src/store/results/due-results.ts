import { byBytes } from '../../core/bytes.ts'
import { piecesOf } from '../../core/draw/folder/content.ts'
import type { AssignmentRow } from '../../core/draw/folder/rows.ts'
import { rowsOfTarget } from '../../core/draw/folder/rows-of-targets.ts'
import { ASSIGNMENT } from '../../core/draw/folder/tables.ts'
import type { DrawReasons } from '../../core/draw/reasons.ts'
import { standingAfter } from '../../core/draw/substitution/standing.ts'
import { departmentsOfItem } from '../../core/frame/item-faults.ts'
import { type ItemScope, itemsAt, plainName } from '../../core/frame/items-at-target.ts'
import type { DepartmentCode, DrawNumber, InspectorId, TargetId } from '../../core/ids.ts'
import { refusal } from '../../core/refusal.ts'
import { membersOf } from '../../core/registry/cells/cell-result.ts'
import { besideDue, type Due, type DueResult } from '../../core/results/due.ts'
import { openFilesOf } from '../draws/draw-files.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { substitutionsOf } from '../draws/substitutions.ts'
import { subLibrariesElsewhere, targetOfDraw } from '../draws/target-of-draw.ts'
import type { Store } from '../open.ts'
import { readRecord } from '../registry/registry.ts'
import { subLibraries } from '../registry/targets.ts'
import { AFTER_ALL, COMMON_VISITS, STANDING_SEATS } from '../standing-seats.ts'
import { changedIn } from '../views/standing-draw.ts'
import { resultsOfOccasion } from './results.ts'

const refuse = refusal<DrawReasons>()

/** What a draw asks for beside what came of it; of a void draw nothing is due. Memory holds one draw. */
export function dueResults(store: Store, draw: DrawRecord): Generator<DueResult> {
  return besideDue(draw.void === null ? dueOf(store, draw) : [], resultsOfOccasion(store, draw.number))
}

/**
 * The results that a draw that was run asks for, by target, department and item: as it stands after substitutions and
 * merges, with items and sub-libraries as they were when it was frozen.
 */
export function dueOf(store: Store, draw: DrawRecord): Generator<Due> {
  return dueAmong(store, draw, teamsOf(store, draw.number, changedIn(store, draw.number).standing.seats))
}

/** The same at one target, read from the kept files as they pass: memory holds its rows. */
export function dueAt(store: Store, draw: DrawRecord, target: TargetId): readonly Due[] {
  const assignment = openFilesOf(store, draw.number).get(ASSIGNMENT.file)
  const rows = assignment === undefined ? [] : rowsOfTarget(ASSIGNMENT, piecesOf(assignment), target)
  if (rows === null) throw refuse('kept-file-damaged', { file: ASSIGNMENT.file })
  const { seats } = standingAfter(rows, substitutionsOf(store, draw.number))
  const own = seats.filter(seat => seat.target === target)
  return [...dueAmong(store, draw, teamsOf(store, draw.number, own))]
}

function* dueAmong(store: Store, draw: DrawRecord, among: readonly TargetTeams[]): Generator<Due> {
  const { number: occasion, starts: from, ends: to } = draw
  const itemsOf = itemsOfDraw(store, draw)
  for (const { target, teams, host } of among) {
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

/** Who goes where in a draw, by target and department; to a common visit the host's people where it brings the department. */
function teamsOf(store: Store, draw: DrawNumber, seats: readonly AssignmentRow[]): TargetTeams[] {
  const byTarget = new Map<TargetId, Map<DepartmentCode, InspectorId[]>>()
  for (const seat of seats) {
    const departments = byTarget.get(seat.target) ?? new Map<DepartmentCode, InspectorId[]>()
    byTarget.set(seat.target, departments)
    departments.set(seat.department, [...(departments.get(seat.department) ?? []), seat.inspector])
  }
  const hosts = hostsOf(store, draw)
  const brought = seatsBy(store)
  return [...byTarget]
    .sort(([a], [b]) => byBytes(a, b))
    .map(([target, departments]) => {
      const host = hosts.get(target) ?? null
      const theirs = host === null ? new Map<DepartmentCode, InspectorId[]>() : brought(host, target)
      const teams = [...departments].map(
        ([department, own]) => [department, theirs.get(department) ?? own] as const,
      )
      return { target, host, teams: teams.sort(([a], [b]) => byBytes(a, b)) }
    })
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
