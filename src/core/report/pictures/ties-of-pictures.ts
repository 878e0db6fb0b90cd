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
  const met = departments.flatMap(({ pairs }) => pairs.map(({ times }) => times))
  const sat = departments.flatMap(({ people }) => people.map(({ visits }) => visits))
  return [
    tie('pairs', sumOf(met), sumOf(teamSizes.map(size => (size * (size - 1)) / 2))),
    tie('seats', sumOf(sat), seats),
    ledgerTie(ledger),
  ]
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

/** What adds up of the timeline of a draw: every entry of the ledger that is about it has its line. */
export function tiesOfTimeline(told: number, recorded: number, ledger: LedgerOfResults): Tie[] {
  return [tie('entries', told, recorded), ledgerTie(ledger)]
}
