import { mysql } from '../../core/engine/dialects/mysql.ts'
import { type Address, EngineError, type Session, told } from './session.ts'

/** A connection to MariaDB, MySQL and what speaks their protocol. */
export async function openMySql({ url, password }: Address): Promise<Session> {
  const { createConnection } = await import('mysql2')
  const socket = url.searchParams.get('socket')
  const connection = createConnection({
    ...(socket === null ? { host: url.hostname, port: Number(url.port || 3306) } : { socketPath: socket }),
    database: decodeURIComponent(url.pathname.slice(1)),
    user: decodeURIComponent(url.username) || 'root',
    charset: 'utf8mb4',
    ...(password === null ? {} : { password }),
    ...(url.searchParams.get('tls') === 'on' ? { ssl: {} } : {}),
  })
  connection.on('error', () => {})
  await told('connect', () => answered(done => connection.connect(done)))
  return {
    dialect: mysql,
    run: ({ sql }) => told(sql, () => answered(done => connection.query(sql, done))),
    async *lines(sql) {
      let batch: string[] = []
      try {
        const rows = connection.query({ sql, rowsAsArray: true }).stream({ highWaterMark: 4096 })
        for await (const [line] of rows as AsyncIterable<[Buffer | string]>) {
          batch.push(typeof line === 'string' ? line : line.toString('utf8'))
          if (batch.length < BATCH) continue
          yield batch
          batch = []
        }
      } catch (error) {
        throw new EngineError(sql, error)
      }
      if (batch.length > 0) yield batch
    },
    close: () => answered(done => connection.end(done)).catch(() => connection.destroy()),
  }
}

const BATCH = 10_000

function answered(ask: (done: (error: Error | null) => void) => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    ask(error => {
      if (error === null || error === undefined) resolve()
      else reject(error)
    })
  })
}
