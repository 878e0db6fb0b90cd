import { approved, textGiven } from '../../core/approval/approval.ts'
import type { Engine } from '../../core/engine/engine.ts'
import type { EngineReasons } from '../../core/engine/reasons.ts'
import {
  checkAssigned,
  checkNobodyLeftOut,
  checkTaken,
  markOf,
  type TakenList,
} from '../../core/freeze/assigned.ts'
import { type FreezeInput, type FrozenDraw, freeze } from '../../core/freeze/freeze.ts'
import type { EntryNumber } from '../../core/ids.ts'
import { freezePacked } from '../../core/packed/fix-packed.ts'
import { refusal } from '../../core/refusal.ts'
import { idOf } from '../../core/registry/libraries/record-cells.ts'
import { VERSION } from '../../core/version.ts'
import { writeFiles } from '../../store/draws/draw-files.ts'
import type { DrawRecord } from '../../store/draws/draw-record.ts'
import { attemptsAt, drawNumbered } from '../../store/draws/draws.ts'
import {
  BLOCKS_FILE,
  blocksText,
  FIRM_RECORDS,
  FIRMS_FILE,
  firmsText,
  recordsText,
} from '../../store/draws/engine-files.ts'
import { writeFrozen } from '../../store/draws/frozen.ts'
import { openSeal } from '../../store/draws/sealed.ts'
import { enginesIn } from '../../store/engines.ts'
import type { EntryWriter } from '../../store/entry.ts'
import { type FreezeRequest, freezeInput } from '../../store/inputs/freeze-input.ts'
import { targetVersions } from '../../store/inputs/packed-targets.ts'
import { takenList, targetsFixedBy } from '../../store/inputs/taken-list.ts'
import type { Store } from '../../store/open.ts'
import { nextEntry } from '../../store/views/log.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'
import { type AskedAhead, MovedOn } from '../engine/ahead-of-entry.ts'
import { bringAwaited } from '../engine/bring-lists.ts'
import { engineNamed } from '../engine/engine-named.ts'
import {
  askEngine,
  type FrozenOnEngine,
  frozenOnEngine,
  type OnEngine,
  readOnce,
} from '../engine/freeze-on-engine.ts'
import { officeToday } from '../office-today.ts'
import { refuseOverResults } from '../results/results-stand.ts'
import { type LendOptions, lendingGiven } from './lend.ts'
import { asStored, passesAsBytes, targetsAsBytes } from './packing.ts'
import type { TaskOptions, TaskRow } from './task-row.ts'

const refuse = refusal<EngineReasons>()

export interface FreezeOptions extends TaskOptions, LendOptions {
  readonly again?: boolean
  readonly sealed?: boolean
  readonly weakSeed?: boolean
  readonly engine?: string
  readonly despiteResults?: boolean
}

/** How a task is frozen: announced before it is run or drawn at once, and with what an engine was asked ahead of the entry. */
export interface Freezing {
  readonly announced: boolean
  readonly onEngine: AskedAhead
}

/** Freezes a task within an entry: reads all it needs, decides, writes. A task that stands frozen is only compared. */
export async function freezeTask(
  desk: Desk,
  store: Store,
  writer: EntryWriter,
  { row, adHoc }: TaskRow,
  options: FreezeOptions,
  { announced, onEngine }: Freezing,
): Promise<FrozenDraw> {
  const today = officeToday(desk, store)
  await bringAwaited(desk, store, writer.entry)
  const progress = progressOf(desk, desk.say.common.reading, targetVersions(store))
  const asOf = { entry: writer.entry, now: writer.at, progress: progress.at }
  const input = inputFor(desk, store, row, options, announced, asOf)
  const engine = engineOf(store, input, options)
  const list = engine === null && input.next.kind === 'new' ? listFor(store, input) : null
  const { draw, blocks, firms } =
    engine === null
      ? { draw: freezeHere(desk, store, input, writer.entry, progress.at), blocks: null, firms: null }
      : await freezeThere(desk, input, engine, onEngine)
  progress.end()
  if (draw.before) return draw
  const again = options.again === true ? approved(desk.actor, options) : null
  if (draw.replaces !== null) refuseOverResults(store, draw.replaces, null, options.despiteResults === true)
  const program = `ssj ${VERSION}`
  const occasion = { day: today, frozenAt: writer.at, actor: desk.actor, program, again }
  writeFrozen(writer, { row, adHoc, draw, occasion })
  if (list !== null) checkNobodyLeftOut(input.task, list, targetsFixedBy(store, draw.number))
  if (blocks !== null) writeFiles(writer, draw.number, new Map([[BLOCKS_FILE, blocksText(blocks)]]))
  if (firms !== null && firms.firms.size > 0)
    writeFiles(
      writer,
      draw.number,
      new Map([
        [FIRMS_FILE, firmsText(firms.firms)],
        [FIRM_RECORDS, recordsText(firms.records)],
      ]),
    )
  if (draw.replaces !== null) openSeal(store, writer, draw.replaces)
  return { ...draw, again: again?.reason ?? null }
}

/** Of a task whose list another level drew the list as it was taken, which must stand as it came; null of any other task. */
function listFor(store: Store, { task }: FreezeInput): TakenList | null {
  if (task.assigned === undefined) return null
  checkAssigned(task)
  const list = takenList(store, markOf(task)!)
  checkTaken(task, list)
  return list
}

/** Reads what a freeze is decided from, as of an entry. */
function inputFor(
  desk: Desk,
  store: Store,
  row: TaskRow['row'],
  options: FreezeOptions,
  announced: boolean,
  asOf: Pick<FreezeRequest, 'entry' | 'now' | 'progress'>,
): FreezeInput {
  return freezeInput(store, {
    ...asOf,
    row,
    today: officeToday(desk, store),
    announcing: announced ? { weak: options.weakSeed === true ? approved(desk.actor, options) : null } : null,
    again: options.again === true && approved(desk.actor, options) !== null,
    lateReason: options.reason === undefined ? null : textGiven('--reason', options.reason),
    lending: lendingGiven(desk, store, options),
    sealFrom: options.sealed === true ? desk.world.randomBytes : null,
  })
}

/**
 * Asks the engine of a task before the database is taken for writing, so that nobody waits for it: what it makes and answers
 * is decided upon within the entry, from what stands then. Null where the task asks no engine.
 */
export async function askedAhead(
  desk: Desk,
  store: Store,
  rowOf: () => TaskRow,
  options: FreezeOptions,
  announced: boolean,
): Promise<OnEngine | null> {
  if (enginesIn(store).length === 0) return null
  const { row } = rowOf()
  const isAsked = options.engine !== undefined || attemptsAt(store, idOf(row)).some(isOnEngine)
  if (!isAsked) return null
  const entry = nextEntry(store)
  await bringAwaited(desk, store, entry)
  const input = inputFor(desk, store, row, options, announced, { entry, now: desk.now, progress: undefined })
  const engine = engineOf(store, input, options)
  return engine === null ? null : askEngine(desk, readOnce(input), engine)
}

function isOnEngine({ detail }: DrawRecord): boolean {
  return detail.snapshot !== undefined
}

/** Freezes a task whose registry lies in an engine, with what was asked ahead; where nothing was, it is asked now. */
async function freezeThere(
  desk: Desk,
  input: FreezeInput,
  engine: Engine,
  ahead: AskedAhead,
): Promise<FrozenOnEngine> {
  const read = readOnce(input)
  ahead.answers ??= await askEngine(desk, read, engine)
  const frozen = frozenOnEngine(ahead.answers, read)
  if (frozen === null) throw new MovedOn()
  if (frozen.draw.before) {
    await ahead.answers.discard()
    ahead.answers = null
  }
  return frozen
}

/** Freezes a task whose registry lies in this database. */
function freezeHere(
  desk: Desk,
  store: Store,
  input: FreezeInput,
  entry: EntryNumber,
  progress: (rows: number, all: number) => void,
): FrozenDraw {
  if (!passesAsBytes(desk, store)) return freeze(input)
  return asStored(store, () => freezePacked(input, targetsAsBytes(desk, store, input, entry, progress)))
}

/** The engine that is asked for, or that the attempt at hand stands frozen on. */
function engineOf(
  store: Store,
  { task, next }: FreezeInput,
  { engine: asked }: FreezeOptions,
): Engine | null {
  if (next.kind === 'new') return asked === undefined ? null : engineNamed(store, asked)
  const { number } = next.standing
  const engine = drawNumbered(store, number, '')!.detail.snapshot?.engine ?? null
  if (asked !== undefined && asked !== engine)
    throw refuse('frozen-on-engine', { task: task.number, draw: number, engine })
  return engine === null ? null : engineNamed(store, engine)
}
