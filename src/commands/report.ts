import { UserError } from '../core/reason.ts'
import type { Desk } from '../terminal/desk.ts'
import { coverage } from './report-coverage.ts'
import { fairness } from './report-fairness.ts'
import { workload } from './report-workload.ts'
import { withStore } from './shared.ts'

const REPORTS = { fairness, coverage, workload } as const

/** report — what a year's draws came to. */
export async function report(desk: Desk, name: string, options: { readonly year?: string }): Promise<number> {
  const year = options.year ?? desk.now.slice(0, 4)
  if (!/^\d{4}$/.test(year))
    throw new UserError('option-bad', { option: '--year', value: year, expected: 'YYYY' })
  const make = REPORTS[name as keyof typeof REPORTS] as (typeof REPORTS)['fairness'] | undefined
  if (make === undefined || !Object.hasOwn(REPORTS, name))
    throw new UserError('report-unknown', { name, known: Object.keys(REPORTS) })
  return withStore(desk, store => {
    make(desk, store, year)
    return 0
  })
}
