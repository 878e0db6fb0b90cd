import { freezeLists } from '../draw/commitment/freeze.ts'
import type { ExclusionRow, FrameRow } from '../draw/folder/rows.ts'
import { keysWithFirms } from '../engine/keys.ts'
import type { FramePreview } from '../frame/frame-preview.ts'
import { type FrameInput, previewFrame } from '../frame/preview.ts'
import { UNSTAFFABLE } from '../frame/staffed.ts'
import { type FixInput, type FrozenTask, frozenTask, type SettledTask, settleTask } from '../freeze/fix.ts'
import { type FreezeInput, type FrozenDraw, frozenDraw, lateIn } from '../freeze/freeze.ts'
import type { TargetId } from '../ids.ts'
import type { RowHashing } from './hashing/row-hashing.ts'
import { type PackedLists, packLists } from './lists.ts'
import type { RowLoops } from './loops/row-loops.ts'
import type { Place } from './open-list.ts'
import type { PackedRegistry } from './packed-registry.ts'
import { withMarksUpTo } from './row-marks.ts'
import { addRow, type RowSet, rowSet } from './row-set.ts'
import { FIRST, type PackedSorting, sortOutPacked } from './sort-out.ts'
import type { Spill } from './spill.ts'

/** The targets of a registry as bytes, and where to lay what does not fit. */
export interface PackedTargets {
  readonly registry: PackedRegistry
  readonly spill: Spill
  readonly hashing: RowHashing
  /** Goes over most rows, where the machine has it. */
  readonly loops?: RowLoops | null
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
  const keys = new Set([...keysWithFirms(past), ...named])
  const sorting = sortOutPacked(given, targets.registry, keys, targets.loops)
  const input = { ...past, targets: sorting.asked, rest: sorting.rest }
  const settled = settleTask(input, strict)
  const { digests, files, seen } = listsOf(sorting, settled, given, targets, strict)
  const frozen = { ...freezeLists(settled.parts, digests), lists: files }
  return frozenTask(input, settled, frozen, strict, seen)
}

/**
 * The same as `previewFrame`: of targets that nothing of the past bears on a row stands for those alike. Nothing waits where
 * this is asked.
 */
export function previewPacked(input: FrameInput, registry: PackedRegistry): FramePreview {
  return previewOfRows(input, { recusals: [], avoided: new Map(), lastTeams: [] }, registry).preview
}

/** A frame as it is previewed, and which rows of the registry are in it. */
export interface PreviewOfRows {
  readonly preview: FramePreview
  /** The numbers of the targets that have rows of their own. */
  readonly named: ReadonlyMap<TargetId, number>
  /** The rows of the registry for which some of the rows of the frame stand. */
  readonly rowsFor: (frame: readonly FrameRow[]) => RowSet
}

/** The same with the rows that its frame is made of; whoever must not meet somebody stands for himself too. */
export function previewOfRows(
  input: FrameInput,
  pairs: Pick<FixInput, 'recusals' | 'avoided' | 'lastTeams'>,
  registry: PackedRegistry,
  loops: RowLoops | null = null,
): PreviewOfRows {
  const keys = keysWithFirms({ ...input, ...pairs, awaited: [] })
  const sorting = sortOutPacked(input, registry, keys, loops)
  const { asked: targets, rest, rowsOfAsked: named } = sorting
  return {
    preview: previewFrame({ ...input, targets, rest }),
    named,
    rowsFor: frame => rowsFor(sorting, frame),
  }
}

function rowsFor(
  { rowsOfAsked, outcomes, marks: { of } }: PackedSorting,
  frame: readonly FrameRow[],
): RowSet {
  const targets = new Set(frame.map(({ target }) => target))
  const isIn = Uint8Array.from({ length: FIRST + outcomes.count() }, (_, mark) => {
    const row = mark < FIRST ? null : outcomes.rowOf(mark - FIRST)
    return row !== null && targets.has(row.target) ? 1 : 0
  })
  const rows = rowSet(of.length)
  for (let row = 0; row < of.length; row++) if (isIn[of[row]!] === 1) addRow(rows, row)
  for (const [target, row] of rowsOfAsked) if (targets.has(target)) addRow(rows, row)
  return rows
}

/** The lists of those who were asked for one by one and of the rest, as they were settled. */
function listsOf(
  { rowsOfAsked, outcomes, marks }: PackedSorting,
  { parts, unstaffable }: SettledTask,
  { rules, task }: FixInput,
  { registry, spill, hashing, loops = null, written = () => {} }: PackedTargets,
  strict: boolean,
): PackedLists {
  const places: Place[] = Array.from({ length: FIRST + outcomes.count() }, (_, mark) => {
    const row = mark < FIRST ? null : outcomes.rowOf(mark - FIRST)
    const department = row === null || !rules.unstaffableOut ? undefined : unstaffable.get(row.target)
    if (row === null) return NOWHERE
    return department === undefined ? row : { target: row.target, reason: `${UNSTAFFABLE}:${department}` }
  })
  const own: readonly Place[] = [...parts.frame, ...parts.exclusions].filter(({ target }) =>
    rowsOfAsked.has(target),
  )
  const numbers = new Map<string, number>()
  for (const row of own) if (!numbers.has(keyOf(row))) numbers.set(keyOf(row), places.push(row) - 1)
  const { of } = withMarksUpTo(marks, places.length)
  for (const row of own) of[rowsOfAsked.get(row.target)!] = numbers.get(keyOf(row))!
  const rows = outcomes.rows() + own.length
  const placeOf = (row: number) => (of[row]! < FIRST ? -1 : of[row]!)
  const isPublic = strict && task.publishList
  return packLists(
    registry.ids,
    { places, placeOf, rows, isPublic, spec: parts.spec },
    { spill, hashing, loops, written },
  )
}

/** Of an outcome that no row has: it is never written. */
const NOWHERE: ExclusionRow = { target: '', reason: '' }

function keyOf(row: FrameRow | ExclusionRow): string {
  return 'stratum' in row
    ? `f\n${row.stratum}\n${row.departments.join(';')}\n${row.area}`
    : `x\n${row.reason}`
}
