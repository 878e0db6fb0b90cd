import { sortByBytes } from '../bytes.ts'
import type { DepartmentCode } from '../ids.ts'
import { membersIn } from './cells/cell-result.ts'
import { parseExtras, writeExtras } from './columns/extra-fields.ts'
import type { Library } from './libraries/field.ts'
import { library } from './libraries/library.ts'
import { columnOf, extrasColumn, type RecordCells } from './libraries/record-cells.ts'

const TARGETS = library('targets')
const DEPARTMENTS = columnOf(TARGETS, 'departments')
const LIBRARIES = columnOf(TARGETS, 'libraries')
const EXTRA = extrasColumn(TARGETS)

const PLAN = library('plan')
const QUANTITY = [columnOf(PLAN, 'rate'), columnOf(PLAN, 'rates'), columnOf(PLAN, 'count')]

/** How a task stated its quantity before, where it now states another one in another way; null where it does not. */
export function formerQuantity(
  standing: RecordCells,
  row: RecordCells,
): { readonly heading: string; readonly was: string; readonly becomes: string } | null {
  const ended = QUANTITY.find(place => standing[place] !== '' && row[place] === '')
  const stated = QUANTITY.find(place => row[place] !== '')
  if (ended === undefined || stated === undefined) return null
  const headingOf = (place: number) => PLAN.fields[place - 1]!.headings[0]
  return {
    heading: headingOf(ended),
    was: standing[ended]!,
    becomes: `${headingOf(stated)} ${row[stated]}`,
  }
}

/** A row contradicts the record that stands, which other departments hold too. */
export interface Contradiction {
  readonly departments: string
  /** What the record would be if the row is right, and if the record is. */
  readonly newest: RecordCells
  readonly keep: RecordCells
}

export type Merge = (standing: RecordCells | null, row: RecordCells) => RecordCells | Contradiction

/**
 * A row of a file and the record that stands, made one: what the file has no column for keeps its value, unless the row
 * says it all the same (a registration number in the column of the USCC).
 */
export function mergeInto(library: Library, present: readonly boolean[]): Merge {
  const extras = extrasColumn(library)
  return (standing, row) => {
    if (standing === null) return row
    const merged = standing.map((value, place) => (present[place] || row[place] !== '' ? row[place]! : value))
    if (library.name === 'plan') endFormerQuantity(merged, standing, row, present)
    if (library.extras) merged[extras] = mergeExtra(standing[extras]!, row[extras]!, present[extras]!)
    return merged
  }
}

/**
 * A quantity that is stated in another way than before (抽查比例, 分级比例 or 抽查数量) takes the place of the former:
 * what is left over of that would go on to decide. The same said again ends nothing.
 */
function endFormerQuantity(
  merged: RecordCells,
  standing: RecordCells,
  row: RecordCells,
  present: readonly boolean[],
): void {
  if (QUANTITY.every(place => row[place] === '' || row[place] === standing[place])) return
  for (const place of QUANTITY) if (!present[place] && row[place] === '') merged[place] = ''
}

/**
 * The same for the file of one department (`--department`): it speaks for that department's memberships only, and its
 * sub-libraries are kept as `department/sub-library`. Master data that another department holds too is one for all: an
 * empty cell says nothing, another value contradicts.
 */
export function mergeForDepartment(department: DepartmentCode, present: readonly boolean[]): Merge {
  const plain = mergeInto(TARGETS, present)
  return (standing, row) => {
    const own = [...row]
    own[DEPARTMENTS] = department
    own[LIBRARIES] = ownLibraries(row[LIBRARIES]!, department)
    if (standing === null) return own
    const others = membersIn(standing[DEPARTMENTS]!).filter(name => name !== department)
    own[DEPARTMENTS] = sortByBytes([...new Set([...others, department])]).join(';')
    own[LIBRARIES] = withLibraries(standing[LIBRARIES]!, department, own[LIBRARIES]!, present[LIBRARIES]!)
    const shared = standing.map((value, place) => {
      if (place === DEPARTMENTS || place === LIBRARIES || place === EXTRA) return own[place]!
      return own[place] !== '' ? own[place]! : value
    })
    if (others.length === 0) {
      const merged = plain(standing, own) as RecordCells
      merged[DEPARTMENTS] = own[DEPARTMENTS]!
      merged[LIBRARIES] = own[LIBRARIES]!
      return merged
    }
    shared[EXTRA] = mergeExtra(standing[EXTRA]!, own[EXTRA]!, present[EXTRA]!)
    const keep = shared.map((value, place) =>
      isShared(place) && standing[place] !== '' ? standing[place]! : value,
    )
    const agrees = keep.every((value, place) => value === shared[place])
    return agrees ? shared : { departments: others.join('、'), newest: shared, keep }
  }
}

/** True for what is one for all departments: name, address, class … */
function isShared(place: number): boolean {
  return place < EXTRA && place !== DEPARTMENTS && place !== LIBRARIES
}

/** What `--replace` leaves of a record that a department's file no longer has: null when nobody holds it now. */
export function withoutDepartment(
  standing: RecordCells,
  department: DepartmentCode,
): RecordCells | null | 'keep' {
  const departments = membersIn(standing[DEPARTMENTS]!)
  if (!departments.includes(department)) return 'keep'
  const others = departments.filter(name => name !== department)
  if (others.length === 0) return null
  const row = [...standing]
  row[DEPARTMENTS] = others.join(';')
  row[LIBRARIES] = withLibraries(standing[LIBRARIES]!, department, '', true)
  return row
}

/** A record with the departments and sub-libraries of another one as well, which is the same firm. */
export function withMembershipsOf(row: RecordCells, other: RecordCells): RecordCells {
  const both = [...row]
  for (const place of [DEPARTMENTS, LIBRARIES])
    if (row[place] !== other[place])
      both[place] = sortByBytes([...new Set([...membersIn(row[place]!), ...membersIn(other[place]!)])]).join(
        ';',
      )
  return both
}

function ownLibraries(cell: string, department: DepartmentCode): string {
  return membersIn(cell)
    .map(name => (name.includes('/') ? name : `${department}/${name}`))
    .join(';')
}

function withLibraries(standing: string, department: DepartmentCode, own: string, present: boolean): string {
  if (!present) return standing
  const others = membersIn(standing).filter(name => !name.startsWith(`${department}/`))
  return sortByBytes([...new Set([...others, ...membersIn(own)])]).join(';')
}

/** Extra fields that the file has replace those of the same heading; a file without any leaves them. */
function mergeExtra(standing: string, row: string, present: boolean): string {
  if (!present || standing === row) return standing
  return standing === '' ? row : writeExtras({ ...parseExtras(standing), ...parseExtras(row) })
}
