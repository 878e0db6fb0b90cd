import type { EngineReasons } from '../../../core/engine/reasons.ts'

/** What is the matter with the file of a DuckDB. */
export const FILE_PROBLEMS: Readonly<Record<EngineReasons['engine-file-open']['problem'], string>> = {
  held: 'is open in another program',
  newer: 'was written by a newer DuckDB than the one that is installed',
  'no-database': 'is no database of DuckDB, or is damaged',
  forbidden: 'may not be read and written by this user',
}

/** What to do about it. */
export const FILE_CURES: Readonly<Record<EngineReasons['engine-file-open']['problem'], string>> = {
  held: 'a DuckDB file is open in one program at a time: close it there, or name a copy',
  newer: 'run npm install @duckdb/node-api@latest where ssj is installed',
  'no-database':
    'for Parquet or CSV name an empty DuckDB file, and --registry "select * from read_parquet(\'FILE\')"',
  forbidden: 'a frame is kept there as a snapshot: give the right to write, or name a copy',
}

/** What is the matter with the certificate of a server. */
export const CERTIFICATE_PROBLEMS: Readonly<
  Record<EngineReasons['engine-certificate']['problem'], (engine: string) => string>
> = {
  untrusted: engine => `the certificate of engine “${engine}” is from nobody that is trusted here`,
  'other-name': engine => `the certificate of engine “${engine}” is that of another server`,
  'not-valid': engine => `the certificate of engine “${engine}” is not valid today`,
  none: engine => `engine “${engine}” takes no encrypted connections`,
}

/** What to do about that. */
export const CERTIFICATE_CURES: Readonly<Record<EngineReasons['engine-certificate']['problem'], string>> = {
  untrusted:
    'write the certificate of its authority into the address: ssj engine change NAME --url …?tls=on&ca=FILE',
  'other-name': 'write the name into the address that stands in the certificate',
  'not-valid': 'have the server given another, or look at the clock of this machine',
  none: 'turn TLS on at the server (ClickHouse: the port of https, 8443), or leave tls=on out',
}
