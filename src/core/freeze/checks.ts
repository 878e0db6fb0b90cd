import { EXPERT } from '../draw/matching/candidates.ts'
import { headingFor } from '../frame/frame.ts'
import type { FramePreview } from '../frame/frame-preview.ts'
import { type ItemFaults, itemFaults } from '../frame/item-faults.ts'
import { itemOver } from '../frame/item-over.ts'
import { type ItemUsed, inForce, limitedItems, unlimitedItems } from '../frame/items-of-task.ts'
import { minimumOfCount, sumOfMinimums } from '../frame/sizes.ts'
import { keptOutBy, weightIn } from '../frame/waterfall.ts'
import type { Lent } from '../pool/lending.ts'
import type { PoolResult } from '../pool/pool.ts'
import type { LendingReasons } from '../pool/reasons.ts'
import { shortTeam } from '../pool/seats.ts'
import { maskText } from '../publication/private-data.ts'
import { refusal } from '../refusal.ts'
import { isPublicField } from '../registry/libraries/public-field.ts'
import { asRecord } from '../registry/record.ts'
import type { Task } from '../registry/task.ts'
import type { RuleNamed, RuleStandings } from '../rules/reasons.ts'
import type { RuleName } from '../rules/rule-book.ts'
import type { Rules } from '../rules/rules.ts'
import { causeIn } from '../visits/visit.ts'
import type { FreezeReasons } from './reasons.ts'

const refuse = refusal<FreezeReasons & LendingReasons>()

/** A 专项 task must name its cause where the rule says so, and a cause must be one of the rule's. */
export function checkCause(task: Task, rules: Rules, standings: RuleStandings): void {
  if (task.kind === '专项' && task.cause === '' && rules.specialCause)
    throw refuse('missing-cause', { task: task.number, rule: standings['special-cause'] })
  if (task.cause !== '' && !rules.causes.has(causeIn(task.cause))) {
    const rule = standings['visit-causes']
    throw refuse('unlisted-cause', { task: task.number, cause: task.cause, rule })
  }
}

/** Enforcement staff come first, experts only on top of them. */
export function checkStaff(task: Task, rules: Rules, standings: RuleStandings): void {
  const short = shortTeam(task.teams, rules.staffMinimum)
  if (short === undefined) return
  throw refuse('too-few-staff', {
    task: task.number,
    department: short.department,
    staff: short.seats.filter(seat => seat !== EXPERT).length,
    least: rules.staffMinimum,
    rule: standings['staff-minimum'],
  })
}

/** Who was lent must be one who can be matched. */
export function checkLent(lent: readonly Lent[], { leftOut }: PoolResult): void {
  for (const { inspector, department } of lent) {
    const unfit = leftOut.find(row => row.inspector === inspector)
    if (unfit !== undefined) throw refuse('lent-person-unfit', { inspector, department, why: unfit.reason })
  }
}

/** No inspection without a published item (清单之外无检查): each must stand in the list, in force, and bear the task out. */
export function checkItems(
  task: Task,
  items: readonly ItemUsed[],
  rules: Rules,
  standings: RuleStandings,
): void {
  const absent = task.items.find(code => !items.some(item => item.code === code))
  if (absent !== undefined)
    throw refuse('item-not-in-force', { task: task.number, item: absent, state: 'absent' })
  const invalid = items.find(({ row }) => !inForce(asRecord('items', row)))
  if (invalid !== undefined)
    throw refuse('item-not-in-force', { task: task.number, item: invalid.code, state: 'invalid' })
  checkItemFaults(task, itemFaults(task, items), rules, standings['items-bind'])
  if (rules.unlimitedItems === 'tell') return
  const [open] = unlimitedItems(limitedItems(task, items, rules))
  if (open === undefined) return
  throw refuse('item-without-limit', {
    task: task.number,
    ...open,
    rule: standings['item-limit-missing'],
  })
}

function checkItemFaults(
  { number: task }: Task,
  { none, other, unowned, unbased }: ItemFaults,
  { itemsBind }: Rules,
  rule: RuleNamed,
): void {
  if (none && itemsBind.has('none')) throw refuse('task-without-item', { task, rule })
  if (other.length > 0 && itemsBind.has('other'))
    throw refuse('item-of-other-department', { task, items: other, rule })
  if (unowned.length > 0 && itemsBind.has('unowned'))
    throw refuse('item-without-body', { task, items: unowned, rule })
  if (unbased.length > 0 && itemsBind.has('unbased'))
    throw refuse('item-without-basis', { task, items: unbased, rule })
}

/** Refuses a frame that caps have left too small, and targets that an item has reached too often where the rule says so. */
export function checkFrame(
  task: Task,
  { framed: { frame, exclusions, waterfall }, items, past }: FramePreview,
  rules: Rules,
  standings: RuleStandings,
): void {
  if (rules.frequency === 'refuse') {
    for (const { code, name, frequency, frequencyText } of items) {
      const drawn = past.itemVisits.get(code)!
      const targets = frame.filter(
        ({ target }) => (drawn.get(past.firmOf(target)) ?? 0) >= (frequency ?? Infinity),
      ).length
      if (targets === 0) continue
      const rule = standings['item-frequency']
      const found = { item: code, name, limit: frequencyText, most: frequency!, targets }
      throw refuse('item-frequency-exceeded', { task: task.number, ...found, rule })
    }
  }
  const wanted = task.count ?? 1
  checkWaiting(task, wanted, waterfall.frame, exclusions, standings)
  const biting = CAPS.filter(cap => keptOutBy(waterfall, cap) > 0)
  const capped = biting.reduce((sum, cap) => sum + keptOutBy(waterfall, cap), 0)
  if (capped === 0 || waterfall.frame >= wanted) return
  throw refuse('caps-leave-too-few', {
    task: task.number,
    wanted,
    frame: waterfall.frame,
    capped,
    rules: biting.map(cap => standings[cap]),
  })
}

const CAPS = ['cap-department', 'cap-total'] as const satisfies readonly RuleName[]

/** Refuses a frame that is too small because draws that are not yet run may draw the others. */
function checkWaiting(
  { number: task }: Task,
  wanted: number,
  frame: number,
  exclusions: FramePreview['framed']['exclusions'],
  standings: RuleStandings,
): void {
  if (frame >= wanted) return
  const waiting = exclusions.filter(({ reason }) => reason.startsWith('waiting-'))
  if (waiting.length === 0) return
  const draws = [
    ...new Set(waiting.flatMap(({ reason }) => reason.slice(reason.indexOf(':') + 1).split(';'))),
  ]
  const rule = standings['waiting-draws']
  throw refuse('waiting-leave-too-few', { task, wanted, frame, waiting: waiting.length, draws, rule })
}

/** Refuses strata that may not be published: by the field, or by a number of a person in a name. */
export function checkStrata(task: Task, { strata }: FramePreview): void {
  const field = task.strata.find(name => !isPublicField(name))
  if (field !== undefined) throw refuse('stratum-not-public', { task: task.number, field: headingFor(field) })
  const found = strata.find(({ stratum }) => maskText(stratum) !== stratum)
  if (found !== undefined)
    throw refuse('stratum-with-number', { task: task.number, stratum: maskText(found.stratum) })
}

/** Refuses a count that is smaller than the minimums of its strata together. */
export function checkMinimum(
  task: Task,
  { strata }: FramePreview,
  rules: Rules,
  standings: RuleStandings,
): void {
  const minimum = minimumOfCount(task, rules)
  if (task.count === null || minimum === 0) return
  const needed = sumOfMinimums(
    strata.map(({ size }) => size),
    minimum,
  )
  if (needed <= task.count) return
  const rule = standings['count-minimum']
  throw refuse('minimum-above-count', { task: task.number, minimum, needed, count: task.count, rule })
}

/** Refuses a draw that would pass the upper limit of an 一般 item, and says by how much. */
export function checkSizes(task: Task, { framed, items, past, strata }: FramePreview): void {
  const { frame, inForce, drawnFor, awaitedFor } = framed
  const over = itemOver(
    items,
    inForce,
    item => past.itemDraws.get(item)!,
    item => drawnFor.get(item)!,
    item => awaitedFor.get(item)!,
    frame,
    strata,
    weightIn(framed),
  )
  if (over === null) return
  const { may, before, waiting, now } = over
  throw refuse('item-rate-exceeded', {
    task: task.number,
    ...over,
    over: before + waiting + now - may,
    room: Math.max(0, may - before - waiting),
  })
}

/** Refuses a frame in which nobody is, and says where all of the registry went. */
export function checkSome(task: Task, { framed: { waterfall } }: FramePreview): void {
  const { registry, elsewhere, outside, excluded, frame } = waterfall
  if (frame > 0) return
  throw refuse('empty-frame', {
    task: task.number,
    registry,
    elsewhere,
    outside,
    excluded: Object.values(excluded).reduce((sum, count) => sum + count, 0),
  })
}
