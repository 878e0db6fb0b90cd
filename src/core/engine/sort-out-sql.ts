import { ownReasons } from '../frame/exclusion.ts'
import { headingFor } from '../frame/frame.ts'
import { UNCLASSED } from '../registry/cells/words.ts'
import { IN_FORCE, NOT_YET, OUT_OF_FORCE } from '../registry/out-of-force.ts'
import type { Task } from '../registry/task.ts'
import type { Rules } from '../rules/rules.ts'
import { conditionSql } from './condition-sql.ts'
import { type Dialect, holds } from './dialects/dialect.ts'
import { type Engine, ID_FIELDS, mappedFields } from './engine.ts'
import type { SnapshotNames } from './tables.ts'

/** What a row of the sorted-out registry is. */
export const KINDS = {
  elsewhere: 'e',
  outside: 'o',
  /** Out of force: excluded without having been anybody's to draw. */
  gone: 'g',
  excluded: 'x',
  framed: 'f',
  /** Something of the past, or of who must not meet whom, may bear on it: it is sorted out by whoever knows that. */
  asked: 'a',
} as const

/**
 * Puts every target of an engine's registry where `frame/frame.ts` puts it when nothing was before: whom the past may bear
 * on stands in the table of keys, and comes back as it is.
 */
export function sortOutSql(
  dialect: Dialect,
  engine: Engine,
  { task, rules }: { readonly task: Task; readonly rules: Rules },
  names: SnapshotNames,
  hasKeys: boolean,
): string {
  const { text } = dialect
  const keys = `select target from ${names.keys}`
  const isJoined = hasKeys && !dialect.selectsWithin
  const asked = !hasKeys ? null : isJoined ? 'key_target is not null' : dialect.within('target', keys)
  const rows = `(${stratified(dialect, engine, task, rules)}) s`
  const from = isJoined
    ? `${rows} left join (select target as key_target from ${names.keys}) k on s.target = k.key_target`
    : rows
  const kind = [
    ...(asked === null ? [] : [[asked, KINDS.asked] as const]),
    [`departments = ${text('')}`, KINDS.elsewhere] as const,
    [`inside = ${text('0')}`, KINDS.outside] as const,
    [`gone <> ${text('')}`, KINDS.gone] as const,
    [`own_reason <> ${text('')}`, KINDS.excluded] as const,
    [`lack <> ${text('')}`, KINDS.excluded] as const,
  ]
  const sorted = `select ${caseOf(
    kind.map(([test, then]) => [test, text(then)]),
    text(KINDS.framed),
  )} as kind, stratum, target, departments, area, unclaimed, ${caseOf(
    [
      [`gone <> ${text('')}`, 'gone'],
      [`own_reason <> ${text('')}`, 'own_reason'],
    ],
    'lack',
  )} as reason, cells from ${from}`
  const kept = (name: string, ...kinds: readonly string[]) =>
    `case when kind in (${kinds.map(text).join(', ')}) then ${name} else ${text('')} end`
  const { framed, excluded, gone: out, asked: back } = KINDS
  return `insert into ${names.sorted} select kind, ${kept('stratum', framed)}, ${kept('target', framed, excluded, out, back)}, ${kept('departments', framed)}, ${kept('area', framed)}, unclaimed, ${kept('reason', excluded, out)}, ${kept('cells', framed, excluded, out, back)} from (${sorted}) k`
}

/** Names of columns that no field of the library has. */
const FIELD = 'c_'

/** Each target with its stratum, and why no stratum can take it. */
function stratified(dialect: Dialect, engine: Engine, task: Task, rules: Rules): string {
  const { text, joined } = dialect
  const parts = task.strata.map((_, i) => `s_${i}`)
  const name =
    parts.length === 0
      ? text('all')
      : joined(...parts.flatMap((part, i) => (i === 0 ? [part] : [text('+'), part])))
  const missing = task.strata.map(
    (field, i) => [`s_${i} = ${text('')}`, text(`missing:${headingFor(field)}`)] as const,
  )
  const rateless = task.count === null && task.rate === null
  const named = `select judged.*, ${name} as stratum from (${dialect.once(judged(dialect, engine, task, rules))}) judged`
  const rates = [...task.rates.keys()].map(key =>
    holds(dialect, joined(text('+'), 'stratum', text('+')), text(`+${key}+`)),
  )
  const isRated = rates.length === 0 ? '1 = 0' : `(${rates.join(' or ')})`
  const lack = caseOf(
    [...missing, ...(rateless ? [[`not ${isRated}`, joined(text('no-rate:'), 'stratum')] as const] : [])],
    text(''),
  )
  return `select target, departments, unclaimed, inside, gone, own_reason, area, cells, stratum, ${lack} as lack from (${named}) n`
}

/** Each target with its id, who goes to it, and what its own row says against it. */
function judged(dialect: Dialect, engine: Engine, task: Task, rules: Rules): string {
  const { text } = dialect
  const fieldOf = (field: string) => (engine.columns.has(field) ? columnFor(engine, field) : text(''))
  const ids = ID_FIELDS.filter(field => engine.columns.has(field)).map(fieldOf)
  const target = caseOf(
    ids.slice(0, -1).map(id => [`${id} <> ${text('')}`, id]),
    ids.at(-1)!,
  )
  const { exempting, grace } = ownReasons(task, rules)
  const own = [
    ...(exempting.length === 0 ? [] : [[conditionSql(dialect, exempting, fieldOf), text('exempt')] as const]),
    ...(grace === null || !engine.columns.has('established')
      ? []
      : [
          [
            `${fieldOf('established')} > ${text(grace)}`,
            dialect.joined(text('grace:'), dialect.daysAfter(fieldOf('established'), rules.graceDays)),
          ] as const,
        ]),
  ]
  const strata = task.strata.map((field, i) => `${stratumValue(dialect, field, fieldOf(field))} as s_${i}`)
  const columns = [
    `${target} as target`,
    `${departmentsSql(dialect, task, fieldOf('departments'))} as departments`,
    `case when ${fieldOf('departments')} = ${text('')} then ${text('1')} else ${text('0')} end as unclaimed`,
    `case when ${conditionSql(dialect, task.conditions, fieldOf)} then ${text('1')} else ${text('0')} end as inside`,
    `${outOfForceSql(dialect, fieldOf('status'))} as gone`,
    `${caseOf(own, text(''))} as own_reason`,
    `${fieldOf('station')} as area`,
    `${cellsSql(dialect, engine)} as cells`,
    ...strata,
  ]
  return `select ${columns.join(', ')} from (${registrySql(dialect, engine)}) r`
}

/** Where the registry's own columns become texts, once. */
export function registrySql(dialect: Dialect, engine: Engine): string {
  const { fields, extras } = mappedFields(engine)
  const columns = [...fields, ...extras].map(
    field => `${dialect.cell(dialect.named(engine.columns.get(field)!))} as ${columnFor(engine, field)}`,
  )
  return `select ${columns.join(', ')} from ${engine.registry} t`
}

/** What a field's column is called within a statement. */
export function columnFor(engine: Engine, field: string): string {
  const { fields, extras } = mappedFields(engine)
  return FIELD + [...fields, ...extras].indexOf(field)
}

/** The fields of a target one after the other, a tab between; what would part or end a line is a blank. */
export function cellsSql(dialect: Dialect, engine: Engine): string {
  const { fields, extras } = mappedFields(engine)
  const blank = dialect.text(' ')
  const cell = (field: string) =>
    ['\t', '\n', '\r'].reduce(
      (text, character) => dialect.replaced(text, dialect.text(character), blank),
      columnFor(engine, field),
    )
  return dialect.joined(
    ...[...fields, ...extras].flatMap((field, i) =>
      i === 0 ? [cell(field)] : [dialect.text('\t'), cell(field)],
    ),
  )
}

function stratumValue({ text }: Dialect, field: string, value: string): string {
  return field === 'risk'
    ? `case when ${value} = ${text('')} then ${text(UNCLASSED)} else ${value} end`
    : value
}

/** The departments of the task that go to a target which has these among its own (`frame/frame.ts`). */
function departmentsSql(dialect: Dialect, task: Task, cell: string): string {
  const { text, joined } = dialect
  const { departments, lead } = task
  const padded = joined(text(';'), cell, text(';'))
  const has = (department: string) => holds(dialect, padded, text(`;${department};`))
  const everybody = text(departments.join(';'))
  const own = () => {
    const each = departments.map(
      department => `case when ${has(department)} then ${text(`;${department}`)} else ${text('')} end`,
    )
    return dialect.from(joined(...each), '2')
  }
  const going = {
    any: own,
    all: () => `case when ${departments.map(has).join(' and ')} then ${everybody} else ${text('')} end`,
    together: () => `case when ${has(lead)} then ${everybody} else ${text('')} end`,
  } satisfies Record<Task['joint'], () => string>
  const unclaimed =
    task.joint === 'all' && departments.length > 1
      ? text('')
      : task.joint === 'together'
        ? everybody
        : text(lead)
  return `case when ${cell} = ${text('')} then ${unclaimed} else ${going[task.joint]()} end`
}

function outOfForceSql(dialect: Dialect, status: string): string {
  const { text } = dialect
  const word = NOT_YET.reduce((found, words) => dialect.replaced(found, text(words), text('')), status)
  const any = (words: readonly string[], where: string) =>
    words.map(one => holds(dialect, where, text(one))).join(' or ')
  return caseOf(
    [
      [any(IN_FORCE, status), text('')],
      ...OUT_OF_FORCE.map(([words, reason]) => [any(words, word), text(reason)] as const),
    ],
    text(''),
  )
}

function caseOf(cases: readonly (readonly [test: string, then: string])[], otherwise: string): string {
  if (cases.length === 0) return otherwise
  return `case ${cases.map(([test, then]) => `when ${test} then ${then}`).join(' ')} else ${otherwise} end`
}
