import type { DatabaseReasons } from '../core/reasons.ts'
import { refusal, UserError } from '../core/refusal.ts'
import { isSeenByOthers } from '../files/beside.ts'
import type { Occasion } from '../store/entry.ts'
import { openStore, type Store, storeError } from '../store/open.ts'
import { verifyLedger } from '../store/views/verify-ledger.ts'
import type { Desk } from '../terminal/desk.ts'

const refuse = refusal<DatabaseReasons>()

/** Opens the desk's database for the length of `work`, which writes: what it decides from, it reads within its entry. */
export async function withStore<T>(desk: Desk, work: (store: Store) => T | Promise<T>): Promise<T> {
  const store = openStore(desk.db, desk.world.patience)
  if (!desk.quiet && isSeenByOthers(desk.db.full))
    desk.remark(`ssj: ${desk.say.common.seenByOthers(desk.db.written)}`)
  try {
    return await work(store)
  } catch (error) {
    throw explained(store, error)
  } finally {
    store.close()
  }
}

/**
 * Opens the desk's database for the length of `work`, which only reads, and reads one state: what others write in the
 * meantime it does not see. They wait for its end, so that what takes long and needs no database is done after it.
 */
export function inOneState<T>(desk: Desk, work: (store: Store) => T | Promise<T>): Promise<T> {
  return withStore(desk, store => {
    store.db.exec('begin')
    return work(store)
  })
}

/** What the program trips over in a database that was damaged, or written to without ssj, is told as that. */
function explained(store: Store, error: unknown): unknown {
  const known = storeError(store.path, error)
  const isTold = known !== error || error instanceof UserError || (error as Error).name === 'ExitPromptError'
  return isTold || holds(store) ? known : refuse('database-damaged', { path: store.path })
}

function holds(store: Store): boolean {
  try {
    return (verifyLedger(store)?.problem ?? 'time') === 'time'
  } catch {
    return false
  }
}

/** Who acts, and when, as the ledger has it. */
export function occasionOf(desk: Desk): Occasion {
  return { at: desk.now, actor: desk.actor }
}
