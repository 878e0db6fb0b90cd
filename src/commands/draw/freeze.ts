import type { FilePath } from '../../core/file-path.ts'
import type { SignedCheckpoint } from '../../core/ledger/checkpoint.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { readDate } from '../../core/registry/cells/date.ts'
import { numberOfRow } from '../../core/registry/task-id.ts'
import { refuseTaken, takeBack, writeFolder } from '../../files/folder.ts'
import { checkpointsOn } from '../../store/checkpoints.ts'
import { lastDayOf } from '../../store/draws/draw-record.ts'
import { drawNumbered } from '../../store/draws/draws.ts'
import { frequentNow, inFrameOf } from '../../store/inputs/frequent-now.ts'
import type { Desk } from '../../terminal/desk.ts'
import { freezeData, freezeLines } from '../../terminal/reports/freeze-report.ts'
import { frequentLines } from '../../terminal/visits/frequent-lines.ts'
import { inEntryAfterEngine } from '../engine/ahead-of-entry.ts'
import { bringAhead, bringPublicLists } from '../engine/bring-lists.ts'
import { officeKey, officeKeyPath, officeMemory, refuseOtherKey } from '../ledger/office-key.ts'
import { type OfficeKey, rememberSigned, signedHead } from '../ledger/signed-head.ts'
import { naming } from '../naming.ts'
import { giveNumbers } from '../office/number-papers.ts'
import { officeToday } from '../office-today.ts'
import { announcedFolder } from '../publish/announced.ts'
import { frameWithheldFor } from '../publish/giving-away.ts'
import { withStore } from '../session.ts'
import { askedAhead, type FreezeOptions, freezeTask } from './freeze-task.ts'
import { taskRow } from './task-row.ts'

const refuse = refusal<OptionReasons>()

/** freeze — take the registries as they stand, apply the rules, fix frame, pool and sizes, write the commitment into the ledger. */
export async function freeze(desk: Desk, name: string | undefined, options: FreezeOptions): Promise<number> {
  const { folder, days } = splitTo(options.to ?? [])
  if (folder !== null) refuseTaken(desk.path(folder))
  const key = folder === null ? null : officeKey(desk, undefined)
  let announced: FilePath | null = null
  let signed: { readonly own: OfficeKey; readonly fresh: SignedCheckpoint } | null = null
  return withStore(desk, async store => {
    const rowOf = () => taskRow(desk, store, name, { ...options, to: days })
    const ask = async () => {
      const asked = await askedAhead(desk, store, rowOf, options, true)
      if (asked?.publishes && folder !== null) await bringAhead(desk, store, asked)
      return asked
    }
    const { entry, result } = await inEntryAfterEngine(
      desk,
      store,
      'freeze',
      ask,
      async (writer, onEngine) => {
        const task = rowOf()
        const frozen = await freezeTask(desk, store, writer, task, options, { announced: true, onEngine })
        // Before the entry is committed: what could not be announced is not frozen.
        const announce = async () => {
          if (folder === null) return
          const draw = drawNumbered(store, frozen.number, '')!
          await bringPublicLists(desk, store, draw)
          const own = key === null || frozen.before ? null : { key, memory: officeMemory(desk, undefined) }
          if (own !== null)
            refuseOtherKey(officeKeyPath(desk, undefined), own.key, checkpointsOn(store).at(-1))
          const fresh = own && signedHead(store, own, draw.since)
          writeFolder(desk.path(folder), await announcedFolder(store, draw, fresh), 'umask')
          announced = desk.path(folder)
          if (own !== null && fresh !== null) signed = { own, fresh }
        }
        const announces = folder !== null && !frozen.before
        const numbers = announces ? giveNumbers(store, writer, frozen.number, ['announcement'], desk.now) : []
        if (frozen.before) await announce()
        const { lent, frozen: fixed } = frozen.what
        return {
          subject: {
            draw: frozen.number,
            task: numberOfRow(task.row),
            digest: fixed.digest,
            ...(lent.length === 0 ? {} : { lent }),
            ...told({ late: frozen.late, twins: frozen.twins, weak: frozen.weak }),
            ...(numbers.length === 0 ? {} : { numbers }),
          },
          result: frozen,
          keep: !frozen.before,
          whenSealed: announce,
        }
      },
    ).catch(error => {
      // Nor is announced what could not be frozen (a full disk).
      if (announced !== null) takeBack(announced)
      throw error
    })
    // What was rolled back was signed for nobody: only what stays is remembered.
    remember(signed)
    const draw = drawNumbered(store, result.number, '')!
    const withheld = folder === null ? [] : frameWithheldFor(store, draw)
    const lastDay = lastDayOf(draw.detail)
    const frequent = frequentNow(
      store,
      officeToday(desk, store),
      { from: draw.starts, to: draw.ends },
      inFrameOf(store, draw.number),
    )
    const further = { lastDay, frequent, ...(withheld.length === 0 ? {} : { frameWithheld: withheld }) }
    const named = naming(desk, store, draw.since)
    desk.result({ ...freezeData(result, entry, folder), ...further }, () => [
      ...freezeLines(named, result, entry, folder),
      ...frequentLines(named, frequent),
      ...(lastDay === null ? [] : [desk.say.draw.runBy(lastDay)]),
      ...(withheld.length === 0 ? [] : [desk.say.draw.frameWithheld(withheld)]),
    ])
    return 0
  })
}

function remember(signed: { readonly own: OfficeKey; readonly fresh: SignedCheckpoint } | null): void {
  if (signed !== null) rememberSigned(signed.own, signed.fresh)
}

/** What there is to tell, without what there is not. */
function told(facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== null))
}

/** `--to` is a folder, or, as cli.md has it for ad-hoc tasks, the last day. */
function splitTo(values: readonly string[]): { folder: string | null; days: string[] } {
  const days = values.filter(value => 'value' in readDate(value))
  const folders = values.filter(value => !days.includes(value))
  if (folders.length > 1)
    throw refuse('invalid-option', { option: '--to', value: folders[1]!, expected: 'DIR' })
  return { folder: folders[0] ?? null, days }
}
