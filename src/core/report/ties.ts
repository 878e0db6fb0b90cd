import type { Digest, EntryNumber } from '../ids.ts'
import type { Assessed } from './assessment.ts'
import type { OwedSum } from './deadlines.ts'
import { type InspectionYear, YEAR_COUNTS } from './inspection-year.ts'
import { COUNTS, type Grouping, type ResultFigures } from './result-figures.ts'

/** What the ledger says of results: how many rows its entries wrote and ended, up to the one that a report was counted at. */
export interface LedgerOfResults {
  readonly entry: EntryNumber
  readonly digest: Digest
  readonly written: number
  readonly ended: number
  /** The rows of the table of results that stand. */
  readonly standing: number
}

/** Two figures that are counted in two ways and come to the same, or do not. */
export interface Tie {
  readonly of: TieOf
  readonly here: number
  readonly there: number
  readonly holds: boolean
}

/**
 * Which two: a grouping's sum and the total, departments' sum and the total, drawn visits and cases and all visits, the
 * results on record and those counted, points of an assessment and the figures of results, duties and their lines, rows
 * by the ledger and rows that stand.
 */
export type TieOf =
  | Exclude<Grouping, 'outcome'>
  | 'departments'
  | 'visits'
  | 'records'
  | 'inspected'
  | 'owed'
  | 'days'
  | 'firms'
  | 'dated'
  | 'pairs'
  | 'seats'
  | 'entries'
  | 'ledger'

/** What adds up of a year's results; outcomes do not, since a result may have several. `records` are those of the year's draws. */
export function tiesOfResults(figures: ResultFigures, records: number, ledger: LedgerOfResults): Tie[] {
  const groupings = ['task', 'department', 'item', 'class'] as const
  return [
    ...groupings.map((of): Tie => {
      const groups = figures.by[of].map(({ counts }) => counts)
      const off = COUNTS.find(count => sumOf(groups, one => one[count]) !== figures.all[count])
      const shown = off ?? 'due'
      return tie(
        of,
        sumOf(groups, one => one[shown]),
        figures.all[shown],
      )
    }),
    tie('records', figures.records + figures.strays, records),
    ledgerTie(ledger),
  ]
}

/** What adds up of a year's inspections; firms do not, since several departments visit one. `records` are results of the year. */
export function tiesOfYear(year: InspectionYear, records: number, ledger: LedgerOfResults): Tie[] {
  const adding = YEAR_COUNTS.filter(name => name !== 'firms' && name !== 'firmsMoreThanOnce')
  const own = year.departments.map(({ counts }) => counts)
  const off = adding.find(count => sumOf(own, one => one[count]) !== year.all[count])
  const shown = off ?? 'visits'
  return [
    tie(
      'departments',
      sumOf(own, one => one[shown]),
      year.all[shown],
    ),
    tie('visits', year.all.drawnVisits + year.all.caseVisits, year.all.visits),
    tie('records', year.all.results, records),
    ledgerTie(ledger),
  ]
}

/** What adds up of an assessment: its departments have done, in all, what the figures of results say. */
export function tiesOfAssessment(
  assessed: readonly Assessed[],
  figures: ResultFigures,
  ledger: LedgerOfResults,
): Tie[] {
  const done = sumOf(assessed, ({ shares }) => shares.任务完成.part)
  return [tie('inspected', done, figures.all.inspected), ledgerTie(ledger)]
}

/** What adds up of duties: those of the departments are all there are. */
export function tiesOfDeadlines(sums: readonly OwedSum[], owed: number, ledger: LedgerOfResults): Tie[] {
  return [
    tie(
      'owed',
      sumOf(sums, one => one.owed),
      owed,
    ),
    ledgerTie(ledger),
  ]
}

/** The rows of results that the ledger wrote and did not end, beside those that stand. */
export function ledgerTie({ written, ended, standing }: LedgerOfResults): Tie {
  return tie('ledger', written - ended, standing)
}

/** Two figures beside each other. */
export function tie(of: TieOf, here: number, there: number): Tie {
  return { of, here, there, holds: here === there }
}

function sumOf<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0)
}
