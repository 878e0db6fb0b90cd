import type { InspectorId, TargetId } from '../../core/ids.ts'
import type { Due, DueResult } from '../../core/results/due.ts'
import { dueDays } from '../../core/results/due-days.ts'
import { foundByOthers } from '../../core/results/found-by-others.ts'
import type { Result } from '../../core/results/result.ts'
import { resultId } from '../../core/results/result-key.ts'
import type { CaseDue, SheetRow } from '../../core/results/sheet.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { targetElsewhere } from '../draws/target-of-draw.ts'
import type { Store } from '../open.ts'
import { calendarOf } from '../registry/office-calendar.ts'
import { readRecord, readRecords } from '../registry/registry.ts'
import { idOfTarget } from '../registry/targets.ts'
import { rulesNow } from '../rules.ts'
import { codesOfVisits } from '../visit-codes.ts'
import type { VisitRecord } from '../visits.ts'
import { dueResults } from './due-results.ts'
import { peopleCalled } from './people-called.ts'
import { resultsAtFinder, resultsOfOccasion } from './results.ts'

/** Lays out what is due, and what stands, with the names of today. */
export function sheetRows(store: Store): {
  readonly ofDraw: (draw: DrawRecord) => Generator<SheetRow>
  readonly ofCase: (visit: VisitRecord) => Generator<SheetRow>
} {
  const people = peopleCalled(store)
  const departments = departmentNames(store)
  const items = new Map<string, string>()
  const itemNamed = (code: string) => {
    const name = items.get(code) ?? readRecord(store, 'items', code)?.get('name') ?? ''
    items.set(code, name)
    return name
  }
  const daysOf = dueDays(calendarOf(store), rulesNow(store).results)
  // Rows of one target stand together, for each of its departments and items.
  const resultsAt = resultsAtFinder(store)
  let last: { readonly target: TargetId; readonly results: readonly Result[] } | undefined
  const at = (target: TargetId) => {
    if (last?.target !== target) last = { target, results: resultsAt([target]) }
    return last.results
  }
  const named = { department: (code: string) => departments.get(code) ?? code, item: itemNamed }
  const row = (
    asked: Due | CaseDue,
    task: string,
    taskName: string,
    result: Result | null,
    code = '',
  ): SheetRow => {
    const due = { ...asked, team: teamShown(asked, result) }
    return {
      ...{ due, task, taskName, result, code, days: daysOf(due.to, result) },
      others: foundByOthers(
        at(due.target),
        { department: due.department, year: due.from.slice(0, 4) },
        named,
      ),
      department: departments.get(due.department) ?? due.department,
      item: due.item === '' ? '' : itemNamed(due.item),
      team: due.team.map(id => {
        const known = people.withId(id)
        return { name: known?.name ?? '', certificate: known?.certificate ?? '' }
      }),
    }
  }
  return {
    *ofDraw(draw) {
      const codes = codesOfVisits(store, draw.number)
      for (const one of dueResults(store, draw)) {
        if (!isDue(one)) continue
        const { target, department } = one.due
        yield row(one.due, draw.task, draw.detail.name, one.result, codes(target, department))
      }
    },
    *ofCase({ id, target, department, day, cause }) {
      const known = readRecord(store, 'targets', idOfTarget(store, target)) ?? targetElsewhere(store, target)
      const targetName = known?.get('name') ?? ''
      const due = { occasion: id, target, department, team: [], targetName, from: day, to: day }
      let isNone = true
      for (const result of resultsOfOccasion(store, id)) {
        isNone = false
        yield row({ ...due, item: result.item }, id, cause, result)
      }
      if (isNone) yield row({ ...due, item: '' }, id, cause, null)
    },
  }
}

/** Of a result that stands the team that it was entered with, whatever was substituted since. */
function teamShown({ team }: Due | CaseDue, result: Result | null): readonly InspectorId[] {
  const isKept = result !== null && result.id === resultId(result) && result.seated.length > 0
  return isKept ? (result.seated as InspectorId[]) : team
}

function isDue(one: DueResult): one is Extract<DueResult, { kind: 'due' }> {
  return one.kind === 'due'
}

/** Names by which departments are found again: a name of two is nobody's. */
function departmentNames(store: Store): Map<string, string> {
  const all = [...readRecords(store, 'departments')]
  return new Map(
    all.map(one => {
      const name = one.get('name')
      const isOwn = all.every(other => other.id === one.id || other.get('name') !== name)
      return [one.id, isOwn && name !== '' ? name : one.id] as const
    }),
  )
}
