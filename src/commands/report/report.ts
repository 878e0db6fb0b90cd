import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { ReportReasons } from '../../core/report/reasons.ts'
import { REPORT_KINDS, type ReportKind } from '../../core/report/report-kinds.ts'
import type { Store } from '../../store/open.ts'
import { refuseAltered } from '../../store/views/drawn.ts'
import type { Desk } from '../../terminal/desk.ts'
import { documentLines } from '../../terminal/document-lines.ts'
import { officeYear } from '../office-today.ts'
import { inOneState } from '../session.ts'
import { sparingMemory } from '../sparing.ts'
import { calendar } from './calendar.ts'
import { coverage } from './coverage.ts'
import { deadlines } from './deadlines.ts'
import { fairness } from './fairness.ts'
import { matrix } from './matrix.ts'
import { assessment, results, year } from './results.ts'
import { timeline } from './timeline.ts'
import type { Told } from './told.ts'
import { workload } from './workload.ts'
import { reportWriter, writeReport } from './write-report.ts'

const refuse = refusal<OptionReasons & ReportReasons>()

export interface ReportOptions {
  readonly year?: string
  readonly to?: string
  /** The draw that `timeline` is of. */
  readonly draw?: string
  /** `matrix` tells who went to which firm too. */
  readonly targets?: boolean
}

/** How a report is made: of a year, or of the one draw that it is about. */
type Maker =
  | { readonly of: 'year'; make(desk: Desk, store: Store, year: string, options: ReportOptions): Told }
  | { readonly of: 'draw'; make(desk: Desk, store: Store, draw: string): Told }

const REPORTS: Readonly<Record<ReportKind, Maker>> = {
  deadlines: { of: 'year', make: deadlines },
  calendar: { of: 'year', make: calendar },
  results: { of: 'year', make: results },
  assessment: { of: 'year', make: assessment },
  year: { of: 'year', make: year },
  coverage: { of: 'year', make: coverage },
  workload: { of: 'year', make: workload },
  fairness: { of: 'year', make: fairness },
  matrix: { of: 'year', make: matrix },
  timeline: { of: 'draw', make: timeline },
}

/** report — what a year's draws came to, or one draw, for a terminal, for scripts, or as a document to hand in. */
export async function report(desk: Desk, name: string, options: ReportOptions): Promise<number> {
  const { to } = options
  if (options.year !== undefined && !/^\d{4}$/.test(options.year))
    throw refuse('invalid-option', { option: '--year', value: options.year, expected: 'YYYY' })
  if (to !== undefined) reportWriter(to)
  if (!isReport(name)) throw refuse('unknown-report', { name, known: REPORT_KINDS })
  refuseOtherOptions(name, options)
  const maker = REPORTS[name]
  sparingMemory()
  const shows = to === undefined && !desk.json
  const { data, document, lines } = await inOneState(desk, store => {
    refuseAltered(store)
    const told: Told =
      maker.of === 'draw'
        ? maker.make(desk, store, options.draw!)
        : maker.make(desk, store, options.year ?? officeYear(desk, store), options)
    // Names are read where they are shown, while the database is open.
    return { ...told, lines: shows ? told.lines?.() : undefined }
  })
  if (to !== undefined) await writeReport(desk, to, document)
  desk.result(data, () =>
    to === undefined ? (lines ?? documentLines(document, desk.window)) : [desk.say.report.written(to)],
  )
  return 0
}

function isReport(name: string): name is ReportKind {
  return (REPORT_KINDS as readonly string[]).includes(name)
}

/** Options that say nothing of a report are refused: whoever gives them expects them to. */
function refuseOtherOptions(name: ReportKind, { year, draw, targets }: ReportOptions): void {
  const isOfDraw = REPORTS[name].of === 'draw'
  const useless: readonly (readonly [option: string, is: boolean])[] = [
    ['--year', isOfDraw && year !== undefined],
    ['--draw', !isOfDraw && draw !== undefined],
    ['--targets', name !== 'matrix' && targets === true],
  ]
  for (const [option, is] of useless) if (is) throw refuse('option-not-applicable', { option, with: name })
  if (isOfDraw && draw === undefined) throw refuse('missing-option', { option: '--draw' })
}
