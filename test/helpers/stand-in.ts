/**
 * Statements of languages that no engine here speaks, as DuckDB would be asked for the same: their literals, quotes and
 * operators are its own, their functions macros. It shows that what is asked comes to the draw of one machine, and not
 * that Spark, MaxCompute or StarRocks take it.
 */
export function asDuckDb(sql: string): string {
  return sql
    .replaceAll(/'(?:[^'\\]|\\.)*'/gs, literal => `E${literal}`)
    .replaceAll(/`([a-z]\w*)`/g, '"$1"')
    .replaceAll(/ (?:rlike|regexp) E'((?:[^'\\]|\\.)*)'/gs, " ~ E'(?s).*(?:$1).*'")
    .replaceAll(
      /sha2\(concat\(unhex\(E'01'\), unhex\(([^()]*)\), unhex\(([^()]*)\)\), 256\)/g,
      'node($1, $2)',
    )
    .replaceAll("sha2(concat(unhex(E'00'), cast(", 'leaf((')
    .replaceAll(' as binary)), 256)', '))')
    .replace(/ using parquet$| distributed by hash\(\w+\) buckets 16$/, '')
}

/** The functions that such statements ask for. */
export const MACROS: readonly string[] = [
  'create or replace macro sha2(x, n) as sha256(x)',
  String.raw`create or replace macro leaf(x) as sha256('\x00'::blob || encode(x))`,
  String.raw`create or replace macro node(l, r) as sha256('\x01'::blob || unhex(l) || unhex(r))`,
  'create or replace macro date_add(d, n) as cast(d as date) + n',
  "create or replace macro date_format(d, f) as strftime(d, '%Y-%m-%d')",
  'create or replace macro to_date(t, f) as cast(t as date)',
  'create or replace macro dateadd(d, n, u) as d + n',
  "create or replace macro to_char(d, f) as strftime(d, '%Y-%m-%d')",
]
