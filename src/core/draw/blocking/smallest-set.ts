import { hasBit } from '../matching/bits.ts'
import { type Candidates, targetsIn } from '../matching/candidates.ts'
import { newSearch } from '../matching/search.ts'
import { fillByExchange } from '../matching/seat-all.ts'
import { copySeating, NO_LIMIT, NOBODY, type Seating, takeBack } from '../matching/seating.ts'
import { type BlockingSet, freeOf, freePlaces, helpersAmong, seatsAt, seatsFilledBy } from './blocking-set.ts'
import { emptyAgain, liftLimits, peopleVisited, release, type Trial } from './trial.ts'

/** How many starting points are tried; each may lead to a different group, and the smallest is named. */
const TRIES = 6

/**
 * A minimal blocking group: with fewer of its targets or people it would no longer block. The search starts from
 * single targets that cannot be filled in any case, if there are any, else from seats that stayed empty. Of the groups
 * it finds, the one with the fewest targets is chosen, then the one with the fewest people.
 */
export function smallestBlockingSet(
  candidates: Candidates,
  seating: Seating,
  empty: readonly number[],
): BlockingSet {
  const groups = startingPoints(candidates, empty).map(({ targets, slot }) => {
    const trial: Trial = { candidates, seating: copySeating(seating), search: newSearch(candidates) }
    return withFewestPeople(trial, withFewestTargets(trial, targets, slot))
  })
  const size = ({ people }: BlockingSet): number =>
    candidates.people.filter((_, person) => hasBit(people, person)).length
  return groups.reduce((best, group) => {
    const fewer = group.targets.length - best.targets.length || size(group) - size(best)
    return fewer < 0 ? group : best
  })
}

interface StartingPoint {
  readonly targets: readonly number[]
  /** An empty slot to begin with, or {@link NOBODY} for any. */
  readonly slot: number
}

function startingPoints(candidates: Candidates, empty: readonly number[]): readonly StartingPoint[] {
  const all = Array.from({ length: targetsIn(candidates) }, (_, target) => target)
  const free = helpersAmong(candidates, person => freeOf(candidates, person) > 0)
  const alone = all.filter(target => seatsFilledBy(free, candidates, target) < seatsAt(candidates, target))
  if (alone.length > 0) return alone.slice(0, TRIES).map(target => ({ targets: [target], slot: NOBODY }))
  const firstOfKind = new Map(empty.toReversed().map(slot => [candidates.kindOf[slot]!, slot]))
  return [...firstOfKind.values()].slice(0, TRIES).map(slot => ({ targets: all, slot }))
}

/** Leaves targets out as long as the others still block; the seating then fills as many as possible of the seats left. */
function withFewestTargets(trial: Trial, start: readonly number[], slot: number): readonly number[] {
  const { candidates, seating, search } = trial
  const needed = new Set<number>()
  let targets = start
  let empty = emptyAgain(trial, targets)
  if (slot !== NOBODY) empty = [slot, ...empty.filter(other => other !== slot)]
  for (;;) {
    targets = countedOut(candidates, targets, peopleVisited(trial, empty[0]!))
    empty = emptyAgain(trial, targets)
    const spare = targets.find(target => {
      if (needed.has(target)) return false
      seating.journal = []
      release(trial, target)
      const left = empty.filter(other => candidates.targetOf[other] !== target)
      if (fillByExchange(candidates, seating, search, left).length > 0) return true
      takeBack(seating)
      needed.add(target)
      return false
    })
    if (spare === undefined) return targets
    seating.journal = null
    targets = targets.filter(target => target !== spare)
    empty = emptyAgain(trial, targets)
  }
}

/** Leaves out the targets that others can fill, then those that a count alone shows to be unnecessary. */
function countedOut(
  candidates: Candidates,
  targets: readonly number[],
  people: Uint32Array,
): readonly number[] {
  const outsiders = helpersAmong(candidates, person => !hasBit(people, person))
  const lacks = targets
    .map(target => ({
      target,
      seats: seatsAt(candidates, target) - seatsFilledBy(outsiders, candidates, target),
    }))
    .filter(lack => lack.seats > 0)
    .sort((a, b) => b.seats - a.seats || a.target - b.target)
  let spare = lacks.reduce((sum, lack) => sum + lack.seats, -freePlaces(candidates, people))
  while (spare > lacks.at(-1)!.seats) spare -= lacks.pop()!.seats
  return lacks.map(lack => lack.target).sort((a, b) => a - b)
}

/** Leaves people out as long as the rest still block these targets, even if all others had no limit. */
function withFewestPeople(trial: Trial, targets: readonly number[]): BlockingSet {
  const { candidates, seating, search } = trial
  const size = candidates.people.length
  let people = peopleVisited(trial, emptyAgain(trial, targets)[0]!)
  liftLimits(trial, people)
  let empty = emptyAgain(trial, targets)
  for (let person = 0; person < size; person++) {
    if (!hasBit(people, person)) continue
    const limit = seating.capacity[person]!
    seating.journal = []
    seating.capacity[person] = NO_LIMIT
    const left = fillByExchange(candidates, seating, search, empty)
    if (left.length === 0) {
      takeBack(seating)
      seating.capacity[person] = limit
      continue
    }
    seating.journal = null
    people = peopleVisited(trial, left[0]!)
    liftLimits(trial, people)
    empty = fillByExchange(candidates, seating, search, left)
  }
  return { targets, people }
}
