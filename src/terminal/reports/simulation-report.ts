import type { Stratum } from '../../core/draw/folder/rows.ts'
import type { PersonTrials, Simulation } from '../../core/draw/simulation.ts'
import { escapeControls } from '../../core/escape-controls.ts'
import { percent, reduced } from '../../core/fraction.ts'
import type { PoolResult } from '../../core/pool/pool.ts'
import type { Task } from '../../core/registry/task.ts'
import { countBy } from '../../core/tally.ts'
import type { NamingDesk } from '../naming.ts'
import { table } from '../table.ts'

/** What a clerk is shown of a simulation. */
export interface SimulationReport {
  readonly what: { readonly task: Task; readonly strata: readonly Stratum[]; readonly pooled: PoolResult }
  readonly simulation: Simulation
  readonly seed: string
  /** The strata of the draw after this one. */
  readonly next: readonly Stratum[]
}

/** How many people or pairs are listed one by one, at most. */
const LISTED = 15

/** What a draw would be like: exact inclusion probabilities, visits and pairs as counted; and that none of it is the draw. */
export function simulationLines(
  desk: NamingDesk,
  { what, simulation, seed, next }: SimulationReport,
): string[] {
  const { say } = desk
  const words = say.simulation
  const { task, strata } = what
  const { runs, matched, blocked } = simulation
  return [
    words.title(escapeControls(`${task.number} ${task.name}`), runs, escapeControls(seed)),
    words.notTheDraw,
    ...(blocked === null
      ? []
      : ([
          words.infeasible(runs - matched, runs),
          ...say.reasons.infeasible(blocked).slice(0, 1),
        ] as string[])),
    '',
    words.inclusion,
    ...inclusionTable(desk, strata),
    '',
    words.visits,
    ...visitsTable(desk, simulation),
    '',
    ...pairLines(desk, simulation),
    '',
    task.window === null ? words.nextSame : words.nextWithout,
    ...inclusionTable(desk, next),
  ]
}

function inclusionTable({ say, window }: NamingDesk, strata: readonly Stratum[]): string[] {
  const words = say.freeze.strata
  return table(
    window,
    [words.stratum, words.size, words.take, words.probability, ''],
    strata.map(({ stratum, size, take }) => [
      escapeControls(say.published.stratumNamed(stratum)),
      String(size),
      String(take),
      size === 0 ? '—' : reduced(take, size),
      percent(take, size),
    ]),
    ['left', 'right', 'right', 'right', 'right'],
  )
}

function visitsTable({ say, window, named }: NamingDesk, { people, matched }: Simulation): string[] {
  const words = say.simulation
  const busiest = people.toSorted((a, b) => b.visits - a.visits)
  const shown =
    busiest.length <= 2 * LISTED ? busiest : [...busiest.slice(0, LISTED), ...busiest.slice(-LISTED)]
  const lines = table(
    window,
    [words.inspector, words.department, words.mean, words.deviation, words.range],
    shown.map(person => [
      named('inspectors', person.inspector),
      named('departments', person.department),
      hundredths(BigInt(person.visits), BigInt(matched)),
      deviation(person, matched),
      `${person.least}–${person.most}`,
    ]),
    ['left', 'left', 'right', 'right', 'right'],
  )
  return shown.length < busiest.length ? [...lines, words.between(busiest.length - shown.length)] : lines
}

function pairLines({ say, window, named }: NamingDesk, { people, pairs, matched }: Simulation): string[] {
  const words = say.simulation
  return [
    words.pairs(pairs.length, possiblePairs(people)),
    ...table(
      window,
      [words.pair, words.perDraw],
      pairs
        .slice(0, LISTED)
        .map(({ people: [a, b], times }) => [
          say.common.listed([named('inspectors', a), named('inspectors', b)]),
          hundredths(BigInt(times), BigInt(matched)),
        ]),
      ['left', 'right'],
    ),
  ]
}

/** Pairs of people of one department. */
export function possiblePairs(people: readonly { readonly department: string }[]): number {
  const sizes = countBy(people, ({ department }) => department)
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
}

/** numerator / denominator to two decimal places, halves rounded up. */
export function hundredths(numerator: bigint, denominator: bigint): string {
  const value = (200n * numerator + denominator) / (2n * denominator)
  return `${value / 100n}.${String(value % 100n).padStart(2, '0')}`
}

/** Standard deviation over the runs, for display only. */
function deviation({ visits, squares }: PersonTrials, runs: number): string {
  return (Math.sqrt(Math.max(0, runs * squares - visits * visits)) / runs).toFixed(2)
}

/** The same for scripts: whole numbers and exact fractions. */
export function simulationData({ what, simulation, seed, next }: SimulationReport): unknown {
  const { task, strata } = what
  const { runs, matched, blocked, people, pairs } = simulation
  const inclusion = (list: readonly Stratum[]) =>
    list.map(stratum => ({
      ...stratum,
      inclusion: stratum.size === 0 ? null : reduced(stratum.take, stratum.size),
    }))
  return {
    isTheDraw: false,
    task: { id: task.number, name: task.name },
    runs,
    seed,
    matched,
    infeasible: runs - matched,
    blocked,
    strata: inclusion(strata),
    inspectors: people.map(person => ({ ...person, mean: reduced(person.visits, matched) })),
    pairs: pairs.map(({ people: pair, times }) => ({ people: pair, times, mean: reduced(times, matched) })),
    pairsPossible: possiblePairs(people),
    next: { leavesOutDrawn: task.window !== null, strata: inclusion(next) },
  }
}
