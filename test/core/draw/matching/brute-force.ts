import type { Department } from '../../../../src/core/draw/matching/department.ts'
import { below, type Rng } from '../../../../src/core/draw/matching/hat.ts'
import { cheapest } from './flow.ts'

/** A department's people in byte order, and for each slot who may sit there. */
export interface Rules {
  readonly people: readonly { readonly inspector: string; readonly load: number; readonly capacity: number }[]
  readonly slots: readonly { readonly visit: number; readonly candidates: readonly number[] }[]
}

/** Section 6 of draw.md word for word: draws names from the hat and asks whether an even assignment agrees. */
export function drawNames(
  { slots }: Rules,
  rng: Rng,
  evenAgrees: (filled: readonly number[]) => boolean,
): readonly number[] {
  const filled: number[] = []
  for (const { visit, candidates } of slots) {
    const sitting = filled.filter((_, earlier) => slots[earlier]!.visit === visit)
    const hat = candidates.filter(person => !sitting.includes(person))
    for (;;) {
      const j = below(hat.length, rng)
      const name = hat[j]!
      hat[j] = hat.at(-1)!
      hat.pop()
      if (!evenAgrees([...filled, name])) continue
      filled.push(name)
      break
    }
  }
  return filled
}

/** The teams, by listing every admissible assignment; `null` where there is none. For a handful of seats. */
export function matchByList(department: Department, rng: Rng): string[][] | null {
  const rules = rulesOf(department)
  const even = evenAssignments(rules)
  if (even.length === 0) return null
  const filled = drawNames(rules, rng, prefix =>
    even.some(seats => prefix.every((person, slot) => seats[slot] === person)),
  )
  return teams(department, rules, filled)
}

/** The teams, by a flow of least cost for every name drawn; `null` where there is none. For some dozens of seats. */
export function matchByFlow(department: Department, rng: Rng): string[][] | null {
  const rules = rulesOf(department)
  const even = cheapest(rules.people, rules.slots)
  if (even === Number.POSITIVE_INFINITY) return null
  const filled = drawNames(rules, rng, prefix => {
    const slots = rules.slots.map((slot, at) =>
      at < prefix.length ? { ...slot, candidates: [prefix[at]!] } : slot,
    )
    return cheapest(rules.people, slots) === even
  })
  return teams(department, rules, filled)
}

/** Whether any admissible assignment exists. */
export function isFeasible(department: Department): boolean {
  let found = false
  everyAdmissible(rulesOf(department), () => {
    found = true
    return false
  })
  return found
}

export function rulesOf(department: Department): Rules {
  const bytes = ({ inspector }: { inspector: string }): Buffer => Buffer.from(inspector)
  const pool = [...department.pool].sort((a, b) => Buffer.compare(bytes(a), bytes(b)))
  return {
    people: pool.map(row => ({ ...row, capacity: row.capacity ?? Number.POSITIVE_INFINITY })),
    slots: department.visits.flatMap(({ open }, visit) =>
      open.map(tag => ({
        visit,
        candidates: [...pool.keys()].filter(i => isCandidate(department, pool[i]!.inspector, visit, tag)),
      })),
    ),
  }
}

function isCandidate(department: Department, inspector: string, visitAt: number, tag: string): boolean {
  const visit = department.visits[visitAt]!
  const person = department.pool.find(row => row.inspector === inspector)!
  if (tag !== '' && !person.tags.includes(tag)) return false
  if (person.tags.includes('expert') && tag !== 'expert') return false
  if (department.avoidSameArea && visit.area !== '' && person.area === visit.area) return false
  if (visit.sitting.includes(inspector)) return false
  return !department.recusals.some(pair => pair.inspector === inspector && pair.target === visit.target)
}

function teams(department: Department, { people, slots }: Rules, filled: readonly number[]): string[][] {
  return department.visits.map((_, visit) =>
    filled.filter((_, slot) => slots[slot]!.visit === visit).map(person => people[person]!.inspector),
  )
}

function evenAssignments(rules: Rules): readonly (readonly number[])[] {
  let best = Number.POSITIVE_INFINITY
  let even: (readonly number[])[] = []
  everyAdmissible(rules, (seats, loads) => {
    const sum = loads.reduce((total, load) => total + load * load, 0)
    if (sum < best) even = []
    if (sum <= best) even.push([...seats])
    best = Math.min(best, sum)
    return true
  })
  return even
}

/** Visits every admissible assignment, until told to stop. */
function everyAdmissible(
  { people, slots }: Rules,
  visit: (seats: readonly number[], loads: readonly number[]) => boolean,
): void {
  const seats: number[] = []
  const loads = people.map(person => person.load)
  const fill = (slot: number): boolean => {
    const here = slots[slot]
    if (!here) return visit(seats, loads)
    for (const person of here.candidates) {
      if (seats.some((other, earlier) => other === person && slots[earlier]!.visit === here.visit)) continue
      if (loads[person]! >= people[person]!.capacity) continue
      seats.push(person)
      loads[person]!++
      const goOn = fill(slot + 1)
      loads[person]!--
      seats.pop()
      if (!goOn) return false
    }
    return true
  }
  fill(0)
}
