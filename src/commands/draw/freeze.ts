import type { FrozenDraw } from '../../core/freeze/freeze.ts'
import { refusePrivateData } from '../../core/publication/export/refuse-private-data.ts'
import { filesBeforeSeed } from '../../core/publication/export/shown-files.ts'
import { withoutSealed } from '../../core/publication/export/under-seal.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { readDate } from '../../core/registry/cells/date.ts'
import { numberOfRow } from '../../core/registry/task-id.ts'
import { refuseTaken, withSums, writeFolder } from '../../files/folder.ts'
import { drawNumbered } from '../../store/draws/draws.ts'
import { inEntry } from '../../store/entry.ts'
import type { Store } from '../../store/open.ts'
import { exclusionsIn } from '../../store/views/kept-files.ts'
import { drawsUnderSeal } from '../../store/views/under-seal.ts'
import type { Desk } from '../../terminal/desk.ts'
import { freezeData, freezeLines } from '../../terminal/reports/freeze-report.ts'
import { announcementFiles } from '../publish/announced.ts'
import { occasionOf, withStore } from '../session.ts'
import { type FreezeOptions, freezeTask } from './freeze-task.ts'
import { taskRow } from './task-row.ts'

const refuse = refusal<OptionReasons>()

/** freeze — take the registries as they stand, apply the rules, fix frame, pool and sizes, write the commitment into the ledger. */
export async function freeze(desk: Desk, name: string | undefined, options: FreezeOptions): Promise<number> {
  const { folder, days } = splitTo(options.to ?? [])
  if (folder !== null) refuseTaken(desk.path(folder))
  return withStore(desk, async store => {
    const { entry, result } = await inEntry(store, occasionOf(desk), 'freeze', async writer => {
      const task = taskRow(desk, store, name, { ...options, to: days })
      const frozen = freezeTask(desk, store, writer, task, options)
      // Within the entry: what could not be announced is not frozen.
      if (folder !== null) writeFolder(desk.path(folder), await announcedFiles(store, frozen), 'umask')
      const { lent, frozen: fixed } = frozen.what
      return {
        subject: {
          draw: frozen.number,
          task: numberOfRow(task.row),
          digest: fixed.digest,
          ...(lent.length === 0 ? {} : { lent }),
          ...(frozen.late === null ? {} : { late: frozen.late }),
        },
        result: frozen,
        keep: !frozen.before,
      }
    })
    desk.result(freezeData(result, entry, folder), () => freezeLines(desk, result, entry, folder))
    return 0
  })
}

/** `--to` is a folder, or, as cli.md has it for ad-hoc tasks, the last day. */
function splitTo(values: readonly string[]): { folder: string | null; days: string[] } {
  const days = values.filter(value => 'value' in readDate(value))
  const folders = values.filter(value => !days.includes(value))
  if (folders.length > 1)
    throw refuse('invalid-option', { option: '--to', value: folders[1]!, expected: 'DIR' })
  return { folder: folders[0] ?? null, days }
}

/** What is published of a draw before its seed exists, the announcement included. */
async function announcedFiles(store: Store, frozen: FrozenDraw): Promise<Map<string, Uint8Array>> {
  const { frozen: fixed, task } = frozen.what
  const shown = filesBeforeSeed(fixed.files, task.publishList)
  refusePrivateData(frozen.number, shown)
  const draw = drawNumbered(store, frozen.number, '')!
  return withSums(
    new Map<string, Uint8Array | string>([
      ...withoutSealed(shown, drawsUnderSeal(store), () => exclusionsIn(shown)),
      ...(await announcementFiles(store, draw, ['csv', 'html'])),
    ]),
  )
}
