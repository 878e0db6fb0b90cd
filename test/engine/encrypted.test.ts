/** @module-tag campaign */
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { corpus } from '../helpers/corpus.ts'
import { inspectors, miniature } from '../helpers/miniature.ts'
import { engineWords, fillRegistry, onEngine } from '../helpers/on-engine.ts'
import { engines, forServers, GUARDED, type Served, type Shown } from '../helpers/servers.ts'
import type { Office } from '../helpers/ssj.ts'

/** Servers that ask for a password and show certificates of an authority of their own: who is trusted, who is not, and what tells of the password. */

const ROWS = 300
const HAS_OPENSSL = existsSync('/usr/bin/openssl')
const folder = mkdtempSync(join(tmpdir(), 'ssj-certificates-'))
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A certificate of the authority of these tests for these names, as a server shows it. */
function certificateFor(name: string, names: string): Shown {
  const [key, certificate] = [at(`${name}.key`), at(`${name}.pem`)]
  writeFileSync(at(`${name}.ext`), `subjectAltName=${names}`)
  openssl(
    'req',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-subj',
    `/CN=${name}`,
    '-keyout',
    key,
    '-out',
    at('request'),
  )
  openssl(
    ...['x509', '-req', '-in', at('request'), '-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial'],
    ...['-days', '2', '-extfile', at(`${name}.ext`), '-out', certificate],
  )
  forServers(key, readFileSync(key, 'utf8'))
  chmodSync(certificate, 0o644)
  return { key, certificate }
}

function openssl(...args: string[]): void {
  execFileSync('openssl', args, { stdio: 'ignore' })
}

let base: Office
let shown: Shown
let elsewhere: Shown
beforeAll(async () => {
  if (!HAS_OPENSSL) return
  chmodSync(folder, 0o755)
  openssl(
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=示例机构'],
    ...['-keyout', at('ca.key'), '-out', at('ca.pem')],
  )
  shown = certificateFor('here', 'IP:127.0.0.1,DNS:localhost')
  elsewhere = certificateFor('there', 'DNS:elsewhere.example')
  base = await miniature({ targets: [], inspectors: inspectors(20) })
  await base.done('rules', 'set', 'usual-sources', '骰子/30', '--reason', '各任务通用')
}, 120_000)

const MAKING: Readonly<Record<string, readonly string[]>> = {
  postgres: [`create role guarded superuser login password '${GUARDED.replaceAll("'", "''")}'`],
  mysql: ['localhost', '127.0.0.1'].flatMap(host => [
    `create user guarded@'${host}' identified by '${GUARDED.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`,
    `grant all on *.* to guarded@'${host}'`,
  ]),
  clickhouse: [],
}
const kindOf = (url: string) => url.slice(0, url.indexOf(':'))
/** The URL of the user who must tell a password. */
const guarded = (url: string) => url.replace(/\/\/(?:\w+@)?/, '//guarded@')
const overTls = ({ url, secure }: Served, host = '127.0.0.1', more = '') =>
  `${guarded(url)
    .replace(/@[^/]*/, `@${secure}`)
    .replace('127.0.0.1', host)}?tls=on${more}`

const SINGLE = engines().filter(({ name }) => name !== 'three ClickHouse servers')

describe.each(SINGLE)('$name', ({ name, start }) => {
  const isThere = start !== null && HAS_OPENSSL
  test.skipIf(isThere)('is not installed', () => {})
  if (!isThere) return
  const started = (how: Shown) => engines(how).find(one => one.name === name)!.start!()

  let engine: Served
  let office: Office
  beforeAll(async () => {
    engine = await started(shown)
    await onEngine(engine.url, async session => {
      for (const sql of MAKING[kindOf(engine.url)]!) await session.run({ sql })
      await fillRegistry(session, corpus(ROWS))
    })
    office = base.copy()
  }, 180_000)
  afterAll(() => engine?.stop())

  const add = (called: string, url: string) =>
    office.done(...engineWords(called, url), '--password', 'env:SSJ_TEST_PASSWORD')
  const asked = (password: string, ...words: string[]) =>
    office.ssjIn({ env: { SSJ_TEST_PASSWORD: password } }, ...words)

  test('a server of an authority that the address names is drawn on', { timeout: 120_000 }, async () => {
    for (const [i, host] of ['127.0.0.1', 'localhost'].entries()) {
      await add(`tls${i}`, overTls(engine, host, `&ca=${at('ca.pem')}`))
      const checked = await asked(GUARDED, 'engine', 'check', `tls${i}`, '--json')
      expect([checked.json.error, checked.json.fit]).toEqual([undefined, true])
    }
    const words = '--lead JIA --id A --name n --count 3 --engine tls0'.split(' ')
    const frozen = await asked(GUARDED, 'draw', 'freeze', ...words)
    expect(frozen.code, frozen.err).toBe(0)
    const ran = await asked(GUARDED, 'draw', 'run', 'A', '--seed', 'x')
    expect(ran.code, ran.err).toBe(0)
  })

  test('one of an authority that nobody trusts is refused with what to do', async () => {
    await add('untrusted', overTls(engine))
    for (const language of ['zh', 'en']) {
      const ran = await asked('another', '--lang', language, 'engine', 'check', 'untrusted')
      expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('ca=')])
    }
    const { json } = await asked(GUARDED, 'engine', 'check', 'untrusted', '--json')
    expect(json.error).toMatchObject({ code: 'engine-certificate', details: { problem: 'untrusted' } })
    for (const [called, file, problem] of [
      ['nowhere', at('nowhere.pem'), 'no-file'],
      ['noise', at('here.ext'), 'malformed'],
    ] as const) {
      await add(called, overTls(engine, '127.0.0.1', `&ca=${file}`))
      const refused = await asked(GUARDED, 'engine', 'check', called, '--json')
      expect(refused.json.error).toMatchObject({
        code: 'engine-ca',
        details: { engine: called, file, problem },
      })
    }
  })

  test('the certificate of another server is refused', { timeout: 120_000 }, async () => {
    const other = await started(elsewhere)
    try {
      for (const [i, host] of ['127.0.0.1', 'localhost'].entries()) {
        await add(`other${i}`, overTls(other, host, `&ca=${at('ca.pem')}`))
        const { json } = await asked(GUARDED, 'engine', 'check', `other${i}`, '--json')
        expect(json.error).toMatchObject({ code: 'engine-certificate', details: { problem: 'other-name' } })
      }
    } finally {
      await other.stop()
    }
  })

  test('a wrong password is told without it, and nothing keeps the right one', async () => {
    await add('plain', guarded(engine.url))
    for (const words of [
      ['engine', 'check', 'plain'],
      ['engine', 'check', 'plain', '--json'],
    ]) {
      const ran = await asked('geheim-falsch', ...words)
      expect([ran.code, ran.out + ran.err]).toEqual([2, expect.not.stringContaining('geheim')])
      const right = await asked(GUARDED, ...words)
      expect([right.code, right.err]).toEqual([0, ''])
      expect(right.out).not.toContain(GUARDED)
    }
    const kept = readFileSync(office.db)
    for (const secret of [GUARDED, 'geheim-falsch']) expect(kept.includes(secret)).toBe(false)
    const log = await office.ssj('log', '--json')
    expect(log.out).not.toContain('密码')
  })
})

describe.each(SINGLE)('$name without TLS', ({ start }) => {
  test.skipIf(start === null)('is told as one', { timeout: 120_000 }, async () => {
    const engine = await start!()
    try {
      const office = base.copy()
      // ClickHouse has another port for it, which nobody listens at; at its own it answers something else.
      await office.done(...engineWords('open', `${engine.url.replace(/\?.*/, '')}?tls=on`))
      const { json } = await office.ssj('engine', 'check', 'open', '--json')
      expect(json.error).toMatchObject({ code: 'engine-certificate', details: { problem: 'none' } })
    } finally {
      await engine.stop()
    }
  })
})
