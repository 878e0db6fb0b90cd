import type { Ending } from '../draw/draw-state.ts'
import type { AssignmentRow, PoolRow } from '../draw/folder/rows.ts'
import { orderOf } from '../draw/folder/table.ts'
import { POOL, type SubstitutionRow } from '../draw/folder/tables.ts'
import { pairTally } from '../draw/simulation.ts'
import { addOne } from '../tally.ts'
import type { ChiSquare } from './chi-square.ts'
import { type Attribute, fairnessTally, type Sampled } from './fairness.ts'

/** A year of draws, as fair as it was. */
export interface FairYear {
  readonly year: string
  readonly draws: { readonly frozen: number; readonly drawn: number }
  readonly voided: readonly {
    readonly draw: string
    readonly task: string
    readonly attempt: number
    readonly reason: string
    readonly approver: string
  }[]
  /** Draws that ended without a result. */
  readonly ended: readonly {
    readonly draw: string
    readonly task: string
    readonly attempt: number
    readonly how: Ending
  }[]
  readonly substitutions: readonly (Pick<SubstitutionRow, 'kind' | 'out' | 'in' | 'reason' | 'approver'> & {
    readonly draw: string
  })[]
  /** Everybody who stood in a pool of the year, and in how many. */
  readonly people: readonly {
    readonly inspector: string
    readonly department: string
    readonly station: string
    readonly pools: number
    readonly visits: number
  }[]
  readonly pairs: readonly { readonly people: readonly [string, string]; readonly times: number }[]
  readonly tests: Readonly<Record<Attribute, ChiSquare>>
}

/** A draw of the year: whether it was run and stands, and what became of it. */
export interface DrawOfYear {
  readonly draw: string
  readonly task: string
  readonly attempt: number
  readonly run: boolean
  readonly void: { readonly reason: string; readonly approver: string } | null
  readonly ended: Ending | null
  readonly substitutions: readonly SubstitutionRow[]
}

/** A draw that stands: who could be matched, who was, and what it was drawn from. */
export interface StandingDraw extends Sampled {
  readonly pool: readonly PoolRow[]
  readonly seats: readonly AssignmentRow[]
}

/** Void attempts, substitutions, who meets whom, who visits how often, and what was drawn against what could be. */
export function fairYear(
  year: string,
  draws: readonly DrawOfYear[],
  standing: Iterable<StandingDraw>,
): FairYear {
  const [pairs, fairness, people] = [pairTally(), fairnessTally(), peopleTally()]
  let drawn = 0
  for (const draw of standing) {
    drawn++
    pairs.add(draw.seats)
    fairness.add(draw)
    people.add(draw)
  }
  return {
    year,
    draws: { frozen: draws.length, drawn },
    voided: draws.flatMap(({ draw, task, attempt, void: voided }) =>
      voided === null ? [] : [{ draw, task, attempt, reason: voided.reason, approver: voided.approver }],
    ),
    ended: draws.flatMap(({ draw, task, attempt, ended: how }) =>
      how === null ? [] : [{ draw, task, attempt, how }],
    ),
    substitutions: draws.flatMap(({ draw, substitutions }) =>
      firstLines(substitutions).map(({ kind, out, in: came, reason, approver }) => ({
        ...{ draw, kind, out, in: came, reason, approver },
      })),
    ),
    people: people.all(),
    pairs: pairs.mostFirst(),
    tests: fairness.tests(),
  }
}

/** The first line of each substitution says who fell out and who came. */
function firstLines(rows: readonly SubstitutionRow[]): SubstitutionRow[] {
  return rows.filter((row, i) => rows.findIndex(other => other.number === row.number) === i)
}

/** Everybody who stood in a pool, with station, pools and visits. */
function peopleTally() {
  const people = new Map<string, { inspector: string; department: string; station: string; pools: number }>()
  const visits = new Map<string, number>()
  const add = ({ pool, seats }: StandingDraw) => {
    for (const { inspector, department, area } of pool) {
      const pools = (people.get(inspector)?.pools ?? 0) + 1
      people.set(inspector, { inspector, department, station: area, pools })
    }
    for (const { inspector } of seats) addOne(visits, inspector)
  }
  const all = (): FairYear['people'] =>
    [...people.values()]
      .sort(orderOf(POOL))
      .map(person => ({ ...person, visits: visits.get(person.inspector) ?? 0 }))
  return { add, all }
}
