import type { FrameRow } from '../../draw/folder/rows.ts'
import { matchKeyOf, selectKeyOf } from '../../draw/seed/seed.ts'
import type { LargeDraw } from '../../draw/verify/drawn-again.ts'
import type { RowHashing } from '../hashing/row-hashing.ts'
import { lowestRows } from '../lowest.ts'
import {
  type ChosenRows,
  chooseRows,
  countsOf,
  drawnRows,
  selectionFile,
  selectionRows,
} from './chosen-rows.ts'
import { idOfRow, type LowRows, lowRows } from './low-rows.ts'
import { assignmentFile, assignmentRows, matchRows, orderedTeams } from './team-rows.ts'

/** The same as `drawnFromRows`, of which no row is an object before somebody asks for it. */
export function drawnAgainPacked(hashing: RowHashing): LargeDraw {
  return (frame, { strata }, drawKey, staff) => {
    const selectKey = selectKeyOf(drawKey)
    const rows = lowRows(lowestRows(frame, strata, selectKey, hashing, { isFresh: true }).lines)
    const chosen = chooseRows(rows, strata, selectKey, hashing)
    const selection = selectionFile(rows, chosen)
    return {
      counts: countsOf(chosen),
      selection,
      teams() {
        if (staff === undefined) return undefined
        const drawn = drawnRows(rows, chosen)
        const matched = matchRows(rows, drawn, staff, department => matchKeyOf(drawKey, department))
        if (matched.kind === 'infeasible') return matched
        const file = assignmentFile(rows, orderedTeams(rows, drawn, matched.teams))
        return { kind: 'matched', file, rows: () => [...assignmentRows(file)] }
      },
      rows: () => ({ selection: [...selectionRows(selection)], frame: frameRows(rows, chosen) }),
    }
  }
}

/** The rows of the frame in which those drawn and the reserves stand. */
function frameRows(rows: LowRows, { strata }: ChosenRows): FrameRow[] {
  return strata.flatMap(({ stratum, order }) =>
    Array.from(order, row => ({
      ...{ stratum, target: idOfRow(rows, row) },
      ...rows.places[rows.placeOf[row]!]!,
    })),
  )
}
