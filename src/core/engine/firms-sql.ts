import { ANSWERED_FOR, RESPONSIBLE } from '../registry/libraries/answered-for.ts'
import type { Dialect } from './dialects/dialect.ts'
import type { Engine } from './engine.ts'
import { idSql, lineSql } from './freeze-sql.ts'
import { cellsSql, columnFor, registrySql } from './sort-out-sql.ts'
import type { SnapshotNames } from './tables.ts'

/** Whether a registry says who answers for products, projects and behaviours. */
export function saysWhoAnswers({ columns }: Pick<Engine, 'columns'>): boolean {
  return columns.has('kind') && columns.has(RESPONSIBLE)
}

/** Puts every product, project and behaviour into a table, with the firm that it names (责任单位). */
export function answeredSql(dialect: Dialect, engine: Engine, names: SnapshotNames): string {
  const firm = columnFor(engine, RESPONSIBLE)
  return `insert into ${names.firms} select ${idSql(dialect, engine)}, ${firm} from (${registrySql(dialect, engine)}) r where ${isAnswered(dialect, engine)} and ${firm} <> ${dialect.text('')}`
}

/** They, and the firms that they name. */
export function firmsSql(dialect: Dialect, names: SnapshotNames): string {
  return `select ${lineSql(dialect, 'target', 'firm')} as line from ${names.firms}`
}

/**
 * The firms that go by what was named: `c` for a code or a number, `n` for a name, what they were named by, and their fields. A
 * product is no firm.
 */
export function firmsNamedSql(dialect: Dialect, engine: Engine, names: SnapshotNames): string {
  const { text, within } = dialect
  const some = (['uscc', 'registration', 'code', 'name'] as const)
    .filter(field => engine.columns.has(field))
    .map(field => {
      const column = columnFor(engine, field)
      const kind = field === 'name' ? 'n' : 'c'
      const named = within(column, `select firm from ${names.firms}`)
      return `select ${lineSql(dialect, text(kind), column, cellsSql(dialect, engine))} as line from (${registrySql(dialect, engine)}) r where not (${isAnswered(dialect, engine)}) and ${named}`
    })
  return some.join(' union all ')
}

function isAnswered(dialect: Dialect, engine: Engine): string {
  return `${columnFor(engine, 'kind')} in (${ANSWERED_FOR.map(dialect.text).join(', ')})`
}
