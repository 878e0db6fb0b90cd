import { officeChanges } from '../../core/office/office-changes.ts'
import { inEntry } from '../../store/entry.ts'
import { lastNumber, officeAt, officeValues, peopleKnown, writeOffice } from '../../store/office.ts'
import type { Desk } from '../../terminal/desk.ts'
import { officeYear } from '../office-today.ts'
import { occasionOf, withStore } from '../session.ts'

/** office set — gives settings of the office new values, all or none, as one entry of the ledger; an empty one takes its value back. */
export async function setOffice(
  desk: Desk,
  assignments: readonly string[],
  options: { readonly reason?: string },
): Promise<number> {
  const reason = options.reason?.trim() ?? ''
  return withStore(desk, async store => {
    const { entry, result } = await inEntry(store, occasionOf(desk), 'office set', writer => {
      const changes = officeChanges(assignments, {
        values: officeValues(store),
        people: peopleKnown(store),
        lastGiven: (mark, year) => lastNumber(store, mark, year),
        thisYear: Number(officeYear(desk, store)),
      })
      const standing = officeAt(store)
      for (const { setting, value } of changes)
        writeOffice(writer, standing.get(setting), { setting, value, reason })
      return { subject: { office: changes, ...(reason === '' ? {} : { reason }) }, result: changes }
    })
    const { office: say } = desk.say
    desk.result({ changed: result, entry: entry?.number ?? null, digest: entry?.digest ?? null }, () => [
      ...result.map(({ setting, was, value }) => say.changed(setting, was, value)),
      ...(entry === null ? [say.same] : [desk.say.log.entry(entry.number, entry.digest)]),
    ])
    return 0
  })
}
