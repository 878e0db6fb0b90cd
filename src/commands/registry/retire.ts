import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { inEntry } from '../../store/entry.ts'
import { endRecord } from '../../store/registry/registry.ts'
import type { Desk } from '../../terminal/desk.ts'
import { libraryNamed, recordNamed } from '../lookup.ts'
import { occasionOf, withStore } from '../session.ts'

const refuse = refusal<OptionReasons>()

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
      endRecord(writer, of, version)
      return { subject: { id: row[0], reason: options.reason }, result: null }
    })
    desk.result({ library: of.name, id: row[0], entry: entry!.number, digest: entry!.digest }, () => [
      desk.say.registry.retired(of.name, row[0]!),
      `  ${desk.say.log.entry(entry!.number, entry!.digest)}`,
    ])
    return 0
  })
}
