import { UNSTAFFABLE } from '../frame/staffed.ts'
import type { DepartmentCode, TargetId } from '../ids.ts'
import { type Dialect, holds } from './dialects/dialect.ts'
import { type Engine, mappedFields } from './engine.ts'
import { columnFor, KINDS, registrySql } from './sort-out-sql.ts'
import type { SnapshotNames } from './tables.ts'

/** Every answer is lines of one column; what belongs together on a line has a tab between. */
export function lineSql(dialect: Dialect, ...columns: readonly string[]): string {
  return dialect.joined(
    ...columns.flatMap((column, i) => (i === 0 ? [column] : [dialect.text('\t'), column])),
  )
}

/** The targets that go by these names or numbers: the name, and the id. */
export function namedSql(dialect: Dialect, engine: Engine, names: readonly string[]): string {
  const { fields } = mappedFields(engine)
  const asked = ['code', 'uscc', 'registration', 'name'].filter(field => fields.includes(field))
  const wanted = names.map(dialect.text).join(', ')
  const some = asked.map(
    field =>
      `select ${lineSql(dialect, columnFor(engine, field), idSql(dialect, engine))} as line from (${registrySql(dialect, engine)}) r where ${columnFor(engine, field)} in (${wanted})`,
  )
  return some.join(' union all ')
}

/** The id of a target: the first of the fields that make one which has a value. */
export function idSql(dialect: Dialect, engine: Engine): string {
  const { fields } = mappedFields(engine)
  const ids = ['uscc', 'registration', 'code']
    .filter(field => fields.includes(field))
    .map(field => columnFor(engine, field))
  const tests = ids.slice(0, -1).map(id => `when ${id} <> ${dialect.text('')} then ${id} `)
  return ids.length === 1 ? ids[0]! : `case ${tests.join('')}else ${ids.at(-1)!} end`
}

/** The rows of those whom the past may bear on. */
export function askedSql(dialect: Dialect, names: SnapshotNames): string {
  return `select cells as line from ${names.sorted} where kind = ${dialect.text(KINDS.asked)}`
}

/** Those alike, with how many there are and the first of them. */
export function groupsSql(dialect: Dialect, names: SnapshotNames): string {
  const by = ['kind', 'stratum', 'departments', 'area', 'unclaimed', 'reason']
  const first = 'min(target)'
  return `select ${lineSql(dialect, ...by, dialect.digits('count(*)'), first)} as line from ${names.sorted} where kind <> ${dialect.text(KINDS.asked)} group by ${by.join(', ')}`
}

/** An id that stands twice in what was sorted out, an empty one first: whoever is elsewhere or outside is nobody's to count. */
export function twiceSql(dialect: Dialect, names: SnapshotNames): string {
  return `select ${lineSql(dialect, 'target', dialect.digits('count(*)'))} as line from ${names.sorted} where kind not in (${dialect.text(KINDS.elsewhere)}, ${dialect.text(KINDS.outside)}) group by target having count(*) > 1 order by target limit 1`
}

/** A row that has an area or departments alike, whom nobody may staff, by the department that has no team. */
export interface UnstaffableGroup {
  readonly departments: string
  readonly area: string
  readonly department: DepartmentCode
}

/** What else goes into the table of the judged: groups that nobody may staff. */
export const UNSTAFFABLE_KIND = 'u'

/** A row of the table of the judged, in the order of its columns. */
export function judgedRow(row: {
  readonly kind: string
  readonly stratum?: string
  readonly target?: TargetId
  readonly departments?: string
  readonly area?: string
  readonly reason?: string
  readonly cells?: string
}): readonly string[] {
  const { kind, stratum = '', target = '', departments = '', area = '', reason = '', cells = '' } = row
  return [kind, stratum, target, departments, area, '0', reason, cells]
}

/** How a group that nobody may staff is told from others. */
export function groupKey({ departments, area }: Pick<UnstaffableGroup, 'departments' | 'area'>): string {
  return `${departments}\t${area}`
}

/** Fills the snapshot of the frame, then that of the exclusions. */
export function* snapshotSql(
  dialect: Dialect,
  names: SnapshotNames,
  {
    isJudged,
    unstaffable,
  }: { readonly isJudged: boolean; readonly unstaffable: readonly UnstaffableGroup[] },
): Generator<string> {
  const { text } = dialect
  const key = lineSql(dialect, 'departments', 'area')
  const groups = (reason?: string) =>
    dialect.within(
      key,
      `select cells from ${names.judged} where kind = ${text(UNSTAFFABLE_KIND)}${reason === undefined ? '' : ` and reason = ${text(reason)}`}`,
    )
  const framed = `kind = ${text(KINDS.framed)}`
  const stays = unstaffable.length === 0 ? framed : `${framed} and not (${groups()})`
  const columns = 'stratum, target, departments, area, cells'
  yield `insert into ${names.frame} select ${columns} from ${names.sorted} where ${stays}`
  const excluded = `kind in (${text(KINDS.excluded)}, ${text(KINDS.gone)})`
  yield `insert into ${names.excluded} select target, reason, cells from ${names.sorted} where ${excluded}`
  for (const department of new Set(unstaffable.map(group => group.department))) {
    const reason = `${UNSTAFFABLE}:${department}`
    yield `insert into ${names.excluded} select target, ${text(reason)}, cells from ${names.sorted} where ${framed} and ${groups(reason)}`
  }
  if (!isJudged) return
  yield `insert into ${names.frame} select ${columns} from ${names.judged} where ${framed}`
  yield `insert into ${names.excluded} select target, reason, cells from ${names.judged} where kind = ${text(KINDS.excluded)}`
}

/** The data lines of `frame.csv` without their ends: what the law hashes is made of the columns, and nothing else is kept. */
export function frameLine(dialect: Dialect): string {
  const comma = dialect.text(',')
  return dialect.joined('stratum', comma, 'target', comma, 'departments', comma, csvField(dialect, 'area'))
}

/** The same of `exclusions.csv`. */
export function exclusionLine(dialect: Dialect): string {
  return dialect.joined('target', dialect.text(','), csvField(dialect, 'reason'))
}

/** Quotes only where the field needs them; that none holds a line end is checked before. */
function csvField(dialect: Dialect, field: string): string {
  const { text } = dialect
  const quote = text('"')
  const needs = `${holds(dialect, field, text(','))} or ${holds(dialect, field, quote)}`
  const doubled = dialect.replaced(field, quote, text('""'))
  return `case when ${needs} then ${dialect.joined(quote, doubled, quote)} else ${field} end`
}

/** All lines of a file, in its order. */
export function frameLinesSql(dialect: Dialect, names: SnapshotNames): string {
  const { key } = dialect
  return `select ${frameLine(dialect)} as line from ${names.frame} order by ${key('stratum')}, ${key('target')}`
}

/** Every line of the lists, a tab, and what the registry said of the target. */
export function framedCellsSql(dialect: Dialect, names: SnapshotNames): string {
  return `select ${lineSql(dialect, frameLine(dialect), 'cells')} as line from ${names.frame}`
}

export function excludedCellsSql(dialect: Dialect, names: SnapshotNames): string {
  return `select ${lineSql(dialect, exclusionLine(dialect), 'cells')} as line from ${names.excluded}`
}

export function exclusionLinesSql(dialect: Dialect, names: SnapshotNames): string {
  return `select ${exclusionLine(dialect)} as line from ${names.excluded} order by ${dialect.key('target')}`
}
