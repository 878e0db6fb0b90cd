import { byBytes } from '../bytes.ts'
import type { DepartmentCode, TargetId } from '../ids.ts'
import type { Result } from '../results/result.ts'
import { addOne, groupBy } from '../tally.ts'
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

/** What was found at one target in a year; one visit of a department is all that it found in one draw or at one case. */
export interface YearTarget {
  /** The firm that visits to it count for, by the number it has today. */
  readonly firm: TargetId
  /** Whether other targets may count for this firm too: what it answers for, or the number it went by before. */
  readonly isShared: boolean
  readonly results: readonly YearResult[]
}

export interface YearResult {
  readonly result: Result
  /** Others go or went there with the department. */
  readonly isJoint: boolean
  readonly isDrawn: boolean
}

export interface InspectionYear {
  readonly all: Readonly<Record<YearCount, number>>
  readonly departments: readonly {
    readonly department: DepartmentCode
    readonly counts: Readonly<Record<YearCount, number>>
  }[]
}

/**
 * Counts a year's inspections that took place, by department and in all; a result of a void draw was a visit too. Memory
 * holds one target, and the firms that have several.
 */
export function inspectionYear(targets: Iterable<YearTarget>): InspectionYear {
  const all = sumUp()
  const byDepartment = new Map<DepartmentCode, ReturnType<typeof sumUp>>()
  for (const target of targets) {
    all.see(target)
    for (const [department, results] of groupBy(target.results, ({ result }) => result.department)) {
      const own = byDepartment.get(department) ?? sumUp()
      byDepartment.set(department, own)
      own.see({ ...target, results })
    }
  }
  return {
    all: all.counts(),
    departments: [...byDepartment]
      .sort(([a], [b]) => byBytes(a, b))
      .map(([department, own]) => ({ department, counts: own.counts() })),
  }
}

function sumUp() {
  const counts = Object.fromEntries(YEAR_COUNTS.map(name => [name, 0])) as Record<YearCount, number>
  const shared = new Map<TargetId, number>()
  const firmVisited = (times: number) => {
    counts.firms++
    if (times > 1) counts.firmsMoreThanOnce++
  }
  return {
    see({ firm, isShared, results }: YearTarget): void {
      const visits = groupBy(results, ({ result }) => `${result.occasion} ${result.department}`)
      for (const own of visits.values()) {
        const [{ isDrawn, isJoint }] = own as [YearResult]
        counts.visits++
        counts[isDrawn ? 'drawnVisits' : 'caseVisits']++
        if (isJoint) counts.jointVisits++
        if (own.every(({ result }) => isOffSite(result))) counts.offSiteVisits++
      }
      if (isShared) addOne(shared, firm, visits.size)
      else firmVisited(visits.size)
      for (const { result } of results) {
        counts.results++
        for (const name of followed(result)) counts[name]++
      }
    },
    counts() {
      for (const times of shared.values()) firmVisited(times)
      shared.clear()
      return counts
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
