import { textGiven } from '../../core/approval/approval.ts'
import type { Day } from '../../core/dates.ts'
import { draw } from '../../core/draw/draw.ts'
import { countedRows, type Outcome } from '../../core/draw/drawn-rows.ts'
import type { Spec } from '../../core/draw/folder/spec.ts'
import type { DrawReasons } from '../../core/draw/reasons.ts'
import { nameOfSource } from '../../core/draw/seed/announced-source.ts'
import { enteredSeed } from '../../core/draw/seed/entered-seed.ts'
import type { Seed } from '../../core/draw/seed/seed.ts'
import { otherOnRecord } from '../../core/draw/seed/values-on-record.ts'
import { sourceAhead } from '../../core/freeze/check-sources.ts'
import { reasonOutside } from '../../core/freeze/outside-period.ts'
import type { FreezeReasons } from '../../core/freeze/reasons.ts'
import type { DrawNumber } from '../../core/ids.ts'
import type { LedgerReasons } from '../../core/ledger/reasons.ts'
import { officeDay, officeTime } from '../../core/office-time.ts'
import type { LendingReasons } from '../../core/pool/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { type DrawRecord, offsetAtFreeze, stateOf } from '../../store/draws/draw-record.ts'
import { attemptsAt, drawNumbered } from '../../store/draws/draws.ts'
import { overdueSince } from '../../store/draws/lapse.ts'
import type { EntryWriter } from '../../store/entry.ts'
import { type ToDraw, toDraw } from '../../store/inputs/to-draw.ts'
import type { Store } from '../../store/open.ts'
import { recordOf } from '../../store/registry/registry.ts'
import type { Desk } from '../../terminal/desk.ts'
import type { RunReport } from '../../terminal/reports/run-report.ts'
import type { AskedAhead } from '../engine/ahead-of-entry.ts'
import { type DrawnAhead, drawnOnEngine, UNCHANGED } from '../engine/drawn-on-engine.ts'
import { taskNamed } from '../lookup.ts'
import { officeToday } from '../office-today.ts'
import { drawHere, keyOfTickets } from './draw-here.ts'
import { type FreezeOptions, freezeTask } from './freeze-task.ts'
import { refuseFields, taskRow } from './task-row.ts'

const refuse = refusal<LedgerReasons & DrawReasons & FreezeReasons & LendingReasons>()

export interface RunOptions extends Omit<FreezeOptions, 'sealed' | 'weakSeed'> {
  readonly seed?: readonly string[]
  readonly seedMachine?: boolean
  readonly signature?: readonly string[]
  readonly witness?: readonly string[]
}

/** A draw with the seed that was entered, and what the law makes of both. */
export type Entered = Omit<RunReport, 'changed' | 'above' | 'drawn' | 'frequent' | 'elsewhere'> & {
  readonly drawn: Outcome
  readonly spec: Spec
}

/** Draws the attempt that stands frozen, or freezes and draws at once. Nothing of the draw is written. */
export async function enterDraw(
  desk: Desk,
  store: Store,
  writer: EntryWriter,
  name: string | undefined,
  options: RunOptions,
  { onEngine, drawnThere }: AheadOfRun,
): Promise<Entered> {
  const waiting = frozenFor(store, desk, name, options)
  if (waiting !== null) {
    refuseChanges(waiting, options)
    refuseUntimely(waiting, writer.at)
    if (recordOf(store, library('plan'), waiting.taskId) === null)
      throw refuse('task-retired', { task: waiting.task, draw: waiting.number })
    const late = lateReasonOf(waiting, officeToday(desk, store), options)
    return {
      ...(await drawNow(desk, store, toDraw(store, waiting, waiting.digest, null), options, drawnThere)),
      ...BEFORE,
      late,
    }
  }
  const row = taskRow(desk, store, name, options)
  const frozen = await freezeTask(desk, store, writer, row, options, { announced: false, onEngine })
  if (frozen.before) refuseUntimely(drawNumbered(store, frozen.number, '')!, writer.at)
  const fresh = frozen.what
  // Its snapshot was read to the end just now: nothing of it is asked again.
  const isNew = frozen.before ? null : UNCHANGED
  const drawn = await drawNow(desk, store, toDraw(store, frozen, fresh.frozen.digest, fresh), options, isNew)
  return { ...drawn, committed: frozen.before ? 'before' : 'at-once', frozen, late: null }
}

/** What an engine was asked ahead of the entry that a draw is entered by. */
export interface AheadOfRun {
  readonly onEngine: AskedAhead
  readonly drawnThere: DrawnAhead | null
}

/** The attempt that a run draws as it stands frozen; null where it freezes one itself. */
export function frozenFor(
  store: Store,
  desk: Desk,
  name: string | undefined,
  { again }: RunOptions,
): DrawRecord | null {
  return name === undefined || again === true ? null : frozenAttempt(store, desk, name)
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

/** The attempt at a task that waits for its seed. */
export function frozenAttempt(store: Store, desk: Desk, task: string): DrawRecord | null {
  const id = taskNamed(store, desk, task)
  return attemptsAt(store, id ?? task).find(attempt => stateOf(attempt) === 'frozen') ?? null
}

/** A draw is run after it was frozen, after its seed is known, and by its last day. */
export function refuseUntimely(draw: DrawRecord, now: string): void {
  refuseLater(draw, now)
  refuseOverdue(draw, now)
  refuseAhead(draw, now)
}

/** A draw whose freezing is dated after now, by a clock that was wrong, could not be said to have been frozen before it was drawn. */
function refuseLater({ number, detail }: DrawRecord, now: string): void {
  if (detail.frozenAt > now) throw refuse('frozen-later', { draw: number, frozenAt: detail.frozenAt, now })
}

/** A draw whose last day is over, where that could not be put on record before. */
function refuseOverdue(draw: DrawRecord, now: string): void {
  const last = overdueSince(draw, now)
  if (last !== null) throw refuse('draw-lapsed', { draw: draw.number, last })
}

/** A value that nobody can know yet was made up. */
function refuseAhead({ detail }: DrawRecord, now: string): void {
  const offset = offsetAtFreeze(detail)
  const ahead = sourceAhead(detail.sources ?? [], now, officeDay(now, offset))
  if (ahead !== undefined)
    throw refuse('source-ahead', { source: ahead.name, due: ahead.due, now: officeTime(now, offset) })
}

/** What stands frozen is drawn as it is. */
function refuseChanges({ task, number }: DrawRecord, options: RunOptions): void {
  refuseFields(task, options)
  if (options.lend !== undefined) throw refuse('lending-already-fixed', { task, draw: number })
}

async function drawNow(
  desk: Desk,
  store: Store,
  toBeDrawn: ToDraw,
  options: RunOptions,
  ahead: DrawnAhead | null,
): Promise<Omit<Entered, 'committed' | 'frozen' | 'late'>> {
  const { number, attempt, digest, fixed, frame, sealed } = toBeDrawn
  const { seed, machine: filled, signatures: proven } = await seedFor(desk, toBeDrawn, options)
  const drawn = await drawnWhereItLies(desk, store, number, { ...fixed, frame }, seed, ahead)
  return {
    ...{ number, attempt, digest, sealed, seed, machine: filled, signatures: proven, drawn },
    spec: fixed.commitment.spec,
  }
}

/** The seed that is entered for a draw, or the refusal that says what is wrong with it. */
export async function seedFor(
  { world }: Desk,
  { fixed, sealed, recorded }: ToDraw,
  { seed: given = [], signature: signatures = [], seedMachine }: RunOptions,
) {
  const sources = fixed.commitment.seedSources
  const machine = seedMachine === true ? world.randomBytes : null
  const entered = await enteredSeed(sources, { given, signatures, sealed, machine })
  if (entered.kind === 'problem')
    throw refuse('invalid-seed', { problem: entered.problem, sources: sources.map(nameOfSource) })
  const other = otherOnRecord(recorded, sources, entered.seed.lines)
  if (other !== undefined) throw refuse('source-valued-otherwise', other)
  return entered
}

/** The draw by this seed; of a frame that lies in an engine its lowest tickets are asked for first. */
async function drawnWhereItLies(
  desk: Desk,
  store: Store,
  number: DrawNumber,
  { frame, ...fixed }: Pick<ToDraw, 'frame'> & ToDraw['fixed'],
  seed: Seed,
  ahead: DrawnAhead | null,
): Promise<Outcome> {
  const { snapshot } = drawNumbered(store, number, '')!.detail
  if (snapshot === undefined) return drawHere(desk, store, fixed, frame, seed)
  const selectKey = keyOfTickets(fixed.commitment, seed)
  const there = await drawnOnEngine(desk, store, number, snapshot, { ...fixed, frame: [] }, selectKey, ahead)
  const drawn = draw(there.fixed, seed)
  if (drawn.kind === 'infeasible') return drawn
  return countedRows({ ...drawn, files: new Map([...drawn.files, ...there.kept(drawn.selection)]) })
}
