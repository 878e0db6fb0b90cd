import type { DrawNumber, TargetId } from '../../core/ids.ts'
import { membersIn } from '../../core/registry/cells/cell-result.ts'
import { idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { asRecord, type RecordOf } from '../../core/registry/record.ts'
import type { Store } from '../open.ts'
import { readRecord } from '../registry/registry.ts'
import { fileOf } from './draw-files.ts'
import type { DrawRecord } from './draw-record.ts'
import { DRAWN_TARGETS, readTargets } from './engine-files.ts'

/** A target as its registry had it when a draw was frozen, which lies here or in an engine: there only those that were drawn are known. */
export function targetOfDraw(
  store: Store,
  { number, since, detail }: Pick<DrawRecord, 'number' | 'since' | 'detail'>,
  target: TargetId,
): RecordOf<'targets'> | null {
  if (detail.snapshot === undefined) return readRecord(store, 'targets', target, since)
  const cells = keptOf(store, number).get(target)
  return cells === undefined ? null : asRecord('targets', cells)
}

/** A target that this database never had, as the registry of an engine had it in the latest draw that drew it there. */
export function targetElsewhere(store: Store, target: TargetId): RecordOf<'targets'> | null {
  for (const number of drawsElsewhere(store)) {
    const cells = keptOf(store, number).get(target)
    if (cells !== undefined) return asRecord('targets', cells)
  }
  return null
}

/** The sub-libraries that drawn targets of registries in engines stand in. */
export function subLibrariesElsewhere(store: Store): Set<string> {
  const found = new Set<string>()
  for (const number of drawsElsewhere(store))
    for (const cells of keptOf(store, number).values())
      for (const name of membersIn(asRecord('targets', cells).get('libraries'))) found.add(name)
  return found
}

/** Draws of which drawn targets are kept, the latest first. */
function drawsElsewhere(store: Store): readonly DrawNumber[] {
  return store
    .sql<DrawNumber>('select draw from draw_file where name = ? order by draw desc')
    .pluck()
    .all(DRAWN_TARGETS)
}

/** What is kept of a draw that was run never changes. */
function keptOf(store: Store, draw: DrawNumber): ReadonlyMap<string, RecordCells> {
  const known = KEPT.get(store) ?? new Map<DrawNumber, ReadonlyMap<string, RecordCells>>()
  KEPT.set(store, known)
  const found = known.get(draw)
  if (found !== undefined) return found
  const bytes = fileOf(store, draw, DRAWN_TARGETS).get(DRAWN_TARGETS)
  if (bytes === undefined) return new Map()
  const kept = new Map(readTargets(bytes).map(cells => [idOf(cells), cells]))
  known.set(draw, kept)
  return kept
}

const KEPT = new WeakMap<Store, Map<DrawNumber, ReadonlyMap<string, RecordCells>>>()
