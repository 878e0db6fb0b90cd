import { POOL, SELECTION } from '../../core/draw/folder/tables.ts'
import type { DrawNumber, EntryNumber } from '../../core/ids.ts'
import { UNCLASSED } from '../../core/registry/cells/words.ts'
import type { DrawOfYear, StandingDraw } from '../../core/report/fair-year.ts'
import type { SampledRow } from '../../core/report/fairness.ts'
import { groupBy } from '../../core/tally.ts'
import { fileOf } from '../draws/draw-files.ts'
import { drawsIn } from '../draws/draws.ts'
import { substitutionsOf } from '../draws/substitutions.ts'
import type { Store } from '../open.ts'
import { commitmentOf, eachFrameRow, rowsOf } from '../views/kept-files.ts'
import { enteredWith, seatsInYear } from '../views/reports.ts'

/**
 * The draws of a year, oldest first, and those that stand with what each was drawn from, each read when it is asked for;
 * `read` is told how many rows of its frame were, of how many.
 */
export function drawsOfYear(
  store: Store,
  year: string,
  read: (rows: number, all: number) => void = () => {},
): { readonly draws: readonly DrawOfYear[]; readonly standing: Iterable<StandingDraw> } {
  const records = drawsIn(store).filter(({ number }) => number.startsWith(`${year}-`))
  const seats = groupBy(seatsInYear(store, year), ({ draw }) => draw)
  const rows = <Row>(table: Parameters<typeof rowsOf<Row>>[0], draw: DrawNumber) =>
    rowsOf(table, fileOf(store, draw, table.file))
  const draws = records.map(({ number, task, attempt, run, ended, void: voided }): DrawOfYear => {
    const substitutions = substitutionsOf(store, number)
    const how = ended?.how ?? null
    return { draw: number, task, attempt, run: run !== null, void: voided, ended: how, substitutions }
  })
  function* standing(): Generator<StandingDraw> {
    for (const { number, since, run, void: voided, detail } of records) {
      // A frame that lies elsewhere has no registry here to compare it with.
      if (run === null || voided !== null || detail.snapshot !== undefined) continue
      const { strata } = commitmentOf(store, number)
      const most = strata.reduce((sum, { size }) => sum + size, 0)
      yield {
        strata,
        frame: sampledRows(store, number, since, rows => read(rows, most)),
        selection: rows(SELECTION, number),
        pool: rows(POOL, number),
        seats: seats.get(number) ?? [],
      }
    }
  }
  return { draws, standing: standing() }
}

/** The frame of a draw as the tests of fairness see it, so many rows at a time. */
function* sampledRows(
  store: Store,
  draw: DrawNumber,
  at: EntryNumber,
  read: (rows: number) => void,
): Generator<SampledRow> {
  // One text for each class, however many targets have it.
  const known = new Map<string, string>()
  let passed = 0
  for (const rows of inRuns(eachFrameRow(store, draw), AT_ONCE)) {
    const { entered, risks } = enteredWith(
      store,
      rows.map(({ target }) => target),
      at,
    )
    for (const { stratum, target, area } of rows) {
      const risk = risks.get(target) || UNCLASSED
      if (!known.has(risk)) known.set(risk, risk)
      yield { stratum, target, area, class: known.get(risk)!, entered: entered.get(target) ?? 0 }
    }
    passed += rows.length
    read(passed)
  }
}

const AT_ONCE = 4096

function* inRuns<Row>(rows: Iterable<Row>, size: number): Generator<readonly Row[]> {
  let run: Row[] = []
  for (const row of rows) {
    run.push(row)
    if (run.length < size) continue
    yield run
    run = []
  }
  if (run.length > 0) yield run
}
