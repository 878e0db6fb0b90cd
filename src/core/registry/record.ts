import type { Day } from '../dates.ts'
import type { DepartmentCode, InspectorId, TargetId } from '../ids.ts'
import { membersIn } from './cells/cell-result.ts'
import type { CELL_TYPES } from './cells/cell-types.ts'
import type { NO, YES } from './cells/words.ts'
import { extrasOf } from './columns/extra-fields.ts'
import type { CellTypeName, Choice, Field, Library, LibraryName } from './libraries/field.ts'
import { type FieldName, type Libraries, library } from './libraries/library.ts'
import { columnOf, idOf, type RecordCells } from './libraries/record-cells.ts'

/** A record of a registry, read by the names of its fields. */
export interface RecordOf<N extends LibraryName> {
  readonly id: IdOf<N>
  /** The value of a field, `''` where the record has none. */
  readonly get: <F extends FieldName<N>>(field: F) => ValueOf<N, F>
  /** The members of a field that has several, in byte order. */
  readonly list: <F extends ListFieldName<N>>(field: F) => MemberOf<N, F>[]
  /** The value of a field that came after the first release. */
  readonly later: <F extends LaterFieldName<N>>(field: F) => LaterValue<N, F>
  /** The value of an extra field, by its heading. */
  readonly extra: (heading: string) => string
}

type FieldOf<N extends LibraryName, F> = Extract<Libraries[N]['fields'][number], { readonly name: F }>

type LaterFields<N extends LibraryName> = Libraries[N] extends {
  readonly later: readonly (infer L extends { readonly name: string; readonly type: unknown })[]
}
  ? L
  : never

/** The names of the fields of a registry that came after the first release. */
export type LaterFieldName<N extends LibraryName> = LaterFields<N>['name']

/** A type of cells with members. */
type ListType = {
  [T in CellTypeName]: (typeof CELL_TYPES)[T]['list'] extends 'members' ? T : never
}[CellTypeName]

/** The names of the fields of a registry that have several values. */
export type ListFieldName<N extends LibraryName> = Extract<
  Libraries[N]['fields'][number],
  { readonly type: ListType }
>['name']

/** Yes or no, as cells say it. */
type YesNo = typeof YES | typeof NO

interface CellValues {
  readonly yesno: YesNo
  readonly date: Day
  readonly target: TargetId
  readonly named: TargetId
  readonly inspector: InspectorId
  readonly department: DepartmentCode
}

/** What each member of a canonical cell of a type is. */
interface Members {
  readonly inspectors: InspectorId
  readonly departments: DepartmentCode
}

type MemberOf<N extends LibraryName, F> = FieldOf<N, F>['type'] extends infer T extends keyof Members
  ? Members[T]
  : string

interface Ids {
  readonly targets: TargetId
  readonly inspectors: InspectorId
  readonly experts: InspectorId
  readonly departments: DepartmentCode
}

type IdOf<N extends LibraryName> = N extends keyof Ids ? Ids[N] : string

/** What a canonical cell of a type holds. */
type CellValue<T> = T extends Choice
  ? T['choices'][number][0]
  : T extends keyof CellValues
    ? CellValues[T]
    : string

/** What a field of a record may be: one of its words where it is a choice of them. */
export type ValueOf<N extends LibraryName, F extends FieldName<N>> =
  | CellValue<FieldOf<N, F>['type']>
  | (FieldOf<N, F> extends { readonly needed: true } ? never : '')

type LaterValue<N extends LibraryName, F> =
  | CellValue<Extract<LaterFields<N>, { readonly name: F }>['type']>
  | ''

/** Reads the cells of a record by the names of its fields. */
export function asRecord<N extends LibraryName>(name: N, cells: RecordCells): RecordOf<N> {
  const from: Library = library(name)
  const extra = (heading: string) => extrasOf(from, cells)[heading] ?? ''
  return {
    id: idOf(cells) as IdOf<N>,
    get: field => cells[columnOf(from, field)] as ValueOf<N, typeof field>,
    list: field => membersIn(cells[columnOf(from, field)]!) as MemberOf<N, typeof field>[],
    later: field => extra(laterHeadingOf(from, field)) as LaterValue<N, typeof field>,
    extra,
  }
}

/** Every field of a library with its value in a record, in the order of the library. */
export function fieldsOf(from: Library, cells: RecordCells): readonly (readonly [Field, string])[] {
  return from.fields.map(field => [field, cells[columnOf(from, field.name)]!])
}

function laterHeadingOf({ name, later }: Library, field: string): string {
  const found = later?.find(one => one.name === field)
  if (found === undefined) throw new RangeError(`${name} has no later field “${field}”`)
  return found.headings[0]
}
