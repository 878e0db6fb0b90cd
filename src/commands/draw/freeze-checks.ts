import type { Stratum } from '../../core/draw/folder/rows.ts'
import { EXPERT } from '../../core/draw/matching/candidates.ts'
import type { Framed } from '../../core/frame/frame.ts'
import { itemOver } from '../../core/frame/item-over.ts'
import {
  type ItemUsed,
  inForce,
  type LimitedItem,
  limitedItems,
  unlimited,
} from '../../core/frame/items-of-task.ts'
import type { Lent } from '../../core/frame/lent.ts'
import type { Pooled } from '../../core/frame/pool.ts'
import type { FreezeReasons, LendingReasons } from '../../core/frame/reasons.ts'
import { shortTeam } from '../../core/frame/seats.ts'
import type { Past } from '../../core/frame/visit-history.ts'
import { refusal } from '../../core/refusal.ts'
import { library } from '../../core/registry/libraries/library.ts'
import type { Task } from '../../core/registry/task.ts'
import type { RuleName } from '../../core/rules/rule-book.ts'
import type { Rules } from '../../core/rules/rules.ts'
import { causeIn } from '../../core/visits/visit.ts'
import type { Store } from '../../store/open.ts'
import { recordOf } from '../../store/registry/registry.ts'
import { ruleStanding } from '../../store/rules.ts'

const refuse = refusal<FreezeReasons & LendingReasons>()

/** An 一般 item whose list states no upper limit of rate or of frequency. */
export interface UnlimitedItem {
  readonly item: string
  readonly name: string
  readonly lacks: readonly ('rate' | 'frequency')[]
}

/** The items of a task as they stood when `entry` was written. */
export function itemsAt(store: Store, task: Task, entry: number): ItemUsed[] {
  return task.items.flatMap(code => {
    const found = recordOf(store, library('items'), code, entry)
    return found === null ? [] : [{ code, since: found.since, row: found.row }]
  })
}

/** A 专项 task must name its cause where the rule says so, and a cause must be one of the rule's. */
export function checkCause(store: Store, task: Task, rules: Rules): void {
  if (task.kind === '专项' && task.cause === '' && rules.specialCause)
    throw refuse('missing-cause', { task: task.id, rule: ruleStanding(store, 'special-cause') })
  if (task.cause !== '' && !rules.causes.has(causeIn(task.cause))) {
    const rule = ruleStanding(store, 'visit-causes')
    throw refuse('unlisted-cause', { task: task.id, cause: task.cause, rule })
  }
}

/** Enforcement staff come first, experts only on top of them. */
export function checkStaff(store: Store, task: Task, rules: Rules): void {
  const short = shortTeam(task.teams, rules.staffMinimum)
  if (short === undefined) return
  throw refuse('too-few-staff', {
    task: task.id,
    department: short.department,
    staff: short.seats.filter(seat => seat !== EXPERT).length,
    least: rules.staffMinimum,
    rule: ruleStanding(store, 'staff-minimum'),
  })
}

/** Who was lent must be one who can be matched. */
export function checkLent(lent: readonly Lent[], { leftOut }: Pooled): void {
  for (const { inspector, department } of lent) {
    const unfit = leftOut.find(row => row.inspector === inspector)
    if (unfit !== undefined) throw refuse('lent-person-unfit', { inspector, department, why: unfit.reason })
  }
}

/** No inspection without a published item (清单之外无检查): each must stand in the list and be in force. */
export function checkItems(store: Store, task: Task, items: readonly ItemUsed[], rules: Rules): void {
  const absent = task.items.find(code => !items.some(item => item.code === code))
  if (absent !== undefined)
    throw refuse('item-not-in-force', { task: task.id, item: absent, state: 'absent' })
  const invalid = items.find(({ row }) => !inForce(row))
  if (invalid !== undefined)
    throw refuse('item-not-in-force', { task: task.id, item: invalid.code, state: 'invalid' })
  if (rules.unlimitedItems === 'tell') return
  const [open] = unlimitedItems(limitedItems(task, items, rules))
  if (open === undefined) return
  throw refuse('item-without-limit', {
    task: task.id,
    ...open,
    rule: ruleStanding(store, 'item-limit-missing'),
  })
}

/** The 一般 items that lack an upper limit. */
export function unlimitedItems(items: readonly LimitedItem[]): UnlimitedItem[] {
  return items
    .map(item => ({ item: item.code, name: item.name, lacks: unlimited(item) }))
    .filter(({ lacks }) => lacks.length > 0)
}

/** Refuses a frame that caps have left too small, and targets that an item has reached too often where the rule says so. */
export function checkFrame(
  store: Store,
  task: Task,
  { frame, waterfall }: Framed,
  rules: Rules,
  items: readonly LimitedItem[],
  past: Past,
): void {
  if (rules.frequency === 'refuse') {
    for (const { code, name, frequency, frequencyText } of items) {
      const drawn = past.itemDraws.get(code)!
      const targets = frame.filter(({ target }) => (drawn.get(target) ?? 0) >= (frequency ?? Infinity)).length
      if (targets === 0) continue
      const rule = ruleStanding(store, 'item-frequency')
      const found = { item: code, name, limit: frequencyText, most: frequency!, targets }
      throw refuse('item-frequency-exceeded', { task: task.id, ...found, rule })
    }
  }
  const caps: readonly RuleName[] = ['cap-department', 'cap-total']
  const biting = caps.filter(cap => waterfall.excluded[cap] !== undefined)
  const capped = biting.reduce((sum, cap) => sum + waterfall.excluded[cap]!, 0)
  const wanted = task.count ?? 1
  if (capped === 0 || frame.length >= wanted) return
  throw refuse('caps-leave-too-few', {
    task: task.id,
    wanted,
    frame: frame.length,
    capped,
    rules: biting.map(cap => ruleStanding(store, cap)),
  })
}

/** Refuses a draw that would pass the upper limit of an 一般 item, and says by how much. */
export function checkSizes(
  task: Task,
  { frame, inForce, drawnFor }: Framed,
  items: readonly LimitedItem[],
  past: Past,
  strata: readonly Stratum[],
): void {
  const over = itemOver(
    items,
    inForce,
    item => past.itemDraws.get(item)!,
    item => drawnFor.get(item)!,
    frame,
    strata,
  )
  if (over === null) return
  const { may, before, now } = over
  throw refuse('item-rate-exceeded', {
    task: task.id,
    ...over,
    over: before + now - may,
    room: Math.max(0, may - before),
  })
}
