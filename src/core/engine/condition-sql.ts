import { isList } from '../registry/cells/cell-types.ts'
import { EMPTY } from '../registry/cells/clause-parts.ts'
import type { Clause } from '../registry/cells/condition.ts'
import { library } from '../registry/libraries/library.ts'
import { begins, type Dialect, holds } from './dialects/dialect.ts'

/** The expression of a field of targets, or of an extra one by its heading. */
export type FieldOf = (field: string) => string

/** The same as `frame/condition.ts` says of rows, as an expression of an engine: true for targets that meet every clause. */
export function conditionSql(dialect: Dialect, clauses: readonly Clause[], fieldOf: FieldOf): string {
  return clauses.length === 0
    ? '1 = 1'
    : clauses.map(clause => clauseSql(dialect, clause, fieldOf)).join(' and ')
}

function clauseSql(dialect: Dialect, { field, operator, values }: Clause, fieldOf: FieldOf): string {
  const value = fieldOf(field)
  const type = library('targets').fields.find(({ name }) => name === field)?.type
  const list = type !== undefined && isList(type)
  const is = (wanted: string) => (list ? memberIs(dialect, value, wanted) : valueIs(dialect, value, wanted))
  const contains = (wanted: string) => holds(dialect, value, dialect.text(wanted))
  const any = (test: (wanted: string) => string) => `(${values.map(test).join(' or ')})`
  switch (operator) {
    case '=':
      return any(is)
    case '!=':
      return `not ${any(is)}`
    case '~':
      return any(contains)
    case '!~':
      return `not ${any(contains)}`
    case '>=':
    case '<=':
      return `(${value} <> ${dialect.text('')} and ${comparedSql(dialect, value, operator, values[0]!)})`
    default:
      return operator satisfies never
  }
}

function valueIs(dialect: Dialect, value: string, wanted: string): string {
  if (wanted === EMPTY) return `${value} in (${dialect.text('')}, ${dialect.text(EMPTY)})`
  if (!wanted.endsWith('*')) return `${value} = ${dialect.text(wanted)}`
  const start = wanted.slice(0, -1)
  const some = `${value} <> ${dialect.text('')}`
  return start === '' ? some : `(${some} and ${begins(dialect, value, dialect.text(start))})`
}

/** Members stand between `;`; one of a department, `department/name`, goes by its name as well. */
function memberIs(dialect: Dialect, value: string, wanted: string): string {
  if (wanted === EMPTY) return `(${value} = ${dialect.text('')} or ${dialect.matches(value, member(EMPTY))})`
  if (!wanted.endsWith('*')) return dialect.matches(value, member(wanted))
  const start = wanted.slice(0, -1)
  return start === ''
    ? `${value} <> ${dialect.text('')}`
    : dialect.matches(value, `(^|;)([^;/]*/)?${literally(start)}`)
}

function member(name: string): string {
  return `(^|;)([^;/]*/)?${literally(name)}(;|$)`
}

/** A text as a regular expression that finds it: the characters that mean something stand in brackets, or after a backslash. */
function literally(text: string): string {
  return text.replaceAll(/[.$|?*+()[{}\]]/g, '[$&]').replaceAll(/[\\^]/g, '\\$&')
}

/** Decimal numbers by their value, everything else as text. */
function comparedSql(dialect: Dialect, value: string, operator: '>=' | '<=', wanted: string): string {
  const asText = `${value} ${operator} ${dialect.text(wanted)}`
  if (!DECIMAL.test(wanted)) return asText
  return `(case when ${dialect.matches(value, DECIMAL.source)} then ${numberSql(dialect, value, operator, wanted)} else ${asText} end)`
}

const DECIMAL = /^-?[0-9]+([.][0-9]+)?$/

/**
 * Numbers of up to {@link PLACES} places before and after the point as their digits, so that those of one sign compare as
 * texts do: exact, and without a type for numbers, of which every engine has another.
 */
function numberSql(dialect: Dialect, value: string, operator: '>=' | '<=', wanted: string): string {
  const isNegative = begins(dialect, value, dialect.text('-'))
  const key = paddedSql(
    dialect,
    `(case when ${isNegative} then ${dialect.from(value, '2')} else ${value} end)`,
  )
  const below = `(${isNegative} and ${key} <> ${dialect.text(padded('0'))})`
  const own = padded(wanted.replace('-', ''))
  const [yes, no] = ['1 = 1', '1 = 0']
  if (wanted.startsWith('-') && own !== padded('0'))
    return operator === '>='
      ? `(case when ${below} then ${key} <= ${dialect.text(own)} else ${yes} end)`
      : `(case when ${below} then ${key} >= ${dialect.text(own)} else ${no} end)`
  return operator === '>='
    ? `(case when ${below} then ${no} else ${key} >= ${dialect.text(own)} end)`
    : `(case when ${below} then ${yes} else ${key} <= ${dialect.text(own)} end)`
}

const PLACES = 40
const NOUGHTS = '0'.repeat(PLACES)

/** `12.5` as 40 digits before the point and 40 after it. */
function padded(number: string): string {
  const [whole = '', part = ''] = number.split('.')
  return `${NOUGHTS}${whole}`.slice(-PLACES) + `${part}${NOUGHTS}`.slice(0, PLACES)
}

/** The same of an expression. */
function paddedSql(dialect: Dialect, number: string): string {
  const noughts = dialect.text(NOUGHTS)
  const point = dialect.place(dialect.joined(number, dialect.text('.')), dialect.text('.'))
  const whole = dialect.joined(noughts, dialect.from(number, '1', `${point} - 1`))
  const part = dialect.joined(dialect.from(number, `${point} + 1`), noughts)
  const left = dialect.from(whole, `${dialect.lengthOf(whole)} - ${PLACES - 1}`, `${PLACES}`)
  return dialect.joined(left, dialect.from(part, '1', `${PLACES}`))
}
