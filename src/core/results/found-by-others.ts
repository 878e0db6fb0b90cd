import type { Day } from '../dates.ts'
import type { TargetId } from '../ids.ts'
import { OUTCOME_WORDS } from '../registry/cells/result-codes.ts'
import type { Result } from './result.ts'

/** What other departments found at targets of a draw: at how many, and a line for the first of them, in byte order. */
export interface FoundElsewhere {
  readonly count: number
  readonly told: readonly { readonly target: TargetId; readonly found: string }[]
}

/**
 * What other departments have found at a target in the year of a visit, and what is open of years before, in a line, for
 * whoever plans that visit (结果互认, 三（五）3). `results` are of that target, by day; `department` and `year` are those
 * of the visit. Empty where nobody else has found anything.
 */
export function foundByOthers(
  results: readonly Result[],
  { department, year }: { readonly department: string; readonly year: string },
  named: { readonly department: (code: string) => string; readonly item: (code: string) => string },
): string {
  const told = results.flatMap(one => {
    const isOpen = one.followUp.settled === '未完结'
    if (one.department === department || !(isOpen || one.inspected.startsWith(year))) return []
    const what = [...one.outcomes.map(code => OUTCOME_WORDS.get(code) ?? code), one.found].filter(Boolean)
    const place = one.item === '' ? '' : ` ${named.item(one.item) || one.item}`
    const open = isOpen ? openUntil(one.followUp.deadline) : ''
    return [`${named.department(one.department)} ${one.inspected}${place}：${what.join('、')}${open}`]
  })
  return told.join('；')
}

function openUntil(deadline: Day | ''): string {
  return deadline === '' ? '（未完结）' : `（未完结，整改期限${deadline}）`
}
