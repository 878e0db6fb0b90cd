import { COMMON, concat, createdWith, type Dialect, quoted } from './dialect.ts'

/** A literal in which a backslash begins an escape, quotes too: Spark before 4.0 takes two quotes for the end of one text and the beginning of the next. */
function backslashed(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

/** Spark SQL, and Databricks: text compares by its bytes. */
export const spark: Dialect = {
  ...COMMON,
  name: 'spark',
  text: backslashed,
  named: name => quoted(name, '`'),
  cell: column => `coalesce(cast(${column} as string), '')`,
  joined: concat,
  digits: number => `cast(${number} as string)`,
  sha256: text => `sha2(${text}, 256)`,
  leaf: text => `sha2(concat(unhex('00'), cast(${text} as binary)), 256)`,
  node: (left, right) => `sha2(concat(unhex('01'), unhex(${left}), unhex(${right})), 256)`,
  place: (text, part) => `instr(${text}, ${part})`,
  matches: (text, expression) => `${text} rlike ${backslashed(expression)}`,
  daysAfter: (day, days) => `cast(date_add(cast(${day} as date), ${days}) as string)`,
  half: number => `cast(floor(${number} / 2) as bigint)`,
  // What stands without a format is a table of Hive's texts, in which a line end parts rows.
  create: createdWith({ id: 'string', text: 'string' }, ' using parquet'),
  // Spark before 3.5 takes `in (select …)` in conditions alone.
  selectsWithin: false,
  hashesTree: true,
}

/** MaxCompute: `sha2` takes texts alone, so that nodes are hashed here. */
export const maxcompute: Dialect = {
  ...spark,
  name: 'maxcompute',
  daysAfter: (day, days) => `to_char(dateadd(to_date(${day}, 'yyyy-mm-dd'), ${days}, 'dd'), 'yyyy-mm-dd')`,
  create: createdWith({ id: 'string', text: 'string' }),
  hashesTree: false,
}

/** StarRocks and Doris: the language of MySQL, and text that compares by its bytes. */
export const starrocks: Dialect = {
  ...spark,
  name: 'starrocks',
  cell: column => `coalesce(cast(${column} as varchar), '')`,
  digits: number => `cast(${number} as varchar)`,
  matches: (text, expression) => `${text} regexp ${backslashed(expression)}`,
  daysAfter: (day, days) => `date_format(date_add(${day}, interval ${days} day), '%Y-%m-%d')`,
  // Before StarRocks 3.1, and in Doris before 2.1, a table says how its rows are spread.
  create: (table, columns, order) =>
    createdWith(
      { id: 'varchar(800) not null', text: 'string not null' },
      ` distributed by hash(${order.at(-1)}) buckets 16`,
    )(table, columns),
  hashesTree: false,
}
