import { byBytes } from '../bytes.ts'
import type { DepartmentCode, TargetId } from '../ids.ts'
import type { Result } from '../results/result.ts'
import { isOpenProblem } from './deadlines.ts'
import { outcomeKind } from './outcome-kinds.ts'
import { isOffSite } from './result-figures.ts'

/** What is counted of the inspections of a year (涉企行政检查统计); visits and firms, and what came of the results. */
export const YEAR_COUNTS = [
  'visits',
  'drawnVisits',
  'caseVisits',
  'jointVisits',
  'offSiteVisits',
  'firms',
  'firmsMoreThanOnce',
  'results',
  'problems',
  'corrected',
  'filed',
  'transferred',
  'penalties',
  'open',
] as const
export type YearCount = (typeof YEAR_COUNTS)[number]

/** A result with what it was found at: one visit of a department is a target of a draw or a case. */
export interface YearResult {
  readonly result: Result
  /** The firm that a visit counts for, by the number it has today. */
  readonly firm: TargetId
  /** How many departments went together. */
  readonly departments: number
  readonly drawn: boolean
}

export interface InspectionYear {
  readonly all: Readonly<Record<YearCount, number>>
  readonly departments: readonly {
    readonly department: DepartmentCode
    readonly counts: Readonly<Record<YearCount, number>>
  }[]
}

/** Counts a year's inspections that took place, by department and in all; a result of a void draw was a visit too. */
export function inspectionYear(results: Iterable<YearResult>): InspectionYear {
  const all = sumUp()
  const byDepartment = new Map<DepartmentCode, ReturnType<typeof sumUp>>()
  for (const one of results) {
    const { department } = one.result
    let own = byDepartment.get(department)
    if (own === undefined) {
      own = sumUp()
      byDepartment.set(department, own)
    }
    own.see(one)
    all.see(one)
  }
  return {
    all: all.counts(),
    departments: [...byDepartment]
      .sort(([a], [b]) => byBytes(a, b))
      .map(([department, own]) => ({ department, counts: own.counts() })),
  }
}

/** Results of one visit come one after the other, or else the visit is known by its key. */
function sumUp() {
  const counts = Object.fromEntries(YEAR_COUNTS.map(name => [name, 0])) as Record<YearCount, number>
  const seen = new Set<string>()
  const offSite = new Map<string, boolean>()
  const visitsTo = new Map<TargetId, number>()
  return {
    see({ result, firm, departments, drawn }: YearResult): void {
      const visit = `${result.occasion} ${result.target} ${result.department}`
      if (!seen.has(visit)) {
        seen.add(visit)
        counts.visits++
        counts[drawn ? 'drawnVisits' : 'caseVisits']++
        if (departments > 1) counts.jointVisits++
        visitsTo.set(firm, (visitsTo.get(firm) ?? 0) + 1)
      }
      offSite.set(visit, (offSite.get(visit) ?? true) && isOffSite(result))
      counts.results++
      for (const name of followed(result)) counts[name]++
    },
    counts() {
      let [off, often] = [0, 0]
      for (const is of offSite.values()) if (is) off++
      for (const count of visitsTo.values()) if (count > 1) often++
      return { ...counts, offSiteVisits: off, firms: visitsTo.size, firmsMoreThanOnce: often }
    },
  }
}

/** What a result is counted as beside being one. */
function followed(result: Result): YearCount[] {
  const kind = outcomeKind(result.outcomes)
  const { caseNumber, receiver, transferred, penalty } = result.followUp
  const is: readonly (readonly [YearCount, boolean])[] = [
    ['problems', kind === 'problem' || kind === 'corrected'],
    ['corrected', kind === 'corrected'],
    ['open', isOpenProblem(result)],
    ['filed', caseNumber !== ''],
    ['transferred', receiver !== '' || transferred !== ''],
    ['penalties', penalty !== ''],
  ]
  return is.flatMap(([name, holds]) => (holds ? [name] : []))
}
