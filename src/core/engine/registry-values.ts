import { byBytes, sortByBytes } from '../bytes.ts'
import { frameColumns } from '../frame/frame.ts'
import { readCell } from '../registry/cells/cell.ts'
import { membersOf } from '../registry/cells/cell-result.ts'
import { contextOf } from '../registry/cells/context.ts'
import type { CellType } from '../registry/libraries/field.ts'
import { headingOf, isField, library } from '../registry/libraries/library.ts'
import type { RecordOf } from '../registry/record.ts'
import type { Task } from '../registry/task.ts'
import type { Rules } from '../rules/rules.ts'
import type { Dialect } from './dialects/dialect.ts'
import { type Engine, mappedFields } from './engine.ts'
import { saysWhoAnswers } from './firms-sql.ts'
import { idSql, lineSql } from './freeze-sql.ts'
import { columnFor, registrySql } from './sort-out-sql.ts'

/** A value of a registry that a file would have been read otherwise for, or refused. */
export interface OtherValue {
  readonly heading: string
  readonly found: string
  /** How many rows have it, and the first target of them. */
  readonly count: number
  readonly target: string
  /** How it should be written; null where it can be no value of the field. */
  readonly becomes: string | null
  /** What would be one. */
  readonly allowed: readonly string[]
}

/** A field that has such values: how many different ones, and the first of them in byte order. */
export interface OtherField {
  readonly heading: string
  readonly kinds: number
  readonly examples: readonly OtherValue[]
}

const TARGETS = library('targets')
/** Types whose values nearly every row has another of: they are not gathered. */
const OF_ONE = new Set<CellType>(['text', 'narrow', 'id', 'uscc', 'registration', 'subject', 'firm'])

/** The fields of a registry that a frame is decided by, as far as their values repeat. */
export function decidingFields(engine: Engine, task: Task, rules: Rules): readonly string[] {
  const strata: readonly string[] = task.strata
  const asked = new Set<string>([...frameColumns(task, rules), 'station', ...strata])
  if (saysWhoAnswers(engine)) asked.add('kind')
  return fieldsOf(engine).filter(
    field =>
      asked.has(field) && (field === 'station' || strata.includes(field) || !OF_ONE.has(typeOf(field))),
  )
}

/** Those that any frame may be decided by. */
export function repeatingFields(engine: Engine): readonly string[] {
  return fieldsOf(engine).filter(field => field === 'station' || !OF_ONE.has(typeOf(field)))
}

function fieldsOf(engine: Engine): readonly string[] {
  const { fields, extras } = mappedFields(engine)
  return [...fields, ...extras]
}

function typeOf(field: string): CellType {
  return TARGETS.fields.find(({ name }) => name === field)?.type ?? 'text'
}

/** The values of these fields: field, rows that have it, the first target of them, the value. */
export function valuesSql(dialect: Dialect, engine: Engine, fields: readonly string[]): string {
  const { text } = dialect
  const values = fields.map(field => {
    const column = columnFor(engine, field)
    const rows = `select ${valueSql(dialect, column)} as v, ${idSql(dialect, engine)} as target from (${registrySql(dialect, engine)}) r where ${column} <> ${text('')}`
    return `select ${lineSql(dialect, text(field), dialect.digits('count(*)'), 'min(target)', 'v')} as line from (${rows}) f group by v`
  })
  return values.join(' union all ')
}

/** A value on one line; members that stand on lines of their own are parted in another way than by `;`. */
function valueSql(dialect: Dialect, column: string): string {
  return ['\t', '\r', '\n'].reduce(
    (value, mark) => dialect.replaced(value, dialect.text(mark), dialect.text(mark === '\n' ? '|' : ' ')),
    column,
  )
}

/** Gathers, of the lines of {@link valuesSql} as they pass, those whose value is not one that a file would have been read to. */
export function otherValues(departments: ReadonlyMap<string, string>, strata: readonly string[] = []) {
  const fields = new Map<string, { kinds: number; examples: OtherValue[] }>()
  return {
    see(line: string): void {
      const [field, count, target] = line.split('\t', 3) as [string, string, string]
      const found = line.slice(field.length + count.length + target.length + 3)
      const becomes =
        field === 'departments' ? departmentsIn(found, departments) : valueIn(typeOf(field), found)
      if (becomes === found || (!strata.includes(field) && isSameList(typeOf(field), becomes, found))) return
      const allowed = becomes === null ? allowedIn(typeOf(field)) : []
      const own = fields.get(field) ?? { kinds: 0, examples: [] }
      fields.set(field, own)
      own.kinds++
      const one = { heading: headingFor(field), found, count: Number(count), target, becomes, allowed }
      own.examples = [...own.examples, one].sort((a, b) => byBytes(a.found, b.found)).slice(0, MOST_EXAMPLES)
    },
    end: (): OtherField[] =>
      [...fields].map(([field, { kinds, examples }]) => ({ heading: headingFor(field), kinds, examples })),
  }
}

const MOST_EXAMPLES = 5

/** What a file with this value would have been read to; null where it would have been refused. */
function valueIn(type: CellType, found: string): string | null {
  const reading = readCell(type, found, NOBODY)
  return 'value' in reading ? reading.value : null
}

/** Departments by their codes; one that nobody here knows stays as it is, for it is in no task. */
function departmentsIn(found: string, known: ReadonlyMap<string, string>): string {
  const whole = known.get(found)
  if (whole !== undefined) return whole
  return sortByBytes([...new Set(membersOf(found).map(name => known.get(name) ?? name))]).join(';')
}

/** The order of members decides nothing, but where they are the name of a stratum. */
function isSameList(type: CellType, becomes: string | null, found: string): boolean {
  return LISTS.has(type) && sortByBytes([...new Set(found.split(';'))]).join(';') === becomes
}

const LISTS = new Set<CellType>(['departments', 'list', 'tags'])

function allowedIn(type: CellType): readonly string[] {
  if (typeof type !== 'string') return type.choices.map(([word]) => word!)
  return type === 'date' ? ['YYYY-MM-DD'] : []
}

/** Every way to name these departments, and their codes. */
export function namesOfDepartments(
  departments: readonly RecordOf<'departments'>[],
): ReadonlyMap<string, string> {
  const ways = departments.flatMap(one => [
    [one.get('name'), one.id] as const,
    ...[one.get('short_name'), ...one.list('aliases')].map(name => [name, one.id] as const),
  ])
  return new Map([
    ...ways.filter(([name]) => name !== ''),
    ...departments.map(one => [one.id, one.id] as const),
  ])
}

function headingFor(field: string): string {
  return isField(TARGETS, field) ? headingOf(TARGETS, field) : field
}

const NOBODY = contextOf({
  ...{ departments: new Map(), doubled: new Map(), departmentsOpen: false },
  ...{ items: new Set<string>(), itemNames: new Map(), inspectors: new Set<string>(), targets: new Map() },
  ...{ tasks: new Map(), extraFields: [], zeroed: new Map() },
})
