import type { Drawn } from '../../core/draw/draw.ts'
import type { Seed } from '../../core/draw/seed/seed.ts'
import type { DrawNumber } from '../../core/ids.ts'
import type { LedgerEntry } from '../../core/ledger.ts'
import type { Desk } from '../desk.ts'
import { frozenLines, type Told } from './frozen.ts'

/** A draw that was made, as it is told to the clerk. */
export interface Ran {
  readonly number: DrawNumber
  readonly attempt: number
  readonly committed: 'before' | 'at-once'
  readonly digest: string
  /** What was frozen within the same entry. */
  readonly frozen: Told | null
  readonly seed: Seed
  /** True where the seed is this machine's. */
  readonly machine: boolean
  readonly signatures: Readonly<Record<string, string>>
  /** Seed lines under seal: never shown. */
  readonly sealed: readonly string[]
  readonly drawn: Extract<Drawn, { kind: 'drawn' }>
}

export function ranData(ran: Ran, entry: LedgerEntry) {
  const { number, attempt, digest, committed, machine, sealed } = ran
  return {
    draw: number,
    attempt,
    digest,
    committed,
    machine,
    seed: shownSeed(ran),
    sealed: sealed.length > 0,
    ...countsOf(ran),
    entry: entry.number,
    ledger: entry.digest,
  }
}

export function ranLines(desk: Desk, ran: Ran, entry: LedgerEntry): string[] {
  const { say } = desk
  const { number, committed, machine, sealed, digest, frozen } = ran
  const { drawn, reserves, teams, inspectors } = countsOf(ran)
  return [
    ...(frozen === null ? [] : [...frozenLines(desk, frozen, null, null), '']),
    say.draw.drawn(number, drawn, reserves),
    say.draw.teamsMatched(teams, inspectors),
    say.draw.seedWas[committed === 'before' ? 'committed' : 'atOnce'],
    ...(machine ? [say.draw.seedWas.machine] : []),
    ...shownSeed(ran).map(({ source, value }) => `  ${source}=${value}`),
    ...(sealed.length > 0 ? [`  ${say.draw.sealed.kept(number)}`] : []),
    say.draw.digest(digest),
    say.log.entry(entry.number, entry.digest),
  ]
}

/** The lines of the seed that anybody may see. */
function shownSeed({ seed, sealed }: Ran) {
  return seed.lines.filter(({ source, value }) => !sealed.includes(`${source}=${value}`))
}

function countsOf({ drawn: { selection, assignment } }: Ran) {
  const count = (status: string) => selection.filter(row => row.status === status).length
  return {
    drawn: count('drawn'),
    reserves: count('reserve'),
    teams: new Set(assignment.map(row => `${row.target}\n${row.department}`)).size,
    inspectors: new Set(assignment.map(row => row.inspector)).size,
  }
}
