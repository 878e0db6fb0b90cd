import type { Day } from '../dates.ts'
import type { InspectorId, TargetId } from '../ids.ts'
import type { JudgedVisit } from '../results/judging-input.ts'
import type { MadeVisit } from './frequency.ts'
import { type Ints, ints, numbered } from './numbered.ts'

/** What results tell of visits, by target and by person, as numbers: a hundred thousand take some megabytes. */
export interface VisitTally {
  /** Takes in what one result tells, in place of what it told before. `occasion` is that of the visit, which several draws may have in common; `of` is the target as it goes now. */
  readonly take: (visit: JudgedVisit, occasion: string, of: TargetId) => void
  /** The visits to a target as it goes now, but what the result of this id tells. */
  readonly to: (of: TargetId, but: string | undefined) => readonly MadeVisit[]
  /** How many visits of somebody in the year of this one found nothing, with this one in place of what its result told before. */
  readonly empty: (inspector: InspectorId, visit: JudgedVisit, occasion: string, of: TargetId) => number
  /** The targets with a visit within these days. */
  readonly within: (from: Day, to: Day) => readonly TargetId[]
}

export function visitTally(): VisitTally {
  const [occasions, ids, targets, people] = [numbered(), numbered(), numbered(), numbered()]
  /** Of each result: the number of its id, or of what follows draw and target in it. */
  const rest: Ints = ints()
  /** The draw in its id, from 1; 0 where the whole id stands among `ids`. */
  const own: Ints = ints()
  const at: Ints = ints()
  const occasion: Ints = ints()
  const day: Ints = ints()
  const found: Ints = ints()
  /** Where its people begin among `went`, and how many they are. */
  const from: Ints = ints()
  const count: Ints = ints()
  const went: Ints = ints()
  /** The first result of each target, and the next one of the same: counted from 1, 0 for none. */
  const first: Ints = ints()
  const next: Ints = ints()
  /** Visits that found nothing, by person and year. */
  const empties = new Map<string, number>()

  const idOf = (one: number) =>
    own.at(one) === 0
      ? ids.name(rest.at(one))
      : `${occasions.name(own.at(one) - 1)}/${targets.name(at.at(one))}/${ids.name(rest.at(one))}`

  function* ofTarget(of: number): Generator<number> {
    for (let one = first.at(of); one !== 0; one = next.at(one - 1)) yield one - 1
  }

  const hasGone = (one: number, person: number) => {
    for (let i = 0; i < count.at(one); i++) if (went.at(from.at(one) + i) === person) return true
    return false
  }

  /** Whether the results of a person at one visit tell that nothing was found there; `but` one of them. */
  const isEmpty = (of: number, like: Like, person: number, but = -1): boolean => {
    let told = false
    for (const one of ofTarget(of)) {
      if (one === but || occasion.at(one) !== like.occasion || day.at(one) !== like.day) continue
      if (at.at(one) !== like.at || !hasGone(one, person)) continue
      if (found.at(one) === 1) return false
      told = true
    }
    return told
  }

  const change = (of: number, like: Like, persons: readonly number[], make: () => void) => {
    const before = persons.map(person => isEmpty(of, like, person))
    make()
    for (const [i, person] of persons.entries()) {
      const by = Number(isEmpty(of, like, person)) - Number(before[i])
      if (by === 0) continue
      const key = keyOf(person, like.day)
      empties.set(key, (empties.get(key) ?? 0) + by)
    }
  }

  const find = (of: number, id: string) => {
    for (const one of ofTarget(of)) if (idOf(one) === id) return one
    return -1
  }

  const likeOf = (visit: JudgedVisit, of: string): Like => ({
    occasion: occasions.of(of),
    at: targets.of(visit.target),
    day: numberOf(visit.day),
  })

  /** A place for what a result tells, as the last of its target. */
  const place = (of: number, { id, occasion: draw, target }: JudgedVisit): number => {
    const one = at.length
    const before = `${draw}/${target}/`
    const isUsual = id.startsWith(before)
    rest.push(ids.of(isUsual ? id.slice(before.length) : id))
    own.push(isUsual ? occasions.of(draw) + 1 : 0)
    at.push(targets.of(target))
    for (const column of [occasion, day, found, from, count, next]) column.push(0)
    let last = first.at(of)
    if (last === 0) first.set(of, one + 1)
    else {
      while (next.at(last - 1) !== 0) last = next.at(last - 1)
      next.set(last - 1, one + 1)
    }
    return one
  }

  return {
    take(visit, common, target) {
      const of = targets.of(target)
      const known = find(of, visit.id)
      if (known >= 0) {
        const persons = Array.from({ length: count.at(known) }, (_, i) => went.at(from.at(known) + i))
        const like = { occasion: occasion.at(known), at: at.at(known), day: day.at(known) }
        change(of, like, persons, () => count.set(known, 0))
      }
      const one = known < 0 ? place(of, visit) : known
      const like = likeOf(visit, common)
      occasion.set(one, like.occasion)
      day.set(one, like.day)
      const persons = visit.people.map(people.of)
      change(of, like, persons, () => {
        found.set(one, visit.found ? 1 : 0)
        from.set(one, went.length)
        count.set(one, persons.length)
        for (const person of persons) went.push(person)
      })
    },
    to: (target, but) => {
      const made: MadeVisit[] = []
      for (const one of ofTarget(targets.of(target)))
        if (but === undefined || idOf(one) !== but)
          made.push({ occasion: occasions.name(occasion.at(one)), day: dayOf(day.at(one)) })
      return made
    },
    empty(inspector, visit, common, target) {
      const [person, of] = [people.of(inspector), targets.of(target)]
      const like = likeOf(visit, common)
      let empty = empties.get(keyOf(person, like.day)) ?? 0
      const known = find(of, visit.id)
      const isBefore = known >= 0 && yearOf(day.at(known)) === yearOf(like.day) && hasGone(known, person)
      if (isBefore) {
        const was = { occasion: occasion.at(known), at: at.at(known), day: day.at(known) }
        empty += Number(isEmpty(of, was, person, known)) - Number(isEmpty(of, was, person))
      }
      const without = isEmpty(of, like, person, isBefore ? known : -1)
      const others = foundBy(of, like, person, isBefore ? known : -1)
      return empty + Number(!visit.found && !others) - Number(without)
    },
    within(since, until) {
      const [one, other] = [numberOf(since), numberOf(until)]
      const visited: TargetId[] = []
      for (let of = 0; of < first.length; of++)
        for (const result of ofTarget(of)) {
          if (day.at(result) < one || day.at(result) > other) continue
          visited.push(targets.name(of) as TargetId)
          break
        }
      return visited
    },
  }

  /** Whether another result of a person tells that the same visit found something. */
  function foundBy(of: number, like: Like, person: number, but: number): boolean {
    for (const one of ofTarget(of)) {
      if (one === but || occasion.at(one) !== like.occasion || day.at(one) !== like.day) continue
      if (at.at(one) === like.at && found.at(one) === 1 && hasGone(one, person)) return true
    }
    return false
  }
}

/** What makes results tell of one visit. */
interface Like {
  readonly occasion: number
  readonly at: number
  readonly day: number
}

const keyOf = (person: number, day: number) => `${person} ${yearOf(day)}`
const yearOf = (day: number) => Math.trunc(day / 10_000)

/** `2026-03-01` as 20260301, in whose order days are. */
const numberOf = (day: Day) => Number(day.replaceAll('-', ''))
function dayOf(number: number): Day {
  const text = String(number).padStart(8, '0')
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` as Day
}
