import { frameColumns } from '../../core/frame/frame.ts'
import type { FrameInput } from '../../core/frame/preview.ts'
import type { EntryNumber } from '../../core/ids.ts'
import type { PackedTargets } from '../../core/packed/fix-packed.ts'
import { OddRow } from '../../core/packed/packed-registry.ts'
import type { DatabaseReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { fileSpill } from '../../files/aside/file-spill.ts'
import { isLarge, packedTargets, targetVersions } from '../../store/inputs/packed-targets.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'
import { hashingFor, rowLoops } from '../row-hashing.ts'

const refuse = refusal<DatabaseReasons>()

/**
 * Whether the targets of a registry pass as bytes. Both ways give the same bytes; `SSJ_ROWS=records` and `SSJ_ROWS=bytes`
 * say which is taken whatever the size.
 */
export function passesAsBytes({ world }: Desk, store: Store): boolean {
  const { SSJ_ROWS: said } = world.env
  return said === 'bytes' || (said !== 'records' && isLarge(store))
}

/** The targets that the frame of a task is made of, as they stood at an entry. */
export function targetsAsBytes(
  desk: Desk,
  store: Store,
  { task, rules }: Pick<FrameInput, 'task' | 'rules'>,
  entry: EntryNumber,
  progress: (rows: number, all: number) => void,
): PackedTargets {
  return {
    registry: packedTargets(store, frameColumns(task, rules), entry, progress),
    spill: fileSpill(store.whenClosed),
    hashing: hashingFor(desk, store, targetVersions(store)),
    loops: rowLoops(desk),
    written: listProgress(desk),
  }
}

/** Progress of writing lists, which begins with the first of them. */
function listProgress(desk: Desk): (rows: number, all: number) => void {
  let progress: ReturnType<typeof progressOf> | null = null
  return (rows, all) => {
    progress ??= progressOf(desk, desk.say.common.writing, all)
    progress.at(rows)
  }
}

/** Cells hold no marks unless somebody wrote them past the program. */
export function asStored<T>({ path }: Store, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof OddRow ? refuse('database-damaged', { path }) : error
  }
}
