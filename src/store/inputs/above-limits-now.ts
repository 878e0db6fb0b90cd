import type { Day } from '../../core/dates.ts'
import {
  type AboveLimits,
  type ItemAbove,
  itemsAbove,
  type PersonAbove,
  targetsAbove,
  targetsDrawnBefore,
} from '../../core/frame/above-limits.ts'
import { frameColumns } from '../../core/frame/frame.ts'
import { type LimitedItem, limitedItems } from '../../core/frame/items-of-task.ts'
import { previewFrame } from '../../core/frame/preview.ts'
import { type Past, pastOf, reach } from '../../core/frame/visit-history.ts'
import { taskToFreeze } from '../../core/freeze/freeze-terms.ts'
import type { EntryNumber, InspectorId, TargetId } from '../../core/ids.ts'
import { previewPacked } from '../../core/packed/fix-packed.ts'
import { library } from '../../core/registry/libraries/library.ts'
import type { Task } from '../../core/registry/task.ts'
import { type Rules, rulesOf } from '../../core/rules/rules.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { ownDraws } from '../draws/draws.ts'
import { movedFirms } from '../moved-firms.ts'
import type { Store } from '../open.ts'
import { readRecord, recordOf } from '../registry/registry.ts'
import { ruleValues } from '../rules.ts'
import { AFTER_ALL } from '../standing-seats.ts'
import { visitsIn } from '../views/earlier-teams.ts'
import { responsibleFirms } from '../views/responsible-firms.ts'
import { pastDraws, pastVisits } from '../views/visit-history.ts'
import { frameInput } from './freeze-input.ts'
import { isLarge, packedTargets } from './packed-targets.ts'

/** Which of these targets and people of a draw are above a cap or a limit as of now, this draw's own visits counted. */
export function aboveLimitsNow(
  store: Store,
  draw: DrawRecord,
  targets: Iterable<TargetId>,
  people: readonly InspectorId[],
): AboveLimits {
  const { detail, starts } = draw
  const values = ruleValues(store)
  const rules = rulesOf(values)
  const task = taskToFreeze([...detail.row], detail.day, values)
  const year = starts.slice(0, 4)
  const now: EntryNumber = AFTER_ALL
  const used = task.items.flatMap(code => {
    const found = recordOf(store, library('items'), code, now)
    return found === null ? [] : [{ code, since: found.since, row: found.row }]
  })
  const items = limitedItems(task, used, rules)
  const asks = rules.capTotal !== null || rules.capDepartment !== null || items.length > 0
  const past = pastOf(
    { items: task.items, from: task.from, to: task.to, window: null },
    rules,
    asks ? pastDraws(store, [], `${year}-01-01` as Day, `${year}-12-31` as Day, now) : [],
    asks ? pastVisits(store, year, now) : [],
    asks && rules.responsibleFirm ? responsibleFirms(store, now) : new Map(),
  )
  const moved = asks || task.window !== null ? movedFirms(store, now) : new Map<string, string>()
  const called = {
    *[Symbol.iterator]() {
      for (const target of targets) yield (moved.get(target) ?? target) as TargetId
    },
  }
  return {
    targets: [
      ...(asks ? targetsAbove(task, rules, past, items, called) : []),
      ...(task.window === null
        ? []
        : targetsDrawnBefore(task, pastOfOthers(store, draw, task, rules), called)),
    ],
    items: itemsNow(store, task, rules, items),
    people: peopleAbove(store, people, year, now),
  }
}

/** What draws other than the attempts at a task drew within its window. */
function pastOfOthers(store: Store, draw: DrawRecord, task: Task, rules: Rules): Past {
  const { first, last } = reach(task)
  return pastOf(task, rules, pastDraws(store, ownDraws(store, draw), first, last, AFTER_ALL), [], new Map())
}

/** The items above their limits among the targets that the task is about; the registry is read only where an item has one. */
function itemsNow(
  store: Store,
  task: Task,
  rules: Rules,
  items: readonly LimitedItem[],
): readonly ItemAbove[] {
  if (items.every(({ rate, count }) => rate === null && count === null)) return []
  const input = frameInput(store, task, rules, [], AFTER_ALL)
  const columns = frameColumns(task, rules)
  const { inForce, drawnFor } = isLarge(store)
    ? previewPacked(input, packedTargets(store, columns, AFTER_ALL)).framed
    : previewFrame(input).framed
  return itemsAbove(items, inForce, drawnFor)
}

/** Of these people those above their yearly limit; visits are counted of those alone who have one. */
function peopleAbove(
  store: Store,
  people: readonly InspectorId[],
  year: string,
  now: EntryNumber,
): PersonAbove[] {
  const limited = [...new Set(people)].flatMap(inspector => {
    const limit = readRecord(store, 'inspectors', inspector)?.get('yearly_limit') ?? ''
    return limit === '' ? [] : [{ inspector, most: Number(limit) }]
  })
  if (limited.length === 0) return []
  const visits = visitsIn(
    store,
    [],
    year,
    now,
    limited.map(({ inspector }) => inspector),
  )
  return limited.flatMap(({ inspector, most }) => {
    const made = visits.get(inspector) ?? 0
    return made > most ? [{ inspector, visits: made, most }] : []
  })
}
