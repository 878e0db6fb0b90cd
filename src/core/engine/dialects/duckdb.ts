import { COMMON, createdWith, type Dialect, piped, quoted } from './dialect.ts'

/** DuckDB: text compares by its bytes. */
export const duckdb: Dialect = {
  ...COMMON,
  name: 'duckdb',
  text: value => quoted(value, "'"),
  named: name => quoted(name, '"'),
  cell: column => `coalesce(cast(${column} as varchar), '')`,
  joined: piped,
  sha256: text => `sha256(${text})`,
  leaf: text => `sha256('\\x00'::blob || encode(${text}))`,
  node: (left, right) => `sha256('\\x01'::blob || unhex(${left}) || unhex(${right}))`,
  place: (text, part) => `strpos(${text}, ${part})`,
  matches: (text, expression) => `regexp_matches(${text}, ${quoted(expression, "'")})`,
  daysAfter: (day, days) => `strftime(cast(${day} as date) + ${days}, '%Y-%m-%d')`,
  half: number => `${number} // 2`,
  odd: number => `${number} % 2 = 1`,
  create: createdWith({ id: 'varchar not null', text: 'varchar not null' }),
  hashesTree: true,
}
