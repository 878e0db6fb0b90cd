import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { ReportReasons } from '../../core/report/reasons.ts'
import { refuseAltered } from '../../store/views/drawn.ts'
import type { Desk } from '../../terminal/desk.ts'
import { officeYear } from '../office-today.ts'
import { inOneState } from '../session.ts'
import { coverage } from './coverage.ts'
import { fairness } from './fairness.ts'
import { workload } from './workload.ts'

const refuse = refusal<OptionReasons & ReportReasons>()

const REPORTS = { fairness, coverage, workload } as const

/** report — what a year's draws came to. */
export async function report(desk: Desk, name: string, options: { readonly year?: string }): Promise<number> {
  if (options.year !== undefined && !/^\d{4}$/.test(options.year))
    throw refuse('invalid-option', { option: '--year', value: options.year, expected: 'YYYY' })
  const make = REPORTS[name as keyof typeof REPORTS] as (typeof REPORTS)['fairness'] | undefined
  if (make === undefined || !Object.hasOwn(REPORTS, name))
    throw refuse('unknown-report', { name, known: Object.keys(REPORTS) })
  return inOneState(desk, store => {
    refuseAltered(store)
    make(desk, store, options.year ?? officeYear(desk, store))
    return 0
  })
}
