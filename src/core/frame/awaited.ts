import type { FrameRow, Stratum } from '../draw/folder/rows.ts'
import type { DepartmentCode, DrawNumber, TargetId } from '../ids.ts'
import type { Window } from '../registry/cells/window.ts'
import type { Rules } from '../rules/rules.ts'
import { addOne } from '../tally.ts'
import { causeIn } from '../visits/visit.ts'
import { keepsOut, of, type PastTask, type Question } from './visit-history.ts'

/** A draw that is frozen, and neither run nor void: nobody knows whom it will draw. */
export interface AwaitedDraw extends PastTask {
  readonly number: DrawNumber
  /** Its frame, without what no seed can draw: not kept, but read anew each time it is gone over. */
  readonly frame: Iterable<AwaitedRow>
  readonly strata: readonly Pick<Stratum, 'stratum' | 'take'>[]
}

type AwaitedRow = Pick<FrameRow, 'stratum' | 'target' | 'departments'>

/** Visits that may yet come, and the latest draw that may bring one. */
export interface Awaited {
  readonly visits: number
  readonly draw: DrawNumber
}

/** What a draw of an item may yet draw: by target the stratum, by stratum how many at the most. */
interface AwaitedTake {
  readonly strata: ReadonlyMap<TargetId, string>
  readonly takes: ReadonlyMap<string, number>
}

/** What draws that wait for their seed mean for a task: each target of their frames as if it were drawn. */
export interface AwaitedVisits {
  /** How many draws were counted. */
  readonly draws: number
  /** By target, and by target and department, the latest draw whose frame keeps it out by the window of the task. */
  readonly drawn: ReadonlyMap<TargetId, DrawNumber>
  readonly drawnBy: ReadonlyMap<TargetId, ReadonlyMap<DepartmentCode, DrawNumber>>
  /** By firm, and by firm and department, the visits that caps may have to count. */
  readonly visits: ReadonlyMap<TargetId, Awaited>
  readonly visitsBy: ReadonlyMap<TargetId, ReadonlyMap<DepartmentCode, Awaited>>
  /** By item and firm. */
  readonly itemVisits: ReadonlyMap<string, ReadonlyMap<TargetId, Awaited>>
  readonly itemTakes: ReadonlyMap<string, readonly AwaitedTake[]>
}

/** Adds up what waiting draws, in the order of their numbers, may bring; the frame of each is gone over once and not kept. */
export function awaitedOf(
  question: Question,
  rules: Rules,
  draws: Iterable<AwaitedDraw>,
  firmOf: (target: TargetId) => TargetId,
): AwaitedVisits {
  const awaited = { ...nothingAwaited(), draws: 0 }
  for (const draw of draws) {
    awaited.draws++
    const adders = addersOf(awaited, question, rules, draw, firmOf)
    for (const row of draw.frame) for (const add of adders) add(row)
  }
  return awaited
}

/** Adds what one row of a waiting draw may bring. */
type Adder = (row: AwaitedRow) => void

function addersOf(
  awaited: Adding,
  question: Question,
  rules: Rules,
  draw: AwaitedDraw,
  firmOf: FirmOf,
): readonly Adder[] {
  const adders: Adder[] = []
  if (keepsOut(question, draw)) adders.push(drawnAdder(awaited, draw, question.window!))
  if (draw.starts.slice(0, 4) !== question.from.slice(0, 4)) return adders
  if (!rules.exemptCauses.has(causeIn(draw.cause))) adders.push(visitsAdder(awaited, draw, firmOf))
  const items = rules.itemLimitKinds.has(draw.kind)
    ? question.items.filter(item => draw.items.includes(item))
    : []
  if (items.length > 0) adders.push(itemTakesAdder(awaited, draw, items, firmOf))
  return adders
}

type Adding = ReturnType<typeof nothingAwaited>
type FirmOf = (target: TargetId) => TargetId

function nothingAwaited() {
  return {
    drawn: new Map<TargetId, DrawNumber>(),
    drawnBy: new Map<TargetId, Map<DepartmentCode, DrawNumber>>(),
    visits: new Map<TargetId, Awaited>(),
    visitsBy: new Map<TargetId, Map<DepartmentCode, Awaited>>(),
    itemVisits: new Map<string, Map<TargetId, Awaited>>(),
    itemTakes: new Map<string, AwaitedTake[]>(),
  }
}

function drawnAdder({ drawn, drawnBy }: Adding, { number }: AwaitedDraw, { scope }: Window): Adder {
  return ({ target, departments }) => {
    if (scope !== 'department') drawn.set(target, number)
    else for (const department of departments) of(drawnBy, target).set(department, number)
  }
}

function visitsAdder({ visits, visitsBy }: Adding, { number }: AwaitedDraw, firmOf: FirmOf): Adder {
  return ({ target, departments }) => {
    const firm = firmOf(target)
    addAwaited(visits, firm, number)
    for (const department of departments) addAwaited(of(visitsBy, firm), department, number)
  }
}

function itemTakesAdder(
  { itemVisits, itemTakes }: Adding,
  { number, strata: own }: AwaitedDraw,
  items: readonly string[],
  firmOf: FirmOf,
): Adder {
  const strata = new Map<TargetId, string>()
  const take = { strata, takes: new Map(own.map(({ stratum, take }) => [stratum, take])) }
  for (const item of items) itemTakes.set(item, [...(itemTakes.get(item) ?? []), take])
  return ({ target, stratum }) => {
    strata.set(target, stratum)
    for (const item of items) addAwaited(of(itemVisits, item), firmOf(target), number)
  }
}

/** Counts the targets that waiting draws of an item may yet draw for it, at the most, among those that are told to it. */
export function awaitedTakes({ itemTakes }: AwaitedVisits, item: string) {
  const takes = (itemTakes.get(item) ?? []).map(take => ({ ...take, found: new Map<string, number>() }))
  return {
    add(target: TargetId): void {
      for (const { strata, found } of takes) {
        const stratum = strata.get(target)
        if (stratum !== undefined) addOne(found, stratum)
      }
    },
    most: () =>
      takes.reduce(
        (sum, { found, takes }) =>
          [...found].reduce((sum, [stratum, count]) => sum + Math.min(count, takes.get(stratum) ?? 0), sum),
        0,
      ),
  }
}

function addAwaited<Key>(awaited: Map<Key, Awaited>, key: Key, draw: DrawNumber): void {
  awaited.set(key, { visits: (awaited.get(key)?.visits ?? 0) + 1, draw })
}
