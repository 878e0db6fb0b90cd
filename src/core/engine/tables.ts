import type { Dialect, Step, TableColumn } from './dialects/dialect.ts'

/** The tables of one freeze: `keys`, `firms`, `sorted` and `judged` go again, `frame` and `excluded` stay. */
export interface SnapshotNames {
  readonly keys: string
  readonly firms: string
  readonly sorted: string
  readonly judged: string
  readonly frame: string
  readonly excluded: string
}

/** They have the name of the snapshot in common. */
export function namesOf(snapshot: string): SnapshotNames {
  return {
    keys: `${snapshot}_keys`,
    firms: `${snapshot}_firms`,
    sorted: `${snapshot}_sorted`,
    judged: `${snapshot}_judged`,
    frame: `${snapshot}_frame`,
    excluded: `${snapshot}_excluded`,
  }
}

const id = (name: string): TableColumn => ({ name, kind: 'id' })
const text = (name: string): TableColumn => ({ name, kind: 'text' })

const SORTED = [
  id('kind'),
  id('stratum'),
  id('target'),
  text('departments'),
  text('area'),
  id('unclaimed'),
  text('reason'),
  text('cells'),
]

/** The columns of each, and the order that their rows are kept in where an engine keeps one. */
const COLUMNS = {
  keys: [[id('target')], ['target']],
  firms: [[id('target'), id('firm')], ['target']],
  sorted: [SORTED, ['kind', 'target']],
  judged: [SORTED, ['kind', 'target']],
  frame: [
    [id('stratum'), id('target'), text('departments'), text('area'), text('cells')],
    ['stratum', 'target'],
  ],
  excluded: [[id('target'), text('reason'), text('cells')], ['target']],
} as const satisfies Record<keyof SnapshotNames, readonly [readonly TableColumn[], readonly string[]]>

/** Makes one of the tables anew. */
export function created(dialect: Dialect, names: SnapshotNames, which: keyof SnapshotNames): readonly Step[] {
  const [columns, order] = COLUMNS[which]
  return dialect.create(names[which], columns, order)
}

/** Takes tables away again. */
export function dropped(
  dialect: Dialect,
  names: SnapshotNames,
  which: readonly (keyof SnapshotNames)[],
): readonly Step[] {
  return which.flatMap(table => dialect.drop(names[table]))
}

/** Statements that put rows into a table, each of a size that every engine takes. */
export function* inserted(
  dialect: Dialect,
  table: string,
  rows: Iterable<readonly string[]>,
): Generator<Step> {
  let values: string[] = []
  let length = 0
  for (const row of rows) {
    const value = `(${row.map(dialect.text).join(', ')})`
    if (values.length >= MOST_ROWS || length + value.length > MOST_CHARACTERS) {
      yield insertion(table, values)
      values = []
      length = 0
    }
    values.push(value)
    length += value.length
  }
  if (values.length > 0) yield insertion(table, values)
}

function insertion(table: string, values: readonly string[]): Step {
  return { sql: `insert into ${table} values ${values.join(', ')}`, rows: values.length }
}

const MOST_ROWS = 1000
/** ClickHouse parses no more than 256 KB of a statement unless it is told to. */
const MOST_CHARACTERS = 60_000
