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
import type { Told } from './told.ts'
import { workload } from './workload.ts'
import { reportWriter, writeReport } from './write-report.ts'

const refuse = refusal<OptionReasons & ReportReasons>()

const REPORTS = { fairness, coverage, workload, deadlines, results, assessment, year } as const

/** report — what a year's draws came to, for a terminal, for scripts, or as a document to hand in. */
export async function report(
  desk: Desk,
  name: string,
  options: { readonly year?: string; readonly to?: string },
): Promise<number> {
  const { to } = options
  if (options.year !== undefined && !/^\d{4}$/.test(options.year))
    throw refuse('invalid-option', { option: '--year', value: options.year, expected: 'YYYY' })
  if (to !== undefined) reportWriter(to)
  if (!Object.hasOwn(REPORTS, name)) throw refuse('unknown-report', { name, known: Object.keys(REPORTS) })
  const make = REPORTS[name as keyof typeof REPORTS]
  const shows = to === undefined && !desk.json
  const { data, document, lines } = await inOneState(desk, store => {
    refuseAltered(store)
    const told: Told = make(desk, store, options.year ?? officeYear(desk, store))
    // Names are read where they are shown, while the database is open.
    return { ...told, lines: shows ? told.lines?.() : undefined }
  })
  if (to !== undefined) await writeReport(desk, to, document)
  desk.result(data, () =>
    to === undefined ? (lines ?? documentLines(document, desk.window)) : [desk.say.report.written(to)],
  )
  return 0
}
