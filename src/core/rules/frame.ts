import { byBytes, sortByBytes } from '../bytes.ts'
import type { ExclusionRow, FrameRow } from '../draw/folder.ts'
import { library } from '../registry/library.ts'
import { at, type Row } from '../registry/row.ts'
import { rateOf, type Task } from '../registry/task.ts'
import { meets, valueIn } from './condition.ts'
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
const DEPARTMENTS = at(TARGETS, 'departments')
const STATUS = at(TARGETS, 'status')
const STATION = at(TARGETS, 'station')

/** The stratum of targets whose class of credit risk nobody has set: it has a name and is never dropped. */
export const UNCLASSED = '未分类'

/**
 * The sampling frame of a task: who could be drawn, and of those the task is about, who could not and why.
 * `rows` are the targets of the registry in any order; `drawnIn` tells the draw that keeps a target out by the task's rule.
 */
export function frameOf(task: Task, rows: Iterable<Row>, drawnIn: ReadonlyMap<string, string>): Framed {
  const inConditions = meets(TARGETS, task.conditions)
  const stratumOf = stratumFinder(task)
  const departmentsOf = departmentFinder(task)
  const strata = new Map<string, FrameRow[]>()
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
    const member: FrameRow = { stratum: stratum.name, target, departments, area: row[STATION]! }
    const members = strata.get(stratum.name)
    if (members === undefined) strata.set(stratum.name, [member])
    else members.push(member)
  }
  const frame = sortByBytes([...strata.keys()]).flatMap(name => inOrder(strata.get(name)!))
  exclusions.sort((a, b) => byBytes(a.target, b.target))
  return {
    frame,
    exclusions,
    waterfall: { registry, elsewhere, outside, excluded, frame: frame.length, unassigned },
  }
}

function drawnReason(draw: string | undefined): string | null {
  return draw === undefined ? null : `drawn:${draw}`
}

/** Sorted by target, unless the registry gave them in that order already. */
function inOrder(rows: FrameRow[]): FrameRow[] {
  const sorted = rows.every((row, i) => i === 0 || byBytes(rows[i - 1]!.target, row.target) < 0)
  return sorted ? rows : rows.sort((a, b) => byBytes(a.target, b.target))
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

function stratumFinder(task: Task): (row: Row) => Found {
  const fields = task.strata.map(name => ({ name, value: valueIn(TARGETS, name) }))
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
