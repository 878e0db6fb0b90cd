import { sortByBytes } from '../bytes.ts'
import { sha256Hex } from '../hash.ts'
import { hexOfWords } from '../hex.ts'
import type { DepartmentCode, Digest, InspectorId } from '../ids.ts'
import { addOne, countBy, groupBy } from '../tally.ts'
import type { Blocking } from './blocking/blocking.ts'
import { commitmentDigest } from './commitment/commitment.ts'
import type { Fixed } from './draw.ts'
import type { AssignmentRow } from './folder/rows.ts'
import { type Rng, rngFrom } from './matching/hat.ts'
import { matchKeyOf, selectKeyOf } from './seed/seed.ts'
import { select } from './selection.ts'
import { matchTeams, type TeamsOutcome } from './teams.ts'

/** The results of many trial draws, in whole numbers: sums over the runs that could be matched. */
export interface Simulation {
  readonly runs: number
  readonly matched: number
  /** Why the first of the others could not be matched. */
  readonly blocked: { readonly department: DepartmentCode; readonly blocking: Blocking } | null
  /** Everybody in the pool, in its order. */
  readonly people: readonly PersonTrials[]
  /** People of one department who sat at one target, most often first. */
  readonly pairs: readonly { readonly people: readonly [string, string]; readonly times: number }[]
}

export interface PersonTrials {
  readonly inspector: InspectorId
  readonly department: DepartmentCode
  /** Σ visits and Σ visits² over the runs; the fewest and the most in one run. */
  readonly visits: number
  readonly squares: number
  readonly least: number
  readonly most: number
}

/** What a trial needs beside the frame, and how one is drawn with a key, whatever the frame lies in. */
export interface Trials {
  readonly commitment: Fixed['commitment']
  readonly pool: Fixed['pool']
  readonly trial: (key: Digest) => Trial
}

/** What became of one trial. */
export type Trial =
  | { readonly kind: 'matched'; readonly assignment: Iterable<AssignmentRow> }
  | Extract<TeamsOutcome, { kind: 'infeasible' }>

/** Trials of a frame that is at hand as rows. */
export function trialsOf(fixed: Fixed): Trials {
  return { ...fixed, trial: key => trial(fixed, key) }
}

/**
 * Draws `runs` times with keys of its own, to see what a draw would be like before anything is fixed. The keys come
 * from one generator keyed by a digest, and are not the digest of any seed lines: none of these is the draw.
 */
export function simulate(
  { commitment, pool, trial }: Trials,
  runs: number,
  seed: string,
  progress: (run: number) => void = () => {},
): Simulation {
  const rng = rngFrom(sha256Hex(`ssj-simulate/1\n${commitmentDigest(commitment)}\n${seed}\n`))
  const visits = new Map(pool.map(({ inspector }) => [inspector, [] as number[]]))
  const pairs = pairTally()
  let blocked: Simulation['blocked'] = null
  let matched = 0
  for (let run = 1; run <= runs; run++) {
    const outcome = trial(keyFrom(rng))
    progress(run)
    if (outcome.kind === 'infeasible') {
      blocked ??= { department: outcome.department, blocking: outcome.blocking }
      continue
    }
    matched++
    const assignment = [...outcome.assignment]
    const counted = countBy(assignment, ({ inspector }) => inspector)
    for (const [inspector, list] of visits) list.push(counted.get(inspector) ?? 0)
    pairs.add(assignment)
  }
  return {
    runs,
    matched,
    blocked,
    people: pool.map(({ inspector, department }) => ({
      inspector,
      department,
      ...summed(visits.get(inspector)!),
    })),
    pairs: pairs.mostFirst(),
  }
}

/** 64 digits from the generator. */
function keyFrom(rng: Rng): Digest {
  return hexOfWords(Int32Array.from({ length: 8 }, () => rng.int32()))
}

function trial({ commitment, frame, pool, recusals }: Fixed, key: Digest): Trial {
  const { strata, teams, avoidSameArea } = commitment
  const selection = select(frame, strata, selectKeyOf(key))
  return matchTeams({ frame, pool, recusals, teams, avoidSameArea }, selection, department =>
    matchKeyOf(key, department),
  )
}

/** Counts how often any two people met in a team; those who met most often come first. */
export function pairTally() {
  const times = new Map<string, number>()
  return {
    add(assignment: readonly AssignmentRow[]): void {
      for (const pair of pairsIn(assignment)) addOne(times, pair)
    },
    mostFirst: (): { people: [string, string]; times: number }[] =>
      [...times]
        .map(([key, met]) => ({ people: key.split(';') as [string, string], times: met }))
        .sort((a, b) => b.times - a.times),
  }
}

/** `a;b` in byte order for any two who sit at one target for one department; ids hold no `;`. */
export function pairsIn(assignment: readonly AssignmentRow[]): string[] {
  const teams = groupBy(assignment, ({ target, department }) => `${target};${department}`)
  return [...teams.values()].flatMap(team => {
    const people = sortByBytes(team.map(({ inspector }) => inspector))
    return people.flatMap((a, i) => people.slice(i + 1).map(b => `${a};${b}`))
  })
}

function summed(visits: readonly number[]): Pick<PersonTrials, 'visits' | 'squares' | 'least' | 'most'> {
  return {
    visits: visits.reduce((sum, count) => sum + count, 0),
    squares: visits.reduce((sum, count) => sum + count * count, 0),
    least: visits.length === 0 ? 0 : Math.min(...visits),
    most: Math.max(0, ...visits),
  }
}
