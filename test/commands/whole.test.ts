/** @module-tag campaign */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { inspectors, miniature, targets } from '../helpers/miniature.ts'
import { BIN, type Office, office } from '../helpers/ssj.ts'

let here: Office
beforeAll(async () => {
  here = await miniature({ targets: targets(80), inspectors: inspectors(8) })
  await here.done('draw', 'run', '--lead', 'JIA', '--count', '20', '--id', 'A', '--seed', 'x')
  here.file('bad.csv', '对象编号,名称,监管部门\nT90,示例,没有这个部门\n')
})

const KILLS = Number(process.env.SSJ_KILLS ?? 1)

const WRITING: readonly (readonly [string, (to: string) => readonly string[], boolean])[] = [
  ['init', to => ['init', '--db', to], true],
  ['backup', to => ['backup', to], true],
  ['export', to => ['export', '1', '--to', to], false],
  ['export --profile archive', to => ['export', '1', '--profile', 'archive', '--to', to], true],
  ['export --zip', to => ['export', '1', '--profile', 'archive', '--zip', '--to', to], true],
  ['import --rejects', to => ['import', 'targets', 'bad.csv', '--rejects', to], true],
  ['results sheet', to => ['results', 'sheet', '1', '--to', to], true],
  ['report', to => ['report', 'deadlines', '--to', `${to}.xlsx`], true],
  ['publish', to => ['publish', 'items', '--to', `${to}.csv`], false],
  ['certify', to => ['certify', '1', 'T01', '--to', `${to}.json`], false],
]

function start(argv: readonly string[]) {
  return spawn(process.execPath, [BIN, ...argv], {
    cwd: here.folder,
    stdio: 'ignore',
    env: { ...process.env, SSJ_DB: here.db, SSJ_ACTOR: '甲' },
  })
}

const ended = (running: ReturnType<typeof spawn>) => new Promise(done => running.once('exit', done))

/** mulberry32: the same moments every time, as shares of the time that the command takes. */
let state = 20260203
function chance(): number {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}

/** Every file below a path with its size; of a database only that it holds. */
async function contentAt(folder: string, name: string): Promise<string> {
  if (name === 'init' || name === 'backup') {
    const { holds } = await here.done('log', '--verify', '--db', join(folder, readdirSync(folder)[0]!))
    return `holds: ${holds}`
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length))
    .sort()
    .map(path => `${path} ${statSync(folder + path).isFile() ? statSync(folder + path).size : ''}`)
    .join('\n')
}

describe.each(WRITING)('%s', (name, line) => {
  test('killed, leaves nothing or the whole, and the next run finds what was left', async () => {
    const whole = join(here.folder, `${name}-whole`)
    mkdirSync(whole)
    const started = performance.now()
    await ended(start(line(join(whole, 'x'))))
    const time = performance.now() - started
    const expected = await contentAt(whole, name)
    for (let i = 0; i < KILLS; i++) {
      const folder = join(here.folder, `${name}-${i}`)
      mkdirSync(folder)
      const running = start(line(join(folder, 'x')))
      await wait(time * (0.5 + 0.6 * chance()))
      running.kill('SIGKILL')
      if (running.exitCode === null && running.signalCode === null) await ended(running)
      const seen = readdirSync(folder).filter(file => !file.startsWith('.'))
      if (seen.length === 0) await ended(start(line(join(folder, 'x'))))
      else await ended(start(line(join(folder, 'y'))))
      rmSync(join(folder, readdirSync(folder).find(file => file.startsWith('y')) ?? 'none'), {
        recursive: true,
        force: true,
      })
      expect(readdirSync(folder).filter(file => file.startsWith('.'))).toEqual([])
      expect(await contentAt(folder, name)).toBe(expected)
      rmSync(folder, { recursive: true })
    }
  })
})

describe('whose eyes', () => {
  test.each(WRITING)('%s, whatever the umask', (name, line, owner) => {
    for (const umask of ['000', '077']) {
      const folder = join(here.folder, `eyes-${name}-${umask}`)
      mkdirSync(folder)
      spawnSync(
        'sh',
        ['-c', `umask ${umask}; exec "$@"`, 'sh', process.execPath, BIN, ...line(join(folder, 'x'))],
        {
          cwd: here.folder,
          env: { ...process.env, SSJ_DB: here.db, SSJ_ACTOR: '甲' },
        },
      )
      const made = readdirSync(folder, { recursive: true, withFileTypes: true })
      expect(made.length).toBeGreaterThan(0)
      for (const entry of made) {
        const mode = statSync(join(entry.parentPath, entry.name)).mode & 0o777
        const full = entry.isDirectory() ? 0o777 : 0o666
        expect([entry.name, mode.toString(8)]).toEqual([
          entry.name,
          (owner ? full & 0o700 : full & ~Number.parseInt(umask, 8)).toString(8),
        ])
      }
    }
  })
})

test('an existing database that others may read is told, once for each command', async () => {
  const at = office()
  await at.done('init')
  expect((await at.ssj('list', 'targets')).err).toBe('')
  chmodSync(at.db, 0o640)
  const ran = await at.ssj('list', 'targets', '--lang', 'en')
  expect(ran.err).toMatch(
    /^ssj: warning: other users of this machine may read database “.*ssj.db”, .*: chmod 600 “.*”\n$/,
  )
  expect((await at.ssj('list', 'targets', '--lang', 'zh')).err).toMatch(
    /^ssj: 注意：本机其他用户可以读取数据库/,
  )
  expect((await at.ssj('list', 'targets', '--quiet')).err).toBe('')
})

describe('what killed runs left', () => {
  const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

  test('goes; what a living run is writing stays, and what is not of ssj', async () => {
    const at = office()
    const mine = (pid: number) => `.x.ssj-${host}-${pid}-01234567`
    const names = [mine(2 ** 22 + 1), mine(process.pid), '.x.ssj-00000000-1-01234567', '.other-01234567']
    for (const name of names) mkdirSync(at.path(name))
    await at.done('init')
    expect(names.map(name => existsSync(at.path(name)))).toEqual([false, true, true, true])
  })

  test('a name that somebody took in the meantime is not written over', async () => {
    const at = office()
    const both = await Promise.all(
      Array.from({ length: 6 }, () => {
        const run = spawn(process.execPath, [BIN, 'init', '--db', at.path('one.db')], { stdio: 'ignore' })
        return new Promise(done => run.once('exit', done))
      }),
    )
    expect(both.sort()).toEqual([0, 2, 2, 2, 2, 2])
  })
})
