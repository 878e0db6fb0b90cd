import { approved, textGiven } from '../../core/approval/approval.ts'
import { type FrozenDraw, freeze } from '../../core/freeze/freeze.ts'
import { VERSION } from '../../core/version.ts'
import { writeFrozen } from '../../store/draws/frozen.ts'
import { openSeal } from '../../store/draws/sealed.ts'
import type { EntryWriter } from '../../store/entry.ts'
import { freezeInput } from '../../store/inputs/freeze-input.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'
import { officeToday } from '../office-today.ts'
import { type LendOptions, lendingGiven } from './lend.ts'
import type { TaskOptions, TaskRow } from './task-row.ts'

export interface FreezeOptions extends TaskOptions, LendOptions {
  readonly again?: boolean
  readonly sealed?: boolean
  readonly weakSeed?: boolean
}

/** Freezes a task within an entry: reads all it needs, decides, writes. A task that stands frozen is only compared. */
export function freezeTask(
  desk: Desk,
  store: Store,
  writer: EntryWriter,
  { row, adHoc }: TaskRow,
  options: FreezeOptions,
  announced: boolean,
): FrozenDraw {
  const today = officeToday(desk, store)
  const again = options.again === true ? approved(desk.actor, options) : null
  const progress = progressOf(desk, desk.say.common.reading)
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
  const draw = freeze(input)
  progress.end()
  if (draw.before) return draw
  const program = `ssj ${VERSION}`
  const occasion = { day: today, frozenAt: writer.at, actor: desk.actor, program, again }
  writeFrozen(writer, { row, adHoc, draw, occasion })
  if (draw.replaces !== null) openSeal(store, writer, draw.replaces)
  return { ...draw, again: again?.reason ?? null }
}
