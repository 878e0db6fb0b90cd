import { existsSync, statSync } from 'node:fs'
import type { FileReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'
import { roomOf } from '../files/aside/write-failed.ts'
import type { Desk } from '../terminal/desk.ts'
import { progressOf } from '../terminal/progress.ts'
import { newDatabase } from './new-database.ts'
import { withStore } from './session.ts'

const refuse = refusal<FileReasons>()

/** How many pages are copied before the next is told of. */
const AT_ONCE = 5000

/** backup — a consistent copy of the database while others work. */
export async function backup(desk: Desk, path: string): Promise<number> {
  const to = desk.path(path)
  if (existsSync(to.full)) throw refuse('file-exists', { path })
  const progress = progressOf(desk, desk.say.common.writing)
  const pages = ({ totalPages, remainingPages }: { totalPages: number; remainingPages: number }) => {
    progress.at(totalPages - remainingPages, totalPages)
    return AT_ONCE
  }
  await withStore(desk, store =>
    newDatabase(to, at => store.db.backup(at, { progress: pages }), roomOf([statSync(desk.db.full).size])),
  )
  progress.end()
  desk.result({ backup: path }, () => [desk.say.common.backedUp(path)])
  return 0
}
