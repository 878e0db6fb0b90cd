import { existsSync } from 'node:fs'
import type { DatabaseReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'
import { createStore } from '../store/open.ts'
import type { Desk } from '../terminal/desk.ts'
import { newDatabase } from './new-database.ts'

const refuse = refusal<DatabaseReasons>()

/** init — create the database; refuse to touch one that exists. */
export async function init(desk: Desk): Promise<number> {
  const { written, full } = desk.db
  if (existsSync(full)) throw refuse('database-exists', { path: written })
  await newDatabase(desk.db, at => createStore({ written, full: at }, desk.world.patience).close())
  desk.result({ database: written }, () => [desk.say.common.created(written)])
  return 0
}
