import type { Day } from '../../core/dates.ts'
import { idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { asRecord } from '../../core/registry/record.ts'
import { causeIn } from '../../core/visits/visit.ts'
import type { EntryWriter } from '../entry.ts'
import type { Store } from '../open.ts'
import { visitNumbers, visitsTo, writeVisit } from '../visits.ts'

/** The cause under which a 复查 is a visit. */
const RECHECK = '复查'

/**
 * Puts the 复查 of a result on record as the visit that it is, so that counts and caps know of it; once for each target,
 * department and day, however many items were looked at again.
 */
export function recheckWriter(store: Store, writer: EntryWriter): (row: RecordCells) => void {
  const nextId = visitNumbers(store)
  return row => {
    const result = asRecord('results', row)
    const day = result.later('recheck')
    if (day === '') return
    const [target, department] = [result.get('target'), result.get('department')]
    const isKnown = visitsTo(store, target).some(
      visit => visit.department === department && visit.day === day && causeIn(visit.cause) === RECHECK,
    )
    if (isKnown) return
    const id = nextId(day.slice(0, 4))
    writeVisit(writer, {
      id,
      target,
      department,
      day: day as Day,
      cause: RECHECK,
      reference: idOf(row),
      remark: '',
    })
  }
}
