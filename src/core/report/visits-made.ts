import type { DepartmentCode, DrawNumber, TargetId } from '../ids.ts'

/** A target of a draw: who drew it, who goes, and the draw with which it is visited together. */
export interface DrawnVisit {
  readonly draw: DrawNumber
  readonly target: TargetId
  readonly lead: DepartmentCode
  readonly departments: readonly DepartmentCode[]
  /** The draw whose visit this is too; null for a visit of its own. */
  readonly host: DrawNumber | null
}

/** One visit, of however many draws. */
export interface VisitMade {
  readonly target: TargetId
  readonly draws: ReadonlySet<DrawNumber>
  readonly leads: ReadonlySet<DepartmentCode>
  readonly departments: ReadonlySet<DepartmentCode>
}

/** The visits that draws come to: those that draws have in common are one (进一次门). */
export function visitsMade(drawn: readonly DrawnVisit[]): VisitMade[] {
  const keyOf = (draw: string, target: string) => `${draw} ${target}`
  const hosts = new Map(drawn.map(({ draw, target, host }) => [keyOf(draw, target), host]))
  const first = (draw: DrawNumber, target: TargetId): DrawNumber => {
    const host = hosts.get(keyOf(draw, target)) ?? null
    return host === null || !hosts.has(keyOf(host, target)) ? draw : first(host, target)
  }
  const visits = new Map<
    string,
    {
      target: TargetId
      draws: Set<DrawNumber>
      leads: Set<DepartmentCode>
      departments: Set<DepartmentCode>
    }
  >()
  for (const { draw, target, lead, departments } of drawn) {
    const key = keyOf(first(draw, target), target)
    const visit = visits.get(key) ?? {
      ...{ target, draws: new Set(), leads: new Set(), departments: new Set() },
    }
    visits.set(key, visit)
    visit.draws.add(draw)
    visit.leads.add(lead)
    for (const department of departments) visit.departments.add(department)
  }
  return [...visits.values()]
}
