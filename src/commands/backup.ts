import { existsSync } from 'node:fs'
import type { FileReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'
import type { Desk } from '../terminal/desk.ts'
import { newDatabase } from './new-database.ts'
import { withStore } from './session.ts'

const refuse = refusal<FileReasons>()

/** backup — a consistent copy of the database while others work. */
export async function backup(desk: Desk, path: string): Promise<number> {
  const to = desk.path(path)
  if (existsSync(to.full)) throw refuse('file-exists', { path })
  await withStore(desk, store => newDatabase(to, at => store.db.backup(at)))
  desk.result({ backup: path }, () => [desk.say.common.backedUp(path)])
  return 0
}
