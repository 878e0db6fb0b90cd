import { postgres } from '../../core/engine/dialects/postgres.ts'
import { isEncrypted } from '../../core/engine/engine.ts'
import { type Address, EngineError, hostOf, type Session, told } from './session.ts'

/** A connection to PostgreSQL. Long answers come by a cursor: the driver by itself would hold all of them. */
export async function openPostgres({ url, password, ca }: Address): Promise<Session> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({
    host: hostOf(url) || (url.searchParams.get('host') ?? '127.0.0.1'),
    port: Number(url.port || 5432),
    database: decodeURIComponent(url.pathname.slice(1)) || 'postgres',
    user: decodeURIComponent(url.username) || 'postgres',
    ...(password === null ? {} : { password }),
    ...(isEncrypted(url) ? { ssl: ca === null ? true : { ca } } : {}),
  })
  // A connection that breaks while nobody asks anything must not end the program: the next statement tells it.
  client.on('error', () => {})
  await told('connect', () => client.connect())
  await told('set', () => client.query("set standard_conforming_strings = on; set client_encoding = 'UTF8'"))
  return {
    dialect: postgres,
    run: ({ sql }) =>
      told(sql, async () => {
        await client.query(sql)
      }),
    async *lines(sql) {
      try {
        await client.query(`begin; declare answer no scroll cursor for ${sql}`)
        for (;;) {
          const { rows } = await client.query<[string]>({ text: FETCH, rowMode: 'array' })
          if (rows.length === 0) break
          yield rows.map(([line]) => line)
        }
        await client.query('commit')
      } catch (error) {
        await client.query('rollback').catch(() => {})
        throw new EngineError(sql, error)
      }
    },
    close: () => client.end().catch(() => {}),
  }
}

const FETCH = 'fetch 20000 from answer'
