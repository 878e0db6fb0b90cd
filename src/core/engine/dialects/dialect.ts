/**
 * What differs between the languages of engines. Every expression is a text compared byte by byte and never null, unless
 * it is said otherwise: whatever an engine does differently is a trap that its self-test finds ({@link selfTest}).
 */
export interface Dialect {
  readonly name: DialectName
  /** A text as a literal. */
  readonly text: (value: string) => string
  /** A column of any type as text; `''` for null. */
  readonly cell: (column: string) => string
  /** A column or table by its name. */
  readonly named: (name: string) => string
  /** Texts one after the other. */
  readonly joined: (...texts: readonly string[]) => string
  /** A whole number as its decimal digits. */
  readonly digits: (number: string) => string
  /** SHA-256 of the bytes of a text, as 64 lowercase digits. */
  readonly sha256: (text: string) => string
  /** A leaf and an inner node of a Merkle tree (RFC 6962), as 64 lowercase digits; nodes are of digits. */
  readonly leaf: (text: string) => string
  readonly node: (left: string, right: string) => string
  /** Where a text holds another for the first time, counted from 1; 0 where it does not. */
  readonly place: (text: string, part: string) => string
  /** From a place on, counted from 1 over ASCII characters; so many ASCII characters where it is said. */
  readonly from: (text: string, place: string, length?: string) => string
  /** The number of characters of an ASCII text. */
  readonly lengthOf: (text: string) => string
  readonly replaced: (text: string, what: string, by: string) => string
  /** True where a regular expression of the common kind finds something. */
  readonly matches: (text: string, expression: string) => string
  /** The day (`YYYY-MM-DD`) so many days after another; anything where that is none. */
  readonly daysAfter: (day: string, days: number) => string
  /** Half a whole number, rounded down; true for an odd one. */
  readonly half: (number: string) => string
  readonly odd: (number: string) => string
  /** A text to sort by or to group by, in byte order. */
  readonly key: (text: string) => string
  /** So many rows after so many. */
  readonly part: (count: number, after: number) => string
  /** True where a text is one of those that a query gives, whichever server asks. */
  readonly within: (text: string, query: string) => string
  /** Whether `within` may stand in what is selected; where it may only stand in a condition a join says the same. */
  readonly selectsWithin: boolean
  /**
   * A query whose columns are worked out once for each row, however often they are named outside it: some engines put the
   * expression in place of each name.
   */
  readonly once: (query: string) => string
  /** What finds equal texts of a column of a filled table quickly, where an engine would be slow without. */
  readonly indexed: (table: string, column: string) => readonly Step[]
  /** A new table of texts: statements for every server of the engine, or for the first alone. */
  readonly create: (
    table: string,
    columns: readonly TableColumn[],
    order: readonly string[],
  ) => readonly Step[]
  readonly drop: (table: string) => readonly Step[]
  /** Whether it numbers rows (`row_number`), and so can hash its tree by itself in reasonable memory. */
  readonly hashesTree: boolean
}

export type DialectName =
  | 'postgres'
  | 'clickhouse'
  | 'mysql'
  | 'duckdb'
  | 'spark'
  | 'maxcompute'
  | 'starrocks'

export interface TableColumn {
  readonly name: string
  /** An id is at most 200 characters long; anything else is as long as it is. */
  readonly kind: 'id' | 'text'
}

/** A statement that gives no answer; `everywhere`: on each server of the engine by itself. */
export interface Step {
  readonly sql: string
  readonly everywhere?: true
  /** How many rows it puts into a table, where that is known. */
  readonly rows?: number
}

/** Quotes of standard SQL: those within are doubled. */
export function quoted(value: string, quote: string): string {
  return quote + value.replaceAll(quote, quote + quote) + quote
}

/** A literal in which a backslash begins an escape. */
export function escaped(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

/** Texts by the standard's `||` where there are several, so that a statement stays readable. */
export function piped(...texts: readonly string[]): string {
  return texts.length === 1 ? texts[0]! : `(${texts.join(' || ')})`
}

/** Texts by `concat`. */
export function concat(...texts: readonly string[]): string {
  return texts.length === 1 ? texts[0]! : `concat(${texts.join(', ')})`
}

/** The parts that most engines write alike. */
export const COMMON = {
  digits: (number: string) => `cast(${number} as varchar)`,
  from: (text: string, place: string, length?: string) =>
    length === undefined ? `substr(${text}, ${place})` : `substr(${text}, ${place}, ${length})`,
  lengthOf: (text: string) => `length(${text})`,
  replaced: (text: string, what: string, by: string) => `replace(${text}, ${what}, ${by})`,
  half: (number: string) => `floor(${number} / 2)`,
  odd: (number: string) => `mod(${number}, 2) = 1`,
  key: (text: string) => text,
  part: (count: number, after: number) => `limit ${count} offset ${after}`,
  within: (text: string, query: string) => `${text} in (${query})`,
  selectsWithin: true,
  once: (query: string) => query,
  indexed: (): readonly Step[] => [],
  drop: (table: string): readonly Step[] => [{ sql: `drop table if exists ${table}` }],
} as const

/** `create table` of the standard, with these types. */
export function createdWith(
  types: Readonly<Record<TableColumn['kind'], string>>,
  end = '',
): (table: string, columns: readonly TableColumn[]) => readonly Step[] {
  return (table, columns) => [
    {
      sql: `create table ${table} (${columns.map(({ name, kind }) => `${name} ${types[kind]}`).join(', ')})${end}`,
    },
  ]
}

/** True where a text holds another. */
export function holds(dialect: Dialect, text: string, part: string): string {
  return `${dialect.place(text, part)} > 0`
}

/** True where a text begins with another. */
export function begins(dialect: Dialect, text: string, part: string): string {
  return `${dialect.place(text, part)} = 1`
}
