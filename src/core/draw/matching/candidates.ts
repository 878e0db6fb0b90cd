import { byBytes } from '../../bytes.ts'
import type { InspectorId } from '../../ids.ts'
import { groupBy } from '../../tally.ts'
import type { PoolRow } from '../folder/rows.ts'
import { type Barred, barredOf } from './barred.ts'
import { bitsOf, emptyBits, hasBit, isSubset, setBit } from './bits.ts'
import type { Department, Place } from './department.ts'

/** The tag of people who sit only on seats that ask for it (draw.md, section 2). */
export const EXPERT = 'expert'

/** Slots that ask for the same tag in the same area share one list of candidates. */
export interface Kind {
  /** The tag asked for, by number, and the area whose own people keep away (`''`: none do). */
  readonly tag: number
  readonly area: string
  /** Inspectors by number, ascending: byte order. */
  readonly members: Int32Array
  readonly bits: Uint32Array
}

/** A {@link Department} with its people, targets and slots as numbers; who may sit where, and nothing else. */
export interface Candidates {
  /** People in byte order; a person's place here is their number. */
  readonly people: readonly PoolRow[]
  readonly kinds: readonly Kind[]
  /** The kinds of slot that ask for each tag, and the tags that a person can answer. */
  readonly kindsOfTag: readonly (readonly number[])[]
  readonly tagsOfPerson: readonly (readonly number[])[]
  readonly kindOf: Int32Array
  readonly targetOf: Int32Array
  /** The slots of target `t` are `firstSlot[t]` up to, not including, `firstSlot[t + 1]`. */
  readonly firstSlot: Int32Array
  readonly barred: Barred
  /** The kinds found beside a kind at some target. */
  readonly near: readonly (readonly number[])[]
  /**
   * Those of them that have candidates it lacks: a colleague who moves over from such a slot frees it for others.
   */
  readonly beside: readonly (readonly number[])[]
}

/** How many targets there are. */
export function targetsIn({ firstSlot }: Pick<Candidates, 'firstSlot'>): number {
  return firstSlot.length - 1
}

/** The tags that seats ask for, in the order of their numbers. */
export function tagsOf({ visits }: Pick<Seats, 'visits'>): readonly string[] {
  const tags = new Set<string>()
  let last: readonly string[] = []
  for (const { open } of visits) {
    // Visits of one task share the list of their seats.
    if (open === last) continue
    last = open
    for (const tag of open) tags.add(tag)
  }
  return [...tags]
}

interface Slots extends Omit<Candidates, 'people' | 'barred' | 'near' | 'beside'> {
  /** The kinds of slot at each sort of visit, in the order of its slots. */
  readonly sorts: readonly (readonly number[])[]
}

/** What decides who may sit where: of visits that are alike one may stand for all. */
export interface Seats {
  /** Gone over anew each time. */
  readonly visits: Iterable<Place>
  readonly pool: readonly PoolRow[]
  readonly avoidSameArea: boolean
  /** Who is kept from every seat of a visit, by its place among the visits; perhaps people of other departments too. */
  readonly keptFrom: (visit: number) => Iterable<InspectorId>
}

/** Works out the candidates of every slot (draw.md, section 6). */
export function candidatesOf(department: Department, answers: Answers = mayAnswer): Candidates {
  const recused = groupBy(department.recusals, ({ target }) => target)
  const keptFrom = (visit: number): readonly InspectorId[] => {
    const { target, sitting } = department.visits[visit]!
    const pairs = recused.get(target)
    return pairs === undefined ? sitting : [...pairs.map(({ inspector }) => inspector), ...sitting]
  }
  return candidatesFor({ ...department, keptFrom }, answers)
}

/** The same of visits whose targets nobody need know. */
export function candidatesFor(seats: Seats, answers: Answers = mayAnswer): Candidates {
  const people = [...seats.pool].sort((a, b) => byBytes(a.inspector, b.inspector))
  const tags = tagsOf(seats)
  const tagBits = tags.map(tag => bitsOf(people.length, person => answers(people[person]!, tag)))
  const { sorts, ...slots } = slotsOf(seats, tags, people, tagBits)
  const near = nearOf(slots.kinds, sorts)
  const barred = barredOf(seats.keptFrom, people, targetsIn(slots))
  return { people, ...slots, barred, near, beside: besideOf(slots.kinds, near) }
}

/**
 * The same, where one person more carries a tag that seats ask for, by its number; whatever seating there was stays
 * admissible. Not for {@link EXPERT}, which would take other seats from the person.
 */
export function withTag(candidates: Candidates, person: number, tag: number): Candidates {
  const { people, near } = candidates
  const row = people[person]!
  const kinds = candidates.kinds.map(kind => {
    if (kind.tag !== tag || !isFreeFor(row, '') || (kind.area !== '' && row.area === kind.area)) return kind
    const bits = kind.bits.slice()
    setBit(bits, person)
    return { ...kind, bits, members: Int32Array.from([...kind.members, person]).sort() }
  })
  const tagsOfPerson = candidates.tagsOfPerson.with(person, [...candidates.tagsOfPerson[person]!, tag])
  return { ...candidates, kinds, tagsOfPerson, beside: besideOf(kinds, near) }
}

/** Whether a person has what a seat asks for, areas and recusals aside. */
export type Answers = (person: Pick<PoolRow, 'tags'>, tag: string) => boolean

/** Carries the tag the seat asks for, and is not reserved for other seats. */
export const mayAnswer: Answers = (person, tag) => carries(person, tag) && isFreeFor(person, tag)

export const carries: Answers = ({ tags }, tag) => tag === '' || tags.includes(tag)

/** Experts are reserved for seats that ask for one. */
export const isFreeFor: Answers = ({ tags }, tag) => tag === EXPERT || !tags.includes(EXPERT)

function slotsOf(
  { visits, avoidSameArea }: Seats,
  tags: readonly string[],
  people: readonly PoolRow[],
  tagBits: readonly Uint32Array[],
): Slots {
  const kinds: Kind[] = []
  let [count, size] = [0, 0]
  for (const { open } of visits) {
    count++
    size += open.length
  }
  const [kindOf, targetOf] = [new Int32Array(size), new Int32Array(size)]
  const firstSlot = new Int32Array(count + 1)
  const areas = new Set(avoidSameArea ? people.map(person => person.area) : [])
  const kindsOfArea = new Map<string, Map<string, number>>()
  const kindsAt = (visit: Place): readonly number[] => {
    const area = areas.has(visit.area) ? visit.area : ''
    const own = kindsOfArea.get(area) ?? new Map<string, number>()
    kindsOfArea.set(area, own)
    return visit.open.map(tagName => {
      let kind = own.get(tagName)
      if (kind === undefined) {
        kind = kinds.length
        own.set(tagName, kind)
        const tag = tags.indexOf(tagName)
        kinds.push({ tag, area, ...membersOf(tagBits[tag]!, area, people) })
      }
      return kind
    })
  }
  const sortsOf = new Map<string, Sort[]>()
  const sorts: (readonly number[])[] = []
  const sortOf = (visit: Place): readonly number[] => {
    const known = sortsOf.get(visit.area) ?? []
    for (const sort of known) if (areAlike(sort.open, visit.open)) return sort.kinds
    const own = kindsAt(visit)
    sortsOf.set(visit.area, [...known, { open: visit.open, kinds: own }])
    sorts.push(own)
    return own
  }
  let [target, slot] = [0, 0]
  for (const visit of visits) {
    for (const kind of sortOf(visit)) {
      kindOf[slot] = kind
      targetOf[slot++] = target
    }
    firstSlot[++target] = slot
  }
  return {
    kinds,
    kindsOfTag: tags.map((_, tag) => [...kinds.keys()].filter(kind => kinds[kind]!.tag === tag)),
    tagsOfPerson: people.map((_, person) => [...tags.keys()].filter(tag => hasBit(tagBits[tag]!, person))),
    kindOf,
    targetOf,
    firstSlot,
    sorts,
  }
}

/** Visits of one area with the same seats. */
interface Sort {
  readonly open: readonly string[]
  readonly kinds: readonly number[]
}

function areAlike(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((tag, i) => tag === b[i]))
}

function membersOf(
  tagBits: Uint32Array,
  area: string,
  people: readonly PoolRow[],
): Omit<Kind, 'tag' | 'area'> {
  const bits = emptyBits(people.length)
  const members: number[] = []
  for (const [person, row] of people.entries()) {
    if (!hasBit(tagBits, person) || (area !== '' && row.area === area)) continue
    setBit(bits, person)
    members.push(person)
  }
  return { members: Int32Array.from(members), bits }
}

/** The kinds that meet at some target. */
function nearOf(kinds: readonly Kind[], sorts: Slots['sorts']): number[][] {
  const near = kinds.map(() => new Set<number>())
  for (const sort of sorts)
    for (let slot = 1; slot < sort.length; slot++)
      for (let other = slot - 1; other >= 0; other--) {
        near[sort[slot]!]!.add(sort[other]!)
        near[sort[other]!]!.add(sort[slot]!)
      }
  return near.map(others => [...others])
}

function besideOf(kinds: readonly Kind[], near: Candidates['near']): Candidates['beside'] {
  return near.map((others, kind) => others.filter(other => !isSubset(kinds[other]!.bits, kinds[kind]!.bits)))
}
