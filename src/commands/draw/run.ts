import { type Drawn, draw } from '../../core/draw/draw.ts'
import type { DrawReasons } from '../../core/draw/reasons.ts'
import type { LendingReasons } from '../../core/frame/reasons.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { filesOf, writeFiles } from '../../store/draws/draw-files.ts'
import type { DrawRecord } from '../../store/draws/draw-record.ts'
import { attemptsAt } from '../../store/draws/draws.ts'
import { writeRun } from '../../store/draws/write-draw.ts'
import { type EntryWriter, inEntry } from '../../store/entry.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'
import { frozenLines } from '../../terminal/reports/frozen.ts'
import { occasionOf, withStore } from '../session.ts'
import { fixedFrom } from './fixed-files.ts'
import { type FreezeOptions, type FrozenDraw, freezeInto } from './freeze.ts'
import { keptLines } from './seal.ts'
import { type GivenSeed, type SeedOptions, seedGiven } from './seed.ts'
import { refuseFields, taskRow } from './task-row.ts'

const refuse = refusal<DrawReasons & LendingReasons & OptionReasons>()

export type RunOptions = Omit<FreezeOptions, 'sealed'> &
  SeedOptions & { readonly witness?: readonly string[] }

interface Ran {
  readonly number: string
  readonly attempt: number
  readonly committed: 'before' | 'at-once'
  readonly digest: string
  readonly frozen: FrozenDraw | null
  readonly given: GivenSeed
  /** Seed lines under seal: never shown. */
  readonly kept: readonly string[]
  readonly drawn: Extract<Drawn, { kind: 'drawn' }>
}

/** run — seed lines and commitment give tickets, selection, teams; enter the draw in the ledger. */
export async function runDraw(desk: Desk, name: string | undefined, options: RunOptions): Promise<number> {
  const { say } = desk
  return withStore(desk, async store => {
    const { entry, result } = await inEntry(store, occasionOf(desk), 'run', async pen => {
      const ran = await runInto(desk, store, pen, name, options)
      return {
        subject: {
          draw: ran.number,
          digest: ran.digest,
          committed: ran.committed,
          machine: ran.given.machine,
          ...(ran.frozen?.what.lent.length ? { lent: ran.frozen.what.lent } : {}),
        },
        result: ran,
      }
    })
    const { number, attempt, committed, digest, frozen, given, kept, drawn } = result
    const open = given.seed.lines.filter(({ source, value }) => !kept.includes(`${source}=${value}`))
    const count = (status: string) => drawn.selection.filter(row => row.status === status).length
    const teams = new Set(drawn.assignment.map(row => `${row.target}\n${row.department}`)).size
    const people = new Set(drawn.assignment.map(row => row.inspector)).size
    const data = {
      draw: number,
      attempt,
      digest,
      committed,
      machine: given.machine,
      seed: open,
      sealed: kept.length > 0,
      drawn: count('drawn'),
      reserves: count('reserve'),
      teams,
      inspectors: people,
      entry: entry!.number,
      ledger: entry!.digest,
    }
    desk.result(data, () => [
      ...(frozen === null ? [] : [...frozenLines(desk, frozen, null, null), '']),
      say.drawn(number, count('drawn'), count('reserve')),
      say.teamsMatched(teams, people),
      say.seedWas[committed === 'before' ? 'committed' : 'atOnce'],
      ...(given.machine ? [say.seedWas.machine] : []),
      ...open.map(({ source, value }) => `  ${source}=${value}`),
      ...(kept.length > 0 ? [`  ${say.sealed.kept(number)}`] : []),
      say.digest(digest),
      say.entry(entry!.number, entry!.digest).trim(),
    ])
    return 0
  })
}

/** Draws the frozen attempt at a task, or freezes and draws at once. */
async function runInto(
  desk: Desk,
  store: Store,
  pen: EntryWriter,
  name: string | undefined,
  options: RunOptions,
): Promise<Ran> {
  const waiting = name === undefined || options.again === true ? null : frozenAttempt(store, name)
  if (waiting !== null) refuseFields(waiting.task, options)
  if (waiting !== null && options.lend !== undefined)
    throw refuse('lending-already-fixed', { task: waiting.task, draw: waiting.number })
  const frozen = waiting === null ? freezeNow(desk, store, pen, name, options) : null
  const number = waiting?.number ?? frozen!.number
  const fixed = frozen?.what.fixed ?? fixedFrom(filesOf(store, number))
  const kept = keptLines(store, number)
  const given = await seedGiven(desk, fixed.commitment.seedSources, options, kept)
  const drawn = draw(fixed, given.seed)
  if (drawn.kind === 'infeasible')
    throw refuse('infeasible', { department: drawn.department, blocking: drawn.blocking })
  const committed = waiting === null && frozen?.before !== true ? 'at-once' : 'before'
  writeFiles(pen, number, drawn.files)
  const { machine, signatures } = given
  writeRun(
    pen,
    number,
    { drawnAt: desk.now, actor: desk.actor, committed, machine, signatures, witnesses: witnessesIn(options) },
    drawn.selection,
    drawn.assignment,
  )
  const digest = waiting?.digest ?? frozen!.what.frozen.digest
  return {
    number,
    attempt: waiting?.attempt ?? frozen!.attempt,
    committed,
    digest,
    frozen,
    given,
    kept,
    drawn,
  }
}

/** Who looked on, each once, in the order given. */
function witnessesIn({ witness = [] }: RunOptions): string[] {
  const names = witness.map(name => name.trim())
  if (names.includes('')) throw refuse('missing-option', { option: '--witness' })
  return [...new Set(names)]
}

function frozenAttempt(store: Store, task: string): DrawRecord | null {
  return attemptsAt(store, task).find(attempt => attempt.void === null && attempt.run === null) ?? null
}

function freezeNow(
  desk: Desk,
  store: Store,
  pen: EntryWriter,
  name: string | undefined,
  options: RunOptions,
): FrozenDraw {
  const { row, adHoc } = taskRow(desk, store, name, options)
  return freezeInto(desk, store, pen, row, adHoc, options)
}
