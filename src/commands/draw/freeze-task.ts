import { approved } from '../../core/approval/approval.ts'
import { sealFor } from '../../core/draw/seed/seal.ts'
import { nextAttempt } from '../../core/frame/attempt.ts'
import { type FrozenTask, fixTask } from '../../core/frame/fix.ts'
import type { FreezeReasons, LendingReasons } from '../../core/frame/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { idOf } from '../../core/registry/libraries/record-cells.ts'
import { VERSION } from '../../core/version.ts'
import type { DrawRecord } from '../../store/draws/draw-record.ts'
import { attemptsAt, nextNumber } from '../../store/draws/draws.ts'
import { writeFrozen } from '../../store/draws/frozen.ts'
import type { EntryWriter } from '../../store/entry.ts'
import type { Store } from '../../store/open.ts'
import { ruleValues } from '../../store/rules.ts'
import { freezeInput } from '../../store/views/freeze-input.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'
import { type LendOptions, lentGiven } from './lend.ts'
import type { TaskOptions, TaskRow } from './task-row.ts'

const refuse = refusal<FreezeReasons & LendingReasons>()

export interface FreezeOptions extends TaskOptions, LendOptions {
  readonly again?: boolean
  readonly sealed?: boolean
}

/** What freezing gave: the draw's number and attempt, and whether it stood so before. */
export interface FrozenDraw {
  readonly number: string
  readonly attempt: number
  readonly before: boolean
  /** Why it is not the first attempt. */
  readonly again: string | null
  readonly what: FrozenTask
}

/** Freezes a task within an entry: reads all it needs, decides, writes. A task that stands frozen is only compared. */
export function freezeTask(
  desk: Desk,
  store: Store,
  writer: EntryWriter,
  { row, adHoc }: TaskRow,
  options: FreezeOptions,
): FrozenDraw {
  const task = idOf(row)
  const today = desk.now.slice(0, 10)
  const again = options.again === true ? approved(desk.actor, options) : null
  const next = nextAttempt(task, attemptsAt(store, task), again !== null)
  const waiting = next.kind === 'waiting' ? next.standing : null
  if (waiting !== null && options.lend !== undefined)
    throw refuse('lending-already-fixed', { task, draw: waiting.number })
  const seal = sealFor(waiting, options.sealed === true, desk.world.randomBytes)
  const progress = progressOf(desk, desk.say.common.reading)
  const input = freezeInput(store, row, {
    today: waiting?.detail.day ?? today,
    entry: writer.entry,
    rules: ruleValues(store),
    lent: waiting?.detail.lent ?? lentGiven(desk, store, row, options),
    sealed: seal?.source ?? null,
    progress: progress.at,
  })
  const what = fixTask(input, waiting === null)
  progress.end()
  if (next.kind === 'waiting') return asItStands(task, next.standing, what)
  const number = nextNumber(store, today.slice(0, 4))
  const { attempt, last, standing } = next
  writeFrozen(writer, {
    number,
    attempt,
    row,
    adHoc,
    what,
    occasion: {
      day: today,
      frozenAt: desk.now,
      actor: desk.actor,
      program: `ssj ${VERSION}`,
      again: last === null || again === null ? null : { draw: last.number, ...again },
    },
    replaces: standing?.number ?? null,
    secret: seal?.made ?? null,
  })
  return { number, attempt, before: false, again: again?.reason ?? null, what }
}

/** The draw that stands frozen, if it would freeze today to the same bytes. */
function asItStands(
  task: string,
  { number, attempt, digest, detail }: DrawRecord,
  what: FrozenTask,
): FrozenDraw {
  if (digest !== what.frozen.digest) throw refuse('task-changed-since-freeze', { task, draw: number })
  return { number, attempt, before: true, again: detail.again?.reason ?? null, what }
}
