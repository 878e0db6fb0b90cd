import { nearest } from '../nearest.ts'
import { isList } from '../registry/cells/cell-types.ts'
import { fieldNamed, laterHeading } from '../registry/columns/field-names.ts'
import { type CellType, LIBRARIES, type Library, type LibraryName } from '../registry/libraries/field.ts'
import { library } from '../registry/libraries/library.ts'

/**
 * What a row of a layout tells of: a record of a library (of `results` with the draw that it is of), who inspects whom in a
 * draw (`assignments`, one row for each seat), what each target of a draw is told (`notices`, one row for each department).
 */
export const SUBJECTS = [...LIBRARIES, 'assignments', 'notices'] as const
export type Subject = (typeof SUBJECTS)[number]

/** A value as a layout names it: `name`, `extra:登记机关`, or one of what it refers to: `lead.name`, `item.extra:目录编码`. */
export interface Path {
  readonly field: string
  /** Whether the field has several values. */
  readonly many: boolean
  /** The library that the field refers to, and the field there; null where the value itself is meant. */
  readonly of: { readonly library: LibraryName; readonly field: string; readonly many: boolean } | null
}

/** Fields with the library that each refers to, or null. */
type Fields = Readonly<Record<string, LibraryName | null>>

/** What every row has beside: the day of writing, the batch of the day (日期+次数), the number of the row. */
const ALWAYS: Fields = { today: null, batch: null, row: null }

const OF_A_DRAW: Fields = {
  draw: null,
  attempt: null,
  from: null,
  to: null,
  task: 'plan',
  target: 'targets',
  department: 'departments',
  items: 'items',
  // 检查任务码: what the other side numbers this visit by, once it approved it.
  visit_code: null,
}

/** What the subjects have that are no libraries, and what libraries have beside their fields. */
const OWN: Partial<Record<Subject, Fields>> = {
  assignments: { ...OF_A_DRAW, seat: null, inspector: 'inspectors' },
  notices: { ...OF_A_DRAW, inspectors: 'inspectors', digest: null },
  // 统一社会信用代码, 注册号 or 编号: what the number of a target is.
  targets: { number_kind: null },
  // A count with its unit, else the rate.
  plan: { quantity: null },
  // Who inspected, whoever was seated; the number of the task as the office writes it.
  results: {
    task: 'plan',
    item: 'items',
    inspectors: 'inspectors',
    went: 'inspectors',
    people: 'inspectors',
    entered: null,
    state: null,
    visit_code: null,
  },
}

const REFERS: Partial<Record<CellType & string, LibraryName>> = {
  department: 'departments',
  departments: 'departments',
  items: 'items',
  inspector: 'inspectors',
  inspectors: 'inspectors',
  target: 'targets',
  named: 'targets',
}

const known = new Map<Subject, ReadonlyMap<string, LibraryName | null>>()

/** The fields of a subject by their names, each with the library that it refers to. */
export function fieldsOfSubject(subject: Subject): ReadonlyMap<string, LibraryName | null> {
  let fields = known.get(subject)
  if (fields === undefined) {
    const of = libraryOf(subject)
    const own = of === null ? [] : [...of.fields, ...(of.later ?? [])]
    fields = new Map<string, LibraryName | null>([
      ...(of === null ? [] : [['id', null] as const]),
      ...own.map(
        ({ name, type }) => [name, typeof type === 'string' ? (REFERS[type] ?? null) : null] as const,
      ),
      ...Object.entries(OWN[subject] ?? {}),
      ...Object.entries(ALWAYS),
    ])
    known.set(subject, fields)
  }
  return fields
}

/** Whether rows tell of the visits of draws. */
export function isOfVisits(subject: Subject): subject is 'assignments' | 'notices' {
  return subject === 'assignments' || subject === 'notices'
}

/** The library that a subject is, or null. */
export function libraryOf(subject: Subject): Library | null {
  return isOfVisits(subject) ? null : library(subject)
}

/** What of a subject a file of the other side can bring: the fields of a library; of visits the number that they got there. */
export function isReadableField(subject: Subject, name: string): boolean {
  const of = libraryOf(subject)
  if (of === null) return name === 'visit_code'
  if (name.startsWith('extra:')) return of.extras && name.length > 'extra:'.length
  return fieldNamed(of, name) >= 0 || laterHeading(of, name) !== null
}

/** The nearest name of such a field. */
export function nearReadableField(subject: Subject, name: string): string | null {
  const of = libraryOf(subject)
  return nearest(
    name,
    of === null ? ['visit_code'] : [...of.fields, ...(of.later ?? [])].map(field => field.name),
  )
}

/** What a layout's path means; where it means nothing, the nearest that would. */
export function parsePath(subject: Subject, text: string): Path | { readonly nearest: string | null } {
  const cut = text.startsWith('extra:') ? -1 : text.indexOf('.')
  const field = cut < 0 ? text : text.slice(0, cut)
  const fields = fieldsOfSubject(subject)
  const of = libraryOf(subject)
  if (field.startsWith('extra:'))
    return of?.extras && field.length > 'extra:'.length ? { field, many: false, of: null } : { nearest: null }
  const refers = fields.get(field)
  if (refers === undefined) return { nearest: nearest(field, fields.keys()) }
  const many = isMany(of, field)
  if (cut < 0) return { field, many, of: null }
  if (refers === null) return { nearest: field }
  const inner = parsePath(refers, text.slice(cut + 1))
  if ('nearest' in inner) return { nearest: inner.nearest === null ? null : `${field}.${inner.nearest}` }
  if (inner.of !== null) return { nearest: field }
  return { field, many, of: { library: refers, field: inner.field, many: inner.many } }
}

/** Fields beside those of the libraries that have several values. */
const MANY: ReadonlySet<string> = new Set(['items', 'inspectors', 'people', 'went'])

function isMany(of: Library | null, name: string): boolean {
  const field = [...(of?.fields ?? []), ...(of?.later ?? [])].find(known => known.name === name)
  return field === undefined ? MANY.has(name) : isList(field.type)
}
