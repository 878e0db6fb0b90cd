import type { OfficeCalendar } from '../calendar/office-calendar.ts'
import { type Reckoned, workingDaysReckoner } from '../calendar/working-days.ts'
import type { Day } from '../dates.ts'
import type { ResultRules } from '../rules/rules.ts'
import { isProblem } from './outcome-of-result.ts'
import type { Result } from './result.ts'

/** Until when a result is to be entered and published, as a sheet says it; a year without holidays is named. */
export interface DueDays {
  readonly entry: string
  readonly publication: string
}

/**
 * The due days of results: to be entered so many working days after the inspection, which is at the latest the last day of the
 * period; to be published so many after the inspection, or of a problem after it was settled where the rule says so.
 */
export function dueDays(
  calendar: OfficeCalendar,
  { entryDays, publicationDays, problemsAfterSettling }: ResultRules,
): (to: Day, result: Result | null) => DueDays {
  const reckon = workingDaysReckoner(calendar)
  return (to, result) => {
    const inspected = result === null || result.inspected === '' ? null : result.inspected
    const entry = shown(reckon(inspected ?? to, entryDays))
    if (inspected === null) return { entry, publication: `检查后${publicationDays}个工作日内` }
    const { outcomes, followUp } = result!
    if (!problemsAfterSettling || !isProblem(outcomes))
      return { entry, publication: shown(reckon(inspected, publicationDays)) }
    return followUp.closed === ''
      ? { entry, publication: `处理完结后${publicationDays}个工作日内` }
      : { entry, publication: shown(reckon(followUp.closed, publicationDays)) }
  }
}

function shown(reckoned: Reckoned): string {
  return 'day' in reckoned ? reckoned.day : `${reckoned.unknownYear}年放假安排未导入`
}
