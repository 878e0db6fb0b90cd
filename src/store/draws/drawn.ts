import type { AssignmentRow } from '../../core/draw/folder/rows.ts'
import type { TargetId } from '../../core/ids.ts'
import type { Store } from '../open.ts'

export function drawnOf(
  store: Store,
  draw: string,
): { target: TargetId; stratum: string; rank: number; status: 'drawn' | 'reserve' }[] {
  return store
    .sql('select target, stratum, rank, status from drawn where draw = ? order by stratum, rank')
    .all(draw) as ReturnType<typeof drawnOf>
}

export function seatedOf(store: Store, draw: string): AssignmentRow[] {
  return store
    .sql(
      'select target, department, seat, inspector from seated where draw = ? order by target, department, seat',
    )
    .all(draw) as AssignmentRow[]
}
