import { type Day, yearsBefore } from '../core/dates.ts'
import type { Fixed } from '../core/draw/draw.ts'
import type { Stratum } from '../core/draw/folder.ts'
import { type Frozen, freezeDraw } from '../core/draw/freeze.ts'
import { parseFraction } from '../core/fraction.ts'
import { UserError } from '../core/reason.ts'
import { library } from '../core/registry/library.ts'
import type { Row } from '../core/registry/row.ts'
import { rateOf, type Task, taskOf } from '../core/registry/task.ts'
import { frameColumns, frameOf, type Waterfall } from '../core/rules/frame.ts'
import { type Pooled, poolOf, recusalsFor } from '../core/rules/pool.ts'
import { checkSeats } from '../core/rules/seats.ts'
import { sizesOf } from '../core/rules/sizes.ts'
import { drawnBetween, visitsIn } from '../store/draws.ts'
import type { Store } from '../store/open.ts'
import { columnsAt, records } from '../store/registry.ts'

/** A task with all that is fixed before the seed, and what is told of how it came about. */
export interface FrozenTask {
  readonly task: Task
  readonly frozen: Frozen
  /** The same as rows, so that a draw at once need not read them back. */
  readonly fixed: Fixed
  readonly strata: readonly Stratum[]
  readonly waterfall: Waterfall
  readonly pooled: Pooled
}

/**
 * Takes the registries as they stood when `entry` was written and fixes frame, exclusions, pool, recusals and sizes of
 * the task in this row of the plan. The same entry gives the same bytes, now and at any replay.
 */
export function freezeTask(
  store: Store,
  row: Row,
  today: Day,
  entry: number,
  progress: (targets: number) => void = () => {},
): FrozenTask {
  const task = taskOf(row, today)
  const { frame, exclusions, waterfall } = frameOf(
    task,
    counted(columnsAt(store, library('targets'), frameColumns(task), entry), progress),
    drawnIn(store, task, entry),
  )
  if (frame.length === 0) {
    const { registry, elsewhere, outside } = waterfall
    throw new UserError('frame-empty', {
      task: task.id,
      registry,
      elsewhere,
      outside,
      excluded: exclusions.length,
    })
  }
  const pooled = poolOf(
    task,
    records(store, library('inspectors'), entry),
    visitsIn(store, task.id, task.from.slice(0, 4), entry),
  )
  checkSeats(task, frame, pooled.pool)
  const targets = new Set(frame.map(({ target }) => target))
  const recusals = recusalsFor(task, records(store, library('recusals'), entry), pooled.pool, target =>
    targets.has(target),
  )
  const counts = new Map<string, number>()
  for (const { stratum } of frame) counts.set(stratum, (counts.get(stratum) ?? 0) + 1)
  const strata = sizesOf(
    counts,
    task.count === null
      ? {
          kind: 'rate',
          rateOf: stratum => parseFraction(rateOf(task, stratum)!)!,
          minimum: task.minimum,
          rounding: task.rounding,
        }
      : { kind: 'count', count: task.count },
    task.reserve,
  )
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
  return { task, frozen, fixed, strata, waterfall, pooled }
}

/** The same rows, telling now and then how many there were. */
function* counted(rows: Iterable<Row>, progress: (count: number) => void): Generator<Row> {
  let count = 0
  for (const row of rows) {
    yield row
    if (++count % 10_000 === 0) progress(count)
  }
}

function drawnIn(store: Store, task: Task, entry: number): Map<string, string> {
  if (task.window === null) return new Map()
  const year = task.from.slice(0, 4)
  return task.window.years === 0
    ? drawnBetween(store, task.id, `${year}-01-01`, `${year}-12-31`, entry)
    : drawnBetween(store, task.id, yearsBefore(task.from, task.window.years), task.to, entry)
}
