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
  const visits = new Map<string, Map<string, MadeVisit>>()
  const people = new Map<string, Map<string, JudgedVisit>>()
  const take = (visit: JudgedVisit) => {
    const { id, target, day } = visit
    const occasion = hosts.get(`${visit.occasion}/${target}`) ?? visit.occasion
    const of = nowCalled(target)
    visits.set(of, (visits.get(of) ?? new Map()).set(id, { occasion, day }))
    for (const inspector of visit.people)
      people.set(inspector, (people.get(inspector) ?? new Map()).set(id, { ...visit, occasion }))
  }
  for (const visit of visitsKept(store)) take(visit)
  const occasionOf = ({ occasion, target, day }: JudgedVisit) =>
    `${hosts.get(`${occasion}/${target}`) ?? occasion} ${target} ${day}`
  return {
    take,
    to: (target, but) =>
      [...(visits.get(nowCalled(target)) ?? [])].flatMap(([id, visit]) => (id === but ? [] : [visit])),
    empty(inspector, visit) {
      const all = [...(people.get(inspector) ?? new Map<string, JudgedVisit>())]
      const own = [...all.flatMap(([id, one]) => (id === visit.id ? [] : [one])), visit]
      const ofYear = own.filter(one => one.day.slice(0, 4) === visit.day.slice(0, 4))
      const found = new Set(ofYear.filter(one => one.found).map(occasionOf))
      return new Set(ofYear.map(occasionOf).filter(one => !found.has(one))).size
    },
    within: (from, to) =>
      [...visits].flatMap(([target, made]) =>
        [...made.values()].some(({ day }) => from <= day && day <= to) ? [target as TargetId] : [],
      ),
  }
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
