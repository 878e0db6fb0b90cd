import { BLOCK_LEAVES } from '../draw/folder/block-proofs.ts'
import type { Digest, TargetId } from '../ids.ts'
import type { Dialect } from './dialects/dialect.ts'
import type { Engine } from './engine.ts'
import { exclusionLine, frameLine, idSql, lineSql } from './freeze-sql.ts'
import { cellsSql, columnFor, registrySql } from './sort-out-sql.ts'
import type { SnapshotNames } from './tables.ts'

/** Where a target stands, with its fields: `f` and its stratum, `x` and why it is excluded; nothing where it is neither. */
export function standsSql(dialect: Dialect, names: SnapshotNames, target: TargetId): string {
  const { text } = dialect
  const own = `where target = ${text(target)}`
  return `select ${lineSql(dialect, text('f'), 'stratum', 'cells')} as line from ${names.frame} ${own} union all select ${lineSql(dialect, text('x'), 'reason', 'cells')} as line from ${names.excluded} ${own}`
}

/**
 * The targets that go by one of these texts in a registry by now: `0` and the id, `1` and the id of one that has it for another code, `2` of one that has
 * it for a name.
 */
export function calledSql(dialect: Dialect, engine: Engine, texts: readonly string[]): string {
  const wanted = texts.map(dialect.text).join(', ')
  const id = idSql(dialect, engine)
  const rows = registrySql(dialect, engine)
  const some = (rank: string, column: string) =>
    `select ${lineSql(dialect, dialect.text(rank), id)} as line from (${rows}) r where ${column} in (${wanted})`
  const other = (['uscc', 'registration', 'code', 'name'] as const).filter(field => engine.columns.has(field))
  return [
    some('0', id),
    ...other.map(field => some(field === 'name' ? '2' : '1', columnFor(engine, field))),
  ].join(' union all ')
}

/** What the registry says of a target by now. */
export function registeredSql(dialect: Dialect, engine: Engine, target: TargetId): string {
  const rows = registrySql(dialect, engine)
  return `select ${cellsSql(dialect, engine)} as line from (${rows}) r where ${idSql(dialect, engine)} = ${dialect.text(target)}`
}

/** The fields of so many targets of a registry, whichever come first. */
export function cellsOfSql(dialect: Dialect, engine: Engine, count: number): string {
  return `select ${cellsSql(dialect, engine)} as line from (${registrySql(dialect, engine)}) r ${dialect.part(count, 0)}`
}

/** How many lines of a list stand before a target: of each stratum, and `x` of the exclusions. */
export function beforeSql(dialect: Dialect, names: SnapshotNames, target: TargetId): string {
  const { text } = dialect
  const own = `where target < ${text(target)}`
  const count = dialect.digits('count(*)')
  return `select ${lineSql(dialect, text('f'), 'stratum', count)} as line from ${names.frame} ${own} group by stratum union all select ${lineSql(dialect, text('x'), text(''), count)} as line from ${names.excluded} ${own}`
}

/** How many of a stratum have a lower ticket than this one. */
export function lowerSql(
  dialect: Dialect,
  names: SnapshotNames,
  {
    stratum,
    target,
    ticket,
  }: { readonly stratum: string; readonly target: TargetId; readonly ticket: Digest },
  selectKey: Digest,
): string {
  const { text } = dialect
  const tickets = `select target, ${dialect.sha256(dialect.joined(text(selectKey), 'target'))} as ticket from ${names.frame} where stratum = ${text(stratum)}`
  return `select ${dialect.digits('count(*)')} as line from (${tickets}) t where ticket < ${text(ticket)} or (ticket = ${text(ticket)} and target < ${text(target)})`
}

/** The lines of one block of a stratum, or of the exclusions where it is null. */
export function blockSql(
  dialect: Dialect,
  names: SnapshotNames,
  stratum: string | null,
  block: number,
): string {
  const part = dialect.part(BLOCK_LEAVES, block * BLOCK_LEAVES)
  const order = `order by ${dialect.key('target')}`
  return stratum === null
    ? `select ${exclusionLine(dialect)} as line from ${names.excluded} ${order} ${part}`
    : `select ${frameLine(dialect)} as line from ${names.frame} where stratum = ${dialect.text(stratum)} ${order} ${part}`
}
