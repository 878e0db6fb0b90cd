import type { Day } from '../../core/dates.ts'
import { officeDay } from '../../core/office-time.ts'
import type { EntryWriter } from '../entry.ts'
import type { Store } from '../open.ts'
import { type DrawRecord, lastDayOf, offsetAtFreeze } from './draw-record.ts'
import { waitingDraws } from './draws.ts'
import { openSeal } from './sealed.ts'
import { writeLapsed } from './write-draw.ts'

/** A draw that waits and may not be run any more: its last day is over. */
export interface Overdue {
  readonly draw: DrawRecord
  readonly last: Day
}

/** The last day of a draw if it is over at this moment; null where it is not. */
export function overdueSince({ detail }: Pick<DrawRecord, 'detail'>, now: string): Day | null {
  const last = lastDayOf(detail)
  return last !== null && officeDay(now, offsetAtFreeze(detail)) > last ? last : null
}

/** The draws that are to lapse at this moment: what decides is fixed by their freeze, nobody chooses among them. */
export function overdueDraws(store: Store, now: string): Overdue[] {
  return waitingDraws(store).flatMap(draw => {
    const last = overdueSince(draw, now)
    return last === null ? [] : [{ draw, last }]
  })
}

/** Puts on record that draws lapsed, and opens what they keep under seal; gives what the entry is about. */
export function lapse(store: Store, writer: EntryWriter, overdue: readonly Overdue[]) {
  return overdue.map(({ draw: { number: draw }, last }) => {
    writeLapsed(writer, draw, { last })
    const opened = openSeal(store, writer, draw)
    return { draw, last, ...(opened === null ? {} : { opened }) }
  })
}
