import { sortByBytes } from '../bytes.ts'
import type { PoolRow, RecusalRow } from '../draw/folder/rows.ts'
import { orderOf } from '../draw/folder/table.ts'
import { POOL } from '../draw/folder/tables.ts'
import { EXPERT } from '../draw/matching/candidates.ts'
import type { InspectorId, TargetId } from '../ids.ts'
import { refusal } from '../refusal.ts'
import type { RecordOf } from '../registry/record.ts'
import type { Task } from '../registry/task.ts'
import type { LeftOut, PoolResult } from './pool.ts'
import type { PoolReasons } from './reasons.ts'

const refuse = refusal<PoolReasons>()

/** Experts that seats of a task may ask for, and whom each of them avoids (回避单位: names or codes). */
export interface Experts {
  readonly pool: readonly PoolRow[]
  readonly leftOut: readonly LeftOut[]
  readonly avoids: readonly { readonly inspector: InspectorId; readonly names: readonly string[] }[]
}

/**
 * Who of the library of experts can sit on a seat 专家 of the task: engaged by a department whose team has such a seat
 * (by the lead where the library does not say), to the task's last day, and for one of its items where the library
 * names any. They come on top of enforcement staff (离政发〔2019〕34号 三（三）), so they have the tag `expert` and no limit.
 */
export function expertsOf(
  task: Task,
  experts: Iterable<RecordOf<'experts'>>,
  visits: ReadonlyMap<InspectorId, number>,
): Experts {
  const asking = new Set(
    task.teams.filter(({ seats }) => seats.includes(EXPERT)).map(team => team.department),
  )
  const pool: PoolRow[] = []
  const leftOut: LeftOut[] = []
  const avoids: { inspector: InspectorId; names: string[] }[] = []
  if (asking.size === 0) return { pool, leftOut, avoids }
  for (const expert of experts) {
    const inspector = expert.id
    const department = expert.get('department') || task.lead
    if (!asking.has(department)) continue
    const reason = whyNot(task, expert)
    if (reason !== null) {
      leftOut.push({ inspector, department, reason })
      continue
    }
    const tags = sortByBytes([...new Set([EXPERT, ...expert.list('skills')])])
    const load = task.balance ? (visits.get(inspector) ?? 0) : 0
    pool.push({ department, inspector, tags, area: '', capacity: null, load })
    avoids.push({ inspector, names: expert.list('avoids') })
  }
  return { pool, leftOut, avoids }
}

function whyNot(task: Task, expert: RecordOf<'experts'>): 'engagement' | 'items' | null {
  const until = expert.get('valid_until')
  if (until !== '' && until < task.to) return 'engagement'
  const items = expert.list('items')
  const helps = items.length === 0 || task.items.length === 0 || items.some(item => task.items.includes(item))
  return helps ? null : 'items'
}

/** The pool with its experts. An expert who goes by an inspector's number could sit twice at one target: refused. */
export function withExperts(pooled: PoolResult, experts: Experts): PoolResult {
  const people = new Set(pooled.pool.map(({ inspector }) => inspector))
  const twice = experts.pool.find(({ inspector }) => people.has(inspector))
  if (twice !== undefined) throw refuse('expert-is-inspector', { id: twice.inspector })
  return {
    ...pooled,
    pool: [...pooled.pool, ...experts.pool].sort(orderOf(POOL)),
    leftOut: [...pooled.leftOut, ...experts.leftOut].sort(orderOf(POOL)),
  }
}

/** The pairs that keep experts from whom they avoid; `idsOf` gives the targets that go by a name or code. */
export function avoidedPairs(
  { avoids }: Experts,
  idsOf: (name: string) => readonly TargetId[],
  inFrame: (target: TargetId) => boolean,
): RecusalRow[] {
  return avoids.flatMap(({ inspector, names }) =>
    [...new Set(names.flatMap(idsOf))].filter(inFrame).map(target => ({ inspector, target })),
  )
}
