import { type Day, yearOf, yearsBefore } from '../dates.ts'
import type { DepartmentCode, DrawNumber, TargetId } from '../ids.ts'
import type { Window } from '../registry/cells/window.ts'
import type { TaskKind } from '../registry/task.ts'
import type { Rules } from '../rules/rules.ts'
import { addOne } from '../tally.ts'
import { causeIn } from '../visits/visit.ts'

/** An earlier draw that stands. */
export interface PastDraw {
  readonly number: DrawNumber
  readonly starts: Day
  readonly kind: TaskKind
  readonly cause: string
  readonly items: readonly string[]
  /** Its targets as they stand, each with the draw that it is visited together with, or null. */
  readonly targets: readonly { readonly target: TargetId; readonly host: DrawNumber | null }[]
  /** Who goes; the department of a common visit goes with its host. */
  readonly visits: readonly { readonly target: TargetId; readonly department: DepartmentCode }[]
}

/** A visit that was not drawn and stands. */
export interface PastCase {
  readonly target: TargetId
  readonly department: DepartmentCode
  readonly day: Day
  readonly cause: string
  /** Another department of the same visit is counted for the target already. */
  readonly joint?: true
}

/** By product, project or behaviour, the firm that answers for it; none where the rule does not ask. */
export type Firms = ReadonlyMap<TargetId, TargetId>

/** What was before, as the rules ask for it. */
export interface Past {
  /** By target, the latest draw that keeps it out of this one. */
  readonly drawn: ReadonlyMap<TargetId, string>
  /** By target and department, the latest draw that keeps the department away from it. */
  readonly drawnBy: ReadonlyMap<TargetId, ReadonlyMap<DepartmentCode, string>>
  /** By firm, visits of the year that caps count: a joint one is one, and so is one that several draws have in common. */
  readonly visits: ReadonlyMap<TargetId, number>
  readonly visitsBy: ReadonlyMap<TargetId, ReadonlyMap<DepartmentCode, number>>
  /** The firm that visits to a target count for: itself, or the one that answers for it. */
  readonly firmOf: (target: TargetId) => TargetId
  /** By item and firm, how often it was drawn for it this year, in draws that the item's limit is about. */
  readonly itemVisits: ReadonlyMap<string, ReadonlyMap<TargetId, number>>
  /** By item and target, how often the target was drawn for it this year, in draws that the item's limit is about. */
  readonly itemDraws: ReadonlyMap<string, ReadonlyMap<TargetId, number>>
}

/** What a task asks of the past. */
export interface Question {
  readonly items: readonly string[]
  readonly from: Day
  readonly to: Day
  readonly window: Window | null
}

/** The first and last day at which an earlier draw may have begun to matter to a task. */
export function reach({ from, to, window }: Question): { readonly first: Day; readonly last: Day } {
  const year = yearOf(from)
  const first = window === null || window.years === 0 ? year.first : yearsBefore(from, window.years)
  return { first, last: to > year.last ? to : year.last }
}

/** What of an earlier draw says whether it matters to a task, whomever it drew. */
export type PastTask = Pick<PastDraw, 'starts' | 'kind' | 'cause' | 'items'>

/**
 * Whether the frame of a task depends on whom an earlier draw drew: by its window, by a cap, by the limit of one of its
 * items, or by the rotation of people, which can leave nobody for a target. Who is missing in such a frame tells whom the
 * other drew.
 */
export function looksAt(
  task: Question & { readonly cause: string; readonly rotate: boolean },
  rules: Rules,
  limited: readonly { readonly code: string }[],
  draw: PastTask,
): boolean {
  if (keepsOut(task, draw) || task.rotate) return true
  if (draw.starts.slice(0, 4) !== task.from.slice(0, 4)) return false
  const counts = ({ cause }: { readonly cause: string }) => !rules.exemptCauses.has(causeIn(cause))
  const isCapped = rules.capTotal !== null || rules.capDepartment !== null
  if (isCapped && counts(task) && counts(draw)) return true
  return rules.itemLimitKinds.has(draw.kind) && limited.some(({ code }) => draw.items.includes(code))
}

/** Adds up what earlier draws, in the order of their numbers, and cases mean for a task. */
export function pastOf(
  question: Question,
  rules: Rules,
  draws: readonly PastDraw[],
  cases: readonly PastCase[],
  firms: Firms,
): Past {
  const inYear = (day: Day) => day.startsWith(`${question.from.slice(0, 4)}-`)
  const counts = (cause: string) => !rules.exemptCauses.has(causeIn(cause))
  const past = nothingPast(question.items, firms)
  const counted = new Set(draws.filter(({ cause }) => counts(cause)).map(({ number }) => number))
  for (const draw of draws) {
    if (keepsOut(question, draw)) addDrawn(past, draw, question.window!)
    if (!inYear(draw.starts)) continue
    if (counted.has(draw.number)) addVisits(past, draw, counted)
    if (rules.itemLimitKinds.has(draw.kind)) addItemDraws(past, draw)
  }
  for (const { target, department, day, cause, joint } of cases) {
    if (!inYear(day) || !counts(cause)) continue
    if (joint !== true) addOne(past.visits, past.firmOf(target))
    addOne(of(past.visitsBy, past.firmOf(target)), department)
  }
  return past
}

type Adding = ReturnType<typeof nothingPast>

function nothingPast(items: readonly string[], firms: Firms) {
  return {
    firmOf: (target: TargetId) => firms.get(target) ?? target,
    itemVisits: new Map<string, Map<TargetId, number>>(items.map(item => [item, new Map()])),
    drawn: new Map<TargetId, string>(),
    drawnBy: new Map<TargetId, Map<DepartmentCode, string>>(),
    visits: new Map<TargetId, number>(),
    visitsBy: new Map<TargetId, Map<DepartmentCode, number>>(),
    itemDraws: new Map<string, Map<TargetId, number>>(items.map(item => [item, new Map()])),
  }
}

function addDrawn({ drawn, drawnBy }: Adding, draw: PastDraw, window: Window): void {
  if (window.scope === 'department')
    for (const { target, department } of draw.visits) of(drawnBy, target).set(department, draw.number)
  else for (const { target } of draw.targets) drawn.set(target, draw.number)
}

/** A common visit counts once for the target: with its host, where that draw counts. */
function addVisits({ visits, visitsBy, firmOf }: Adding, draw: PastDraw, counted: ReadonlySet<string>): void {
  for (const { target, host } of draw.targets)
    if (host === null || !counted.has(host)) addOne(visits, firmOf(target))
  for (const { target, department } of draw.visits) addOne(of(visitsBy, firmOf(target)), department)
}

function addItemDraws({ itemDraws, itemVisits, firmOf }: Adding, { items, targets }: PastDraw): void {
  for (const item of items) {
    const [draws, visits] = [itemDraws.get(item), itemVisits.get(item)]
    if (draws === undefined || visits === undefined) continue
    for (const { target } of targets) {
      addOne(draws, target)
      addOne(visits, firmOf(target))
    }
  }
}

/** True for a draw within the task's window, which with 同事项 must have an item in common. */
export function keepsOut({ from, to, window, items }: Question, draw: PastTask): boolean {
  if (window === null) return false
  const { first, last } =
    window.years === 0 ? yearOf(from) : { first: yearsBefore(from, window.years), last: to }
  if (draw.starts < first || draw.starts > last) return false
  return window.scope !== 'item' || draw.items.some(item => items.includes(item))
}

/** The map that stands at a key of a map of maps; made where there is none. */
export function of<A, B, V>(maps: Map<A, Map<B, V>>, key: A): Map<B, V> {
  const found = maps.get(key)
  if (found !== undefined) return found
  const made = new Map<B, V>()
  maps.set(key, made)
  return made
}
