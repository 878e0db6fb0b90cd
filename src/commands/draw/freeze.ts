import { COMMITMENT_FILE } from '../../core/draw/commitment/commitment.ts'
import { EXCLUSIONS, FRAME } from '../../core/draw/folder/tables.ts'
import type { FreezeReasons, LendingReasons } from '../../core/frame/reasons.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { readDate } from '../../core/registry/cells/date.ts'
import { library } from '../../core/registry/libraries/library.ts'
import type { RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { VERSION } from '../../core/version.ts'
import { refuseTaken, withSums, writeFolder } from '../../files/folder.ts'
import { writeFiles } from '../../store/draws/draw-files.ts'
import type { DrawRecord } from '../../store/draws/draw-record.ts'
import { attemptsAt, drawNumbered, nextNumber } from '../../store/draws/draws.ts'
import { writeSecret } from '../../store/draws/sealed.ts'
import { type NewDraw, writeDraw, writeVoid } from '../../store/draws/write-draw.ts'
import { type EntryWriter, inEntry } from '../../store/entry.ts'
import type { Store } from '../../store/open.ts'
import { insertInto } from '../../store/registry/registry.ts'
import { ruleValues } from '../../store/rules.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'
import { frozenData, frozenLines } from '../../terminal/reports/frozen.ts'
import { approved } from '../approval.ts'
import { announcementFiles, refuseIdentityNumbers, withoutSealed } from '../publish/announced.ts'
import { occasionOf, withStore } from '../session.ts'
import { type FrozenTask, freezeTask } from './frame-of-task.ts'
import { lentGiven } from './lend.ts'
import { sealFor } from './seal.ts'
import { type TaskOptions, taskRow } from './task-row.ts'

const refuse = refusal<FreezeReasons & LendingReasons & OptionReasons>()

export interface FreezeOptions extends TaskOptions {
  readonly again?: boolean
  /** `INSPECTOR=DEPARTMENT`, as often as needed. */
  readonly lend?: readonly string[]
  readonly reason?: string
  readonly approver?: string
  readonly sealed?: boolean
}

/** freeze — take the registries as they stand, apply the rules, fix frame, pool and sizes, write the commitment into the ledger. */
export async function freeze(desk: Desk, name: string | undefined, options: FreezeOptions): Promise<number> {
  const { folder, days } = splitTo(options.to ?? [])
  if (folder !== null) refuseTaken(folder)
  return withStore(desk, async store => {
    const { entry, result } = await inEntry(store, occasionOf(desk), 'freeze', async pen => {
      const { row, adHoc } = taskRow(desk, store, name, { ...options, to: days })
      const frozen = freezeInto(desk, store, pen, row, adHoc, options)
      if (folder !== null) {
        refuseIdentityNumbers(frozen.number, shownBefore(frozen))
        // Within the entry: what could not be announced is not frozen.
        writeFolder(folder, await announcedFiles(store, frozen))
      }
      return {
        subject: {
          draw: frozen.number,
          task: row[0],
          digest: frozen.what.frozen.digest,
          ...(frozen.what.lent.length === 0 ? {} : { lent: frozen.what.lent }),
        },
        result: frozen,
        keep: !frozen.before,
      }
    })
    desk.result(frozenData(result, entry, folder), () => frozenLines(desk, result, entry, folder))
    return 0
  })
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

/** Freezes a task within an entry. A further attempt needs a reason and an approver; the earlier one becomes void. */
export function freezeInto(
  desk: Desk,
  store: Store,
  pen: EntryWriter,
  row: RecordCells,
  adHoc: boolean,
  options: FreezeOptions,
): FrozenDraw {
  const task = row[0]!
  const attempts = attemptsAt(store, task)
  const standing = attempts.find(attempt => attempt.void === null) ?? null
  const again = options.again === true ? approved(desk, options) : null
  if (standing?.run && again === null) {
    throw refuse('task-already-drawn', { task, draw: standing.number, attempt: standing.attempt })
  }
  if (attempts.length > 0 && standing === null && again === null) {
    const last = attempts.at(-1)!
    throw refuse('task-already-drawn', { task, draw: last.number, attempt: last.attempt })
  }
  if (adHoc) rememberTask(pen, row)
  const day = desk.now.slice(0, 10)
  const progress = progressOf(desk, desk.say.reading)
  const waiting = standing?.run === null && again === null ? standing : null
  if (waiting !== null && options.lend !== undefined)
    throw refuse('lending-already-fixed', { task, draw: waiting.number })
  const lent = waiting?.detail.lent ?? lentGiven(desk, store, row, options)
  const seal = sealFor(desk, again === null ? standing : null, options.sealed === true)
  const terms = {
    rules: ruleValues(store),
    // What is frozen already is only compared: the refusals of today come too late for it.
    strict: waiting === null,
    lent,
    sealed: seal?.source ?? null,
    progress: progress.at,
  }
  const what = freezeTask(store, row, waiting?.detail.day ?? day, pen.entry, terms)
  progress.end()
  if (standing !== null && again === null) {
    if (standing.digest !== what.frozen.digest)
      throw refuse('task-changed-since-freeze', { task, draw: standing.number })
    const reason = standing.detail.again?.reason ?? null
    return { number: standing.number, attempt: standing.attempt, before: true, again: reason, what }
  }
  if (standing !== null) writeVoid(pen, standing.number, again!.reason, again!.approver)
  const number = nextNumber(store, day.slice(0, 4))
  const attempt = attempts.length + 1
  writeDraw(pen, drawRecord(desk, number, attempt, day, row, what, attempts.at(-1) ?? null, again))
  writeFiles(pen, number, what.frozen.files)
  if (seal?.made) writeSecret(pen, number, seal.made)
  return { number, attempt, before: false, again: again?.reason ?? null, what }
}

function drawRecord(
  desk: Desk,
  number: string,
  attempt: number,
  day: string,
  row: RecordCells,
  { task, frozen, rules, lent, itemsUsed, waterfall }: FrozenTask,
  last: DrawRecord | null,
  again: { reason: string; approver: string } | null,
): NewDraw {
  return {
    number,
    task: task.id,
    attempt,
    digest: frozen.digest,
    starts: task.from,
    ends: task.to,
    detail: {
      name: task.name,
      lead: task.lead,
      items: task.items,
      publishList: task.publishList,
      day,
      frozenAt: desk.now,
      actor: desk.actor,
      again: last === null || again === null ? null : { draw: last.number, ...again },
      row,
      program: `ssj ${VERSION}`,
      rules,
      ...(lent.length === 0 ? {} : { lent }),
      itemsUsed,
      registry: {
        targets: waterfall.registry,
        elsewhere: waterfall.elsewhere,
        outside: waterfall.outside,
      },
    },
  }
}

function rememberTask(pen: EntryWriter, row: RecordCells): void {
  const of = library('plan')
  pen.write(of.table, insertInto(of), [pen.entry, ...row])
}

/** `--to` is a folder, or, as cli.md has it for ad-hoc tasks, the last day. */
function splitTo(values: readonly string[]): { folder: string | null; days: string[] } {
  const days = values.filter(value => 'value' in readDate(value))
  const folders = values.filter(value => !days.includes(value))
  if (folders.length > 1)
    throw refuse('invalid-option', { option: '--to', value: folders[1]!, expected: 'DIR' })
  return { folder: folders[0] ?? null, days }
}

/** What may be published before the seed exists: nobody's name, and the list of targets only where it may be public. */
async function announcedFiles(store: Store, frozen: FrozenDraw): Promise<Map<string, Uint8Array>> {
  const draw = drawNumbered(store, frozen.number, frozen.number.slice(0, 4))!
  return withSums(
    new Map<string, Uint8Array | string>([
      ...withoutSealed(store, shownBefore(frozen)),
      ...(await announcementFiles(store, draw, ['csv', 'html'])),
    ]),
  )
}

function shownBefore({ what: { frozen, task } }: FrozenDraw): Map<string, Uint8Array> {
  const shown = task.publishList ? [COMMITMENT_FILE, FRAME.file, EXCLUSIONS.file] : [COMMITMENT_FILE]
  return new Map(shown.map(name => [name, frozen.files.get(name)!]))
}
