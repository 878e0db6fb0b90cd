import type { DrawNumber, TargetId } from '../../core/ids.ts'
import { membersIn } from '../../core/registry/cells/cell-result.ts'
import { asRecord, type RecordOf } from '../../core/registry/record.ts'
import type { Store } from '../open.ts'
import { readRecord } from '../registry/registry.ts'
import type { DrawRecord } from './draw-record.ts'
import { DRAWN_TARGETS } from './engine-files.ts'
import { eachKeptTarget, keptTargets } from './kept-targets.ts'

/** A target as its registry had it when a draw was frozen, which lies here or in an engine: there only those that were drawn are known. */
export function targetOfDraw(
  store: Store,
  { number, since, detail }: Pick<DrawRecord, 'number' | 'since' | 'detail'>,
  target: TargetId,
): RecordOf<'targets'> | null {
  if (detail.snapshot === undefined) return readRecord(store, 'targets', target, since)
  const cells = keptTargets(store, number).get(target)
  return cells === undefined ? null : asRecord('targets', cells)
}

/** A target that this database never had, as the registry of an engine had it in the latest draw that drew it there. */
export function targetElsewhere(store: Store, target: TargetId): RecordOf<'targets'> | null {
  for (const number of drawsElsewhere(store)) {
    const cells = keptTargets(store, number).get(target)
    if (cells !== undefined) return asRecord('targets', cells)
  }
  return null
}

/** The sub-libraries that drawn targets of registries in engines stand in. */
export function subLibrariesElsewhere(store: Store): Set<string> {
  return new Set(drawsElsewhere(store).flatMap(number => [...subLibrariesOf(store, number)]))
}

/** What is kept of a draw that was run never changes. */
function subLibrariesOf(store: Store, draw: DrawNumber): ReadonlySet<string> {
  const all = NAMED.get(store) ?? new Map<DrawNumber, ReadonlySet<string>>()
  NAMED.set(store, all)
  const known = all.get(draw)
  if (known !== undefined) return known
  const found = new Set<string>()
  for (const cells of eachKeptTarget(store, draw))
    for (const name of membersIn(asRecord('targets', cells).get('libraries'))) found.add(name)
  all.set(draw, found)
  return found
}

/** Draws of which drawn targets are kept, the latest first. */
function drawsElsewhere(store: Store): readonly DrawNumber[] {
  return store
    .sql<DrawNumber>('select draw from draw_file where name = ? order by draw desc')
    .pluck()
    .all(DRAWN_TARGETS)
}

const NAMED = new WeakMap<Store, Map<DrawNumber, ReadonlySet<string>>>()
