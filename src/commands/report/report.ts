import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { ReportReasons } from '../../core/report/reasons.ts'
import { refuseAltered } from '../../store/views/drawn.ts'
import type { Desk } from '../../terminal/desk.ts'
import { documentLines } from '../../terminal/document-lines.ts'
import { officeYear } from '../office-today.ts'
import { inOneState } from '../session.ts'
import { coverage } from './coverage.ts'
import { deadlines } from './deadlines.ts'
import { fairness } from './fairness.ts'
import { assessment, results, year } from './results.ts'
import { workload } from './workload.ts'
import { reportWriter, writeReport } from './write-report.ts'

const refuse = refusal<OptionReasons & ReportReasons>()

const REPORTS = { fairness, coverage, workload } as const

/** Reports that are documents: they take `--to`. */
const DOCUMENTS = { deadlines, results, assessment, year } as const

/** report — what a year's draws came to. */
export async function report(
  desk: Desk,
  name: string,
  options: { readonly year?: string; readonly to?: string },
): Promise<number> {
  if (options.year !== undefined && !/^\d{4}$/.test(options.year))
    throw refuse('invalid-option', { option: '--year', value: options.year, expected: 'YYYY' })
  if (options.to !== undefined) reportWriter(options.to)
  if (Object.hasOwn(DOCUMENTS, name)) return documentReport(desk, name as keyof typeof DOCUMENTS, options)
  if (options.to !== undefined && Object.hasOwn(REPORTS, name))
    throw refuse('option-not-applicable', { option: '--to', with: name })
  const make = REPORTS[name as keyof typeof REPORTS] as (typeof REPORTS)['fairness'] | undefined
  if (make === undefined || !Object.hasOwn(REPORTS, name))
    throw refuse('unknown-report', { name, known: Object.keys({ ...REPORTS, ...DOCUMENTS }) })
  return inOneState(desk, store => {
    refuseAltered(store)
    make(desk, store, options.year ?? officeYear(desk, store))
    return 0
  })
}

async function documentReport(
  desk: Desk,
  name: keyof typeof DOCUMENTS,
  options: { readonly year?: string; readonly to?: string },
): Promise<number> {
  const { data, document } = await inOneState(desk, store => {
    refuseAltered(store)
    return DOCUMENTS[name](desk, store, options.year ?? officeYear(desk, store))
  })
  const { to } = options
  if (to !== undefined) await writeReport(desk, to, document)
  desk.result(data, () => (to === undefined ? documentLines(document) : [desk.say.report.written(to)]))
  return 0
}
