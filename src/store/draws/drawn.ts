import type { AssignmentRow, SelectionRow } from '../../core/draw/folder/rows.ts'
import type { DrawNumber } from '../../core/ids.ts'
import type { Store } from '../open.ts'

type Drawn = Pick<SelectionRow, 'target' | 'stratum' | 'rank' | 'status'>

/** Who was drawn, and who is in reserve: by stratum, in the order of their tickets. */
export function drawnOf(store: Store, draw: DrawNumber): Drawn[] {
  return store
    .sql<Drawn>('select target, stratum, rank, status from drawn where draw = ? order by stratum, rank')
    .all(draw)
}

/** Who was seated when the draw was run. */
export function seatedOf(store: Store, draw: DrawNumber): AssignmentRow[] {
  return store
    .sql<AssignmentRow>(
      'select target, department, seat, inspector from seated where draw = ? order by target, department, seat',
    )
    .all(draw)
}
