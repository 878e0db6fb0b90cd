import type { EntryNumber } from '../core/ids.ts'
import type { Store } from '../store/open.ts'
import { nameOfCode } from '../store/views/names.ts'
import type { Desk } from '../terminal/desk.ts'
import { type NamingDesk, namingDesk } from '../terminal/naming.ts'

/** A desk that says what the registry calls its codes, retired records among them; of a draw, what it called them when it was frozen. */
export function naming(desk: Desk, store: Store, at: EntryNumber | null = null): NamingDesk {
  return namingDesk(desk, (library, code) => nameOfCode(store, library, code, at))
}
