import { duckdb } from '../../core/engine/dialects/duckdb.ts'
import { type Address, EngineError, type Session, told } from './session.ts'

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
      try {
        const result = await connection.stream(sql)
        for await (const rows of result.yieldRowsJs()) yield rows.map(([line]) => line as string)
      } catch (error) {
        throw new EngineError(sql, error)
      }
    },
    async close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
