import type { Day } from '../../core/dates.ts'
import type { DrawNumber, InspectorId, TargetId } from '../../core/ids.ts'
import { membersIn } from '../../core/registry/cells/cell-result.ts'
import type { JudgedVisit } from '../../core/results/judging-input.ts'
import { isFinding } from '../../core/results/outcome-of-result.ts'
import type { MadeVisit } from '../../core/visits/frequency.ts'
import { idsOfFirm, type MovedFirms, movedFirms } from '../moved-firms.ts'
import type { Store } from '../open.ts'
import { AFTER_ALL, COMMON_VISITS } from '../standing-seats.ts'

/** The visits that took place: cases, and what results tell; a common visit of two draws is one. */
export interface MadeVisits {
  /** To a target, but those that one result (or case) of this id tells of. */
  readonly to: (target: TargetId, but?: string) => readonly MadeVisit[]
  /** How many visits of somebody in a year found nothing, with this one. */
  readonly empty: (inspector: InspectorId, visit: JudgedVisit) => number
  /** The visit of a result that is read now, in place of what it told before. */
  readonly take: (visit: JudgedVisit) => void
  /** Targets that were visited within these days. */
  readonly within: (from: Day, to: Day) => readonly TargetId[]
}

/** Reads all visits that took place, once; what comes in later is told by `take`. */
export function madeVisits(store: Store): MadeVisits {
  const hosts = new Map<string, DrawNumber>(
    store
      .sql<[DrawNumber, TargetId, DrawNumber]>(`select guest, target, host from ${COMMON_VISITS}`)
      .raw()
      .all({ entry: AFTER_ALL })
      .map(([guest, target, host]) => [`${guest}/${target}`, host] as const),
  )
  // Asked for once there is a visit: of everybody who was ever drawn it is looked up whether the number still stands.
  let moved: MovedFirms | null = null
  const nowCalled = (target: TargetId) => {
    moved ??= movedFirms(store, AFTER_ALL)
    return (moved.get(target) ?? target) as TargetId
  }
  // Of a target mostly a few: a list of them takes a fraction of what a map does.
  const visits = new Map<string, (MadeVisit & { readonly id: string })[]>()
  const known = new Map<string, Told>()
  const tallies = new Map<string, Tally>()
  const occasionOf = ({ occasion, target }: Pick<JudgedVisit, 'occasion' | 'target'>) =>
    hosts.get(`${occasion}/${target}`) ?? occasion
  const toldBy = ({ occasion, target, day, people, found }: JudgedVisit): Told => ({
    key: `${occasionOf({ occasion, target })} ${target} ${day}`,
    year: day.slice(0, 4),
    people,
    found,
  })
  const tallyOf = (inspector: InspectorId, year: string): Tally => {
    const key = `${inspector} ${year}`
    const tally = tallies.get(key) ?? { visits: new Map(), empty: 0 }
    tallies.set(key, tally)
    return tally
  }
  const take = (visit: JudgedVisit) => {
    const { id, target, day } = visit
    const of = nowCalled(target)
    const own = visits.get(of) ?? []
    const place = own.findIndex(one => one.id === id)
    own[place < 0 ? own.length : place] = { id, occasion: occasionOf(visit), day }
    visits.set(of, own)
    const [before, told] = [known.get(id), toldBy(visit)]
    for (const inspector of before?.people ?? []) count(tallyOf(inspector, before!.year), before!, -1)
    for (const inspector of told.people) count(tallyOf(inspector, told.year), told, 1)
    // A case has nobody who went: nothing of it is counted, and nothing needs to be kept.
    if (told.people.length > 0) known.set(id, told)
  }
  for (const visit of visitsKept(store)) take(visit)
  return {
    take,
    to: (target, but) =>
      (visits.get(nowCalled(target)) ?? []).flatMap(({ id, occasion, day }) =>
        id === but ? [] : [{ occasion, day }],
      ),
    empty(inspector, visit) {
      const [before, told] = [known.get(visit.id), toldBy(visit)]
      const tally = tallyOf(inspector, told.year)
      const isBefore = before !== undefined && before.year === told.year && before.people.includes(inspector)
      if (isBefore) count(tally, before, -1)
      count(tally, told, 1)
      const { empty } = tally
      count(tally, told, -1)
      if (isBefore) count(tally, before, 1)
      return empty
    },
    within: (from, to) =>
      [...visits].flatMap(([target, made]) =>
        made.some(({ day }) => from <= day && day <= to) ? [target as TargetId] : [],
      ),
  }
}

/** What one result says of a visit; several are of one visit, which has one key. */
interface Told {
  readonly key: string
  readonly year: string
  readonly people: readonly InspectorId[]
  readonly found: boolean
}

/** The visits of one person in one year: of each how many results tell of it and how many of them found something. */
interface Tally {
  readonly visits: Map<string, { told: number; found: number }>
  /** How many of the visits found nothing. */
  empty: number
}

/** Takes a result into the tally (`by` 1) or out of it (-1): what is asked per row must not go over all visits of a person. */
function count(tally: Tally, { key, found }: Told, by: 1 | -1): void {
  const visit = tally.visits.get(key) ?? { told: 0, found: 0 }
  const isEmpty = () => (visit.told > 0 && visit.found === 0 ? 1 : 0)
  const before = isEmpty()
  visit.told += by
  if (found) visit.found += by
  tally.empty += isEmpty() - before
  if (visit.told === 0) tally.visits.delete(key)
  else tally.visits.set(key, visit)
}

/** The visits to one target, read by its index. */
export function visitsMadeTo(store: Store, target: TargetId): MadeVisit[] {
  const targets = JSON.stringify(idsOfFirm(store, target))
  const among = 'target in (select value from json_each(@targets))'
  return store
    .sql<MadeVisit>(
      `select coalesce(host, occasion) as occasion, day from (
         select substr(id, 1, instr(id, '/') - 1) as occasion, target, inspected as day
         from result where until is null and inspected <> '' and ${among}
         union select id, target, day from visit where until is null and ${among}) as made
       left join (select guest, target as common, host from ${COMMON_VISITS}) on guest = occasion and common = made.target`,
    )
    .all({ targets, entry: AFTER_ALL })
}

type Kept = [id: string, target: TargetId, day: Day, outcome: string, seated: string, went: string]

function* visitsKept(store: Store): Generator<JudgedVisit> {
  const results = store
    .sql<Kept>(
      `select id, target, inspected, outcome, inspectors, coalesce(json_extract(nullif(extra, ''), '$."实际检查人员"'), '')
       from result where until is null and inspected <> ''`,
    )
    .raw()
  for (const [id, target, day, outcome, seated, went] of results.iterate() as IterableIterator<Kept>) {
    const people = membersIn(went === '' ? seated : went) as InspectorId[]
    const occasion = id.slice(0, id.indexOf('/'))
    yield { id, occasion, target, day, people, found: isFinding(membersIn(outcome)) }
  }
  const cases = store
    .sql<[string, TargetId, Day]>('select id, target, day from visit where until is null')
    .raw()
  for (const [id, target, day] of cases.iterate() as IterableIterator<[string, TargetId, Day]>)
    yield { id, occasion: id, target, day, people: [], found: false }
}
