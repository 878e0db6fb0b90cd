import { connect, type Socket } from 'node:net'
import { mysql } from '../../core/engine/dialects/mysql.ts'
import { isEncrypted } from '../../core/engine/engine.ts'
import { type Address, EngineError, hostOf, type Session, told } from './session.ts'

/** A connection to MariaDB, MySQL and what speaks their protocol. */
export async function openMySql({ url, password, ca }: Address): Promise<Session> {
  const { createConnection } = await import('mysql2')
  const socket = url.searchParams.get('socket')
  const [host, port] = [hostOf(url), Number(url.port || 3306)]
  const connection = createConnection({
    ...(socket === null ? { host, port } : { socketPath: socket }),
    database: decodeURIComponent(url.pathname.slice(1)),
    user: decodeURIComponent(url.username) || 'root',
    charset: 'utf8mb4',
    ...(password === null ? {} : { password }),
    ...(isEncrypted(url) ? { ssl: { verifyIdentity: true, ...(ca === null ? {} : { ca }) } } : {}),
    ...(isEncrypted(url) && socket === null ? { stream: () => namedSocket(host, port) } : {}),
  })
  connection.on('error', () => {})
  const lost = whenLost((connection as unknown as { readonly stream: Socket }).stream)
  await told('connect', () => Promise.race([lost.end, answered(done => connection.connect(done))]))
  for (const setting of SETTINGS)
    await Promise.race([lost.end, answered(done => connection.query(`set ${setting}`, done))]).catch(() => {})
  return {
    dialect: mysql,
    run: ({ sql }) =>
      told(sql, () => Promise.race([lost.end, answered(done => connection.query(sql, done))])),
    async *lines(sql) {
      let batch: string[] = []
      try {
        const rows = connection.query({ sql, rowsAsArray: true }).stream({ highWaterMark: 4096 })
        lost.tell(error => rows.destroy(error))
        for await (const [line] of rows as AsyncIterable<[Buffer | string]>) {
          batch.push(textOf(line))
          if (batch.length < BATCH) continue
          yield batch
          batch = []
        }
      } catch (error) {
        throw new EngineError(sql, error)
      }
      if (batch.length > 0) yield batch
    },
    // A connection that the server has broken off never answers to a farewell.
    close: async () => connection.destroy(),
  }
}

/**
 * A connection that knows its server by name: the driver leaves the name out where it is an address, and a certificate would be held
 * against “localhost”.
 */
function namedSocket(host: string, port: number): Socket {
  return Object.assign(connect(port, host).setNoDelay(true), { _host: host })
}

/**
 * Settings of a server or a user that would cut answers and texts short without a word: what speaks the protocol and does not know
 * them has nothing of the kind.
 */
const SETTINGS = [
  'sql_select_limit = 18446744073709551615',
  "sql_mode = concat(@@sql_mode, ',STRICT_ALL_TABLES')",
] as const

/** A NULL is none of our texts, and passes as what it is for the self-test to find. */
function textOf(line: Buffer | string): string {
  return typeof line === 'string' || line === null ? line : line.toString('utf8')
}

const BATCH = 10_000

/** The end of a connection, which the driver does not tell to whoever waits for an answer: as a promise, and to one at a time. */
function whenLost(socket: Socket) {
  let told: (error: Error) => void = () => {}
  const end = new Promise<never>((_, reject) => {
    socket.once('close', () => {
      const error = new Error('PROTOCOL_CONNECTION_LOST')
      told(error)
      reject(error)
    })
  })
  end.catch(() => {})
  return {
    end,
    tell: (whom: typeof told) => {
      told = whom
      if (socket.destroyed) whom(new Error('PROTOCOL_CONNECTION_LOST'))
    },
  }
}

function answered(ask: (done: (error: Error | null) => void) => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    ask(error => {
      if (error === null || error === undefined) resolve()
      else reject(error)
    })
  })
}
