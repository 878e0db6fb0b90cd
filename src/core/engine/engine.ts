import { isField, library } from '../registry/libraries/library.ts'
import type { DialectName } from './dialects/dialect.ts'

/** A database that a registry of targets lies in already. Whoever knows all of this still needs the password. */
export interface Engine {
  readonly name: string
  /** Without a password. */
  readonly url: string
  /** A table, or a query in brackets. */
  readonly registry: string
  /** The column of each field of targets, and of each extra one by its heading. */
  readonly columns: ReadonlyMap<string, string>
  /** Where the password is: `env:NAME`, `file:PATH`, or nowhere. */
  readonly password: string
}

/** How each kind of URL is spoken to. */
export const SCHEMES: Readonly<Record<string, DialectName>> = {
  'postgres:': 'postgres',
  'postgresql:': 'postgres',
  'clickhouse:': 'clickhouse',
  'mysql:': 'mysql',
  'mariadb:': 'mysql',
  'duckdb:': 'duckdb',
}

/** The options that a URL may have, each with its values; none where any is one. */
export type UrlOptions = Readonly<Record<string, readonly string[]>>

/** What may stand behind the `?` of a URL of each kind. */
export const URL_OPTIONS: Readonly<Partial<Record<DialectName, UrlOptions>>> = {
  postgres: { sslmode: ['require', 'verify-full', 'disable'], tls: ['on', 'off'], ca: [], host: [] },
  clickhouse: { tls: ['on', 'off'], ca: [], cluster: [] },
  mysql: { tls: ['on', 'off'], ca: [], socket: [] },
}

/** Whether a URL asks for an encrypted connection: the certificate of the server is verified, and its name, in any case. */
export function isEncrypted({ searchParams }: Pick<URL, 'searchParams'>): boolean {
  return (
    searchParams.get('tls') === 'on' ||
    ['require', 'verify-full'].includes(searchParams.get('sslmode') ?? '') ||
    searchParams.has('ca')
  )
}

/** The file of certificates that a URL trusts instead of those that this machine does, as it is written; null where it names none. */
export function certificatesOf({ url }: Pick<Engine, 'url'>): string | null {
  const options = url.indexOf('?')
  return options < 0 ? null : new URLSearchParams(url.slice(options)).get('ca')
}

/** The languages that can be written for whoever asks in our place: `sql:spark`. */
export const DIALECTS = [
  'spark',
  'maxcompute',
  'starrocks',
  'postgres',
  'clickhouse',
  'mysql',
  'duckdb',
] as const

/** The language of an engine that is not spoken to from here; null for one that is. */
export function writtenDialect({ url }: Pick<Engine, 'url'>): (typeof DIALECTS)[number] | null {
  return DIALECTS.find(name => url === `sql:${name}`) ?? null
}

/** Fields that can make the id of a target, first to last; one of them has a column. */
export const ID_FIELDS = library('targets').id

/** The fields of targets that have a column, in the order of the library; then the extra ones in byte order. */
export function mappedFields({ columns }: Pick<Engine, 'columns'>): {
  readonly fields: readonly string[]
  readonly extras: readonly string[]
} {
  const names: readonly string[] = library('targets').fields.map(({ name }) => name)
  return {
    fields: names.filter(name => columns.has(name)),
    extras: [...columns.keys()].filter(name => !isField(library('targets'), name)).sort(),
  }
}
