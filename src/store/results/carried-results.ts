import type { DepartmentCode, DrawNumber, EntryNumber, TargetId } from '../../core/ids.ts'
import type { ResultKey } from '../../core/results/result-key.ts'
import { attemptsAt } from '../draws/draws.ts'
import { idsOfFirm } from '../moved-firms.ts'
import type { Store } from '../open.ts'
import { tasksCalled } from '../registry/tasks.ts'
import { AFTER_ALL, STANDING_TARGETS } from '../standing-seats.ts'

/** The rows of version 0.1.0, which name a task and no draw, by the keys that they have today. */
export interface CarriedResults {
  /** The key of such a row; undefined for every other id. */
  readonly keyOf: (id: string) => ResultKey | undefined
  /** The ids of those that are of a draw. */
  readonly of: (draw: DrawNumber) => readonly string[]
}

interface CarriedRow {
  readonly id: string
  readonly task: string
  readonly target: TargetId
  readonly department: DepartmentCode
  readonly since: EntryNumber
}

/**
 * Carries results of version 0.1.0 over: such a row is of the last attempt at its task that was run before it came in and
 * in which its target stands, under the number by which it was drawn; where there is none, its occasion is `''`. Rows stay
 * as they are, and so do their digests.
 */
export function carriedResults(store: Store): CarriedResults {
  const rows = store
    .sql<CarriedRow>(
      `select id, task, target, department, since from result
       where until is null and instr(extra, '抽取编号') = 0 order by id`,
    )
    .all()
  const keys = new Map<string, ResultKey>()
  const byDraw = new Map<string, string[]>()
  for (const row of rows) {
    const place = drawOf(store, row)
    const occasion = place?.draw ?? ''
    const { department } = row
    keys.set(row.id, { occasion, target: place?.target ?? row.target, department, item: '' })
    const own = byDraw.get(occasion)
    if (own === undefined) byDraw.set(occasion, [row.id])
    else own.push(row.id)
  }
  return { keyOf: id => keys.get(id), of: draw => byDraw.get(draw) ?? [] }
}

/** The draw that a row is of, and the id under which its target stands there. */
function drawOf(
  store: Store,
  { task, target, since }: CarriedRow,
): { readonly draw: DrawNumber; readonly target: TargetId } | null {
  const ids = JSON.stringify(idsOfFirm(store, target))
  const stands = store
    .sql<TargetId>(
      `select target from ${STANDING_TARGETS} where draw = @draw and target in (select value from json_each(@ids))`,
    )
    .pluck()
  const attempts = tasksCalled(store, task, since).flatMap(({ id }) => attemptsAt(store, id))
  for (const { number: draw, run } of attempts.reverse()) {
    if (run === null || run.since >= since) continue
    const found = stands.get({ draw, ids, entry: AFTER_ALL })
    if (found !== undefined) return { draw, target: found }
  }
  return null
}
