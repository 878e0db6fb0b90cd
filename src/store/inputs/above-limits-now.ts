import type { Day } from '../../core/dates.ts'
import { type AboveLimits, type PersonAbove, targetsAbove } from '../../core/frame/above-limits.ts'
import { limitedItems } from '../../core/frame/items-of-task.ts'
import { pastOf } from '../../core/frame/visit-history.ts'
import { taskToFreeze } from '../../core/freeze/freeze-terms.ts'
import type { EntryNumber, InspectorId, TargetId } from '../../core/ids.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { rulesOf } from '../../core/rules/rules.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { movedFirms } from '../moved-firms.ts'
import type { Store } from '../open.ts'
import { readRecord, recordOf } from '../registry/registry.ts'
import { responsibleFirms } from '../responsible-firms.ts'
import { ruleValues } from '../rules.ts'
import { AFTER_ALL } from '../standing-seats.ts'
import { visitsIn } from '../views/earlier-teams.ts'
import { pastCases, pastDraws } from '../views/visit-history.ts'

/** Which of these targets and people of a draw are above a cap or a limit as of now, this draw's own visits counted. */
export function aboveLimitsNow(
  store: Store,
  { detail, starts }: DrawRecord,
  targets: readonly TargetId[],
  people: readonly InspectorId[],
): AboveLimits {
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
    asks ? pastCases(store, year, now) : [],
    asks && rules.responsibleFirm ? responsibleFirms(store, now) : new Map(),
  )
  const moved = movedFirms(store, now)
  const called = targets.map(target => moved.get(target) ?? target)
  return {
    targets: targetsAbove(task, rules, past, items, called),
    people: peopleAbove(store, people, visitsIn(store, [], year, now)),
  }
}

function peopleAbove(
  store: Store,
  people: readonly InspectorId[],
  visits: ReadonlyMap<string, number>,
): PersonAbove[] {
  return [...new Set(people)].flatMap(inspector => {
    const limit = readRecord(store, 'inspectors', inspector)?.get('yearly_limit') ?? ''
    const [made, most] = [visits.get(inspector) ?? 0, Number(limit)]
    return limit !== '' && made > most ? [{ inspector, visits: made, most }] : []
  })
}
