import type { Occasion } from '../store/entry.ts'
import { openStore, type Store } from '../store/open.ts'
import type { Desk } from '../terminal/desk.ts'

/** Opens the desk's database for the length of `work`. */
export async function withStore<T>(desk: Desk, work: (store: Store) => T | Promise<T>): Promise<T> {
  const store = openStore(desk.db, desk.world.patience)
  try {
    return await work(store)
  } finally {
    store.close()
  }
}

/** Who acts, and when, as the ledger has it. */
export function occasionOf(desk: Desk): Occasion {
  return { at: desk.now, actor: desk.actor }
}
