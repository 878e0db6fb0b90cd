import { byBytes } from '../core/bytes.ts'
import type { DepartmentCode, DrawNumber, EntryNumber, TargetId } from '../core/ids.ts'
import type { Visit } from '../core/visits/visit.ts'
import type { EntryWriter } from './entry.ts'
import { idsOfFirm } from './moved-firms.ts'
import type { Store } from './open.ts'
import { VISIT } from './schema/history-tables.ts'
import { cellList } from './schema/table.ts'
import { AFTER_ALL, COMMON_VISITS, STANDING_SEATS, STANDING_TARGETS } from './standing-seats.ts'

/** A visit with its place in the ledger; `until` is the entry that struck it. */
export type VisitRecord = Visit & {
  readonly version: number
  readonly since: EntryNumber
  readonly until: EntryNumber | null
}

const COLUMNS = `version, since, until, ${cellList(VISIT)}`

/** All visits that were not drawn, the struck ones too, by number; of a year where one is named. */
export function visitsIn(store: Store, year: string | null): Iterable<VisitRecord> {
  return store
    .sql<VisitRecord>(
      `select ${COLUMNS} from visit where @year is null or day like @year || '-%'
       order by length(id), id, version`,
    )
    .iterate({ year })
}

/** The visit of this number that stands, or undefined. */
export function standingVisit(store: Store, id: string): VisitRecord | undefined {
  return store.sql<VisitRecord>(`select ${COLUMNS} from visit where id = ? and until is null`).get(id)
}

/** The visit of this number as it was last, struck or not, or undefined. */
export function visitNumbered(store: Store, id: string): VisitRecord | undefined {
  return store
    .sql<VisitRecord>(`select ${COLUMNS} from visit where id = ? order by version desc limit 1`)
    .get(id)
}

/** The visits to one target that were not drawn, by whatever number it went, by number; the struck ones too. */
export function visitsTo(store: Store, target: TargetId): VisitRecord[] {
  return store
    .sql<VisitRecord>(
      `select ${COLUMNS} from visit where target in (select value from json_each(?)) order by length(id), id`,
    )
    .all(JSON.stringify(idsOfFirm(store, target)))
}

/** Gives the numbers of visits from here on, year by year, each once: what is given is written. */
export function visitNumbers(store: Store): (year: string) => string {
  const lastOf = store
    .sql<number | null>('select max(cast(substr(id, 7) as integer)) from visit where id like ?')
    .pluck()
  const last = new Map<string, number>()
  return year => {
    const number = (last.get(year) ?? lastOf.get(`C${year}-%`) ?? 0) + 1
    last.set(year, number)
    return `C${year}-${String(number).padStart(4, '0')}`
  }
}

export function writeVisit(writer: EntryWriter, visit: Visit): void {
  const { id, target, department, day, cause, reference, remark } = visit
  writer.write(VISIT, { id, target, department, day, cause, reference, remark })
}

/** A visit that was recorded by mistake no longer counts; the record stays. */
export function endVisit(writer: EntryWriter, { version }: VisitRecord): void {
  writer.end(VISIT, version)
}

/** A drawn visit of one target: the draw, its task and period, the departments that go. */
export interface DrawnVisit {
  readonly draw: DrawNumber
  readonly task: string
  readonly name: string
  readonly from: string
  readonly to: string
  /** Who goes; of a common visit the departments that the host brings are the host's. */
  readonly departments: readonly DepartmentCode[]
  /** The draw that this visit is made together with, or null. */
  readonly host: DrawNumber | null
  readonly void: boolean
}

/** The visits for which a target stands, by whatever number it was drawn, in void draws too, by number of the draw. */
export function drawnVisitsTo(store: Store, target: TargetId): DrawnVisit[] {
  const visits = idsOfFirm(store, target).flatMap(id => drawnVisitsUnder(store, id))
  return visits.sort((a, b) => byBytes(a.draw, b.draw))
}

function drawnVisitsUnder(store: Store, target: TargetId): DrawnVisit[] {
  const draws = store
    .sql<Omit<DrawnVisit, 'name' | 'departments' | 'void'> & { detail: string; void: number }>(
      `select draw.number as draw, draw.task, draw.starts as "from", draw.ends as "to", draw.detail,
              void.draw is not null as void, common.host
       from ${STANDING_TARGETS} as stood
       join draw on draw.number = stood.draw left join void on void.draw = draw.number
       left join ${COMMON_VISITS} as common on common.guest = draw.number and common.target = stood.target
       where stood.target = @target order by draw.number`,
    )
    .all({ target, entry: AFTER_ALL })
  const departments = store
    .sql<string>(
      `select distinct department from ${STANDING_SEATS} where draw = @draw and target = @target order by department`,
    )
    .pluck()
  return draws.map(({ detail, void: voided, ...row }) => ({
    ...row,
    name: JSON.parse(detail).name,
    departments: departments.all({ draw: row.draw, target, entry: AFTER_ALL }),
    void: voided === 1,
  }))
}
