import { COMMON, concat, type Dialect, escaped, quoted, type Step } from './dialect.ts'

/** A ClickHouse: of several servers, `cluster` is what their configuration calls them together. */
export interface ClickHouseServers {
  readonly cluster: string | null
  /** Windows came with 21.3. */
  readonly hasWindows: boolean
}

/**
 * ClickHouse. Text is bytes. Digests are written out at once: `toString` of a FixedString loses the noughts at its end.
 * On a cluster a table is one on each server, and one over them all.
 */
export function clickhouse({ cluster, hasWindows }: ClickHouseServers): Dialect {
  return {
    ...COMMON,
    name: 'clickhouse',
    text: escaped,
    named: name => quoted(name, '`'),
    cell: column => `ifNull(toString(${column}), '')`,
    joined: concat,
    digits: number => `toString(${number})`,
    sha256: text => hashed(text),
    leaf: text => hashed(`concat(unhex('00'), ${text})`),
    node: (left, right) => hashed(`concat(unhex('01'), unhex(${left}), unhex(${right}))`),
    place: (text, part) => `position(${text}, ${part})`,
    from: (text, place, length) =>
      `substring(${text}, ${place}, ${length === undefined ? `length(${text})` : length})`,
    replaced: (text, what, by) => `replaceAll(${text}, ${what}, ${by})`,
    matches: (text, expression) => `match(${text}, ${escaped(expression)})`,
    daysAfter: (day, days) => `toString(toDate(${day}) + ${days})`,
    half: number => `intDiv(${number}, 2)`,
    odd: number => `${number} % 2 = 1`,
    create(table, columns, order) {
      const cells = columns.map(({ name }) => `${name} String`).join(', ')
      const own = `engine = MergeTree order by (${order.join(', ')})`
      if (cluster === null) return [{ sql: `create table ${table} (${cells}) ${own}` }]
      const over = `engine = Distributed(${cluster}, currentDatabase(), ${table}_shard, cityHash64(${order.at(-1)}))`
      return [
        { sql: `create table ${table}_shard (${cells}) ${own}`, everywhere: true },
        { sql: `create table ${table} (${cells}) ${over}` },
      ]
    },
    drop(table) {
      const whole: Step = { sql: `drop table if exists ${table}` }
      return cluster === null
        ? [whole]
        : [whole, { sql: `drop table if exists ${table}_shard`, everywhere: true }]
    },
    part: (count, after) => `limit ${after}, ${count}`,
    within: (text, query) => `${text} ${cluster === null ? '' : 'global '}in (${query})`,
    hashesTree: hasWindows,
  }
}

function hashed(bytes: string): string {
  return `lower(hex(SHA256(${bytes})))`
}
