import { approved, textGiven } from '../../core/approval/approval.ts'
import type { Engine } from '../../core/engine/engine.ts'
import type { EngineReasons } from '../../core/engine/reasons.ts'
import { type FreezeInput, type FrozenDraw, freeze } from '../../core/freeze/freeze.ts'
import type { EntryNumber } from '../../core/ids.ts'
import { freezePacked } from '../../core/packed/fix-packed.ts'
import { refusal } from '../../core/refusal.ts'
import { VERSION } from '../../core/version.ts'
import { writeFiles } from '../../store/draws/draw-files.ts'
import { drawNumbered } from '../../store/draws/draws.ts'
import { BLOCKS_FILE, blocksText } from '../../store/draws/engine-files.ts'
import { writeFrozen } from '../../store/draws/frozen.ts'
import { openSeal } from '../../store/draws/sealed.ts'
import type { EntryWriter } from '../../store/entry.ts'
import { freezeInput } from '../../store/inputs/freeze-input.ts'
import { targetVersions } from '../../store/inputs/packed-targets.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'
import { bringAwaited } from '../engine/bring-lists.ts'
import { engineNamed } from '../engine/engine-named.ts'
import { freezeOnEngine } from '../engine/freeze-on-engine.ts'
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

/** Freezes a task within an entry: reads all it needs, decides, writes. A task that stands frozen is only compared. */
export async function freezeTask(
  desk: Desk,
  store: Store,
  writer: EntryWriter,
  { row, adHoc }: TaskRow,
  options: FreezeOptions,
  announced: boolean,
): Promise<FrozenDraw> {
  const today = officeToday(desk, store)
  const again = options.again === true ? approved(desk.actor, options) : null
  await bringAwaited(desk, store, writer.entry)
  const progress = progressOf(desk, desk.say.common.reading, targetVersions(store))
  const input = freezeInput(store, {
    row,
    today,
    now: writer.at,
    announcing: announced ? { weak: options.weakSeed === true ? approved(desk.actor, options) : null } : null,
    entry: writer.entry,
    again: again !== null,
    lateReason: options.reason === undefined ? null : textGiven('--reason', options.reason),
    lending: lendingGiven(desk, store, options),
    sealFrom: options.sealed === true ? desk.world.randomBytes : null,
    progress: progress.at,
  })
  const engine = engineOf(store, input, options)
  const { draw, blocks } =
    engine === null
      ? { draw: freezeHere(desk, store, input, writer.entry, progress.at), blocks: null }
      : await freezeOnEngine(desk, input, engine)
  progress.end()
  if (draw.before) return draw
  if (draw.replaces !== null) refuseOverResults(store, draw.replaces, null, options.despiteResults === true)
  const program = `ssj ${VERSION}`
  const occasion = { day: today, frozenAt: writer.at, actor: desk.actor, program, again }
  writeFrozen(writer, { row, adHoc, draw, occasion })
  if (blocks !== null) writeFiles(writer, draw.number, new Map([[BLOCKS_FILE, blocksText(blocks)]]))
  if (draw.replaces !== null) openSeal(store, writer, draw.replaces)
  return { ...draw, again: again?.reason ?? null }
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
