import { sortByBytes } from '../bytes.ts'
import type { Library } from './libraries/field.ts'
import { library } from './libraries/library.ts'
import { columnOf, type RecordCells } from './libraries/record-cells.ts'

const TARGETS = library('targets')
const DEPARTMENTS = columnOf(TARGETS, 'departments')
const LIBRARIES = columnOf(TARGETS, 'libraries')
const EXTRA = TARGETS.fields.length + 1

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
  return (standing, row) => {
    if (standing === null) return row
    const merged = standing.map((value, place) => (present[place] || row[place] !== '' ? row[place]! : value))
    if (library.extras) merged[library.fields.length + 1] = mergeExtra(standing.at(-1)!, row.at(-1)!, present)
    return merged
  }
}

/**
 * The same for the file of one department (`--department`): it speaks for that department's memberships only, and its
 * sub-libraries are kept as `department/sub-library`. Master data that another department holds too is one for all: an
 * empty cell says nothing, another value contradicts.
 */
export function mergeForDepartment(department: string, present: readonly boolean[]): Merge {
  const plain = mergeInto(TARGETS, present)
  return (standing, row) => {
    const own = [...row]
    own[DEPARTMENTS] = department
    own[LIBRARIES] = ownLibraries(row[LIBRARIES]!, department)
    if (standing === null) return own
    const others = standing[DEPARTMENTS]!.split(';').filter(name => name !== '' && name !== department)
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
    shared[EXTRA] = mergeExtra(standing[EXTRA]!, own[EXTRA]!, present)
    const keep = shared.map((value, place) =>
      MASTER(place) && standing[place] !== '' ? standing[place]! : value,
    )
    const agrees = keep.every((value, place) => value === shared[place])
    return agrees ? shared : { departments: others.join('、'), newest: shared, keep }
  }
}

/** True for what is one for all departments: name, address, class … */
const MASTER = (place: number) => place < EXTRA && place !== DEPARTMENTS && place !== LIBRARIES

/** What `--replace` leaves of a record that a department's file no longer has: null when nobody holds it now. */
export function withoutDepartment(standing: RecordCells, department: string): RecordCells | null | 'keep' {
  const departments = standing[DEPARTMENTS]!.split(';')
  if (!departments.includes(department)) return 'keep'
  const others = departments.filter(name => name !== department)
  if (others.length === 0) return null
  const row = [...standing]
  row[DEPARTMENTS] = others.join(';')
  row[LIBRARIES] = withLibraries(standing[LIBRARIES]!, department, '', true)
  return row
}

function ownLibraries(cell: string, department: string): string {
  return cell === ''
    ? ''
    : cell
        .split(';')
        .map(name => (name.includes('/') ? name : `${department}/${name}`))
        .join(';')
}

function withLibraries(standing: string, department: string, own: string, present: boolean): string {
  if (!present) return standing
  const others = standing.split(';').filter(name => name !== '' && !name.startsWith(`${department}/`))
  return sortByBytes([...new Set([...others, ...own.split(';').filter(name => name !== '')])]).join(';')
}

/** Extra fields that the file has replace those of the same heading; `present` is of no use here, keys are. */
function mergeExtra(standing: string, row: string, present: readonly boolean[]): string {
  if (!present[present.length - 1] || standing === row) return standing
  if (standing === '') return row
  const merged = { ...JSON.parse(standing), ...(row === '' ? {} : JSON.parse(row)) }
  return JSON.stringify(Object.fromEntries(Object.entries(merged).sort(([a], [b]) => (a < b ? -1 : 1))))
}
