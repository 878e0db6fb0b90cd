import type { Day } from '../../core/dates.ts'
import type { DrawNumber } from '../../core/ids.ts'
import { nearest } from '../../core/nearest.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { asRecord } from '../../core/registry/record.ts'
import type { JudgedVisit, JudgingInput, VisitDoubt } from '../../core/results/judging-input.ts'
import type { DrawnOccasion } from '../../core/results/occasion.ts'
import { stateAfter } from '../../core/results/result-state.ts'
import { type Rules, rulesOf } from '../../core/rules/rules.ts'
import { tooFrequent } from '../../core/visits/frequency.ts'
import { type DrawRecord, stateOf } from '../draws/draw-record.ts'
import { drawsIn } from '../draws/draws.ts'
import { idsOfFirm } from '../moved-firms.ts'
import type { Store } from '../open.ts'
import { standingIn } from '../registry/current-records.ts'
import { idOfTarget } from '../registry/targets.ts'
import { caseOccasion, drawnOccasion } from '../results/occasions.ts'
import { peopleCalled } from '../results/people-called.ts'
import { stepsIn } from '../results/result-steps.ts'
import { writtenFor } from '../results/written-for.ts'
import { ruleValues } from '../rules.ts'
import { type MadeVisits, madeVisits } from './made-visits.ts'

/** How many targets of draws are held at once: a file names its draws one after the other, whatever their number. */
const HELD = 200_000

/** Reads what results are judged by: draws as they are asked for, of which only the last are held. */
export function judgingInput(
  store: Store,
  today: Day,
  actor: string,
  merged: JudgingInput['merged'],
): JudgingInput {
  const values = ruleValues(store)
  const rules = rulesOf(values)
  let made: MadeVisits | null = null
  const draws = drawsIn(store)
  const byName = namesOf(draws.filter(({ run }) => run !== null))
  const waiting = namesOf(draws.filter(draw => stateOf(draw) === 'frozen'))
  const byNumber = new Map(draws.map(draw => [draw.number, draw]))
  const people = peopleCalled(store)
  // Into an empty table rows go without its indexes: nothing stands, and nothing is looked for.
  const isEmpty = store.sql('select 1 from result limit 1').get() === undefined
  const standing = isEmpty ? () => null : standingIn(store, library('results'))
  const stepsOf = stepsIn(store)
  const idAt = store.sql<string>('select id from result where version = ?').pluck()
  const isNamed = store.sql('select 1 from target where id = @target and name = @said limit 1')
  const items = store.sql<{ code: string; name: string }>(
    `select distinct id as code, name from item where id = @called or name = @called order by id`,
  )
  return {
    today,
    actor,
    merged,
    writesFor: writtenFor(store, actor),
    refusedDoubts: rules.refusedDoubts,
    draws: name => byName.get(name) ?? [],
    draw: held(number => drawnOccasion(store, byNumber.get(number)!)),
    waiting: name => waiting.get(name) ?? [],
    nearest: name => nearest(name, byName.keys()),
    case: number => caseOccasion(store, number),
    isTarget: (target, said) =>
      target === said ||
      idsOfFirm(store, idOfTarget(store, said)).includes(target) ||
      isNamed.get({ target, said }) !== undefined,
    inspectors: people.called,
    inspector: people.withId,
    items: called => items.all({ called }),
    visitDoubts: visit => {
      made ??= madeVisits(store)
      return visitDoubts(visit, rules, made)
    },
    visited: visit => {
      made ??= madeVisits(store)
      made.take(visit)
    },
    hasSteps: id => !isEmpty && stepsOf(id).length > 0,
    standing: id => {
      const found = standing(id)
      if (found === null) return null
      const record = asRecord('results', found.row)
      const stated = { review: record.get('review'), published: record.get('published') }
      const keptAs = idAt.get(found.version)!
      return { row: found.row, state: stateAfter(stepsOf(keptAs), stated), keptAs }
    },
  }
}

/** Too many visits to a target in a short time; and, of one that found nothing, too many such of somebody who went. */
function visitDoubts(
  visit: JudgedVisit,
  { frequencyLimits, emptyVisits }: Rules,
  made: MadeVisits,
): VisitDoubt[] {
  const frequent = tooFrequent(frequencyLimits, visit, made.to(visit.target, visit.id))
  const inspectors =
    emptyVisits === null || visit.found
      ? []
      : visit.people.filter(inspector => made.empty(inspector, visit) >= emptyVisits)
  return [
    ...(frequent === null ? [] : [{ doubt: 'frequent-visit', inspectors: [] } as const]),
    ...(inspectors.length === 0 ? [] : [{ doubt: 'empty-visits', inspectors } as const]),
  ]
}

/** Draws by their numbers, and by the numbers, ids and names of their tasks; of one task in the order of its attempts. */
function namesOf(draws: readonly DrawRecord[]): Map<string, DrawNumber[]> {
  const names = new Map<string, Set<DrawNumber>>()
  for (const { number, task, taskId, detail } of draws)
    for (const name of [number, task, taskId, detail.name || number])
      names.set(name, (names.get(name) ?? new Set()).add(number))
  return new Map([...names].map(([name, numbers]) => [name, [...numbers]]))
}

/** Keeps the draws that were asked for last. */
function held(read: (number: DrawNumber) => DrawnOccasion): (number: DrawNumber) => DrawnOccasion {
  const kept = new Map<DrawNumber, DrawnOccasion>()
  let size = 0
  return number => {
    const known = kept.get(number)
    const draw = known ?? read(number)
    kept.delete(number)
    kept.set(number, draw)
    if (known !== undefined) return draw
    size += draw.called.targets
    for (const [oldest, { called }] of kept) {
      if (size <= HELD || oldest === number) break
      kept.delete(oldest)
      size -= called.targets
    }
    return draw
  }
}
