import { existsSync } from 'node:fs'
import type { FileReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'
import { storeError } from '../store/open.ts'
import type { Desk } from '../terminal/desk.ts'
import { withStore } from './session.ts'

const refuse = refusal<FileReasons>()

/** backup — a consistent copy of the database while others work. */
export async function backup(desk: Desk, path: string): Promise<number> {
  const { full } = desk.path(path)
  if (existsSync(full)) throw refuse('file-exists', { path })
  await withStore(desk, async store => {
    try {
      await store.db.backup(full)
    } catch (error) {
      throw storeError(path, error)
    }
  })
  desk.result({ backup: path }, () => [desk.say.common.backedUp(path)])
  return 0
}
