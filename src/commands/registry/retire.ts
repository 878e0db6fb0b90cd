import { nearest } from '../../core/nearest.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { library } from '../../core/registry/libraries/library.ts'
import type { RegistryReasons } from '../../core/registry/reasons.ts'
import { inEntry } from '../../store/entry.ts'
import type { Store } from '../../store/open.ts'
import { recordOf, records, type Version } from '../../store/registry/registry.ts'
import { idOfTarget } from '../../store/registry/targets.ts'
import type { Desk } from '../../terminal/desk.ts'
import { libraryNamed, occasionOf, withStore } from '../session.ts'

const refuse = refusal<OptionReasons & RegistryReasons>()

/** retire — take a record out of use from now on; its history stays. */
export async function retire(
  desk: Desk,
  name: string,
  id: string,
  options: { readonly reason?: string },
): Promise<number> {
  const of = libraryNamed(name)
  if (!options.reason?.trim()) throw refuse('missing-option', { option: '--reason' })
  return withStore(desk, async store => {
    const { version, row } = recordNamed(store, name, id)
    const { entry } = await inEntry(store, occasionOf(desk), `retire ${of.name}`, writer => {
      writer.end(of.table, version)
      return { subject: { id: row[0], reason: options.reason }, result: null }
    })
    desk.result({ library: of.name, id: row[0], entry: entry!.number, digest: entry!.digest }, () => [
      desk.say.retired(of.name, row[0]!),
      desk.say.entry(entry!.number, entry!.digest),
    ])
    return 0
  })
}

/** The version of a record that the user named, now or at an entry; a target by any of its codes. */
export function recordNamed(store: Store, name: string, id: string, at?: number): Version {
  const of = libraryNamed(name)
  const key = of.name === 'targets' ? idOfTarget(store, id) : id
  const found = recordOf(store, of, key, at)
  if (found !== null) return found
  const near =
    of.name === 'targets'
      ? null
      : nearest(
          id,
          [...records(store, library(of.name))].map(row => row[0]!),
        )
  throw refuse('no-such-record', { library: of.name, id, nearest: near })
}
