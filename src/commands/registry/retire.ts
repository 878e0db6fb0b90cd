import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { idOf } from '../../core/registry/libraries/record-cells.ts'
import type { ResultReasons } from '../../core/results/reasons.ts'
import { refuseForeign } from '../../core/results/take-step.ts'
import { inEntry } from '../../store/entry.ts'
import type { Store } from '../../store/open.ts'
import { endRecord } from '../../store/registry/registry.ts'
import { resultWith } from '../../store/results/results.ts'
import { writtenFor } from '../../store/results/written-for.ts'
import type { Desk } from '../../terminal/desk.ts'
import { libraryNamed, recordNamed } from '../lookup.ts'
import { recordTold } from '../naming.ts'
import { occasionOf, withStore } from '../session.ts'
import { refuseFaultyHolidays } from './refuse-faulty-holidays.ts'

const refuse = refusal<OptionReasons & ResultReasons>()

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
    const { entry, result: retired } = await inEntry(store, occasionOf(desk), `retire ${of.name}`, writer => {
      const { version, row } = recordNamed(store, desk, name, id)
      if (of.name === 'results') refuseToRetire(desk, store, idOf(row))
      endRecord(writer, of, version)
      refuseFaultyHolidays(store, of)
      return { subject: { id: idOf(row), reason: options.reason }, result: idOf(row) }
    })
    desk.result({ library: of.name, id: retired, entry: entry!.number, digest: entry!.digest }, () => [
      desk.say.registry.retired(of.name, recordTold(desk, store, of.name, retired)),
      `  ${desk.say.log.entry(entry!.number, entry!.digest)}`,
    ])
    return 0
  })
}

/** A result is retired by its own department, and never where it is or was public. */
function refuseToRetire(desk: Desk, store: Store, id: string): void {
  const result = resultWith(store, id)
  if (result === null) return
  if (result.published !== null) throw refuse('published-result-stays', { result: id })
  refuseForeign(result, { actor: desk.actor, writesFor: writtenFor(store, desk.actor) })
}
