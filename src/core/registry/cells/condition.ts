import { nearest } from '../../nearest.ts'
import type { CellType, Library } from '../libraries/field.ts'
import { library } from '../libraries/library.ts'
import { isPublicField } from '../libraries/public-field.ts'
import { type CellResult, invalid, parsed, unchanged } from './cell-result.ts'
import { asksEmpty, type ClauseParts, clauseParts, clausesIn, EMPTY, type Operator } from './clause-parts.ts'
import type { Context } from './context.ts'
import { readDate } from './date.ts'
import { readChoice, readRisk, readYesNo, UNCLASSED } from './words.ts'

const TARGETS = library('targets')

/** One clause of a task's conditions. `field` is a field of targets, or the heading of an extra one. */
export interface Clause {
  readonly field: string
  readonly operator: Operator
  /**
   * One is enough for `=` and `~`, none may be for `!=` and `!~`; `>=` and `<=` have one. For `=` and `!=` a last `*`
   * stands for any ending, and {@link EMPTY} for no value.
   */
  readonly values: readonly string[]
}

/** Conditions on targets: `分库=餐饮,食品销售;名称~饭店;成立日期>=2020-01-01` (`;` and, `,` or). */
export function readCondition(text: string, context: Context): CellResult {
  return readConditionOn(TARGETS, text, context)
}

/** What conditions on a library are read by; without a list of extra headings any name may be one. */
export interface ConditionContext extends Pick<Context, 'department'> {
  readonly extraFields: readonly string[] | null
}

/** The same on any library. Departments are read by every name they have. */
export function readConditionOn(library: Library, text: string, context: ConditionContext): CellResult {
  const written: string[] = []
  for (const part of clausesIn(text)) {
    const clause = clauseParts(part)
    if (clause === null || !isComplete(clause)) return invalid('invalid-condition', { part })
    const heading = headingOf(library, clause.name, () => context.extraFields)
    if (heading === null) return unknownField(library, clause.name, context.extraFields ?? [])
    const readings = clause.values.map(value => readValue(library, heading, clause.operator, value, context))
    const misread = readings.find(reading => !('value' in reading))
    if (misread !== undefined) return misread
    const values = readings.flatMap(reading => ('value' in reading ? reading.value.split(',') : []))
    written.push(heading + clause.operator + [...new Set(values)].join(','))
  }
  return parsed(written.join(';'), text, 'word')
}

/** Every value says something; what is compared by size is one. */
function isComplete({ operator, values }: ClauseParts): boolean {
  const bySize = operator === '>=' || operator === '<='
  return values.every(value => value !== '') && !(bySize && (values.length > 1 || asksEmpty(values[0]!)))
}

/** The clauses of a canonical cell. */
export function clausesOf(cell: string, library: Library = TARGETS): Clause[] {
  return clausesIn(cell).map(part => {
    const { name, operator, values } = clauseParts(part)!
    return { field: fieldName(library, name), operator, values }
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

/**
 * The heading a field goes by in canonical cells: the first of its headings, or the extra heading itself. Without a
 * list of extra headings any name may be one.
 */
function headingOf(library: Library, name: string, extrasOf: () => readonly string[] | null): string | null {
  const found = library.fields.find(field => field.name === name || field.headings.includes(name))
  if (found !== undefined) return found.headings[0]
  if (library.name === 'targets' && name === '分库') return fieldHeading(library, 'libraries')
  const later = library.later?.find(field => field.name === name || field.headings.includes(name))
  if (later !== undefined) return later.headings[0]
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

/**
 * A value as its field has values, so that both sides are written alike: days, classes, choices and departments. `空` is
 * no value; targets whose class nobody has set are unclassified as well as those whose class is called so.
 */
function readValue(
  library: Library,
  heading: string,
  operator: Operator,
  value: string,
  context: ConditionContext,
): CellResult {
  if (operator === '~' || operator === '!~') return unchanged(value)
  if (asksEmpty(value)) return unchanged(EMPTY)
  const type = library.fields.find(field => field.headings[0] === heading)?.type
  if (type === undefined || value.endsWith('*')) return unchanged(value)
  if (typeof type !== 'string') return readChoice(type.choices, value)
  switch (type) {
    case 'date':
      return readDate(value)
    case 'risk':
      return value === UNCLASSED ? unchanged(`${UNCLASSED},${EMPTY}`) : readRisk(value)
    case 'yesno':
      return readYesNo(value)
    case 'department':
    case 'departments':
      return context.department(value)
    default:
      return unchanged(value)
  }
}
