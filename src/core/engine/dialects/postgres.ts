import { COMMON, createdWith, type Dialect, piped, quoted } from './dialect.ts'

/**
 * PostgreSQL, and what speaks its language. Bytes come by `decode`, which is immutable: `convert_to` is not, and foreign
 * tables would send every row instead of its digest. Collation "C" is that of bytes.
 */
export const postgres: Dialect = {
  ...COMMON,
  name: 'postgres',
  text: value => `${quoted(value, "'")} collate "C"`,
  named: name => quoted(name, '"'),
  cell: column => `coalesce(cast(${column} as text), '') collate "C"`,
  joined: piped,
  digits: number => `cast(${number} as text) collate "C"`,
  sha256: text => hashed(bytesOf(text)),
  leaf: text => hashed(`'\\x00'::bytea || ${bytesOf(text)}`),
  node: (left, right) => hashed(`'\\x01'::bytea || decode(${left}, 'hex') || decode(${right}, 'hex')`),
  place: (text, part) => `strpos(${text}, ${part})`,
  matches: (text, expression) => `${text} ~ ${quoted(expression, "'")}`,
  daysAfter: (day, days) => `to_char(cast(${day} as date) + ${days}, 'YYYY-MM-DD') collate "C"`,
  half: number => `${number} / 2`,
  odd: number => `${number} % 2 = 1`,
  // A query with an offset is never pulled up into the one around it.
  once: query => `${query} offset 0`,
  create: createdWith({ id: 'text collate "C" not null', text: 'text collate "C" not null' }),
  hashesTree: true,
}

function bytesOf(text: string): string {
  return `decode(replace(${text}, chr(92), repeat(chr(92), 2)), 'escape')`
}

function hashed(bytes: string): string {
  return `encode(sha256(${bytes}), 'hex') collate "C"`
}
