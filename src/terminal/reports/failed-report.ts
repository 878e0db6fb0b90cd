import type { Drawn } from '../../core/draw/draw.ts'
import type { Seed } from '../../core/draw/seed/seed.ts'
import type { DrawNumber } from '../../core/ids.ts'
import type { LedgerEntry } from '../../core/ledger.ts'
import type { Desk } from '../desk.ts'

/** What a clerk is shown of a seed that found no teams. */
export interface FailedReport {
  readonly number: DrawNumber
  readonly attempt: number
  readonly digest: string
  readonly seed: Seed
  readonly machine: boolean
  readonly without: Omit<Extract<Drawn, { kind: 'infeasible' }>, 'kind'>
}

export function failedData(
  { number, attempt, digest, seed, machine, without }: FailedReport,
  entry: LedgerEntry,
) {
  return {
    ...{ draw: number, attempt, digest, state: 'failed', outcome: 'no-teams' },
    ...{ ...without, machine, seed: seed.lines.map(({ source, value }) => ({ source, value })) },
    ...{ entry: entry.number, ledger: entry.digest },
  }
}

export function failedLines(
  { say }: Desk,
  { number, digest, seed, without: { department, blocking } }: FailedReport,
  entry: LedgerEntry,
): string[] {
  return [
    say.draw.failed.heading(number),
    say.draw.failed.because(department, blocking),
    ...seed.lines.map(({ source, value }) => `  ${source}=${value}`),
    say.draw.failed.next(number),
    say.draw.digest(digest),
    say.log.entry(entry.number, entry.digest),
  ]
}
