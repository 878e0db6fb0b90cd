import type { AssignmentRow, PoolRow, SelectionRow } from '../../core/draw/folder/rows.ts'
import { taskToFreeze } from '../../core/freeze/freeze-terms.ts'
import type { SinceFreezeInput } from '../../core/freeze/since-freeze.ts'
import type { EntryNumber, TargetId } from '../../core/ids.ts'
import { rulesAtFreeze, rulesOf } from '../../core/rules/rules.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { movedFirms } from '../moved-firms.ts'
import type { Store } from '../open.ts'
import { readRecord, readRecords } from '../registry/registry.ts'
import { targetsNamed } from '../registry/targets.ts'

/** What was fixed of a draw, and what came out. */
interface RunRows {
  readonly pool: readonly PoolRow[]
  readonly selection: Iterable<SelectionRow>
  readonly assignment: Iterable<AssignmentRow>
}

/** Reads what may have changed since a draw was frozen, as it stands within `entry`, which has drawn it. */
export function sinceFreezeInput(
  store: Store,
  { detail }: DrawRecord,
  drawn: RunRows,
  entry: EntryNumber,
): SinceFreezeInput {
  const values = rulesAtFreeze(detail.rules)
  const moved = movedFirms(store, entry)
  const nowCalled = (target: TargetId) => (moved.get(target) ?? target) as TargetId
  const experts = [...readRecords(store, 'experts')]
  return {
    ...drawn,
    nowCalled,
    experts,
    task: taskToFreeze([...detail.row], detail.day, values),
    rules: rulesOf(values),
    lent: detail.lent ?? [],
    inspectors: [...readRecords(store, 'inspectors')],
    recusals: readRecords(store, 'recusals'),
    avoided: targetsNamed(
      store,
      experts.flatMap(expert => expert.list('avoids')),
      entry,
    ),
    // Of a registry that lies elsewhere this one knows nothing, and so nothing that has changed.
    statusOf: target =>
      detail.snapshot !== undefined
        ? ''
        : (readRecord(store, 'targets', nowCalled(target))?.get('status') ?? null),
  }
}
