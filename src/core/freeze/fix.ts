import { type Frozen, freezeDraw, type Parts } from '../draw/commitment/freeze.ts'
import type { Fixed } from '../draw/draw.ts'
import type { ExclusionRow, RecusalRow, Stratum } from '../draw/folder/rows.ts'
import type { DrawReasons } from '../draw/reasons.ts'
import { blockingAt, unstaffableIn } from '../draw/unstaffable.ts'
import { type Attendance, attendanceOf } from '../frame/attendance.ts'
import type { FramePreview } from '../frame/frame-preview.ts'
import { type ItemFaults, itemFaults } from '../frame/item-faults.ts'
import { type ItemUsed, type UnlimitedItem, unlimitedItems } from '../frame/items-of-task.ts'
import { type FrameInput, previewFrame } from '../frame/preview.ts'
import { withoutUnstaffable } from '../frame/staffed.ts'
import { type Waterfall, type Weights, weightIn } from '../frame/waterfall.ts'
import type { DepartmentCode, TargetId } from '../ids.ts'
import type { Lent } from '../pool/lending.ts'
import { type PairsInput, type PeopleInput, pairsOf, peopleOf } from '../pool/people.ts'
import type { PoolResult } from '../pool/pool.ts'
import { checkSeats } from '../pool/seats.ts'
import { refusal } from '../refusal.ts'
import type { Task } from '../registry/task.ts'
import type { RuleStandings } from '../rules/reasons.ts'
import type { RuleValues } from '../rules/rule-book.ts'
import { checkAssigned } from './assigned.ts'
import { checkTerms } from './check-published.ts'
import {
  checkCause,
  checkFrame,
  checkItems,
  checkLent,
  checkMinimum,
  checkSizes,
  checkSome,
  checkStaff,
  checkStrata,
} from './checks.ts'
import type { Announced } from './freeze-terms.ts'
import { checkReadsBack } from './read-back.ts'
import type { FreezeReasons } from './reasons.ts'
import type { SeenLists } from './seen-lists.ts'
import { termsOf } from './terms.ts'

const refuse = refusal<FreezeReasons & DrawReasons>()

/** All that a task is fixed from, as it stood when one entry was written. */
export interface FixInput extends FrameInput, PeopleInput, PairsInput {
  readonly values: RuleValues
  /** The version of the law, and the sources. */
  readonly announced: Announced
  /** Who set each rule, for a refusal to name. */
  readonly standings: RuleStandings
}

/** A task with all that is fixed before the seed, and what is told of how it came about. */
export interface FrozenTask {
  readonly task: Task
  readonly frozen: Frozen
  /** The same as rows, so that a draw at once need not read them back. */
  readonly fixed: Fixed
  readonly exclusions: readonly ExclusionRow[]
  readonly strata: readonly Stratum[]
  readonly waterfall: Waterfall
  /** Who goes to what is drawn. */
  readonly attendance: Attendance
  readonly pooled: PoolResult
  readonly rules: RuleValues
  readonly lent: readonly Lent[]
  /** How many pairs rotation keeps apart. */
  readonly rotated: number
  /** Targets that nobody may staff, by the department that has no team for them; excluded, or kept where the rule says so. */
  readonly unstaffable: ReadonlyMap<TargetId, DepartmentCode>
  readonly itemsUsed: readonly ItemUsed[]
  /** What the rules let pass of them, to be told. */
  readonly itemFaults: ItemFaults
  /** 一般 items of the task whose list states no upper limit. */
  readonly unlimited: readonly UnlimitedItem[]
  /** Where frame and exclusions lie if that is not here: rows of `fixed` and `exclusions` then stand for those alike. */
  readonly snapshot?: Snapshot
  readonly weights?: Weights
  /** What was seen of them as they passed as bytes: rows stand for those alike then, too. */
  readonly seen?: SeenLists
}

/** The tables of an engine that a frame and its exclusions stand in. */
export interface Snapshot {
  readonly engine: string
  /** What the names of the tables begin with. */
  readonly tables: string
}

/**
 * Fixes frame, exclusions, pool, recusals and sizes of a task (draw.md, sections 2 and 3), or refuses. The same input
 * gives the same bytes, now and at any replay; `strict` is false where what stands frozen is only compared, so that the
 * refusals of today come too late for it.
 */
export function fixTask(input: FixInput, strict: boolean): FrozenTask {
  const settled = settleTask(input, strict)
  return frozenTask(input, settled, freezeDraw(settled.parts), strict)
}

/** A task as it is settled, before anything of it is written as bytes. */
export interface SettledTask {
  readonly parts: Parts
  readonly preview: FramePreview
  readonly pooled: PoolResult
  readonly rotated: number
  readonly unstaffable: ReadonlyMap<TargetId, DepartmentCode>
}

/** Settles who is in the frame, who is not, who may be matched, and how many are drawn; or refuses. */
export function settleTask(input: FixInput, strict: boolean): SettledTask {
  const { task, rules, standings, items, lent } = input
  if (strict) {
    checkCause(task, rules, standings)
    checkAssigned(task)
    checkStaff(task, rules, standings)
    checkItems(task, items, rules, standings)
  }
  const all = previewFrame(input)
  if (strict) checkFrame(task, all, rules, standings)
  checkSome(task, all)
  if (strict) checkStrata(task, all)
  const people = peopleOf(task, rules, input)
  const { pool } = people.pooled
  if (strict) checkLent(lent, people.pooled)
  checkSeats(task, all.framed.frame, people.pooled)
  const staffed = staffedOf(input, all, people)
  const { preview, recusals, rotated } = staffed
  const { frame, exclusions } = preview.framed
  if (strict) {
    checkMinimum(task, preview, rules, standings)
    checkSizes(task, preview)
  }
  const { strata } = preview
  const { number, name, teams, avoidSameArea } = task
  const parts = {
    task: { id: number, name },
    frame,
    exclusions,
    pool,
    recusals,
    strata,
    teams,
    avoidSameArea,
  }
  return {
    parts: { ...parts, ...ofLaw(input, staffed) },
    preview,
    pooled: people.pooled,
    rotated,
    unstaffable: staffed.unstaffable,
  }
}

/** A settled task with the bytes that it was written as; where these would not be read back it is refused. */
export function frozenTask(
  { task, values, lent, items }: FixInput,
  { parts, preview, pooled, rotated, unstaffable }: SettledTask,
  frozen: Frozen,
  strict: boolean,
  seen: SeenLists | null = null,
): FrozenTask {
  const { frame, exclusions, pool, recusals, strata } = parts
  if (strict) {
    if (frozen.commitment.spec !== 'ssj-draw/1') checkTerms(task, frozen.commitment.terms)
    checkReadsBack(task.number, frozen, parts, seen)
  }
  return {
    task,
    frozen,
    fixed: { commitment: frozen.commitment, frame, pool, recusals },
    exclusions,
    strata,
    waterfall: preview.framed.waterfall,
    attendance: attendanceOf(task.departments, frame, strata, weightIn(preview.framed)),
    pooled,
    rules: values,
    lent,
    rotated,
    unstaffable,
    ...(preview.framed.weights === undefined ? {} : { weights: preview.framed.weights }),
    ...(seen === null ? {} : { seen }),
    itemsUsed: items,
    itemFaults: itemFaults(task, items),
    unlimited: unlimitedItems(preview.items),
  }
}

interface Staffed extends ReturnType<typeof pairsOf> {
  readonly preview: FramePreview
  readonly unstaffable: ReadonlyMap<TargetId, DepartmentCode>
}

/**
 * The frame without those whom nobody may staff, where the rules exclude them, and the pairs that must not meet in it.
 * Refuses where nobody would be left, with what blocks and cures the first.
 */
function staffedOf(input: FixInput, all: FramePreview, people: ReturnType<typeof peopleOf>): Staffed {
  const { task, rules } = input
  const { frame } = all.framed
  const targets = new Set(frame.map(({ target }) => target))
  const pairs = pairsOf(task, people, input, target => targets.has(target))
  const { teams, avoidSameArea } = task
  const { recusals } = pairs
  const staff = { frame, pool: people.pooled.pool, recusals, teams, avoidSameArea }
  const unstaffable = unstaffableIn(staff)
  if (unstaffable.size === 0 || !rules.unstaffableOut) return { ...pairs, preview: all, unstaffable }
  const [first] = unstaffable
  if (unstaffable.size === frame.length) {
    const [target, department] = first!
    throw refuse('infeasible', { department, blocking: blockingAt(staff, target, department) })
  }
  const stays = ({ target }: RecusalRow) => !unstaffable.has(target)
  return {
    recusals: recusals.filter(stays),
    rotated: pairs.rotated,
    preview: withoutUnstaffable(task, rules, all, unstaffable),
    unstaffable,
  }
}

/** What the versions of the law state each in its own way. */
function ofLaw(
  { announced, task, values, firms }: FixInput,
  { preview, unstaffable }: Staffed,
):
  | Pick<Parts & { spec: 'ssj-draw/1' }, 'spec' | 'seedSources'>
  | Pick<Parts & { spec: 'ssj-draw/2' }, 'spec' | 'seedSources' | 'terms'> {
  switch (announced.spec) {
    case 'ssj-draw/1':
      return announced
    case 'ssj-draw/2':
      return {
        ...announced,
        terms: termsOf(task, values, {
          firms,
          crowded: preview.crowded,
          waiting: preview.awaited.draws,
          unstaffable: unstaffable.size,
        }),
      }
    default:
      return announced satisfies never
  }
}
