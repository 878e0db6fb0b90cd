import type { Day } from '../../core/dates.ts'
import { type Frozen, freezeDraw } from '../../core/draw/commitment/freeze.ts'
import type { Fixed } from '../../core/draw/draw.ts'
import type { Stratum } from '../../core/draw/folder/rows.ts'
import { parseFraction } from '../../core/fraction.ts'
import { avoidedPairs } from '../../core/frame/experts.ts'
import { type Framed, frameColumns, frameOf, type Waterfall } from '../../core/frame/frame.ts'
import { type ItemUsed, type LimitedItem, limitedItems } from '../../core/frame/items-of-task.ts'
import type { Lent } from '../../core/frame/lent.ts'
import { type Pooled, recusalsFor } from '../../core/frame/pool.ts'
import type { FreezeReasons } from '../../core/frame/reasons.ts'
import { rotatedPairs, withPairs } from '../../core/frame/rotation.ts'
import { checkSeats } from '../../core/frame/seats.ts'
import { sizesOf, type Wanted } from '../../core/frame/sizes.ts'
import { type Past, pastOf, reach } from '../../core/frame/visit-history.ts'
import { refusal } from '../../core/refusal.ts'
import { library } from '../../core/registry/libraries/library.ts'
import type { RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { rateOf, type Task, taskOf } from '../../core/registry/task.ts'
import type { RuleValues } from '../../core/rules/rule-book.ts'
import { type Rules, rulesOf } from '../../core/rules/rules.ts'
import type { Store } from '../../store/open.ts'
import { columnsAt, records } from '../../store/registry/registry.ts'
import { targetsNamed } from '../../store/registry/targets.ts'
import { lastTeams } from '../../store/views/earlier-teams.ts'
import { pastCases, pastDraws } from '../../store/views/visit-history.ts'
import {
  checkCause,
  checkFrame,
  checkItems,
  checkLent,
  checkSizes,
  checkStaff,
  itemsAt,
  type UnlimitedItem,
  unlimitedItems,
} from './freeze-checks.ts'
import { peopleOfTask } from './people-of-task.ts'

const refuse = refusal<FreezeReasons>()

/** A task with all that is fixed before the seed, and what is told of how it came about. */
export interface FrozenTask {
  readonly task: Task
  readonly frozen: Frozen
  /** The same as rows, so that a draw at once need not read them back. */
  readonly fixed: Fixed
  readonly strata: readonly Stratum[]
  readonly waterfall: Waterfall
  readonly pooled: Pooled
  readonly rules: RuleValues
  readonly lent: readonly Lent[]
  /** How many pairs rotation keeps apart. */
  readonly rotated: number
  readonly itemsUsed: readonly ItemUsed[]
  /** 一般 items of the task whose list states no upper limit. */
  readonly unlimited: readonly UnlimitedItem[]
}

/** How a task is frozen: under which rules, and whether what they forbid is refused (a replay only compares). */
export interface FreezingTerms {
  readonly rules: RuleValues
  readonly strict: boolean
  /** Who was lent by a neighbour. */
  readonly lent?: readonly Lent[]
  /** One more seed source, whose value the store keeps. */
  readonly sealed: string | null
  readonly progress?: (targets: number) => void
}

/**
 * Takes the registries as they stood when `entry` was written and fixes frame, exclusions, pool, recusals and sizes of
 * the task in this row of the plan. The same entry and rules give the same bytes, now and at any replay.
 */
export function freezeTask(
  store: Store,
  row: RecordCells,
  today: Day,
  entry: number,
  { rules: values, strict, lent = [], sealed, progress = () => {} }: FreezingTerms,
): FrozenTask {
  const rules = rulesOf(values)
  const task = withSource(taskOf(row, today, rules.window), sealed)
  if (strict) checkCause(store, task, rules)
  if (strict) checkStaff(store, task, rules)
  const itemsUsed = itemsAt(store, task, entry)
  if (strict) checkItems(store, task, itemsUsed, rules)
  const looked = lookAt(store, task, rules, itemsUsed, entry, progress)
  const { framed, items, past, strata } = looked
  const { frame, exclusions, waterfall } = framed
  if (strict) checkFrame(store, task, framed, rules, items, past)
  if (frame.length === 0) {
    const { registry, elsewhere, outside } = waterfall
    throw refuse('empty-frame', {
      task: task.id,
      registry,
      elsewhere,
      outside,
      excluded: exclusions.length,
    })
  }
  const { pooled, experts } = peopleOfTask(store, task, rules, lent, entry)
  if (strict) checkLent(lent, pooled)
  checkSeats(task, frame, pooled.pool)
  const targets = new Set(frame.map(({ target }) => target))
  const inFrame = (target: string) => targets.has(target)
  const known = targetsNamed(
    store,
    experts.avoids.flatMap(({ names }) => names),
    entry,
  )
  const avoided = avoidedPairs(experts, name => known.get(name) ?? [], inFrame)
  const recorded = recusalsFor(task, records(store, library('recusals'), entry), pooled.pool, inFrame)
  const recused = withPairs(recorded, avoided)
  const last = task.rotate ? lastTeams(store, task.id, entry) : []
  const rotated = rotatedPairs(last, pooled.pool, inFrame, recused)
  const recusals = withPairs(recused, rotated)
  if (strict) checkSizes(task, framed, items, past, strata)
  const { id, name, teams, avoidSameArea, sources: seedSources } = task
  const frozen = freezeDraw({
    task: { id, name },
    frame,
    exclusions,
    pool: pooled.pool,
    recusals,
    strata,
    teams,
    avoidSameArea,
    seedSources,
  })
  const fixed = { commitment: frozen.commitment, frame, pool: pooled.pool, recusals }
  const unlimited = unlimitedItems(items)
  return {
    task,
    frozen,
    fixed,
    strata,
    waterfall,
    pooled,
    rules: values,
    lent,
    rotated: rotated.length,
    itemsUsed,
    unlimited,
  }
}

/** A task as it would be frozen: whom it could draw, and how many. */
export interface Looked {
  readonly framed: Framed
  /** Its 一般 items whose limits hold. */
  readonly items: readonly LimitedItem[]
  readonly past: Past
  readonly strata: readonly Stratum[]
}

/** Makes the frame of a task and its sizes from the targets as they stood when `entry` was written. */
export function lookAt(
  store: Store,
  task: Task,
  rules: Rules,
  itemsUsed: readonly ItemUsed[],
  entry: number,
  progress: (targets: number) => void = () => {},
): Looked {
  const items = limitedItems(task, itemsUsed, rules)
  const past = pastFor(store, task, rules, items, entry)
  const rows = columnsAt(store, library('targets'), frameColumns(task, rules), entry)
  const framed = frameOf(task, counted(rows, progress), { rules, past, items })
  const counts = new Map<string, number>()
  for (const { stratum } of framed.frame) counts.set(stratum, (counts.get(stratum) ?? 0) + 1)
  return { framed, items, past, strata: strataOf(task, counts) }
}

/** What earlier draws and cases mean for a task; nothing is read where no rule asks. */
function pastFor(store: Store, task: Task, rules: Rules, items: readonly LimitedItem[], entry: number): Past {
  const { first, last } = reach(task)
  const asked =
    task.window !== null || rules.capDepartment !== null || rules.capTotal !== null || items.length > 0
  const draws = asked ? pastDraws(store, task.id, first, last, entry) : []
  return pastOf(task, rules, draws, asked ? pastCases(store, task.from.slice(0, 4), entry) : [])
}

function withSource(task: Task, sealed: string | null): Task {
  return sealed === null ? task : { ...task, sources: [...task.sources, sealed] }
}

/** What the task takes of strata of these sizes. */
export function strataOf(task: Task, sizes: ReadonlyMap<string, number>): Stratum[] {
  const wanted: Wanted =
    task.count === null
      ? {
          kind: 'rate',
          rateOf: stratum => parseFraction(rateOf(task, stratum)!)!,
          minimum: task.minimum,
          rounding: task.rounding,
        }
      : { kind: 'count', count: task.count }
  return sizesOf(sizes, wanted, task.reserve)
}

/** The same rows, telling now and then how many there were. */
function* counted(rows: Iterable<RecordCells>, progress: (count: number) => void): Generator<RecordCells> {
  let count = 0
  for (const row of rows) {
    yield row
    if (++count % 10_000 === 0) progress(count)
  }
}
