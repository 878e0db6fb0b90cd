import { duckdb } from '../../core/engine/dialects/duckdb.ts'
import { type Address, type Session, told } from './session.ts'

/** A DuckDB in this process, on its file. */
export async function openDuckDb({ file }: Address): Promise<Session> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await told('open', () => DuckDBInstance.create(file === '' ? ':memory:' : file))
  const connection = await told('connect', () => instance.connect())
  return {
    dialect: duckdb,
    run: ({ sql }) =>
      told(sql, async () => {
        await connection.run(sql)
      }),
    async *lines(sql) {
      const result = await told(sql, () => connection.stream(sql))
      const next = async () => {
        const chunk = await told(sql, () => result.fetchChunk())
        return chunk === null || chunk.rowCount === 0 ? null : chunk
      }
      let chunk = await next()
      try {
        for (; chunk !== null; chunk = await next())
          yield chunk.getColumnValues(0).map(line => line as string)
      } finally {
        // A connection that is closed over an answer half read takes the process with it.
        while (chunk !== null) chunk = await next().catch(() => null)
      }
    },
    async close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
