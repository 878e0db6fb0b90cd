import type { Commitment } from '../../core/draw/commitment/commitment.ts'
import { freezeLists } from '../../core/draw/commitment/freeze.ts'
import { rootOfBlocks } from '../../core/draw/folder/block-proofs.ts'
import type { Difference } from '../../core/draw/verify/difference.ts'
import { keysWithFirms } from '../../core/engine/keys.ts'
import { asksForFirms } from '../../core/frame/preview.ts'
import { type FixInput, type Snapshot, settleTask } from '../../core/freeze/fix.ts'
import type { DrawNumber, TargetId } from '../../core/ids.ts'
import { idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { asRecord } from '../../core/registry/record.ts'
import { sortedAgain } from '../../engine/sorted-again.ts'
import { fileOf } from '../../store/draws/draw-files.ts'
import { FIRMS_FILE, keptBlocks, readFirms } from '../../store/draws/engine-files.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'
import { progressOf } from '../../terminal/progress.ts'
import { engineNamed } from './engine-named.ts'
import { withEngineOf } from './with-engine-of.ts'

/** What was fixed before the seed, made again from a snapshot; or the first row of its lists that should be another one. */
export type FixedAgain =
  | { readonly kind: 'files'; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: 'differs'; readonly difference: Difference }

/**
 * Fixes a draw again whose frame lies in an engine: every row of the snapshot is sorted out anew from what the registry said of it then, pool, recusals,
 * sizes and commitment follow. What the registry had beside, in neither list, the snapshot does not hold, and nothing is said of it.
 */
export async function fixedAgainThere(
  desk: Desk,
  store: Store,
  { number, snapshot }: { readonly number: DrawNumber; readonly snapshot: Snapshot },
  given: FixInput,
  commitment: Commitment,
): Promise<FixedAgain> {
  const engine = engineNamed(store, snapshot.engine)
  const firmsKept = fileOf(store, number, FIRMS_FILE).get(FIRMS_FILE)
  const asks = asksForFirms(given.task, given.rules, given.items)
  const firms = asks && firmsKept !== undefined ? readFirms(firmsKept) : new Map<TargetId, TargetId>()
  const read = {
    ...given,
    ...{ inspectors: [...given.inspectors], experts: [...given.experts] },
    ...{ awaited: [...given.awaited], recusals: [...given.recusals], firms },
  }
  const { isCalled, avoided } = calledIn(new Set(read.experts.flatMap(expert => expert.list('avoids'))))
  const keys = keysWithFirms({ ...read, avoided: new Map() })
  const { frame, exclusions } = commitment
  const progress = progressOf(desk, desk.say.common.reading, frame.rows + exclusions.rows)
  const sorted = await withEngineOf(desk, engine, session =>
    sortedAgain(
      session,
      engine,
      snapshot,
      read,
      record => isCalled(record) || keys.has(idOf(record)),
      progress.at,
    ),
  )
  progress.end()
  const input = { ...read, avoided, targets: sorted.asked, rest: sorted.rest }
  const settled = settleTask(input, false)
  const difference = sorted.difference(settled)
  if (difference !== null) return { kind: 'differs', difference }
  const blocks = keptBlocks(store, number)
  const { files } = freezeLists(settled.parts, {
    frame: { sha256: frame.sha256, rows: frame.rows },
    exclusions: { sha256: exclusions.sha256, rows: exclusions.rows },
    rootOfFrame: () => {
      throw new RangeError('only version 1 of the law has one tree over all strata')
    },
    rootsOfStrata: () =>
      new Map([...blocks.strata].map(([stratum, roots]) => [stratum, rootOfBlocks(roots)])),
    rootOfExclusions: () => rootOfBlocks(blocks.exclusions),
  })
  return { kind: 'files', files }
}

/** Finds, as records pass, those that go by one of these names or numbers. */
function calledIn(names: ReadonlySet<string>) {
  const avoided = new Map<string, TargetId[]>()
  const isCalled = (cells: RecordCells): boolean => {
    if (names.size === 0) return false
    const record = asRecord('targets', cells)
    const own = (['code', 'uscc', 'registration', 'name'] as const)
      .map(field => record.get(field))
      .filter(text => names.has(text))
    for (const name of new Set(own)) avoided.set(name, [...(avoided.get(name) ?? []), idOf(cells)].sort())
    return own.length > 0
  }
  return { isCalled, avoided }
}
