import { departments } from './departments.ts'
import { experts } from './experts.ts'
import type { Library, LibraryName } from './field.ts'
import { holidays } from './holidays.ts'
import { inspectors } from './inspectors.ts'
import { items } from './items.ts'
import { plan } from './plan.ts'
import { recusals } from './recusals.ts'
import { results } from './results.ts'
import { targets } from './targets.ts'

const BY_NAME = {
  departments,
  items,
  targets,
  inspectors,
  experts,
  recusals,
  plan,
  results,
  holidays,
} satisfies { readonly [N in LibraryName]: Library & { readonly name: N } }

/** Every registry by its name, as exactly as its file states it. */
export type Libraries = typeof BY_NAME

/** What an office calls each registry. */
const CALLED: Readonly<Record<string, LibraryName>> = {
  部门: 'departments',
  检查部门: 'departments',
  抽查事项: 'items',
  事项: 'items',
  检查对象: 'targets',
  检查对象名录库: 'targets',
  检查人员: 'inspectors',
  执法检查人员: 'inspectors',
  执法人员: 'inspectors',
  执法检查人员名录库: 'inspectors',
  专家: 'experts',
  回避: 'recusals',
  回避关系: 'recusals',
  年度计划: 'plan',
  抽查计划: 'plan',
  计划: 'plan',
  检查结果: 'results',
  结果: 'results',
  节假日: 'holidays',
  放假安排: 'holidays',
}

/** The registry that goes by a name, English or Chinese. */
export function libraryCalled(name: string): LibraryName | undefined {
  return Object.hasOwn(BY_NAME, name) ? (name as LibraryName) : CALLED[name]
}

/** Every name that a registry goes by. */
export const LIBRARY_NAMES: readonly string[] = [...Object.keys(BY_NAME), ...Object.keys(CALLED)]

/** One of the registries. */
export function library<N extends LibraryName>(name: N): Libraries[N] {
  return BY_NAME[name]
}

/** The heading of a field that stands in templates and sentences. */
export function headingOf<L extends Library>(library: L, name: FieldNameIn<L>): string {
  const field = library.fields.find(field => field.name === name)
  if (field === undefined) throw new RangeError(`${library.name} has no field “${name}”`)
  return field.headings[0]
}

/** True for the name of a field of this library: extra fields go by their own heading. */
export function isField<L extends Library>(library: L, name: string): name is FieldNameIn<L> {
  return library.fields.some(field => field.name === name)
}

/** The columns that hold the records of a registry: the id, its fields and, where it keeps them, the extra ones. */
export type ColumnName<N extends LibraryName> = 'id' | 'extra' | FieldName<N>

/** The names of the fields of a registry: `'rate'` is one of `FieldName<'plan'>`, `'ratte'` is not. */
export type FieldName<N extends LibraryName> = FieldNameIn<Libraries[N]>

/** The same of a library at hand; any text where it is not known which one it is. */
export type FieldNameIn<L extends Library> = L['fields'][number]['name']
