import type { FilePath } from '../core/file-path.ts'
import type { DatabaseReasons, FileReasons, RoomNeeded } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'
import { writeFailed } from '../files/aside/write-failed.ts'
import { type Beside, besideOf } from '../files/beside.ts'
import { storeError } from '../store/open.ts'

const refuse = refusal<DatabaseReasons & FileReasons>()

/** Lets `make` make a database under a new name: whole or not at all, and for its owner's eyes. `needs` is told where the disk is full. */
export async function newDatabase(
  { written: path, full }: FilePath,
  make: (at: string) => unknown,
  needs?: RoomNeeded,
): Promise<void> {
  let beside: Beside | undefined
  try {
    beside = besideOf(full, 'owner')
    await make(beside.path)
    beside.take()
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw refuse('file-exists', { path })
    if (UNREACHABLE.has(code)) throw refuse('database-unreachable', { path })
    beside?.remove()
    if (/^E[A-Z]+$/.test(code)) throw writeFailed({ written: path, full }, error, needs)
    throw storeError({ written: path, full }, error, needs)
  } finally {
    beside?.remove()
  }
}

const UNREACHABLE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS'])
