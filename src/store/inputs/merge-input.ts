import type { Day } from '../../core/dates.ts'
import type { MergeInput } from '../../core/visits/merge.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { mergesIn } from '../draws/merges.ts'
import { idsOfFirm } from '../moved-firms.ts'
import type { Store } from '../open.ts'
import { idOfTarget } from '../registry/targets.ts'
import { visitingOf } from '../views/common-visits.ts'
import { refuseAltered } from '../views/drawn.ts'

/** Reads two draws that are to meet, and the targets that were named, each by any of its codes. */
export function mergeInput(
  store: Store,
  host: DrawRecord,
  guest: DrawRecord,
  names: readonly string[],
): MergeInput {
  refuseAltered(store)
  const [ours, theirs] = [visitingOf(store, host), visitingOf(store, guest)]
  const targets = names.map(name => {
    const ids = idsOfFirm(store, idOfTarget(store, name))
    return ids.find(id => ours.seats.some(({ target }) => target === id)) ?? ids[0]!
  })
  return { host: ours, guest: theirs, targets, merged: mergesIn(store), inspected: daysOf(store) }
}

/** The days of the results of a draw at a target, in their order. */
function daysOf(store: Store): MergeInput['inspected'] {
  const days = store
    .sql<Day>(
      `select distinct inspected from result
       where until is null and id >= @place || '/' and id < @place || '0' and inspected <> '' order by inspected`,
    )
    .pluck()
  return (draw, target) => days.all({ place: `${draw}/${target}` })
}
