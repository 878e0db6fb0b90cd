import { orderOf } from '../../core/draw/folder/table.ts'
import { FRAME, POOL, SELECTION } from '../../core/draw/folder/tables.ts'
import { pairTally } from '../../core/draw/simulation.ts'
import { UNCLASSED } from '../../core/frame/frame.ts'
import { fairnessOf, type Sampled } from '../../core/report/fairness.ts'
import { countBy, groupBy } from '../../core/tally.ts'
import { fileOf } from '../../store/draws/draw-files.ts'
import type { DrawRecord } from '../../store/draws/draw-record.ts'
import { drawsIn } from '../../store/draws/draws.ts'
import { substitutionsOf } from '../../store/draws/substitutions.ts'
import type { Store } from '../../store/open.ts'
import { columnsAt } from '../../store/registry/registry.ts'
import { commitmentOf, rowsOf } from '../../store/views/kept-files.ts'
import { enteredOrder, seatsInYear } from '../../store/views/reports.ts'
import type { Desk } from '../../terminal/desk.ts'
import { type FairYear, fairData, fairLines } from '../../terminal/reports/report-fairness.ts'

/** report fairness — void attempts, substitutions, who meets whom, who visits how often, and what was drawn against what could be. */
export function fairness(desk: Desk, store: Store, year: string): void {
  const draws = drawsIn(store).filter(({ number }) => number.startsWith(`${year}-`))
  const standing = draws.filter(draw => draw.run !== null && draw.void === null)
  const seats = seatsInYear(store, year)
  const seatsOf = groupBy(seats, ({ draw }) => draw)
  const pairs = pairTally()
  for (const { number } of standing) pairs.add(seatsOf.get(number) ?? [])
  const told: FairYear = {
    year,
    draws: { frozen: draws.length, drawn: standing.length },
    voided: draws.flatMap(({ number, task, attempt, void: voided }) =>
      voided === null
        ? []
        : [{ draw: number, task, attempt, reason: voided.reason, approver: voided.approver }],
    ),
    substitutions: draws.flatMap(({ number }) =>
      substitutionsOf(store, number)
        .filter((row, i, rows) => rows.findIndex(other => other.number === row.number) === i)
        .map(({ kind, out, in: came, reason, approver }) => ({
          draw: number,
          kind,
          out,
          in: came,
          reason,
          approver,
        })),
    ),
    ...peopleOf(store, standing, seats),
    pairs: pairs.mostFirst(),
    tests: fairnessOf(sampledIn(store, standing)),
  }
  desk.result(fairData(told), () => fairLines(desk, told))
}

/** Everybody who stood in a pool, with station, pools and visits. */
function peopleOf(
  store: Store,
  draws: readonly DrawRecord[],
  seats: readonly { readonly inspector: string }[],
): Pick<FairYear, 'people'> {
  const people = new Map<string, { inspector: string; department: string; station: string; pools: number }>()
  for (const { number } of draws) {
    for (const { inspector, department, area } of rowsOf(POOL, fileOf(store, number, POOL.file))) {
      const pools = (people.get(inspector)?.pools ?? 0) + 1
      people.set(inspector, { inspector, department, station: area, pools })
    }
  }
  const visits = countBy(seats, ({ inspector }) => inspector)
  const sorted = [...people.values()].sort(orderOf(POOL))
  return { people: sorted.map(person => ({ ...person, visits: visits.get(person.inspector) ?? 0 })) }
}

function sampledIn(store: Store, draws: readonly DrawRecord[]): Sampled[] {
  const order = enteredOrder(store)
  return draws.map(({ number, since }) => {
    const classes = new Map<string, string>()
    for (const [id, risk] of columnsAt(store, 'targets', ['id', 'risk'], since)) classes.set(id, risk)
    return {
      strata: commitmentOf(store, number).strata,
      frame: rowsOf(FRAME, fileOf(store, number, FRAME.file)),
      selection: rowsOf(SELECTION, fileOf(store, number, SELECTION.file)),
      classOf: target => classes.get(target) || UNCLASSED,
      enteredAt: target => order.get(target) ?? 0,
    }
  })
}
