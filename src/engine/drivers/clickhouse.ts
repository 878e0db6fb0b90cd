import { type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { clickhouse } from '../../core/engine/dialects/clickhouse.ts'
import { isEncrypted } from '../../core/engine/engine.ts'
import { type Address, EngineError, type Session } from './session.ts'
import { wholeAnswers } from './whole-answers.ts'

/**
 * ClickHouse by its own HTTP interface, which needs no driver. Of several servers (`clickhouse://one,two/…?cluster=name`)
 * the first is asked, and each is told what has to be done everywhere.
 */
export async function openClickHouse(address: Address): Promise<Session> {
  const { url, written } = address
  const hosts = hostsIn(written, isEncrypted(url))
  const cluster = url.searchParams.get('cluster')
  const ask = (host: string, sql: string) => answer(host, address, sql)
  const [version = ''] = await whole(await ask(hosts[0]!, 'select version()'))
  const [year, month] = version.split('.').map(Number)
  const hasWindows = year! > 21 || (year === 21 && month! >= 3)
  return wholeAnswers({
    dialect: clickhouse({ cluster, hasWindows }),
    async run({ sql, everywhere }) {
      for (const host of everywhere ? hosts : hosts.slice(0, 1)) await whole(await ask(host, sql))
    },
    async *lines(sql) {
      const { response, statement } = await ask(hosts[0]!, `${sql} format TabSeparatedRaw`)
      try {
        yield* linesOf(response)
      } catch (error) {
        throw new EngineError(statement, error)
      }
    },
    close: async () => {},
  })
}

/** The servers of a URL: those of a list stand where one would. */
function hostsIn(written: string, encrypted: boolean): string[] {
  const place = /^\w+:\/\/(?:[^@/?]*@)?([^/?]*)/.exec(written)?.[1] ?? ''
  return place.split(',').map(host => (/:\d+$/.test(host) ? host : `${host}:${encrypted ? 8443 : 8123}`))
}

interface Answer {
  readonly response: IncomingMessage
  readonly statement: string
}

/** Sends a statement. The answer of a refused one is told; what breaks off later does not reach its end. */
async function answer(host: string, { url, password, ca }: Address, sql: string): Promise<Answer> {
  const [hostname, port] = [host.slice(0, host.lastIndexOf(':')), host.slice(host.lastIndexOf(':') + 1)]
  const asked = new URLSearchParams({
    database: decodeURIComponent(url.pathname.slice(1)) || 'default',
    ...SETTINGS,
  })
  const send = isEncrypted(url) ? overHttps : overHttp
  return new Promise((resolve, reject) => {
    const failed = (error: unknown) => reject(new EngineError(sql, error))
    const sent = send(
      {
        hostname: hostname.replace(/^\[(.*)\]$/, '$1'),
        port,
        // A connection of its own: the server ends one that rests for some seconds, as while a draw is decided here.
        agent: false,
        ...(ca === null ? {} : { ca }),
        method: 'POST',
        path: `/?${asked}`,
        headers: {
          'X-ClickHouse-User': asBytes(decodeURIComponent(url.username) || 'default'),
          ...(password === null ? {} : { 'X-ClickHouse-Key': asBytes(password) }),
        },
      },
      response => {
        if (response.statusCode === 200) resolve({ response, statement: sql })
        else text(response).then(message => failed(new Error(message.trim().slice(0, 500))), failed)
      },
    )
    sent.on('error', failed)
    // As bytes: a text would be sent with its headers in one piece, and they in its encoding.
    sent.end(Buffer.from(sql))
  })
}

/** A text of a header as its bytes in UTF-8, which is what the server compares. */
function asBytes(text: string): string {
  return Buffer.from(text).toString('latin1')
}

/**
 * Rows that go to other servers are there when a statement is done; one server that is gone fails it. A limit that is passed fails it
 * too, where the settings of a user would have it cut the answer short without a word.
 */
const SETTINGS = {
  ...Object.fromEntries(
    ['read', 'group_by', 'sort', 'result', 'timeout', 'distinct', 'set', 'join', 'transfer'].map(what => [
      `${what}_overflow_mode`,
      'throw',
    ]),
  ),
  insert_distributed_sync: '1',
  skip_unavailable_shards: '0',
  max_query_size: '1000000',
}

async function text(response: IncomingMessage): Promise<string> {
  response.setEncoding('utf8')
  let all = ''
  for await (const piece of response) all += piece as string
  return all
}

async function whole({ response, statement }: Answer): Promise<string[]> {
  try {
    const all = await text(response)
    if (FAILED.test(all)) throw new Error(all.slice(0, 500))
    return all.split('\n').filter(line => line !== '')
  } catch (error) {
    throw new EngineError(statement, error)
  }
}

/** What an old server writes into an answer that it has begun. */
const FAILED = /(?:^|\n)Code: \d+, e\.displayText\(\) = DB::|(?:^|\n)Code: \d+\. DB::Exception/

async function* linesOf(response: IncomingMessage): AsyncGenerator<readonly string[]> {
  response.setEncoding('utf8')
  let rest = ''
  for await (const piece of response) {
    const text = rest + (piece as string)
    const end = text.lastIndexOf('\n')
    rest = text.slice(end + 1)
    if (end < 0) continue
    const lines = text.slice(0, end)
    if (FAILED.test(lines)) throw new Error(lines.slice(lines.search(FAILED)).slice(0, 500))
    yield lines.split('\n')
  }
  if (rest !== '') throw new Error(rest.slice(0, 500))
  if (!response.complete) throw new Error('the answer broke off')
}
