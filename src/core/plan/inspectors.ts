import { byBytes } from '../bytes.ts'
import { EXPERT, mayAnswer } from '../draw/matching/candidates.ts'
import type { DepartmentCode } from '../ids.ts'
import { finding, type PlanFinding } from './finding.ts'
import { type PlannedTask, targetsFor } from './planned-task.ts'

/** What a department needs by the end of a month, and what its inspectors can carry: of one qualification, or enforcement staff of all (`''`). */
export interface MonthlyNeed {
  readonly department: DepartmentCode
  /** `YYYY-MM`. */
  readonly month: string
  readonly tag: string
  /** Visits of inspectors in the tasks ahead that end by then: at the least and at the most. */
  readonly least: number
  readonly most: number
  /** What the yearly limits leave for these tasks at the least and at the most number of targets. */
  readonly capacity: number
  readonly capacityAtMost: number
}

/** One department's part of a task. */
interface Part {
  readonly planned: PlannedTask
  readonly month: string
  readonly seats: readonly string[]
  readonly least: number
  readonly most: number
}

/**
 * Month by month, for each department and qualification: the seats that the tasks ending by then must fill, against what
 * the yearly limits still allow. The bounds are exact: nobody sits twice at one target, and nobody carries more than the
 * limit leaves, so a need above the capacity cannot be met by any assignment.
 */
export function monthlyNeeds(tasks: readonly PlannedTask[]): MonthlyNeed[] {
  const departments = [...new Set(tasks.flatMap(({ task }) => task.departments))].sort(byBytes)
  return departments.flatMap(department => {
    const parts = partsOf(tasks, department)
    const months = [...new Set(parts.map(({ month }) => month))].sort()
    const tags = [...new Set(parts.flatMap(({ seats }) => seats))].filter(tag => tag !== '').sort(byBytes)
    return months.flatMap(month => {
      const due = parts.filter(part => part.month <= month)
      return ['', ...tags].map(tag => needOf(department, month, tag, due)).filter(({ most }) => most > 0)
    })
  })
}

/** Needs that cannot be met (they bar), and those that cannot be met if chance draws the most it may. */
export function inspectorFindings(
  tasks: readonly PlannedTask[],
  needs: readonly MonthlyNeed[],
): PlanFinding[] {
  return [
    ...tasks.flatMap(largeTeams),
    ...needs.flatMap(({ department, month, tag, least, most, capacity, capacityAtMost }) => {
      if (least > capacity)
        return [finding('inspectors-short', true, { department, month, tag, needed: least, capacity })]
      return most > capacityAtMost
        ? [
            finding('inspectors-tight', false, {
              department,
              month,
              tag,
              needed: most,
              capacity: capacityAtMost,
            }),
          ]
        : []
    }),
  ]
}

function partsOf(tasks: readonly PlannedTask[], department: DepartmentCode): Part[] {
  return tasks.flatMap(planned => {
    const team = planned.task.teams.find(of => of.department === department)
    if (team === undefined) return []
    const { least, most } = targetsFor(planned, department)
    return most === 0 ? [] : [{ planned, month: planned.task.to.slice(0, 7), seats: team.seats, least, most }]
  })
}

function needOf(department: DepartmentCode, month: string, tag: string, parts: readonly Part[]): MonthlyNeed {
  const seats = (part: Part) => part.seats.filter(seat => counts(seat, tag)).length
  const sum = (of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0)
  return {
    department,
    month,
    tag,
    least: sum(part => part.least * seats(part)),
    most: sum(part => part.most * seats(part)),
    capacity: capacityOf(department, tag, parts, part => part.least),
    capacityAtMost: capacityOf(department, tag, parts, part => part.most),
  }
}

function capacityOf(
  department: DepartmentCode,
  tag: string,
  parts: readonly Part[],
  targets: (part: Part) => number,
): number {
  const reach = new Map<string, { visits: number; left: number | null }>()
  for (const part of parts) {
    if (!part.seats.some(seat => counts(seat, tag))) continue
    for (const person of part.planned.pool) {
      const { inspector, capacity, load } = person
      if (person.department !== department || !mayAnswer(person, tag)) continue
      const left = capacity === null ? null : capacity - load
      const before = reach.get(inspector)?.visits ?? 0
      reach.set(inspector, { visits: before + targets(part), left })
    }
  }
  return [...reach.values()].reduce((sum, { visits, left }) => sum + Math.min(visits, left ?? visits), 0)
}

/** A seat that people of a qualification are counted for; experts come on top of all others. */
function counts(seat: string, tag: string): boolean {
  return tag === '' ? seat !== EXPERT : seat === tag
}

/** Teams that ask for more people of a kind than the department has. */
export function largeTeams(planned: PlannedTask): PlanFinding[] {
  return planned.task.teams.flatMap(({ department, seats }) => {
    if (targetsFor(planned, department).least === 0) return []
    const people = planned.pool.filter(row => row.department === department)
    return ['', ...new Set(seats.filter(seat => seat !== ''))].flatMap(tag => {
      const asked = seats.filter(seat => counts(seat, tag)).length
      const able = people.filter(person => mayAnswer(person, tag)).length
      return asked > able
        ? [
            finding('team-large', true, {
              task: planned.task.number,
              department,
              tag,
              seats: asked,
              people: able,
            }),
          ]
        : []
    })
  })
}
