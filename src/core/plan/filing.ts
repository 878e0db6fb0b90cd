import { type Day, dayOf } from '../dates.ts'
import type { DepartmentCode } from '../ids.ts'
import { finding, type PlanFinding } from './finding.ts'

/** The last day to file the plan of a year, by the rule's `MM-DD`, which every year has. */
export function lastFilingDay(year: string, monthDay: string): Day {
  return dayOf(`${year}-${monthDay}`)
}

/** How a line of the plan came in: it stays filed when it is withdrawn. */
export interface Filing {
  /** Who leads it. */
  readonly department: DepartmentCode
  /** 报送日期, or the day on which its first version came into the plan. */
  readonly filed: Day
  /** 报送截止日 of the line; null where the rule's day holds. */
  readonly due: Day | null
}

/** The filing of a line: what it says of itself goes before the day on which it was keyed in. */
export function filingOf(
  line: { readonly lead: DepartmentCode; readonly filed: Day | ''; readonly due: Day | '' },
  entered: Day,
): Filing {
  return { department: line.lead, filed: line.filed || entered, due: line.due || null }
}

/**
 * Departments that have not filed a plan of their own, and those that filed after the day (离政发〔2019〕34号: 31
 * January). Before that day nobody is late yet. A department files the tasks that it leads; its first one counts.
 */
export function filingFindings(
  departments: readonly DepartmentCode[],
  filings: readonly Filing[],
  last: Day,
  today: Day,
): PlanFinding[] {
  const firsts = new Map<DepartmentCode, Filing>()
  for (const filing of filings) {
    const first = firsts.get(filing.department)
    if (first === undefined || filing.filed < first.filed) firsts.set(filing.department, filing)
  }
  return departments.flatMap(department => {
    const first = firsts.get(department)
    if (first === undefined)
      return today > last ? [finding('not-filed', false, { department, day: last })] : []
    const { filed, due } = first
    const day = due ?? last
    return filed > day ? [finding('filed-late', false, { department, filed, day })] : []
  })
}
