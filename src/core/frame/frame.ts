import type { ExclusionRow, FrameRow } from '../draw/folder/rows.ts'
import { sortRows } from '../draw/folder/table.ts'
import { EXCLUSIONS, FRAME } from '../draw/folder/tables.ts'
import type { DepartmentCode, TargetId } from '../ids.ts'
import { membersIn } from '../registry/cells/cell-result.ts'
import { UNCLASSED } from '../registry/cells/words.ts'
import { type ColumnName, headingOf, isField, library } from '../registry/libraries/library.ts'
import { idOf, type RecordCells } from '../registry/libraries/record-cells.ts'
import { outOfForce } from '../registry/out-of-force.ts'
import { rateOf, type Task } from '../registry/task.ts'
import type { Rules } from '../rules/rules.ts'
import { type AwaitedVisits, awaitedTakes } from './awaited.ts'
import { EXTRA, meets, type PlaceOf, valueIn } from './condition.ts'
import { exclusionFields, exclusionOf } from './exclusion.ts'
import { frequenciesOf, type LimitedItem } from './items-of-task.ts'
import type { Past } from './visit-history.ts'
import { type SortedOut, type Waterfall, waterfallOf } from './waterfall.ts'
import { reasonOfAll, type Withdrawal, withdrawn, without } from './withdrawal.ts'

export interface FrameResult extends SortedOut {
  readonly waterfall: Waterfall
  /** Targets in force that the task is about, and of these, by item, those drawn for it this year. */
  readonly inForce: number
  readonly drawnFor: ReadonlyMap<string, number>
  /** By item, the others of these that waiting draws may draw for it, at the most. */
  readonly awaitedFor: ReadonlyMap<string, number>
}

/** What a frame is made by: the rules, what was before, and the items whose limits hold. */
export interface Bounds {
  readonly rules: Rules
  readonly past: Past
  readonly awaited: AwaitedVisits
  readonly items: readonly LimitedItem[]
}

const TARGETS = library('targets')
/** What every frame needs of a target, at these places of its row. */
const ALWAYS = ['id', 'departments', 'status', 'station'] as const
const [DEPARTMENTS, STATUS, STATION] = [1, 2, 3] as const

/** The columns that the frame of a task is made of, in the order that {@link frameOf} takes them. */
export function frameColumns(task: Task, rules: Rules): ColumnName<'targets'>[] {
  const names = [...task.conditions.map(({ field }) => field), ...task.strata, ...exclusionFields(rules)]
  const known = names.map(name => (isField(TARGETS, name) ? name : EXTRA))
  return [...new Set([...ALWAYS, ...known])]
}

/**
 * The sampling frame of a task: who could be drawn, and of those the task is about, who could not and why.
 * `rows` are the targets of the registry in any order, with the columns of {@link frameColumns}. A department that the
 * rules keep away leaves the target to the others; where none is left, or the task wants all to go, the target is excluded.
 */
export function frameOf(task: Task, rows: Iterable<RecordCells>, bounds: Bounds): FrameResult {
  const sort = targetSorter(task, bounds)
  const { past, items, awaited } = bounds
  const drawnFor = new Map(items.map(({ code }) => [code, 0]))
  const takes = new Map(items.map(({ code }) => [code, awaitedTakes(awaited, code)]))
  const frame: FrameRow[] = []
  const exclusions: ExclusionRow[] = []
  const unassigned: TargetId[] = []
  const leaving: SortedOut['away'][number][] = []
  const counts = { registry: 0, elsewhere: 0, outside: 0, inForce: 0 }
  for (const row of rows) {
    counts.registry++
    const sorted = sort(row)
    if (sorted.kind === 'elsewhere' || sorted.kind === 'outside') {
      counts[sorted.kind]++
      continue
    }
    if (sorted.inForce) {
      counts.inForce++
      countDrawn(drawnFor, takes, past, idOf(row))
    }
    if (sorted.kind === 'excluded') {
      exclusions.push({ target: idOf(row), reason: sorted.reason })
      continue
    }
    frame.push(sorted.row)
    for (const { reason } of sorted.away) leaving.push({ target: sorted.row.target, reason })
    if (row[DEPARTMENTS] === '') unassigned.push(sorted.row.target)
  }
  const { inForce, ...passed } = counts
  const sorted = {
    frame: sortRows(FRAME, frame),
    exclusions: sortRows(EXCLUSIONS, exclusions),
    unassigned,
    away: leaving,
  }
  const awaitedFor = new Map([...takes].map(([item, take]) => [item, take.most()]))
  return { ...sorted, waterfall: waterfallOf(passed, sorted), inForce, drawnFor, awaitedFor }
}

/** Where one target goes: the order of the kinds is the order in which they are asked. */
export type Sorted =
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'outside' }
  | { readonly kind: 'excluded'; readonly reason: string; readonly inForce: boolean }
  | {
      readonly kind: 'framed'
      readonly row: FrameRow
      /** The departments that the rules keep away from it. */
      readonly away: readonly Withdrawal[]
      readonly inForce: true
    }

const ELSEWHERE: Sorted = { kind: 'elsewhere' }
const OUTSIDE: Sorted = { kind: 'outside' }

/** Says of one row of the registry, with the columns of {@link frameColumns}, where it goes. */
export function targetSorter(
  task: Task,
  { rules, past, awaited, items }: Bounds,
): (row: RecordCells) => Sorted {
  const columns: readonly string[] = frameColumns(task, rules)
  const placeOf = (name: string) => columns.indexOf(name)
  const inConditions = meets(TARGETS, task.conditions, placeOf)
  const stratumOf = stratumFinder(task, placeOf)
  const departmentsOf = departmentFinder(task)
  const exclusion = exclusionOf(task, rules, past, awaited, frequenciesOf(items), placeOf)
  return row => {
    const departments = departmentsOf(row[DEPARTMENTS]!)
    if (departments.length === 0) return ELSEWHERE
    if (!inConditions(row)) return OUTSIDE
    const target = idOf(row)
    const gone = outOfForce(row[STATUS]!)
    if (gone !== null) return { kind: 'excluded', reason: gone, inForce: false }
    const away = withdrawn(target, departments, exclusion)
    const none = away.length === departments.length || (away.length > 0 && task.joint !== 'any')
    const stratum = stratumOf(row)
    const reason = exclusion.whole(row) ?? (none ? reasonOfAll(away) : stratum.lack)
    if (reason !== null) return { kind: 'excluded', reason, inForce: true }
    const framed = {
      stratum: stratum.name,
      target,
      departments: without(departments, away),
      area: row[STATION]!,
    }
    return { kind: 'framed', row: framed, away, inForce: true }
  }
}

function countDrawn(
  drawnFor: Map<string, number>,
  takes: ReadonlyMap<string, ReturnType<typeof awaitedTakes>>,
  past: Past,
  target: TargetId,
): void {
  for (const [item, times] of drawnFor)
    if (past.itemDraws.get(item)!.has(target)) drawnFor.set(item, times + 1)
    else takes.get(item)!.add(target)
}

/**
 * The task's departments that inspect a target. One that no department has claimed is the lead department's, so that a
 * registry without memberships can be drawn from (docs/decisions.md).
 */
function departmentFinder(task: Task): (cell: string) => readonly DepartmentCode[] {
  const known = new Map<string, readonly DepartmentCode[]>([
    ['', task.joint === 'all' && task.departments.length > 1 ? [] : goingTo(task, [task.lead])],
  ])
  return cell => {
    let found = known.get(cell)
    if (found === undefined) {
      found = goingTo(task, membersIn(cell))
      known.set(cell, found)
    }
    return found
  }
}

/** The departments of the task that go to a target which these departments have among theirs. */
function goingTo({ joint, lead, departments }: Task, members: readonly string[]): readonly DepartmentCode[] {
  const own = departments.filter(department => members.includes(department))
  switch (joint) {
    case 'any':
      return own
    case 'all':
      return own.length === departments.length ? own : []
    case 'together':
      return own.includes(lead) ? departments : []
    default:
      return joint satisfies never
  }
}

interface Found {
  readonly name: string
  /** The reason code of a target that no stratum can take. */
  readonly lack: string | null
}

function stratumFinder(task: Task, placeOf: PlaceOf): (row: RecordCells) => Found {
  const fields = task.strata.map(name => ({ name, value: valueIn(TARGETS, name, placeOf) }))
  const known = new Map<string, Found>()
  return row => {
    const values = fields.map(({ name, value }) => value(row) || (name === 'risk' ? UNCLASSED : ''))
    const key = values.join('\n')
    let found = known.get(key)
    if (found === undefined) {
      const empty = values.indexOf('')
      const name = values.length === 0 ? 'all' : values.join('+')
      const lack =
        empty >= 0
          ? `missing:${headingFor(task.strata[empty]!)}`
          : task.count === null && rateOf(task, name) === null
            ? `no-rate:${name}`
            : null
      found = { name, lack }
      known.set(key, found)
    }
    return found
  }
}

/** The heading that a field of targets goes by; an extra one is its own. */
export function headingFor(name: string): string {
  return isField(TARGETS, name) ? headingOf(TARGETS, name) : name
}
