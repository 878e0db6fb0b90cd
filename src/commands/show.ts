import { idOfTarget, versionsOf } from '../store/registry.ts'
import type { Desk } from '../terminal/desk.ts'
import { recordData, recordLines } from '../terminal/record.ts'
import { calendarLines, calendarOf } from './calendar.ts'
import { entryNamed } from './list.ts'
import { recordNamed } from './retire.ts'
import { libraryNamed, withStore } from './shared.ts'

/** show — one record, now or at a ledger entry, or every version of it. */
export async function show(
  desk: Desk,
  name: string,
  id: string,
  options: { readonly at?: string; readonly history?: boolean },
): Promise<number> {
  const of = libraryNamed(name)
  return withStore(desk, store => {
    const at = options.at === undefined ? undefined : entryNamed(store, options.at)
    const all =
      options.history === true
        ? versionsOf(store, of, of.name === 'targets' ? idOfTarget(store, id) : id)
        : []
    const versions = all.length > 0 ? all : [recordNamed(store, name, id, at)]
    const data = versions.map(({ since, until, row }) => ({ since, until, ...recordData(of, row) }))
    const calendar =
      of.name === 'targets' && options.history === true ? calendarOf(store, versions[0]!.row[0]!) : null
    desk.result(
      { library: of.name, versions: data, ...(calendar === null ? {} : { visits: calendar }) },
      () => [
        ...versions.flatMap(({ since, until, row }) => [
          `${row[0]}  ${desk.say.versionSpan(since, until)}`,
          ...recordLines(desk, of, row),
        ]),
        ...(calendar === null ? [] : calendarLines(desk, calendar)),
      ],
    )
    return 0
  })
}
