import type { EntryNumber } from '../core/ids.ts'
import type { LibraryName } from '../core/registry/libraries/field.ts'
import type { Store } from '../store/open.ts'
import { readRecord } from '../store/registry/registry.ts'
import { nameOfCode } from '../store/views/names.ts'
import type { Desk } from '../terminal/desk.ts'
import { type NamedLibrary, type NamingDesk, namingDesk } from '../terminal/naming.ts'

/** A desk that says what the registry calls its codes, retired records among them; of a draw, what it called them when it was frozen. */
export function naming(desk: Desk, store: Store, at: EntryNumber | null = null): NamingDesk {
  return namingDesk(desk, (library, code) => nameOfCode(store, library, code, at))
}

/** A record of any registry as people know it: with its name where its registry has names. */
export function recordTold(desk: Desk, store: Store, library: LibraryName, id: string): string {
  if (isNamed(library)) return naming(desk, store).named(library, id)
  if (library !== 'plan') return id
  const name = readRecord(store, 'plan', id)?.get('name') ?? ''
  return desk.say.published.certificate.named(id, name)
}

function isNamed(library: LibraryName): library is NamedLibrary {
  return NAMED.has(library)
}

const NAMED: ReadonlySet<LibraryName> = new Set<NamedLibrary>([
  'departments',
  'items',
  'inspectors',
  'experts',
  'targets',
])
