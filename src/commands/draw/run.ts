import { textGiven } from '../../core/approval/approval.ts'
import type { Day } from '../../core/dates.ts'
import { draw } from '../../core/draw/draw.ts'
import type { DrawReasons } from '../../core/draw/reasons.ts'
import { nameOfSource } from '../../core/draw/seed/announced-source.ts'
import { enteredSeed } from '../../core/draw/seed/entered-seed.ts'
import { otherOnRecord } from '../../core/draw/seed/values-on-record.ts'
import type { AboveLimits } from '../../core/frame/above-limits.ts'
import { reasonOutside } from '../../core/freeze/outside-period.ts'
import type { FreezeReasons } from '../../core/freeze/reasons.ts'
import { NOTHING_CHANGED, type SinceFreeze, sinceFreeze } from '../../core/freeze/since-freeze.ts'
import type { LedgerReasons } from '../../core/ledger/reasons.ts'
import type { LendingReasons } from '../../core/pool/reasons.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { filesOf, writeFiles } from '../../store/draws/draw-files.ts'
import type { DrawRecord } from '../../store/draws/draw-record.ts'
import { attemptsAt, drawNumbered } from '../../store/draws/draws.ts'
import { writeRun } from '../../store/draws/write-draw.ts'
import { type EntryWriter, inEntry } from '../../store/entry.ts'
import { aboveLimitsNow } from '../../store/inputs/above-limits-now.ts'
import { sinceFreezeInput } from '../../store/inputs/since-freeze-input.ts'
import { type ToDraw, toDraw } from '../../store/inputs/to-draw.ts'
import type { Store } from '../../store/open.ts'
import { recordOf } from '../../store/registry/registry.ts'
import { fixedFrom } from '../../store/views/kept-files.ts'
import type { Desk } from '../../terminal/desk.ts'
import { type RunReport, runData, runLines } from '../../terminal/reports/run-report.ts'
import { taskNamed } from '../lookup.ts'
import { officeToday } from '../office-today.ts'
import { occasionOf, withStore } from '../session.ts'
import { type FreezeOptions, freezeTask } from './freeze-task.ts'
import { refuseFields, taskRow } from './task-row.ts'

const refuse = refusal<LedgerReasons & DrawReasons & FreezeReasons & LendingReasons & OptionReasons>()

export interface RunOptions extends Omit<FreezeOptions, 'sealed' | 'weakSeed'> {
  readonly seed?: readonly string[]
  readonly seedMachine?: boolean
  readonly signature?: readonly string[]
  readonly witness?: readonly string[]
}

/** run — seed lines and commitment give tickets, selection, teams; enter the draw in the ledger. */
export async function runDraw(desk: Desk, name: string | undefined, options: RunOptions): Promise<number> {
  const witnesses = witnessesIn(options)
  return withStore(desk, async store => {
    const { entry, result } = await inEntry(store, occasionOf(desk), 'run', async writer => {
      const entered = await enterDraw(desk, store, writer, name, options)
      writeDrawn(desk, writer, entered, witnesses)
      const report: RunReport = {
        ...entered,
        changed: changedIn(store, writer, entered),
        above: aboveIn(store, entered),
      }
      const { number: draw, digest, committed, machine, frozen } = report
      const lent = frozen?.what.lent ?? []
      const late = report.late ?? frozen?.late ?? null
      const subject = {
        ...{ draw, digest, committed, machine },
        ...(lent.length === 0 ? {} : { lent }),
        ...(late === null ? {} : { late }),
      }
      return { subject, result: report }
    })
    desk.result(runData(result, entry!), () => runLines(desk, result, entry!))
    return 0
  })
}

/** Draws the attempt that stands frozen, or freezes and draws at once. */
async function enterDraw(
  desk: Desk,
  store: Store,
  writer: EntryWriter,
  name: string | undefined,
  options: RunOptions,
): Promise<Entered> {
  const waiting = name === undefined || options.again === true ? null : frozenAttempt(store, desk, name)
  if (waiting !== null) {
    refuseChanges(waiting, options)
    refuseLater(waiting, writer.at)
    if (recordOf(store, library('plan'), waiting.taskId) === null)
      throw refuse('task-retired', { task: waiting.task, draw: waiting.number })
    const late = lateReasonOf(waiting, officeToday(desk, store), options)
    return {
      ...(await drawNow(desk, toDraw(store, waiting, waiting.digest, null), options)),
      ...BEFORE,
      late,
    }
  }
  const frozen = freezeTask(desk, store, writer, taskRow(desk, store, name, options), options, false)
  const { frozen: fixed, fixed: fresh } = frozen.what
  const drawn = await drawNow(desk, toDraw(store, frozen, fixed.digest, fresh), options)
  return { ...drawn, committed: frozen.before ? 'before' : 'at-once', frozen, late: null }
}

type Entered = Omit<RunReport, 'changed' | 'above'>

/** What changed between freeze and run; what was frozen just now has not. */
function changedIn(store: Store, writer: EntryWriter, { number, committed, drawn }: Entered): SinceFreeze {
  if (committed === 'at-once') return NOTHING_CHANGED
  const { pool } = fixedFrom(filesOf(store, number))
  const record = drawNumbered(store, number, '')!
  return sinceFreeze(sinceFreezeInput(store, record, { ...drawn, pool }, writer.entry))
}

/** What of the result is above a limit by now. */
function aboveIn(store: Store, { number, drawn: { selection, assignment } }: Entered): AboveLimits {
  const drawn = selection.filter(({ status }) => status === 'drawn').map(({ target }) => target)
  const people = assignment.map(({ inspector }) => inspector)
  return aboveLimitsNow(store, drawNumbered(store, number, '')!, drawn, people)
}

const BEFORE = { committed: 'before', frozen: null } as const

/** Why what stands frozen is drawn after its period; of what was frozen after it the ledger has the reason. */
function lateReasonOf(
  { task, starts, ends, detail }: DrawRecord,
  today: Day,
  { reason }: RunOptions,
): string | null {
  if (detail.day > ends) return null
  const said = reason === undefined ? null : textGiven('--reason', reason)
  return reasonOutside('run', { task, from: starts, to: ends }, today, said)
}

/** Who looked on, each once, in the order given. */
function witnessesIn({ witness = [] }: RunOptions): string[] {
  const names = witness.map(name => name.trim())
  if (names.includes('')) throw refuse('missing-option', { option: '--witness' })
  return [...new Set(names)]
}

/** The attempt at a task that waits for its seed. */
function frozenAttempt(store: Store, desk: Desk, task: string): DrawRecord | null {
  const id = taskNamed(store, desk, task)
  return attemptsAt(store, id ?? task).find(attempt => attempt.void === null && attempt.run === null) ?? null
}

/** A draw whose freezing is dated after now, by a clock that was wrong, could not be said to have been frozen before it was drawn. */
function refuseLater({ number, detail }: DrawRecord, now: string): void {
  if (detail.frozenAt > now) throw refuse('frozen-later', { draw: number, frozenAt: detail.frozenAt, now })
}

/** What stands frozen is drawn as it is. */
function refuseChanges({ task, number }: DrawRecord, options: RunOptions): void {
  refuseFields(task, options)
  if (options.lend !== undefined) throw refuse('lending-already-fixed', { task, draw: number })
}

async function drawNow(
  desk: Desk,
  { number, attempt, digest, fixed, sealed, recorded }: ToDraw,
  { seed: given = [], signature: signatures = [], seedMachine }: RunOptions,
): Promise<Omit<Entered, 'committed' | 'frozen' | 'late'>> {
  const sources = fixed.commitment.seedSources
  const machine = seedMachine === true ? desk.world.randomBytes : null
  const entered = await enteredSeed(sources, { given, signatures, sealed, machine })
  if (entered.kind === 'problem')
    throw refuse('invalid-seed', { problem: entered.problem, sources: sources.map(nameOfSource) })
  const other = otherOnRecord(recorded, sources, entered.seed.lines)
  if (other !== undefined) throw refuse('source-valued-otherwise', other)
  const drawn = draw(fixed, entered.seed)
  if (drawn.kind === 'infeasible')
    throw refuse('infeasible', { department: drawn.department, blocking: drawn.blocking })
  const { seed, machine: filled } = entered
  return { number, attempt, digest, sealed, seed, machine: filled, signatures: entered.signatures, drawn }
}

function writeDrawn(
  desk: Desk,
  writer: EntryWriter,
  { number, committed, machine, signatures, drawn, late }: Entered,
  witnesses: readonly string[],
): void {
  writeFiles(writer, number, drawn.files)
  const detail = {
    ...{ drawnAt: writer.at, actor: desk.actor, committed, machine, signatures, witnesses },
    ...(late === null ? {} : { late }),
  }
  writeRun(writer, number, detail, drawn.selection, drawn.assignment)
}
