import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { onEngine } from './on-engine.ts'

/** Servers on loopback for tests, each with its data in a folder of its own that goes with it. */

/** A server, or several that are one engine. */
export interface Served {
  readonly url: string
  /** Where it takes encrypted connections, in place of the host and port of its URL. */
  readonly secure: string
  /** Ends one of its servers at once, as a power cut does. */
  readonly kill: (which?: number) => Promise<void>
  /** Starts what was killed again, on the same data. */
  readonly again: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** What starts an engine; null where its programs are not installed. */
export interface Engines {
  readonly name: string
  readonly start: (() => Promise<Served>) | null
}

/** What a server shows of itself over TLS: files in PEM. */
export interface Shown {
  readonly key: string
  readonly certificate: string
}

/** The password of the user `guarded`, whom each server asks for one where there is such a user (ClickHouse: always). */
export const GUARDED = `密码 "1'\\&`

/** The engines of these tests, those that are not installed too: they are skipped by name. Over TLS they show what they are given. */
export function engines(shown: Shown | null = null): readonly Engines[] {
  const postgres = [
    '/usr/lib/postgresql/15/bin',
    '/usr/lib/postgresql/16/bin',
    '/usr/lib/postgresql/17/bin',
  ].find(folder => existsSync(join(folder, 'postgres')))
  const maria = '/usr/sbin/mariadbd'
  const house = ['/usr/bin/clickhouse-server', '/usr/sbin/clickhouse-server'].find(existsSync)
  return [
    { name: 'PostgreSQL', start: postgres === undefined ? null : () => startPostgres(postgres, shown) },
    { name: 'MariaDB', start: existsSync(maria) ? () => startMaria(maria, shown) : null },
    { name: 'one ClickHouse', start: house === undefined ? null : () => startClickHouse(house, 1, shown) },
    {
      name: 'three ClickHouse servers',
      start: house === undefined ? null : () => startClickHouse(house, 3, shown),
    },
  ]
}

/** Servers refuse to run as root: as root they run as nobody. */
const AS: { readonly uid?: number; readonly gid?: number } =
  userInfo().uid === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' }))
}

/** A file of a secret that servers read: theirs, and nobody else's. */
export function forServers(file: string, text: string): string {
  writeFileSync(file, text, { mode: 0o600 })
  if (AS.uid !== undefined) chownSync(file, AS.uid, AS.gid!)
  return file
}

function folderFor(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `ssj-${name}-`))
  chmodSync(folder, 0o777)
  return folder
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** A process that is started again as it was. */
function running(command: string, args: readonly string[], folder: string) {
  let child: ChildProcess | null = null
  const ended = (one: ChildProcess) =>
    one.exitCode !== null || one.signalCode !== null
      ? Promise.resolve()
      : new Promise<void>(resolve => one.once('exit', () => resolve()))
  return {
    start() {
      child = spawn(command, args, {
        ...AS,
        cwd: folder,
        stdio: 'ignore',
        env: { PATH: process.env.PATH, HOME: folder },
      })
    },
    async end(signal: NodeJS.Signals) {
      if (child === null) return
      const one = child
      child = null
      one.kill(signal)
      await ended(one)
    },
  }
}

/** A server on a machine that is busy may take a minute to answer; one that does not then fails its test. */
async function until(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await onEngine(url, async () => {})
    } catch (error) {
      if (tries > 450) throw error
      await new Promise(resolve => setTimeout(resolve, 200))
    }
  }
}

function served(
  url: string,
  secure: string,
  each: readonly string[],
  folder: string,
  processes: readonly ReturnType<typeof running>[],
  quick: NodeJS.Signals,
): Served {
  return {
    ...{ url, secure },
    kill: async (which = 0) => processes[which]!.end('SIGKILL'),
    async again() {
      for (const one of processes) await one.end(quick)
      for (const one of processes) one.start()
      for (const one of each) await until(one)
    },
    async stop() {
      for (const one of processes) await one.end(quick)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function startPostgres(programs: string, shown: Shown | null): Promise<Served> {
  const folder = folderFor('postgres')
  const data = join(folder, 'data')
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'ssj', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...AS, stdio: 'ignore', cwd: folder },
  )
  writeFileSync(
    join(data, 'pg_hba.conf'),
    'host all guarded all scram-sha-256\nhost all all all trust\nlocal all all trust\n',
  )
  const port = await freePort()
  const settings = [
    'fsync=off',
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'max_wal_size=4GB',
    ...(shown === null ? [] : ['ssl=on', `ssl_cert_file=${shown.certificate}`, `ssl_key_file=${shown.key}`]),
  ]
  const args = ['-D', data, '-p', `${port}`, ...settings.flatMap(setting => ['-c', setting])]
  const one = running(join(programs, 'postgres'), args, folder)
  one.start()
  const url = `postgres://ssj@127.0.0.1:${port}/postgres`
  await until(url)
  return served(url, `127.0.0.1:${port}`, [url], folder, [one], 'SIGINT')
}

async function startMaria(program: string, shown: Shown | null): Promise<Served> {
  const folder = folderFor('mariadb')
  const data = join(folder, 'data')
  execFileSync(
    'mariadb-install-db',
    ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { ...AS, stdio: 'ignore', cwd: folder },
  )
  const port = await freePort()
  const settings = [
    `--datadir=${data}`,
    // A server that starts removes what others have in a folder for temporary tables that they share.
    `--tmpdir=${folder}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    `--socket=${join(folder, 's')}`,
    `--pid-file=${join(folder, 'pid')}`,
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-flush-method=nosync',
    '--innodb-doublewrite=0',
    '--innodb-log-file-size=1G',
    '--innodb-buffer-pool-size=512M',
    '--max-allowed-packet=64M',
    ...(shown === null ? [] : [`--ssl-cert=${shown.certificate}`, `--ssl-key=${shown.key}`]),
  ]
  const one = running(program, ['--no-defaults', ...settings], folder)
  one.start()
  await until(`mysql://root@127.0.0.1:${port}/mysql`)
  await onEngine(`mysql://root@127.0.0.1:${port}/mysql`, session =>
    session.run({
      sql: 'create database if not exists ssj character set utf8mb4 collate utf8mb4_general_ci',
    }),
  )
  return served(
    `mysql://root@127.0.0.1:${port}/ssj`,
    `127.0.0.1:${port}`,
    [`mysql://root@127.0.0.1:${port}/ssj`],
    folder,
    [one],
    'SIGKILL',
  )
}

/** Users of a ClickHouse under settings by which answers are cut short, or nothing may be made. */
const PROFILES = {
  cut: '<max_result_rows>40</max_result_rows><result_overflow_mode>break</result_overflow_mode>',
  grouped:
    '<max_rows_to_group_by>3</max_rows_to_group_by><group_by_overflow_mode>any</group_by_overflow_mode>',
  reading: '<max_rows_to_read>5</max_rows_to_read><read_overflow_mode>break</read_overflow_mode>',
  readonly: '<readonly>1</readonly>',
  reader: '<readonly>2</readonly>',
} as const

async function startClickHouse(program: string, count: number, shown: Shown | null): Promise<Served> {
  const folder = folderFor('clickhouse')
  const ports = await Promise.all(
    Array.from(
      { length: count },
      async () => [await freePort(), await freePort(), await freePort(), await freePort()] as const,
    ),
  )
  const shards = ports
    .map(([, tcp]) => `<shard><replica><host>127.0.0.1</host><port>${tcp}</port></replica></shard>`)
    .join('')
  const [profiles, users] = [
    Object.entries(PROFILES)
      .map(([name, settings]) => `<${name}>${settings}</${name}>`)
      .join(''),
    Object.keys(PROFILES)
      .map(
        name =>
          `<${name}><password></password><networks><ip>127.0.0.1</ip></networks><profile>${name}</profile><quota>default</quota></${name}>`,
      )
      .join(''),
  ]
  const processes = ports.map(([http, tcp, inter, https], i) => {
    const own = join(folder, `${i}`)
    mkdirSync(own)
    chmodSync(own, 0o777)
    writeFileSync(
      join(own, 'config.xml'),
      `<yandex><logger><level>warning</level><log>${own}/log</log><errorlog>${own}/errors</errorlog></logger>
${shown === null ? '' : secured(https, shown)}<http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><interserver_http_port>${inter}</interserver_http_port><listen_host>127.0.0.1</listen_host>
<path>${own}/data/</path><tmp_path>${own}/tmp/</tmp_path><users_config>${own}/users.xml</users_config>
<default_profile>default</default_profile><default_database>default</default_database><mark_cache_size>100000000</mark_cache_size>
<remote_servers><all>${shards}</all></remote_servers></yandex>`,
    )
    writeFileSync(
      join(own, 'users.xml'),
      `<yandex><profiles><default><max_memory_usage>4000000000</max_memory_usage></default>${profiles}</profiles>
<users><guarded><password>${inXml(GUARDED)}</password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></guarded>
<default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default>${users}</users>
<quotas><default></default></quotas></yandex>`,
    )
    return running(program, [`--config-file=${own}/config.xml`], own)
  })
  for (const one of processes) one.start()
  const each = ports.map(([http]) => `clickhouse://127.0.0.1:${http}/default`)
  for (const one of each) await until(one)
  const hosts = ports.map(([http]) => `127.0.0.1:${http}`).join(',')
  const url = `clickhouse://${hosts}/default${count > 1 ? '?cluster=all' : ''}`
  return served(url, `127.0.0.1:${ports[0]![3]}`, each, folder, processes, 'SIGKILL')
}

function secured(port: number, { certificate, key }: Shown): string {
  const files = `<certificateFile>${certificate}</certificateFile><privateKeyFile>${key}</privateKeyFile>`
  return `<https_port>${port}</https_port><openSSL><server>${files}<verificationMode>none</verificationMode></server></openSSL>`
}

function inXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
