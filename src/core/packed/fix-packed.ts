import { freezeLists } from '../draw/commitment/freeze.ts'
import type { ExclusionRow, FrameRow } from '../draw/folder/rows.ts'
import { keysOf } from '../engine/keys.ts'
import type { FramePreview } from '../frame/frame-preview.ts'
import { type FrameInput, previewFrame } from '../frame/preview.ts'
import { UNSTAFFABLE } from '../frame/staffed.ts'
import { type FixInput, type FrozenTask, frozenTask, type SettledTask, settleTask } from '../freeze/fix.ts'
import { type FreezeInput, type FrozenDraw, frozenDraw, lateIn } from '../freeze/freeze.ts'
import type { TargetId } from '../ids.ts'
import type { Pieces } from '../pieces.ts'
import { idOf } from '../registry/libraries/record-cells.ts'
import type { RowHashing } from './hashing/row-hashing.ts'
import { idSeer } from './ids.ts'
import { type PackedLists, packLists } from './lists.ts'
import type { Place } from './open-list.ts'
import { type Cursor, merged, type Runs, sortedRuns } from './runs.ts'
import { type PackedSorting, sortOutPacked } from './sort-out.ts'
import type { Spill } from './spill.ts'

/** The targets of a registry as bytes, and where to lay what does not fit. */
export interface PackedTargets {
  /** Whole rows in each piece, with the columns of `frameColumns` (`sort-out.ts`); read once. */
  readonly pieces: Pieces
  readonly spill: Spill
  readonly hashing: RowHashing
  /** Told now and then how many rows were written to the lists, and how many there are. */
  readonly written?: (rows: number, all: number) => void
}

/**
 * Freezes a task as `freeze` does, whose targets pass as bytes: the same files, entries and refusals, and none of the
 * records but of those whom something of the past may bear on.
 */
export function freezePacked(input: FreezeInput, targets: PackedTargets): FrozenDraw {
  const late = lateIn(input)
  const named = input.published.named.targets.map(({ id }) => id)
  return frozenDraw(input, late, fixPacked(input, targets, input.next.kind === 'new', named))
}

/** The same as `fixTask`; targets that are `named` come as rows of their own. */
export function fixPacked(
  given: FixInput,
  targets: PackedTargets,
  strict: boolean,
  named: readonly TargetId[] = [],
): FrozenTask {
  const [experts, awaited, recusals] = [[...given.experts], [...given.awaited], [...given.recusals]]
  const past = { ...given, experts, awaited, recusals }
  const keys = new Set([...keysOf(past), ...given.firms.keys(), ...given.firms.values(), ...named])
  const see = idSeer(strict && given.task.publishList)
  const runs = sortedRuns(targets.spill)
  const sorting = sortOutPacked(given, targets.pieces, keys, runs, see)
  const input = { ...past, targets: sorting.asked, rest: sorting.rest }
  const settled = settleTask(input, strict)
  const { digests, files, seen } = listsOf({ ...sorting, runs }, settled, given, targets, see)
  const frozen = { ...freezeLists(settled.parts, digests), lists: files }
  return frozenTask(input, settled, frozen, strict, seen)
}

/**
 * The same as `previewFrame`: of targets that nothing of the past bears on a row stands for those alike. Nothing waits where
 * this is asked.
 */
export function previewPacked(input: FrameInput, pieces: Pieces): FramePreview {
  const nobody = { recusals: [], avoided: new Map(), lastTeams: [] }
  const keys = new Set([
    ...keysOf({ ...input, ...nobody, awaited: [] }),
    ...input.firms.keys(),
    ...input.firms.values(),
  ])
  const { asked, rest } = sortOutPacked(input, pieces, keys, { add() {} }, () => 0)
  return previewFrame({ ...input, targets: asked, rest })
}

/** The lists of those who were asked for one by one and of the rest, as they were settled. */
function listsOf(
  { asked, outcomes, runs }: PackedSorting & { readonly runs: Runs },
  { parts, unstaffable }: SettledTask,
  { rules }: FixInput,
  { spill, hashing, written = () => {} }: PackedTargets,
  see: ReturnType<typeof idSeer>,
): PackedLists {
  const places: Place[] = Array.from({ length: outcomes.count() }, (_, number) => {
    const row = outcomes.rowOf(number)
    const department = row === null || !rules.unstaffableOut ? undefined : unstaffable.get(row.target)
    if (row === null) return NOWHERE
    return department === undefined ? row : { target: row.target, reason: `${UNSTAFFABLE}:${department}` }
  })
  const own = new Set(asked.map(idOf))
  const rows: readonly Place[] = [...parts.frame, ...parts.exclusions].filter(({ target }) => own.has(target))
  const cursor = withRows(runs, rows, places, sortedRuns(spill), see)
  const all = outcomes.rows() + rows.length
  return packLists(cursor, places, parts.spec, { spill, hashing, written: count => written(count, all) })
}

/** Of an outcome that no row has: it is never written. */
const NOWHERE: ExclusionRow = { target: '', reason: '' }

/** The rest of the registry together with rows of their own, which get places of their own. */
function withRows(
  runs: Runs,
  rows: readonly Place[],
  places: Place[],
  own: Runs,
  see: ReturnType<typeof idSeer>,
): Cursor {
  const numbers = new Map<string, number>()
  const encoder = new TextEncoder()
  for (const row of rows) {
    const key = keyOf(row)
    const number = numbers.get(key) ?? places.push(row) - 1
    numbers.set(key, number)
    const bytes = encoder.encode(row.target)
    own.add(bytes, 0, bytes.length, number | see(bytes, 0, bytes.length))
  }
  return rows.length === 0 ? runs.sorted() : merged([runs.sorted(), own.sorted()])
}

function keyOf(row: FrameRow | ExclusionRow): string {
  return 'stratum' in row
    ? `f\n${row.stratum}\n${row.departments.join(';')}\n${row.area}`
    : `x\n${row.reason}`
}
