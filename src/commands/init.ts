import { createStore } from '../store/open.ts'
import type { Desk } from '../terminal/desk.ts'

/** init — create the database; refuse to touch one that exists. */
export async function init(desk: Desk): Promise<number> {
  createStore(desk.db).close()
  desk.result({ database: desk.db }, () => [desk.say.common.created(desk.db)])
  return 0
}
