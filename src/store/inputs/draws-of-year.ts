import { FRAME, POOL, SELECTION } from '../../core/draw/folder/tables.ts'
import type { DrawNumber } from '../../core/ids.ts'
import { UNCLASSED } from '../../core/registry/cells/words.ts'
import type { DrawOfYear, StandingDraw } from '../../core/report/fair-year.ts'
import { groupBy } from '../../core/tally.ts'
import { fileOf } from '../draws/draw-files.ts'
import { drawsIn } from '../draws/draws.ts'
import { substitutionsOf } from '../draws/substitutions.ts'
import type { Store } from '../open.ts'
import { columnsAt } from '../registry/registry.ts'
import { commitmentOf, rowsOf } from '../views/kept-files.ts'
import { enteredOrder, seatsInYear } from '../views/reports.ts'
import { targetVersions } from './packed-targets.ts'

/**
 * The draws of a year, oldest first, and those that stand with what each was drawn from, each read when it is asked for;
 * `read` is told how many rows of the registry were, of how many.
 */
export function drawsOfYear(
  store: Store,
  year: string,
  read: (rows: number, all: number) => void = () => {},
): { readonly draws: readonly DrawOfYear[]; readonly standing: Iterable<StandingDraw> } {
  const records = drawsIn(store).filter(({ number }) => number.startsWith(`${year}-`))
  const seats = groupBy(seatsInYear(store, year), ({ draw }) => draw)
  const order = enteredOrder(store)
  const rows = <Row>(table: Parameters<typeof rowsOf<Row>>[0], draw: DrawNumber) =>
    rowsOf(table, fileOf(store, draw, table.file))
  const draws = records.map(({ number, task, attempt, run, ended, void: voided }): DrawOfYear => {
    const substitutions = substitutionsOf(store, number)
    const how = ended?.how ?? null
    return { draw: number, task, attempt, run: run !== null, void: voided, ended: how, substitutions }
  })
  const most = targetVersions(store)
  function* standing(): Generator<StandingDraw> {
    for (const { number, since, run, void: voided, detail } of records) {
      // A frame that lies elsewhere has no registry here to compare it with.
      if (run === null || voided !== null || detail.snapshot !== undefined) continue
      const [classes, known] = [new Map<string, string>(), new Map<string, string>()]
      for (const [id, risk] of columnsAt(store, 'targets', ['id', 'risk'], since)) {
        // One text for each class, however many targets have it.
        if (!known.has(risk)) known.set(risk, risk)
        classes.set(id, known.get(risk)!)
        read(classes.size, most)
      }
      yield {
        strata: commitmentOf(store, number).strata,
        frame: rows(FRAME, number),
        selection: rows(SELECTION, number),
        pool: rows(POOL, number),
        seats: seats.get(number) ?? [],
        classOf: target => classes.get(target) || UNCLASSED,
        enteredAt: target => order.get(target) ?? 0,
      }
    }
  }
  return { draws, standing: standing() }
}
