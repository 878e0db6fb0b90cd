/** @module-tag chaos */
import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { busyOffice, READING, type Writing, writingIn } from '../helpers/every-command.ts'
import { NO_MOUNT, smallDisk } from '../helpers/small-disk.ts'
import { BIN, contentOf, type Office, office } from '../helpers/ssj.ts'

/** `npm run chaos`; each has an end: as many tries as it says, or its share of the hour. */
const KILLS = Number(process.env.SSJ_KILLS ?? 500)
const FLIPS = Number(process.env.SSJ_FLIPS ?? 1000)
const FULL = Number(process.env.SSJ_FULL ?? 200)
const SECONDS = Number(process.env.SSJ_SECONDS ?? 30)
const LONGEST = 3_600_000
/** As the processes that are killed see it. */
const LATER = `${new Date().toISOString().slice(0, 19)}Z`

let base: Office
let writing: readonly Writing[]
beforeAll(async () => {
  base = await busyOffice(60)
  const { selection } = await base.done('draw', 'show', '1')
  const [{ target, team }] = selection
  const { visits } = await base.done('visit', 'list')
  writing = writingIn(target, team[0].inspector, visits[0].id)
  // Each of them can be done: a kill of what is refused would show nothing.
  for (const [name, line] of writing) {
    const world = { now: LATER, cwd: base.folder, env: { SSJ_DB: copyTo(base.path(`dry-${name}`)) } }
    const { code, err } = await base.ssjIn(world, ...line(base.path(`dry-${name}/out`)))
    expect([name, code], err).toEqual([name, 0])
  }
}, LONGEST)

/** mulberry32: the same moments, places and sizes every time. */
let state = 20261126
function chance(): number {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}

function copyTo(folder: string): string {
  mkdirSync(folder, { recursive: true })
  for (const file of readdirSync(base.folder))
    if (statSync(base.path(file)).isFile()) copyFileSync(base.path(file), join(folder, file))
  return join(folder, 'ssj.db')
}

function start(folder: string, line: readonly string[], stdio: 'ignore' | 'pipe' = 'ignore') {
  const env = { PATH: process.env.PATH, SSJ_DB: join(folder, 'ssj.db'), SSJ_ACTOR: '甲', SSJ_LANG: 'en' }
  return spawn(process.execPath, [BIN, ...line], { cwd: folder, stdio: ['ignore', stdio, stdio], env })
}

const ended = (running: ReturnType<typeof spawn>) =>
  new Promise<number | null>(done => running.once('exit', done))

/** What stands in a folder, by name and size; a database that was made or copied only by that it holds. */
async function standingAt(folder: string): Promise<string[]> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  const shown = names.map(async entry => {
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(folder.length).replace(/[xy](?=$|[./])/, '*')
    if (!entry.isFile()) return name
    const isDatabase = readFileSync(path).subarray(0, 6).toString() === 'SQLite'
    if (isDatabase) return `${name} ${(await base.ssj('log', '--verify', '--db', path)).code}`
    return `${name} ${statSync(path).size}`
  })
  return (await Promise.all(shown)).sort()
}

/** The database is as it was, or has one entry more, and holds. */
async function expectOneState(
  db: string,
  before: string,
  entries: number,
  where: string,
): Promise<'before' | 'after'> {
  const { code, out, err } = await base.ssj('log', '--verify', '--db', db)
  expect(code, where + out + err).toBe(0)
  const now = (await base.done('log', '--db', db)).entries.length
  expect(now - entries, where).toBeLessThanOrEqual(1)
  if (now === entries) expect(contentOf(db) === before, where).toBe(true)
  return now === entries ? 'before' : 'after'
}

const counted: Record<string, unknown> = {}
afterAll(() => process.stderr.write(`${JSON.stringify(counted)}\n`))

test(
  `${KILLS} kills over all writing commands leave the state before or after, nothing half written`,
  async () => {
    const before = contentOf(base.db)
    const { length: entries } = (await base.done('log')).entries
    const counts = { kills: 0, ended: 0, before: 0, after: 0, nothing: 0, whole: 0 }
    const usual = new Map<string, { time: number; standing: string[] }>()
    for (let i = 0; counts.kills < KILLS; i++) {
      const [name, line, writes] = writing[i % writing.length]!
      const folder = base.path(`kill-${i}`)
      const out = join(folder, 'out')
      const db = copyTo(folder)
      mkdirSync(out)
      if (!usual.has(name)) {
        const started = performance.now()
        const running = start(folder, line(join(out, 'x')), 'pipe')
        let err = ''
        running.stdout?.resume()
        running.stderr?.on('data', piece => (err += piece))
        expect([name, await ended(running)], err).toEqual([name, 0])
        usual.set(name, { time: performance.now() - started, standing: await standingAt(out) })
        rmSync(folder, { recursive: true })
        continue
      }
      const { time, standing } = usual.get(name)!
      const running = start(folder, line(join(out, 'x')))
      await wait(time * (0.3 + 0.8 * chance()))
      running.kill('SIGKILL')
      counts[(await (running.exitCode ?? running.signalCode ?? ended(running))) === 0 ? 'ended' : 'kills']++
      counts[await expectOneState(db, before, entries, `${name} ${i}`)]++
      if (writes) {
        const seen = (await standingAt(out)).filter(file => !file.startsWith('/.'))
        if (seen.length > 0) expect(seen, name).toEqual(standing)
        counts[seen.length === 0 ? 'nothing' : 'whole']++
      }
      // The next run in that place works, or says that it was done; and takes away what the killed one left.
      const world = { now: LATER, cwd: folder, env: { SSJ_DB: db }, patience: 10_000 }
      const next = await base.ssjIn(world, ...line(join(out, 'y')), '--lang', 'en')
      expect(next.err).not.toContain('internal')
      expect(
        readdirSync(out).filter(file => file.startsWith('.')),
        name,
      ).toEqual([])
      expect((await base.ssj('log', '--verify', '--db', db)).code).toBe(0)
      rmSync(folder, { recursive: true })
    }
    counted.kills = counts
  },
  LONGEST,
)

/** What every reading command says of a database. */
async function told(here: Office): Promise<string[]> {
  const all: string[] = []
  for (const line of READING) {
    const { code, out, err } = await here.ssjIn({ now: LATER }, ...line, '--lang', 'en')
    all.push([line.join(' '), code, out, err].join('\n').replaceAll(here.db, 'DB'))
  }
  return all
}

test(
  `of ${FLIPS} flipped bytes none changes silently what any reading command tells`,
  async () => {
    const expected = await told(base)
    const bytes = readFileSync(base.db)
    const used = [...bytes.keys()].filter(place => bytes[place] !== 0)
    const counts = { found: 0, refused: 0, harmless: 0 }
    for (let i = 0; i < FLIPS; i++) {
      const place = used[Math.floor(chance() * used.length)]!
      const value = (bytes[place]! ^ (1 + Math.floor(chance() * 255))) & 0xff
      const here = office(LATER)
      const flipped = Buffer.from(bytes)
      flipped[place] = value
      writeFileSync(here.db, flipped, { mode: 0o600 })
      const where = `offset ${place} := ${value}`
      const verified = await here.ssj('log', '--verify', '--lang', 'en')
      const now = await told(here)
      for (const text of [verified.err, ...now]) expect(text, where).not.toContain('internal error')
      if (verified.code === 0) expect(now, where).toEqual(expected)
      counts[verified.code === 0 ? 'harmless' : verified.code === 1 ? 'found' : 'refused']++
      rmSync(here.folder, { recursive: true })
    }
    expect(counts.found + counts.refused).toBeGreaterThan(FLIPS / 4)
    counted.flips = counts
  },
  LONGEST,
)

test(
  `eight processes for ${SECONDS} s: no false alarm, no lost row, no number twice`,
  async () => {
    const folder = base.path('load')
    const db = copyTo(folder)
    const until = performance.now() + SECONDS * 1000
    const counts = { commands: 0, verified: 0, drawn: 0, added: 0, busy: 0 }
    const run = async (line: readonly string[]) => {
      const running = start(folder, line, 'pipe')
      let text = ''
      for (const stream of [running.stdout, running.stderr]) stream?.on('data', piece => (text += piece))
      const code = await ended(running)
      counts.commands++
      const isBusy = text.includes('another command is using it')
      if (isBusy) counts.busy++
      else expect(code, `${line.join(' ')}\n${text}`).toBe(0)
      return !isBusy
    }
    const worker = async (line: (i: number) => readonly string[], count?: 'verified' | 'drawn' | 'added') => {
      for (let i = 0; performance.now() < until; i++) if ((await run(line(i))) && count) counts[count]++
    }
    await Promise.all([
      worker(() => ['log', '--verify'], 'verified'),
      worker(() => ['log', '--verify'], 'verified'),
      worker(i => ['rules', 'set', 'grace-days', String(100 + i)]),
      worker(i => ['add', 'targets', '--set', `对象编号=L1-${i}`, '--set', '名称=示例'], 'added'),
      worker(i => ['add', 'targets', '--set', `对象编号=L2-${i}`, '--set', '名称=示例'], 'added'),
      worker(
        i => ['draw', 'run', '--lead', 'JIA', '--count', '2', '--id', `L1-${i}`, '--seed', 'x'],
        'drawn',
      ),
      worker(i => ['draw', 'run', '--lead', 'YI', '--count', '2', '--id', `L2-${i}`, '--seed', 'x'], 'drawn'),
      worker(i => ['export', '1', '--to', `load-${i}`]),
    ])
    const { records } = await base.done('list', 'targets', '--db', db)
    expect(records.filter(({ id }: { id: string }) => id.startsWith('L')).length).toBe(counts.added)
    const { draws } = await base.done('draw', 'list', '--db', db)
    const numbers = draws.map(({ draw }: { draw: string }) => draw).sort()
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const year of new Set(numbers.map((number: string) => number.slice(0, 4)))) {
      const own = numbers.filter((number: string) => number.startsWith(`${year}`))
      expect(own.at(-1)).toBe(`${year}-${String(own.length).padStart(4, '0')}`)
    }
    expect(numbers).toHaveLength(counts.drawn + 5)
    expect((await base.ssj('log', '--verify', '--db', db)).code).toBe(0)
    for (const name of readdirSync(folder).filter(name => name.startsWith('load-')))
      expect((await base.ssj('verify', join(folder, name))).code, name).toBe(0)
    counted.load = counts
  },
  LONGEST,
)

describe('a disk that is full', () => {
  const small = smallDisk('24m')

  test(
    `at ${FULL} random places: a sentence, and the state before`,
    async ({ skip }) => {
      const disk = small.path ?? skip(NO_MOUNT)
      const before = contentOf(base.db)
      const { length: entries } = (await base.done('log')).entries
      const counts = { refused: 0, done: 0, before: 0, after: 0 }
      for (let i = 0; i < FULL; i++) {
        const [name, line] = writing[i % writing.length]!
        const folder = join(disk, 'here')
        const db = copyTo(folder)
        const out = join(folder, 'out')
        mkdirSync(out)
        const free = Math.floor(chance() ** 2 * 600) * 1024
        const { stdout } = spawnSync('df', ['-B1', '--output=avail', disk], { encoding: 'utf8' })
        const filling = Math.max(0, Number(stdout.split('\n')[1]) - free)
        writeFileSync(join(disk, 'full'), Buffer.alloc(filling))
        const world = { now: LATER, cwd: folder, env: { SSJ_DB: db } }
        const ran = await base.ssjIn(world, ...line(join(out, 'x')), '--lang', 'en')
        rmSync(join(disk, 'full'))
        const where = `${name}, ${free} bytes free: ${ran.err}`
        expect([0, 2], where).toContain(ran.code)
        expect(ran.err, where).not.toContain('internal')
        if (ran.code === 2) expect(readdirSync(out), where).toEqual([])
        const kept = await expectOneState(db, before, entries, where)
        if (ran.code === 2) expect(kept, where).toBe('before')
        counts[kept]++
        counts[ran.code === 0 ? 'done' : 'refused']++
        rmSync(folder, { recursive: true })
      }
      counted.full = counts
    },
    LONGEST,
  )
})
