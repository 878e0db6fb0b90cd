import type { AssignmentRow } from '../../core/draw/folder/rows.ts'
import type { DrawNumber, TargetId } from '../../core/ids.ts'
import { movedFirms } from '../moved-firms.ts'
import type { Store } from '../open.ts'
import { AFTER_ALL, STANDING_SEATS, STANDING_TARGETS } from '../standing-seats.ts'

/** The order in which targets came into the registry: the number of each one's first version. */
export function enteredOrder(store: Store): Map<string, number> {
  return new Map(store.sql<[string, number]>('select id, min(version) from target group by id').raw().all())
}

type SeatOfDraw = AssignmentRow & { readonly draw: DrawNumber }

/** Who sits where now, in the draws of a year that are not void. */
export function seatsInYear(store: Store, year: string): SeatOfDraw[] {
  return store
    .sql<SeatOfDraw>(
      `select stood.* from ${STANDING_SEATS} as stood
       where stood.draw like @year and stood.draw not in (select draw from void)
       order by stood.draw, stood.target, stood.department, stood.seat`,
    )
    .all({ entry: AFTER_ALL, year: `${year}-%` })
}

/** What is to be visited, in the draws of a year that are not void; a firm goes by the number it has now. */
export function targetsInYear(store: Store, year: string): { draw: DrawNumber; target: TargetId }[] {
  const moved = movedFirms(store, AFTER_ALL)
  const rows = store
    .sql<{ draw: DrawNumber; target: TargetId }>(
      `select stood.draw, stood.target from ${STANDING_TARGETS} as stood
       where stood.draw like @year and stood.draw not in (select draw from void)
       order by stood.target, stood.draw`,
    )
    .all({ entry: AFTER_ALL, year: `${year}-%` })
  return rows.map(({ draw, target }) => ({ draw, target: moved.get(target) ?? target }))
}
