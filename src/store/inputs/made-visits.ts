import type { Day } from '../../core/dates.ts'
import type { DrawNumber, InspectorId, TargetId } from '../../core/ids.ts'
import { membersIn } from '../../core/registry/cells/cell-result.ts'
import type { JudgedVisit } from '../../core/results/judging-input.ts'
import { isFinding } from '../../core/results/outcome-of-result.ts'
import type { MadeVisit } from '../../core/visits/frequency.ts'
import { visitTally } from '../../core/visits/visit-tally.ts'
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
  const tally = visitTally()
  const occasionOf = ({ occasion, target }: Pick<JudgedVisit, 'occasion' | 'target'>) =>
    hosts.get(`${occasion}/${target}`) ?? occasion
  const take = (visit: JudgedVisit) => tally.take(visit, occasionOf(visit), nowCalled(visit.target))
  for (const visit of visitsKept(store)) take(visit)
  return {
    take,
    to: (target, but) => tally.to(nowCalled(target), but),
    empty: (inspector, visit) => tally.empty(inspector, visit, occasionOf(visit), nowCalled(visit.target)),
    within: tally.within,
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
