import { COMMON, concat, createdWith, type Dialect, escaped, quoted } from './dialect.ts'

/**
 * MariaDB, MySQL, TiDB, OceanBase. Every text is a binary one: collations, `utf8mb4_bin` among them, take a text for equal
 * to the same with blanks after it.
 */
export const mysql: Dialect = {
  ...COMMON,
  name: 'mysql',
  text: value => `cast(${escaped(value)} as binary)`,
  named: name => quoted(name, '`'),
  cell: column => `coalesce(cast(convert(${column} using utf8mb4) as binary), cast('' as binary))`,
  joined: concat,
  digits: number => `cast(${number} as binary)`,
  sha256: text => hashed(text),
  leaf: text => hashed(`concat(x'00', ${text})`),
  node: (left, right) => hashed(`concat(x'01', unhex(${left}), unhex(${right}))`),
  place: (text, part) => `locate(${part}, ${text})`,
  matches: (text, expression) => `${text} regexp ${escaped(expression)}`,
  daysAfter: (day, days) =>
    `cast(date_format(date_add(cast(convert(${day} using utf8mb4) as date), interval ${days} day), '%Y-%m-%d') as binary)`,
  half: number => `${number} div 2`,
  // A derived table with a limit is never merged into the query around it: 4 times as fast.
  once: query => `${query} limit 18446744073709551615`,
  // Groups of so many long texts would be sorted on the disk.
  indexed: (table, column) => [{ sql: `create index ${table}_${column} on ${table} (${column})` }],
  create: createdWith({ id: 'varbinary(800) not null', text: 'longblob not null' }),
  // Its temporary tables end in memory, or take an hour on the disk.
  hashesTree: false,
}

function hashed(bytes: string): string {
  return `cast(sha2(${bytes}, 256) as binary)`
}
