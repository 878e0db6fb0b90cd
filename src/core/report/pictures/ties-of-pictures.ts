import type { InspectionYear } from '../inspection-year.ts'
import { type LedgerOfResults, ledgerTie, type Tie, tie } from '../ties.ts'
import type { Meetings } from './meetings.ts'
import type { YearCalendar } from './year-calendar.ts'

/** What adds up of a calendar: its days have the visits and firms that the statistics of the year count, and all duties. */
export function tiesOfCalendar(
  { all, firms, owedBeside }: Pick<YearCalendar, 'all' | 'firms' | 'owedBeside'>,
  counted: InspectionYear,
  owed: number,
  ledger: LedgerOfResults,
): Tie[] {
  return [
    tie('days', all.drawn + all.cases, counted.all.visits),
    tie('firms', firms.length, counted.all.firmsMoreThanOnce),
    tie('dated', all.owed + owedBeside, owed),
    ledgerTie(ledger),
  ]
}

/** What adds up of meetings: each team of so many people has half their number times the number of the others in pairs. */
export function tiesOfMeetings({ departments, teamSizes, seats }: Meetings, ledger: LedgerOfResults): Tie[] {
  const all = <Row>(
    rowsOf: (one: Meetings['departments'][number]) => readonly Row[],
    of: (row: Row) => number,
  ) => departments.reduce((sum, one) => sum + rowsOf(one).reduce((own, row) => own + of(row), 0), 0)
  return [
    tie(
      'pairs',
      all(
        ({ pairs }) => pairs,
        ({ times }) => times,
      ),
      teamSizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0),
    ),
    tie(
      'seats',
      all(
        ({ people }) => people,
        ({ visits }) => visits,
      ),
      seats,
    ),
    ledgerTie(ledger),
  ]
}

/** What adds up of the timeline of a draw: every entry of the ledger that is about it has its line. */
export function tiesOfTimeline(told: number, recorded: number, ledger: LedgerOfResults): Tie[] {
  return [tie('entries', told, recorded), ledgerTie(ledger)]
}
