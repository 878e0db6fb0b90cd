import type { DrawNumber, EntryNumber, TargetId } from '../../core/ids.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import type { CameOf } from '../../core/results/due.ts'
import { type Result, resultOf } from '../../core/results/result.ts'
import { groupBy } from '../../core/tally.ts'
import type { Store } from '../open.ts'
import { columnsOf } from '../registry/registry.ts'
import { carriedResults } from './carried-results.ts'
import { stepsIn } from './result-steps.ts'

/** Every result that stands, by its id: memory holds one at a time. */
export function* allResults(store: Store): Generator<Result> {
  yield* read(store, 'true', {})
}

/** Every result that stands, target by target, each target's by their ids: memory holds those of one target. */
export function* resultsByTarget(store: Store): Generator<readonly [target: TargetId, results: Result[]]> {
  const stepsOf = stepsIn(store)
  const carried = carriedResults(store)
  const page = store
    .sql<[target: TargetId, ...row: PageRow]>(
      `select result.target, result.since, entry.at, entry.actor, ${COLUMNS} from result join entry on entry.number = result.since
       where until is null and (result.target, result.id) > (@target, @after)
       order by result.target, result.id limit ${PAGE}`,
    )
    .raw()
  let [target, after]: [TargetId, string] = ['' as TargetId, '']
  let own: Result[] = []
  for (let rows: number = PAGE; rows === PAGE; ) {
    const read = page.all({ target, after })
    rows = read.length
    for (const [of, since, at, actor, ...row] of read) {
      if (of !== target && own.length > 0) {
        yield [target, own]
        own = []
      }
      ;[target, after] = [of, idOf(row)]
      own.push(resultOf({ since, at, actor, row }, stepsOf(after), carried.keyOf(after)))
    }
  }
  if (own.length > 0) yield [target, own]
}

/** The results of a draw or of a case (`C2026-0001`), rows of version 0.1.0 that are of this draw among them, by id. */
export function* resultsOfOccasion(store: Store, occasion: string): Generator<Result> {
  yield* read(store, `result.id >= @occasion || '/' and result.id < @occasion || '0'`, { occasion })
  for (const id of carriedResults(store).of(occasion as DrawNumber))
    yield* read(store, 'result.id = @id', { id })
}

/** What came of a draw, read as it is asked for: memory holds the results of one target. */
export function cameOf(store: Store, draw: DrawNumber): CameOf {
  const carried = carriedResults(store)
  const before = groupBy(carried.of(draw), id => carried.keyOf(id)!.target)
  const keyed = reader(
    store,
    `result.id >= @draw || '/' || @target || '/' and result.id < @draw || '/' || @target || '0' and target = @target`,
  )
  const named = reader(store, 'result.id = @id')
  return {
    *at(target) {
      yield* keyed({ draw, target })
      for (const id of before.get(target) ?? []) yield* named({ id })
    },
    all: () => resultsOfOccasion(store, draw),
    count: resultsStanding(store, { occasion: draw }),
  }
}

/** The results of these targets, whatever draws they are of, by the day of the inspection. */
export function resultsAt(store: Store, targets: readonly TargetId[]): Result[] {
  return resultsAtFinder(store)(targets)
}

/** Finds the same of one target after the other. */
export function resultsAtFinder(store: Store): (targets: readonly TargetId[]) => Result[] {
  const among = reader(store, 'target in (select value from json_each(@targets))')
  return targets => {
    const found = [...among({ targets: JSON.stringify(targets) })]
    return found.sort((a, b) => (a.inspected < b.inspected ? -1 : a.inspected > b.inspected ? 1 : 0))
  }
}

/** The result that stands under an id, or null. */
export function resultWith(store: Store, id: string): Result | null {
  for (const found of read(store, 'result.id = @id', { id })) return found
  return null
}

/** How many rows are read at once; between them whoever reads may write. */
const PAGE = 1000

type PageRow = [since: EntryNumber, at: string, actor: string, ...row: RecordCells]

function read(store: Store, where: string, given: Readonly<Record<string, string>>): Generator<Result> {
  return reader(store, where)(given)
}

/** Reads page by page what `where` asks for, as often as it is asked for. */
function reader(store: Store, where: string): (given: Readonly<Record<string, string>>) => Generator<Result> {
  const stepsOf = stepsIn(store)
  const carried = carriedResults(store)
  const page = store
    .sql<PageRow>(
      `select result.since, entry.at, entry.actor, ${COLUMNS} from result join entry on entry.number = result.since
       where until is null and result.id > @after and ${where} order by result.id limit ${PAGE}`,
    )
    .raw()
  return function* (given) {
    for (let after = ''; ; ) {
      const rows = page.all({ ...given, after })
      for (const [since, at, actor, ...row] of rows) {
        after = idOf(row)
        yield resultOf({ since, at, actor, row }, stepsOf(after), carried.keyOf(after))
      }
      if (rows.length < PAGE) return
    }
  }
}

const COLUMNS = columnsOf(library('results'))

/** How many results stand of draws of a year, those of version 0.1.0 that are of one among them; cases are not. */
export function resultsOfDraws(store: Store, year: string, draws: readonly DrawNumber[]): number {
  const keyed = store
    .sql<number>("select count(*) from result where until is null and id >= ? || '-' and id < ? || '.'")
    .pluck()
    .get(year, year)!
  const carried = carriedResults(store)
  return draws.reduce((sum, draw) => sum + carried.of(draw).length, keyed)
}

/** How many results stand, of a department where one is given; of one draw or case too. */
export function resultsStanding(
  store: Store,
  {
    occasion = null,
    department = null,
  }: { readonly occasion?: string | null; readonly department?: string | null } = {},
): number {
  const keyed = store
    .sql<number>(
      `select count(*) from result where until is null and (@department is null or department = @department)
       and (@occasion is null or id >= @occasion || '/' and id < @occasion || '0')`,
    )
    .pluck()
    .get({ occasion, department })!
  return occasion === null ? keyed : keyed + carriedResults(store).of(occasion as DrawNumber).length
}

/** How many results stand whose inspection was in a year. */
export function resultsInspected(store: Store, year: string): number {
  return store
    .sql<number>('select count(*) from result where until is null and inspected like ?')
    .pluck()
    .get(`${year}-%`)!
}
