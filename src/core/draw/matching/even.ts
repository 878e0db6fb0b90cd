import { allBits, hasBit, isEmpty } from './bits.ts'
import type { Candidates } from './candidates.ts'
import { carryOut, seek } from './exchange.ts'
import { beginAmong, type Search, startAt } from './search.ts'
import { NOBODY, type Seating } from './seating.ts'

/**
 * Makes an admissible seating even (draw.md, section 6): no seating has a smaller sum of squared loads.
 *
 * A sum of squares is smallest when nobody can pass work, over however many others, to somebody who carries at
 * least two less (a flow of convex cost is optimal when it has no negative cycle). Start with the heaviest: once
 * nobody at their load can pass work on, everybody they reach is settled: these carry at most one less, pass work only
 * among themselves, and need not be visited again.
 */
export function makeEven(candidates: Candidates, seating: Seating, search: Search): void {
  const unsettled = allBits(candidates.people.length)
  while (!isEmpty(unsettled)) {
    const heaviest = highestLoad(seating, unsettled)
    search.maxLoad = heaviest - 2
    while (relieve(candidates, seating, search, unsettled, heaviest));
    unsettled.set(search.unvisited)
  }
}

/** Lets one of those who carry `load` pass a visit on; false when none of them can. */
function relieve(
  candidates: Candidates,
  seating: Seating,
  search: Search,
  unsettled: Uint32Array,
  load: number,
): boolean {
  beginAmong(search, unsettled)
  for (let person = 0; person < seating.load.length; person++) {
    if (seating.load[person] === load && hasBit(unsettled, person)) startAt(search, person, NOBODY)
  }
  const found = seek(candidates, seating, search)
  if (found !== NOBODY) carryOut(seating, search, found)
  return found !== NOBODY
}

function highestLoad({ load }: Seating, people: Uint32Array): number {
  return load.reduce((highest, own, person) => (hasBit(people, person) ? Math.max(highest, own) : highest), 0)
}
