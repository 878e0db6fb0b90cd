import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { ReportReasons } from '../../core/report/reasons.ts'
import { refuseAltered } from '../../store/views/drawn.ts'
import type { Desk } from '../../terminal/desk.ts'
import { inOneState } from '../session.ts'
import { coverage } from './coverage.ts'
import { fairness } from './fairness.ts'
import { workload } from './workload.ts'

const refuse = refusal<OptionReasons & ReportReasons>()

const REPORTS = { fairness, coverage, workload } as const

/** report — what a year's draws came to. */
export async function report(desk: Desk, name: string, options: { readonly year?: string }): Promise<number> {
  const year = options.year ?? desk.now.slice(0, 4)
  if (!/^\d{4}$/.test(year))
    throw refuse('invalid-option', { option: '--year', value: year, expected: 'YYYY' })
  const make = REPORTS[name as keyof typeof REPORTS] as (typeof REPORTS)['fairness'] | undefined
  if (make === undefined || !Object.hasOwn(REPORTS, name))
    throw refuse('unknown-report', { name, known: Object.keys(REPORTS) })
  return inOneState(desk, store => {
    refuseAltered(store)
    make(desk, store, year)
    return 0
  })
}
