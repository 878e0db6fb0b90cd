import type { ExclusionRow, FrameRow } from '../draw/folder.ts'
import { sortRows } from '../draw/table.ts'
import { EXCLUSIONS, FRAME } from '../draw/tables.ts'
import { library } from '../registry/library.ts'
import { at, type Row } from '../registry/row.ts'
import { rateOf, type Task } from '../registry/task.ts'
import { EXTRA, meets, type PlaceOf, valueIn } from './condition.ts'
import { outOfForce } from './status.ts'

/** Where the registry's targets went, in the order in which they were sorted out. */
export interface Waterfall {
  readonly registry: number
  /** In none (or, where the task wants all, not in all) of the task's departments. */
  readonly elsewhere: number
  readonly outside: number
  /** Excluded, by reason code; a draw's number is left off. */
  readonly excluded: Readonly<Record<string, number>>
  readonly frame: number
  /** In the frame without any department of their own: the lead department's. */
  readonly unassigned: number
}

export interface Framed {
  /** In the order of (stratum, target). */
  readonly frame: readonly FrameRow[]
  readonly exclusions: readonly ExclusionRow[]
  readonly waterfall: Waterfall
}

const TARGETS = library('targets')
/** What every frame needs of a target, at these places of its row. */
const ALWAYS = ['id', 'departments', 'status', 'station']
const [, DEPARTMENTS, STATUS, STATION] = [0, 1, 2, 3] as const

/** The columns that the frame of a task is made of, in the order that {@link frameOf} takes them. */
export function frameColumns(task: Task): string[] {
  const names = [...task.conditions.map(({ field }) => field), ...task.strata]
  const known = names.map(name => (at(TARGETS, name) > 0 ? name : EXTRA))
  return [...new Set([...ALWAYS, ...known])]
}

/** The stratum of targets whose class of credit risk nobody has set: it has a name and is never dropped. */
export const UNCLASSED = '未分类'

/**
 * The sampling frame of a task: who could be drawn, and of those the task is about, who could not and why.
 * `rows` are the targets of the registry in any order, with the columns of {@link frameColumns}; `drawnIn` tells the draw that keeps a target out by the task's rule.
 */
export function frameOf(task: Task, rows: Iterable<Row>, drawnIn: ReadonlyMap<string, string>): Framed {
  const columns = frameColumns(task)
  const placeOf = (name: string) => columns.indexOf(name)
  const inConditions = meets(TARGETS, task.conditions, placeOf)
  const stratumOf = stratumFinder(task, placeOf)
  const departmentsOf = departmentFinder(task)
  const frame: FrameRow[] = []
  const exclusions: ExclusionRow[] = []
  const excluded: Record<string, number> = {}
  let registry = 0
  let elsewhere = 0
  let outside = 0
  let unassigned = 0
  for (const row of rows) {
    registry++
    const departments = departmentsOf(row[DEPARTMENTS]!)
    if (departments.length === 0) {
      elsewhere++
      continue
    }
    if (!inConditions(row)) {
      outside++
      continue
    }
    const target = row[0]!
    const stratum = stratumOf(row)
    const reason = outOfForce(row[STATUS]!) ?? drawnReason(drawnIn.get(target)) ?? stratum.lack
    if (reason !== null) {
      exclusions.push({ target, reason })
      const kind = reason.split(':')[0]!
      excluded[kind] = (excluded[kind] ?? 0) + 1
      continue
    }
    if (row[DEPARTMENTS] === '') unassigned++
    frame.push({ stratum: stratum.name, target, departments, area: row[STATION]! })
  }
  return {
    frame: sortRows(FRAME, frame),
    exclusions: sortRows(EXCLUSIONS, exclusions),
    waterfall: { registry, elsewhere, outside, excluded, frame: frame.length, unassigned },
  }
}

function drawnReason(draw: string | undefined): string | null {
  return draw === undefined ? null : `drawn:${draw}`
}

/**
 * The task's departments that inspect a target. One that no department has claimed is the lead department's, so that a
 * registry without memberships can be drawn from (docs/decisions.md).
 */
function departmentFinder(task: Task): (cell: string) => readonly string[] {
  const known = new Map<string, readonly string[]>([
    ['', task.joint === 'all' && task.departments.length > 1 ? [] : [task.lead]],
  ])
  return cell => {
    let found = known.get(cell)
    if (found === undefined) {
      const members = cell.split(';')
      found = task.departments.filter(department => members.includes(department))
      if (task.joint === 'all' && found.length < task.departments.length) found = []
      known.set(cell, found)
    }
    return found
  }
}

interface Found {
  readonly name: string
  /** The reason code of a target that no stratum can take. */
  readonly lack: string | null
}

function stratumFinder(task: Task, placeOf: PlaceOf): (row: Row) => Found {
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
          ? `missing:${headingOf(task.strata[empty]!)}`
          : task.count === null && rateOf(task, name) === null
            ? `no-rate:${name}`
            : null
      found = { name, lack }
      known.set(key, found)
    }
    return found
  }
}

function headingOf(name: string): string {
  return TARGETS.fields.find(field => field.name === name)?.headings[0] ?? name
}
