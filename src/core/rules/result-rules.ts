import { ASSESSMENT_RULES } from './assessment-rules.ts'
import { DEADLINE_RULES } from './deadline-rules.ts'
import { FREQUENCY_RULES } from './frequency-rules.ts'
import { RISK_RULES } from './risk-rules.ts'
import type { Rule } from './rule.ts'

/** In the rule `result-writers`: somebody who writes for every department. */
export const EVERY_DEPARTMENT = '全部'

/** What holds for results after a draw. */
export const RESULT_RULES = [
  {
    name: 'result-writers',
    zh: '检查结果由谁录入（操作人属于哪些部门）',
    en: 'who enters results (the departments that an operator belongs to)',
    kind: { kind: 'writers' },
    preset: '',
    source: '离政发〔2019〕34号 三（五）3：谁检查、谁录入、谁公开；未写明时不限',
  },
  ...DEADLINE_RULES,
  ...ASSESSMENT_RULES,
  ...FREQUENCY_RULES,
  ...RISK_RULES,
] as const satisfies readonly Rule[]

/** The departments that each operator writes for; null where the office has not said who belongs to whom. */
export function writersOf(value: string): ReadonlyMap<string, ReadonlySet<string>> | null {
  if (value === '') return null
  return new Map(
    value.split(';').map(pair => {
      const cut = pair.indexOf('=')
      return [pair.slice(0, cut), new Set(pair.slice(cut + 1).split('、'))] as const
    }),
  )
}
