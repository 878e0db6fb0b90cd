import { nearest } from '../../nearest.ts'
import type { CellType, Library } from '../libraries/field.ts'
import { library } from '../libraries/library.ts'
import { isPublicField } from '../libraries/public-field.ts'
import { type CellResult, invalid, parsed, unchanged } from './cell-result.ts'
import type { Context } from './context.ts'
import { readDate } from './date.ts'

const TARGETS = library('targets')

const OPERATORS = ['>=', '<=', '!=', '='] as const
export type Operator = (typeof OPERATORS)[number]

/** One clause of a task's conditions. `field` is a field of targets, or the heading of an extra one. */
export interface Clause {
  readonly field: string
  readonly operator: Operator
  /** One is enough for `=`, none may be for `!=`; `>=` and `<=` have one. A last `*` stands for any ending. */
  readonly values: readonly string[]
}

/** Conditions on targets: `分库=餐饮,食品销售;主体类型=企业;成立日期>=2020-01-01` (`;` and, `,` or). */
export function readCondition(text: string, context: Context): CellResult {
  return readConditionOn(TARGETS, text, context)
}

/** The same on any library. Departments are read by every name they have where a context is given. */
export function readConditionOn(library: Library, text: string, context?: Context): CellResult {
  const extras = () => context?.extraFields ?? null
  const written: string[] = []
  for (const part of partsOf(text)) {
    const [, name, operator, list] = CLAUSE.exec(part) ?? []
    const values = (list ?? '').split(',').map(value => value.trim())
    const oneOnly = operator === '>=' || operator === '<='
    if (name === undefined || values.some(value => value === '') || (oneOnly && values.length > 1)) {
      return invalid('invalid-condition', { part })
    }
    const heading = headingOf(library, name.trim(), extras)
    if (heading === null) return unknownField(library, name.trim(), extras() ?? [])
    const readings = values.map(value => readValue(library, heading, value, context))
    const misread = readings.find(reading => !('value' in reading))
    if (misread !== undefined) return misread
    written.push(
      heading + operator + readings.map(reading => ('value' in reading ? reading.value : '')).join(','),
    )
  }
  return parsed(written.join(';'), text, 'list-form')
}

/** The clauses of a canonical cell. */
export function clausesOf(cell: string, library: Library = TARGETS): Clause[] {
  return partsOf(cell).map(part => {
    const [, heading, operator, list] = CLAUSE.exec(part)!
    return { field: fieldName(library, heading!), operator: operator as Operator, values: list!.split(',') }
  })
}

/** Fields to stratify by, joined with `+`. A field with several values for one target cannot be one. */
export function readStrata(text: string, context: Context, isList: (type: CellType) => boolean): CellResult {
  const headings: string[] = []
  for (const name of text.split(/[+＋]/).map(part => part.trim())) {
    const heading = headingOf(TARGETS, name, () => context.extraFields)
    if (heading === null) return unknownField(TARGETS, name, context.extraFields)
    const type = TARGETS.fields.find(field => field.headings[0] === heading)?.type
    if (type !== undefined && isList(type)) return invalid('field-is-list', { field: heading })
    if (!isPublicField(fieldName(TARGETS, heading))) return invalid('field-not-public', { field: heading })
    headings.push(heading)
  }
  return parsed(headings.join('+'), text, 'word')
}

/** The fields of a canonical cell of strata. */
export function strataFields(cell: string): string[] {
  return cell === '' ? [] : cell.split('+').map(heading => fieldName(TARGETS, heading))
}

const CLAUSE = /^([^=<>!]+?)\s*(>=|<=|!=|=)\s*(.*)$/s

function partsOf(text: string): string[] {
  return text
    .replaceAll('；', ';')
    .replaceAll('，', ',')
    .replaceAll('＝', '=')
    .replaceAll('≥', '>=')
    .replaceAll('≤', '<=')
    .replaceAll('≠', '!=')
    .split(';')
    .map(part => part.trim())
    .filter(part => part !== '')
}

/**
 * The heading a field goes by in canonical cells: the first of its headings, or the extra heading itself. Without a
 * list of extra headings any name may be one.
 */
function headingOf(library: Library, name: string, extrasOf: () => readonly string[] | null): string | null {
  const found = library.fields.find(field => field.name === name || field.headings.includes(name))
  if (found !== undefined) return found.headings[0]
  if (library.name === 'targets' && name === '分库') return fieldHeading(library, 'libraries')
  const extras = extrasOf()
  return extras === null ? (library.extras ? name : null) : extras.includes(name) ? name : null
}

function fieldHeading(library: Library, name: string): string {
  return library.fields.find(field => field.name === name)!.headings[0]
}

function fieldName(library: Library, heading: string): string {
  return library.fields.find(field => field.headings[0] === heading)?.name ?? heading
}

function unknownField(library: Library, name: string, extras: readonly string[]): CellResult {
  const known = [...library.fields.flatMap(field => field.headings), ...extras]
  return invalid('unknown-field', { field: name, nearest: nearest(name, known, 'nearly all') })
}

/** Values of dates, risk classes and departments are read as those fields are, so that both sides are written alike. */
function readValue(
  library: Library,
  heading: string,
  value: string,
  context: Context | undefined,
): CellResult {
  const type = library.fields.find(field => field.headings[0] === heading)?.type
  if (type === 'date' && !value.endsWith('*')) return readDate(value)
  if ((type === 'departments' || type === 'department') && context !== undefined)
    return context.department(value)
  return unchanged(value)
}
