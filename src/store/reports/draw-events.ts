import type { Day } from '../../core/dates.ts'
import type { EntryNumber } from '../../core/ids.ts'
import { officeDay } from '../../core/office-time.ts'
import { paperNumber } from '../../core/publication/office-facts.ts'
import type { DrawEvent } from '../../core/report/pictures/draw-timeline.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { drawsIn } from '../draws/draws.ts'
import type { Store } from '../open.ts'
import { carriedResults } from '../results/carried-results.ts'
import { entryAt } from '../views/log.ts'

type Kind = DrawEvent['kind']

/** What one statement finds of a draw: each row with the entry that wrote it. */
interface Found {
  readonly entry: EntryNumber
  readonly kind: Kind
  readonly count: number
  readonly detail: string
  readonly reason: string
  readonly approver: string
  /** `''` where the day is that of the entry. */
  readonly day: Day | ''
}

/** All that the ledger has about a draw, entry by entry. `offset` is how far the office's clock is from UTC. */
export function drawEvents(store: Store, draw: DrawRecord, offset: string): DrawEvent[] {
  const found = [...ownEvents(store, draw), ...eventsOfTables(store, draw), ...eventsOfResults(store, draw)]
  return found
    .sort((a, b) => a.entry - b.entry || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
    .map(({ entry, kind, count, detail, reason, approver, day }) => {
      const { at, actor } = entryAt(store, entry)
      return { kind, entry, at, actor, day: day || officeDay(at, offset), count, detail, reason, approver }
    })
}

/** The order of what one entry did. */
const KINDS: readonly Kind[] = [
  ...(['frozen', 'numbered', 'checkpoint', 'stamped', 'revealed', 'drawn', 'failed', 'lapsed'] as const),
  ...(['merged', 'substituted', 'coded', 'entered', 'withdrawn', 'returned', 'reviewed'] as const),
  ...(['published', 'corrected', 'taken-down', 'void', 'again'] as const),
]

/** How many entries are about a draw, whatever they did: counted by the tables, not by what is told of them. */
export function entriesAbout(store: Store, { number: draw, since }: DrawRecord): Set<EntryNumber> {
  const tables = ['draw_file', 'run', 'ended', 'drawn', 'seated', 'substitution', 'void', 'secret', 'reveal']
  const further = ['paper_number', 'visit_code']
  const ofTables = [...tables, ...further].map(table => `select since from ${table} where draw = @draw`)
  const results = `select since from result where ${OF_DRAW} union select until from result where ${OF_DRAW} and until is not null
    union select since from result_step where ${STEP_OF_DRAW}`
  const rows = store
    .sql<EntryNumber>(
      `${ofTables.join(' union ')} union select since from merged where guest = @draw or host = @draw union ${results}`,
    )
    .pluck()
    .all(asked(store, draw))
  return new Set([since, ...rows])
}

const OF_DRAW = `((result.id >= @draw || '/' and result.id < @draw || '0')
  or result.id in (select value from json_each(@carried)))`
const STEP_OF_DRAW = OF_DRAW.replaceAll('result.id', 'result_step.result')

function asked(store: Store, draw: DrawRecord['number']) {
  return { draw, carried: JSON.stringify(carriedResults(store).of(draw)) }
}

function ownEvents(store: Store, draw: DrawRecord): Found[] {
  const { since, detail, run, ended, sealed, void: voided, number } = draw
  const again = drawsIn(store).filter(one => one.detail.again?.draw === number)
  const one = (
    kind: Kind,
    entry: EntryNumber,
    { detail = '', reason = '', approver = '' }: Partial<Found> = {},
  ): Found => ({ kind, entry, count: 1, detail, reason, approver, day: '' })
  const opened = sealed?.revealed ?? null
  return [
    one('frozen', since, { reason: detail.late ?? '' }),
    ...(run === null ? [] : [one('drawn', run.since, { reason: run.detail.late ?? '' })]),
    ...(ended === null ? [] : [one(ended.how, ended.since)]),
    ...(opened === null ? [] : [one('revealed', opened, { detail: sealed!.source })]),
    ...(voided === null ? [] : [one('void', voided.since, voided)]),
    ...again.map(({ since, number: detail, detail: { again } }) =>
      one('again', since, { ...again!, detail }),
    ),
    ...firstAfter(store, 'checkpoint', since).map(entry => one('checkpoint', entry)),
    ...firstAfter(store, 'time_stamp', since).map(entry => one('stamped', entry)),
  ]
}

/** The first entry by which others could hold the ledger to the freeze. */
function firstAfter(store: Store, table: 'checkpoint' | 'time_stamp', since: EntryNumber): EntryNumber[] {
  const entry = store
    .sql<EntryNumber | null>(`select min(since) from ${table} where size >= ?`)
    .pluck()
    .get(since)
  return entry == null ? [] : [entry]
}

function eventsOfTables(store: Store, { number: draw }: DrawRecord): Found[] {
  const numbers = store
    .sql<{ since: EntryNumber; mark: string; year: number; number: number }>(
      'select since, mark, year, number from paper_number where draw = ? order by rowid',
    )
    .all(draw)
    .map(({ since, mark, year, number }): Found => {
      const detail = paperNumber(mark, year, number)
      return { kind: 'numbered', entry: since, count: 1, detail, reason: '', approver: '', day: '' }
    })
  const rows = store
    .sql<Found>(
      `select since as entry, 'substituted' as kind, count(*) as count,
              gone || ' → ' || case when came = '' then '—' else came end as detail, reason, approver, '' as day
       from substitution where draw = @draw group by number
       union all
       select since, 'merged', count(*), case when guest = @draw then host else guest end, reason, approver, ''
       from merged where guest = @draw or host = @draw group by since, guest, host
       union all
       select since, 'coded', count(*), '', '', '', '' from visit_code where draw = @draw group by since`,
    )
    .all({ draw })
  return [...numbers, ...rows]
}

function eventsOfResults(store: Store, { number: draw }: DrawRecord): Found[] {
  return store
    .sql<Found>(
      `select since as entry, 'entered' as kind, count(*) as count, '' as detail, '' as reason, '' as approver, '' as day
       from result where ${OF_DRAW} and not exists (select 1 from result_step as step
         where step.result = result.id and step.since = result.since and step.step = 'corrected')
       group by since
       union all
       select until, 'withdrawn', count(*), '', '', '', '' from result
       where ${OF_DRAW} and until is not null and not exists (select 1 from result as next
         where next.since = result.until and next.target = result.target and next.department = result.department)
       group by until
       union all
       select since, step, count(*), '', reason, approver, min(day) from result_step
       where ${STEP_OF_DRAW} and step <> 'entered' group by since, step, reason, approver`,
    )
    .all(asked(store, draw))
}
