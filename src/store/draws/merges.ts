import type { Pen } from '../entry.ts'
import type { Store } from '../open.ts'
import { AFTER_ALL, FALLEN } from '../standing-seats.ts'

/** One visit for two draws at one target: the guest's people go with the host's, or the host's go for them. */
export interface Merge {
  readonly guest: string
  readonly target: string
  readonly host: string
  readonly approver: string
  readonly reason: string
}

export function writeMerge(pen: Pen, { guest, target, host, approver, reason }: Merge): void {
  pen.write(
    'merged',
    'insert into merged (guest, target, host, since, approver, reason) values (?, ?, ?, ?, ?, ?)',
    [guest, target, host, pen.entry, approver, reason],
  )
}

/**
 * Merges that stand, by guest and target; of one draw where it is named. A merge ends when one of its draws becomes void
 * or its target falls out of one.
 */
export function mergesIn(store: Store, draw?: string): Merge[] {
  return store
    .sql(
      `select guest, target, host, approver, reason from merged
       where guest not in (select draw from void) and host not in (select draw from void)
         and not ${FALLEN('merged.target', 'merged.guest')} and not ${FALLEN('merged.target', 'merged.host')}
         and (@draw is null or @draw in (guest, host)) order by guest, target`,
    )
    .all({ draw: draw ?? null, entry: AFTER_ALL }) as Merge[]
}

/** The sub-libraries that targets of the registry stand in. */
export function subLibraries(store: Store): string[] {
  const rows = store
    .sql("select distinct libraries from target where until is null and libraries <> ''")
    .raw()
    .all() as [string][]
  return rows.flatMap(([libraries]) => libraries.split(';'))
}
