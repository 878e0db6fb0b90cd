/** A column as SQL says it; its first word tells what the cells hold. */
export type Column = `${'text' | 'integer' | 'blob'} ${string}`
export type Columns = Readonly<Record<string, Column>>

export const TEXT = 'text not null'
export const INTEGER = 'integer not null'
export const BYTES = 'blob not null'

/** The entry that wrote a row: every table but the ledger's own two has it. */
export const SINCE = 'integer not null references entry(number)'

/**
 * A table, stated once: its text in the schema, the statement that writes a row, the names that the compiler checks and
 * the cells that the ledger digests all follow from its columns.
 */
export interface Table<C extends Columns = Columns> {
  readonly name: string
  /** What an entry writes, in the order in which it is inserted and digested. */
  readonly columns: C
  /** True where rows are versions, which end; false where rows only come. */
  readonly ends: boolean
  readonly create: string
  readonly insert: string
}

/** A cell as SQLite takes it and gives it. */
export type Cell = WordOrNumber | Uint8Array
export type WordOrNumber = string | number

type CellOf<C extends Column> = C extends `text ${string}`
  ? string
  : C extends `integer ${string}`
    ? number
    : Uint8Array

/** A row as it is read. */
export type RowOf<T extends Table> = { readonly [N in keyof T['columns']]: CellOf<T['columns'][N]> }

/** A row as it is written: the writer knows its entry. */
export type ValuesOf<C extends Columns> = { readonly [N in Exclude<keyof C, 'since'>]: CellOf<C[N]> }

/** A table whose rows come and stay. `key` is named where it is made of several columns. */
export function ledgerTable<const C extends Columns>(
  name: string,
  columns: C,
  key: readonly (keyof C & string)[] = [],
): Table<C> {
  const primary = key.length === 0 ? [] : [`primary key (${key.join(', ')})`]
  return table(name, columns, false, create(name, [...linesOf(columns), ...primary]))
}

/** A table that keeps every version of its rows; one of each id is in force. */
export function historyTable<const C extends Columns>(
  name: string,
  columns: C,
): Table<{ readonly since: typeof SINCE; readonly id: typeof TEXT } & C> {
  const written = { since: SINCE, id: TEXT, ...columns } as const
  const { since, ...rest } = written
  const ends = ['version integer primary key', `since ${since}`, 'until integer references entry(number)']
  const now = `create unique index ${name}_now on ${name}(id) where until is null;`
  return table(name, written, true, create(name, [...ends, ...linesOf(rest)]) + now)
}

/** The cells of a row that `entry` writes, in the table's order. */
export function cellsOf<C extends Columns>(
  { columns }: Table<C>,
  values: ValuesOf<C>,
  entry: number,
): Cell[] {
  const row: Readonly<Record<string, Cell>> = { ...values, since: entry }
  return Object.keys(columns).map(name => row[name]!)
}

/** The names of the columns that an entry writes, as a list in SQL. */
export function columnList({ columns }: Table): string {
  return Object.keys(columns).join(', ')
}

/** The same without the entry. */
export function cellList({ columns }: Table): string {
  return Object.keys(columns)
    .filter(name => name !== 'since')
    .join(', ')
}

function table<C extends Columns>(name: string, columns: C, ends: boolean, create: string): Table<C> {
  const names = Object.keys(columns)
  const marks = names.map(() => '?').join(', ')
  const insert = `insert into ${name} (${names.join(', ')}) values (${marks})`
  return { name, columns, ends, create, insert }
}

/** The statement that writes rows of a draw, which is the first column; `@rows` is JSON or, as bytes, JSONB: a list of the cells up to the entry for each. */
export function insertOfDraw({ name, columns }: Table): string {
  const cells = Array.from({ length: Object.keys(columns).length - 2 }, (_, i) => `value ->> ${i}`)
  return `insert into ${name} (${Object.keys(columns).join(', ')}) select @draw, ${cells.join(', ')}, @entry from jsonb_each(@rows)`
}

/** SQLite keeps the text of a table from its name on, blanks and all: what stands here once, stands in every database. */
function create(name: string, lines: readonly string[]): string {
  return `create table ${name} (\n${lines.map(line => `    ${line}`).join(',\n')}\n  ) strict;\n`
}

function linesOf(columns: Columns): string[] {
  return Object.entries(columns).map(([name, column]) => `${name} ${column}`)
}
