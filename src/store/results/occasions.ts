import type { DepartmentCode, DrawNumber, TargetId } from '../../core/ids.ts'
import { officeDay } from '../../core/office-time.ts'
import type { Due } from '../../core/results/due.ts'
import { nameIndex } from '../../core/results/name-index.ts'
import type { CaseOccasion, DrawnOccasion, NamedItem, Turn, Turns } from '../../core/results/occasion.ts'
import { groupBy } from '../../core/tally.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { substitutionsOf } from '../draws/substitutions.ts'
import { movedFirms } from '../moved-firms.ts'
import type { Store } from '../open.ts'
import { officeOffset } from '../rules.ts'
import { AFTER_ALL } from '../standing-seats.ts'
import { itemName } from '../views/names.ts'
import { visitNumbered } from '../visits.ts'
import { dueFinder } from './due-results.ts'

/** A draw that was run, as results are judged by it. Memory holds the ids of its targets. */
export function drawnOccasion(store: Store, draw: DrawRecord): DrawnOccasion {
  const names = new Map(draw.detail.items.map(code => [code, itemName(store, code, draw.since)]))
  return {
    kind: 'draw',
    number: draw.number,
    task: draw.taskId,
    taskNumber: draw.task,
    void: draw.void !== null,
    runOn: officeDay(draw.run!.detail.drawnAt, officeOffset(store)),
    from: draw.starts,
    to: draw.ends,
    due: draw.void === null ? turnsIn(store, draw, names) : new Map(),
    called: calledIn(store, draw),
    fallen: fallenIn(store, draw.number),
    items: [...names].map(([code, name]) => ({ code, name })),
  }
}

/** The visit that was not drawn and goes by this number, a struck one too, or null. */
export function caseOccasion(store: Store, number: string): CaseOccasion | null {
  const visit = visitNumbered(store, number)
  if (visit === undefined) return null
  const { target, department, day, until } = visit
  return { kind: 'case', number, target, department, day, struck: until !== null }
}

/** Finds whose turn it is at a target; rows of one target mostly follow each other. */
function turnsIn(store: Store, draw: DrawRecord, names: ReadonlyMap<string, string>): DrawnOccasion['due'] {
  const dueAt = dueFinder(store, draw)
  let last: { readonly target: TargetId; readonly turns: Turns } | undefined
  const at = (target: TargetId): Turns => {
    if (last?.target !== target) last = { target, turns: turnsOf(dueAt(target), names) }
    return last.turns
  }
  return {
    has: target => at(target).size > 0,
    get: target => (at(target).size > 0 ? at(target) : undefined),
  }
}

function turnsOf(due: readonly Due[], names: ReadonlyMap<string, string>): Turns {
  const turns = new Map<DepartmentCode, { items: NamedItem[]; team: Turn['team'] }>()
  for (const { department, item, team } of due) {
    const turn = turns.get(department) ?? { items: [], team }
    turns.set(department, turn)
    turn.items.push({ code: item, name: names.get(item) ?? '' })
  }
  return turns
}

/**
 * The targets of a draw by each code and name that they had when it was frozen, and by the code that a firm has since. Memory
 * holds the ids; what they are called is read again where a name is asked for.
 */
function calledIn(store: Store, { number, since }: DrawRecord): DrawnOccasion['called'] {
  const [targets, index] = [[] as TargetId[], nameIndex()]
  const rows = store
    .sql<[TargetId, string, string, string, string]>(
      `select drawn.target, code, uscc, registration, name from drawn join target on target.id = drawn.target
       where drawn.draw = @number and until is null and target.since <= @since
       union all
       select drawn.target, code, uscc, registration, name from drawn join target on target.id = drawn.target
       where drawn.draw = @number and until is not null and target.since <= @since and until > @since`,
    )
    .raw()
    .iterate({ number, since })
  for (const row of rows) {
    const place = targets.push(row[0]) - 1
    for (const name of namesIn(row)) index.add(name, place)
  }
  const may = index.end()
  const namesOf = store
    .sql<[string, string, string, string, string]>(
      `select id, code, uscc, registration, name from target
       where id = @target and until is null and since <= @since
       union all
       select id, code, uscc, registration, name from target
       where id = @target and until is not null and since <= @since and until > @since`,
    )
    .raw()
  const isCalled = (target: TargetId, name: string) =>
    namesOf.all({ target, since }).some(row => namesIn(row).has(name))
  const drawnUnder = groupBy(movedFirms(store, AFTER_ALL), ([, now]) => now)
  return {
    targets: targets.length,
    get(name) {
      const found = may(name)
        .flatMap(place => targets[place]!)
        .filter(target => isCalled(target, name))
      for (const [before] of drawnUnder.get(name) ?? []) {
        const place = may(before).find(place => targets[place] === before)
        if (place !== undefined && !found.includes(targets[place]!)) found.push(targets[place]!)
      }
      return found.length === 0 ? undefined : found
    },
  }
}

/** Codes and names of a target, each in the other width too: 甲（示例）公司 and 甲(示例)公司. */
function namesIn(row: readonly string[]): ReadonlySet<string> {
  const names = row.filter(name => name !== '')
  return new Set([...names, ...names.map(name => name.normalize('NFKC'))])
}

function fallenIn(store: Store, draw: DrawNumber): Map<TargetId, TargetId | ''> {
  return new Map(
    substitutionsOf(store, draw).flatMap(({ kind, out, in: came }) =>
      kind === 'target' ? [[out, came] as const] : [],
    ),
  )
}
