import type { DrawnRows } from '../../core/draw/drawn-rows.ts'
import type { Seed } from '../../core/draw/seed/seed.ts'
import { escapeControls } from '../../core/escape-controls.ts'
import type { AboveLimits } from '../../core/frame/above-limits.ts'
import type { SinceFreeze } from '../../core/freeze/since-freeze.ts'
import { substitutionsDue } from '../../core/freeze/substitutions-due.ts'
import type { DrawNumber } from '../../core/ids.ts'
import type { LedgerEntry } from '../../core/ledger.ts'
import type { FoundElsewhere } from '../../core/results/found-by-others.ts'
import type { FrequentTarget } from '../../core/visits/frequency.ts'
import type { NamingDesk } from '../naming.ts'
import { elsewhereLines } from '../visits/elsewhere-lines.ts'
import { frequentLines } from '../visits/frequent-lines.ts'
import { aboveLines, substitutionsFor } from './above-lines.ts'
import { changedLines } from './changed-lines.ts'
import { type FreezeReport, freezeLines } from './freeze-report.ts'

/** What a clerk is shown of a draw that has been run. */
export interface RunReport {
  readonly number: DrawNumber
  readonly attempt: number
  readonly committed: 'before' | 'at-once'
  readonly digest: string
  /** Why what stood frozen was drawn after its period; null where it was not. */
  readonly late: string | null
  /** What changed since it was frozen. */
  readonly changed: SinceFreeze
  /** What of it is above a limit by now. */
  readonly above: AboveLimits
  /** Drawn targets that were visited so often lately that a visit now would be one too many. */
  readonly frequent: readonly FrequentTarget[]
  /** What other departments found at whom it drew. */
  readonly elsewhere: FoundElsewhere
  /** What was frozen in the same ledger entry. */
  readonly frozen: FreezeReport | null
  readonly seed: Seed
  /** Whether this machine made the seed. */
  readonly machine: boolean
  readonly signatures: Readonly<Record<string, string>>
  /** Seed lines under seal: never shown. */
  readonly sealed: readonly string[]
  readonly drawn: DrawnRows
}

export function runData(ran: RunReport, entry: LedgerEntry) {
  const { number, attempt, digest, committed, machine, sealed } = ran
  return {
    draw: number,
    attempt,
    digest,
    committed,
    machine,
    seed: shownSeed(ran),
    sealed: sealed.length > 0,
    ...ran.drawn.counts,
    inspectors: ran.drawn.inspectors.length,
    changed: { ...ran.changed, substitutions: substitutionsDue(number, ran.changed) },
    frequent: ran.frequent,
    elsewhere: ran.elsewhere,
    above: { ...ran.above, substitutions: substitutionsFor(number, ran.above) },
    entry: entry.number,
    ledger: entry.digest,
  }
}

export function runLines(desk: NamingDesk, ran: RunReport, entry: LedgerEntry): string[] {
  const { say } = desk
  const { number, committed, machine, sealed, digest, frozen, late } = ran
  const { inspectors, counts } = ran.drawn
  return [
    ...(frozen === null ? [] : [...freezeLines(desk, frozen, null, null), '']),
    say.draw.drawn(number, counts.drawn, counts.reserves),
    ...(late === null ? [] : [say.draw.drawnLate(escapeControls(late))]),
    say.draw.teamsMatched(counts.teams, inspectors.length),
    say.draw.seedWas[committed === 'before' ? 'committed' : 'atOnce'],
    ...(machine ? [say.draw.seedWas.machine] : []),
    ...shownSeed(ran).map(({ source, value }) => `  ${source}=${value}`),
    ...(sealed.length > 0 ? [`  ${say.draw.sealed.kept(number)}`] : []),
    ...changedLines(desk, number, ran.changed),
    ...aboveLines(desk, number, ran.above),
    ...frequentLines(desk, ran.frequent),
    ...elsewhereLines(desk, number, ran.elsewhere),
    say.draw.digest(digest),
    say.log.entry(entry.number, entry.digest),
  ]
}

/** The lines of the seed that anyone may see. */
function shownSeed({ seed, sealed }: RunReport) {
  return seed.lines.filter(({ source, value }) => !sealed.includes(`${source}=${value}`))
}
