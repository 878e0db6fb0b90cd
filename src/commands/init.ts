import { createStore } from '../store/open.ts'
import type { Desk } from '../terminal/desk.ts'

/** init — create the database; refuse to touch one that exists. */
export async function init(desk: Desk): Promise<number> {
  createStore(desk.db, desk.world.patience).close()
  const { written } = desk.db
  desk.result({ database: written }, () => [desk.say.common.created(written)])
  return 0
}
