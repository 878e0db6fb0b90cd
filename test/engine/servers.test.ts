/** @module-tag campaign */
import { existsSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clickhouse } from '../../src/core/engine/dialects/clickhouse.ts'
import type { Dialect } from '../../src/core/engine/dialects/dialect.ts'
import { mysql } from '../../src/core/engine/dialects/mysql.ts'
import { postgres } from '../../src/core/engine/dialects/postgres.ts'
import type { Trap } from '../../src/core/engine/self-test.ts'
import { allLines } from '../../src/engine/drivers/session.ts'
import { testEngine } from '../../src/engine/test-engine.ts'
import { ANSWERED } from '../helpers/answered.ts'
import { corpus, corpusFile } from '../helpers/corpus.ts'
import { cutProxy } from '../helpers/cut-proxy.ts'
import { csvFrom, inspectors, miniature } from '../helpers/miniature.ts'
import { engineWords, expectSameFolder, fillRegistry, onEngine, targetRows } from '../helpers/on-engine.ts'
import { engines, type Served } from '../helpers/servers.ts'
import type { Office } from '../helpers/ssj.ts'

/** Engines that run as servers, where they are installed: the folders of one machine, and what becomes of a draw when they die. */

const ROWS = 12_000
const TASK = [
  '--lead',
  'JIA',
  '--with',
  'YI',
  '--id',
  'A',
  '--name',
  '全省',
  '--rate',
  '3%',
  '--by',
  '信用风险等级',
  '--where',
  '登记状态!=清算',
  '--count',
] as const

let base: Office
beforeAll(async () => {
  base = await miniature({
    targets: [],
    inspectors: [...inspectors(60), ...inspectors(60, { 所属部门: 'YI' }, 61)],
  })
  await base.done('rules', 'set', 'usual-sources', '骰子/30', '--reason', '各任务通用')
})

const asked = TASK.slice(0, -1)
/** The first target of the corpus whose code begins so. */
const idOf = (first: string) => [...corpus(60)].map(row => row[0]!).find(code => code.startsWith(first))!
const run = (office: Office) => office.done('draw', 'run', 'A', '--seed', 'x')

/** The tables of draws that lie in an engine. */
async function tablesIn(url: string): Promise<readonly string[]> {
  const [name, from] = url.startsWith('clickhouse')
    ? ['name', 'system.tables']
    : ['table_name', 'information_schema.tables']
  const lines = await onEngine(url, session =>
    allLines(session, `select ${name} as line from ${from} where ${name} like 'ssj%'`),
  )
  return lines.map(line => String(line)).sort()
}

/** A user whose statements a server cancels that take longer than some thousandths of a second. */
const HASTY: Readonly<Record<string, readonly string[]>> = {
  postg: ['create role hasty login superuser', "alter role hasty set statement_timeout = '3ms'"],
  mysql: ['localhost', '127.0.0.1'].flatMap(host => [
    `create user hasty@'${host}' with max_statement_time 0.003`,
    `grant all on *.* to hasty@'${host}'`,
  ]),
}

describe.each(engines())('$name', ({ start }) => {
  test.skipIf(start !== null)('is not installed', () => {})
  if (start === null) return

  let engine: Served
  let there: Office
  let here: Office
  beforeAll(async () => {
    engine = await start()
    here = base.copy()
    await here.done('import', 'targets', here.file('targets.csv', corpusFile(ROWS)))
    there = here.copy()
    await onEngine(engine.url, session => fillRegistry(session, corpus(ROWS)))
    for (const office of [here, there]) await office.done(...engineWords('e', engine.url))
  })
  afterAll(() => engine.stop())

  test('falls into no trap', async () => {
    expect(await there.done('engine', 'check', 'e')).toMatchObject({ fit: true, faults: [] })
  })

  test('gives the folders of one machine', { timeout: 3_600_000 }, async () => {
    const [one, other] = [here.copy(), there.copy()]
    const frozen = await one.done('draw', 'freeze', ...asked)
    const same = await other.done('draw', 'freeze', ...asked, '--engine', 'e')
    expect(same.digest).toBe(frozen.digest)
    expect(same.waterfall).toEqual(frozen.waterfall)
    for (const office of [one, other]) {
      const { draw } = await run(office)
      await office.done('export', draw, '--to', office.path('out'), '--profile', 'archive')
    }
    await expectSameFolder('out', other, one)
    expect(await other.done('verify', other.path('out'))).toMatchObject({ kind: 'agrees' })
    expect(await other.done('draw', 'replay', '1')).toMatchObject({ same: true })
    for (const target of ['Q', '企', '𬭊'].map(idOf)) {
      const { digest: _, ...paper } = await other.done('certify', '1', target)
      expect(paper).toEqual(
        await one.done('certify', '1', target).then(({ digest: _d, ...wanted }) => wanted),
      )
    }
    await onEngine(engine.url, async session => {
      for (const table of ['frame', 'excluded'])
        for (const step of session.dialect.drop(`ssj_2026_0001_00010203_${table}`)) await session.run(step)
    })
  })

  test('asks who answers for what', async () => {
    const [one, other] = [here.copy(), there.copy()]
    await one.done('import', 'targets', one.file('answered.csv', csvFrom(ANSWERED)))
    const rows = targetRows(one, ['责任单位'])
    await onEngine(engine.url, session => fillRegistry(session, rows, ['责任单位'], 500, 'answered'))
    const words = engineWords('a', engine.url, ['责任单位'])
    await other.done(...words.with(words.indexOf('--registry') + 1, 'answered'))
    for (const office of [one, other]) await office.done('rules', 'set', 'cap-total', '1', '--reason', '试')
    const task = [
      '--lead',
      'JIA',
      '--id',
      'B',
      '--name',
      '产品',
      '--count',
      '5',
      '--where',
      '对象类型=产品,项目,行为',
    ]
    const frozen = await one.done('draw', 'freeze', ...task)
    expect(frozen.crowded ?? frozen.waterfall.excluded).not.toEqual({})
    const same = await other.ssjIn({ chance: 77 }, 'draw', 'freeze', ...task, '--engine', 'a', '--json')
    expect(same.json).toMatchObject({ digest: frozen.digest, waterfall: frozen.waterfall })
  })

  test('killed in the middle it leaves no draw, and the same command goes on', {
    timeout: 300_000,
  }, async () => {
    const [one, other] = [here.copy(), there.copy()]
    const which = engine.url.includes('cluster') ? 1 : 0
    const { digest } = await one.done('draw', 'freeze', ...asked)
    let chance = 16
    for (const wait of [0, 60, 200, 500, 1000]) {
      chance += 16
      const frozen = other.ssjIn({ chance }, 'draw', 'freeze', ...asked, '--engine', 'e', '--json')
      await new Promise(resolve => setTimeout(resolve, wait))
      await engine.kill(which)
      const { code, json } = await frozen
      await engine.again()
      if (code === 0) break
      expect(json.error.code).toBe('engine-failed')
      expect((await other.done('draw', 'list')).draws).toEqual([])
    }
    const again = await other.ssjIn({ chance: 200 }, 'draw', 'freeze', ...asked, '--engine', 'e', '--json')
    expect(again.json).toMatchObject({ digest })
    // Nothing of a run or an export that broke off stays either.
    const broken = async (wait: number, ...words: string[]) => {
      const begun = other.ssj(...words, '--json')
      await new Promise(resolve => setTimeout(resolve, wait))
      await engine.kill(which)
      const { code, json } = await begun
      await engine.again()
      if (code !== 0) expect(json.error.code).toBe('engine-failed')
      return code === 0 ? json : null
    }
    let drawn: { readonly draw: string; readonly drawn: number } | null = null
    for (const wait of [0, 150]) {
      drawn ??= await broken(wait, 'draw', 'run', 'A', '--seed', 'x')
      if (drawn === null)
        expect((await other.done('draw', 'list')).draws).toMatchObject([{ state: 'frozen' }])
    }
    const { draw, drawn: count } = drawn ?? (await run(other))
    expect(count).toBe((await run(one)).drawn)
    const folder = other.path('out')
    for (const wait of [0, 100])
      if ((await broken(wait, 'export', draw, '--to', folder)) === null)
        expect(existsSync(folder)).toBe(false)
      else rmSync(folder, { recursive: true })
    await other.done('export', draw, '--to', folder)
    expect(await other.done('verify', folder)).toMatchObject({ kind: 'agrees' })
    const paper = other.path('paper.json')
    if ((await broken(30, 'certify', draw, idOf('企'), '--to', paper)) === null)
      expect(existsSync(paper)).toBe(false)
    else rmSync(paper)
    await other.done('certify', draw, idOf('企'), '--to', paper)
    await broken(60, 'draw', 'replay', draw)
    expect(await other.done('draw', 'replay', draw)).toMatchObject({ same: true })
    await other.done('log', '--verify')
  })

  /** A connection that drops at any piece that goes to the server, and statements that the server cancels. */
  test('broken off at any statement it leaves no draw and no table, and the same command goes on', {
    timeout: 600_000,
  }, async () => {
    const other = there.copy()
    const proxy = await cutProxy(Number(/:(\d+)/.exec(engine.url)![1]))
    try {
      await other.done(...engineWords('p', engine.url.replace(/:\d+/, `:${proxy.port}`)))
      // Other names than those of tables that servers kept which were killed before they answered.
      let chance = 405
      const broken = async (left: () => Promise<unknown>, ...words: string[]) => {
        for (let pieces = 1; ; pieces += 1 + Math.floor(pieces / 2)) {
          const before = [await tablesIn(engine.url), await left()]
          proxy.cutAfter(pieces)
          chance += 16
          const ran = await other.ssjIn({ chance }, ...words, '--json')
          const hasCut = proxy.hasCut()
          proxy.cutAfter(Number.POSITIVE_INFINITY)
          if (!hasCut) {
            expect(ran.code, ran.err).toBe(0)
            return ran.json
          }
          // A farewell that did not arrive is none that anybody waits for.
          if (ran.code === 0) return ran.json
          expect(ran.json.error.code).toBe('engine-failed')
          expect([await tablesIn(engine.url), await left()]).toEqual(before)
        }
      }
      const draws = async () => (await other.done('draw', 'list')).draws
      await broken(draws, 'engine', 'check', 'p')
      await broken(draws, 'draw', 'freeze', ...asked, '--engine', 'p')
      const { draw } = await broken(draws, 'draw', 'run', 'A', '--seed', 'x')
      const folder = other.path('broken')
      await broken(async () => existsSync(folder), 'export', draw, '--to', folder)
      expect(await other.done('verify', folder)).toMatchObject({ kind: 'agrees' })
      const paper = other.path('paper.json')
      await broken(async () => existsSync(paper), 'certify', draw, idOf('企'), '--to', paper)
      expect(await broken(draws, 'draw', 'replay', draw)).toMatchObject({ same: true })

      const hasty = HASTY[engine.url.slice(0, 5)]
      if (hasty === undefined) return
      await onEngine(engine.url, async session => {
        for (const sql of hasty) await session.run({ sql })
      })
      await other.done(...engineWords('h', engine.url.replace(/\/\/\w+@/, '//hasty@')))
      const tables = await tablesIn(engine.url)
      const words = asked.map(word => (word === 'A' ? 'B' : word))
      const cancelled = await other.ssjIn(
        { chance: 7 },
        'draw',
        'freeze',
        ...words,
        '--engine',
        'h',
        '--json',
      )
      expect(cancelled.json.error.code).toBe('engine-failed')
      expect(await tablesIn(engine.url)).toEqual(tables)
      expect(await draws()).toHaveLength(1)
      const again = await other.ssjIn({ chance: 23 }, 'draw', 'freeze', ...words, '--engine', 'p', '--json')
      expect(again.code, again.err).toBe(0)
      expect(await draws()).toHaveLength(2)
    } finally {
      await proxy.close()
    }
  })
})

/** The same servers, asked in a way that falls into the traps that were found with them. */
const WRONG: readonly (readonly [engine: string, setting: string, trap: Trap, dialect: Dialect])[] = [
  [
    'PostgreSQL',
    'a collation of letters',
    'byte-order',
    { ...postgres, text: value => `'${value.replaceAll("'", "''")}' collate "und-x-icu"` },
  ],
  [
    'PostgreSQL',
    'NULL that swallows a text',
    'null',
    { ...postgres, cell: column => `cast(${column} as text)` },
  ],
  [
    'MariaDB',
    'utf8mb4_bin, which pads',
    'trailing-blank',
    { ...mysql, text: value => `convert(${mysql.text(value)} using utf8mb4) collate utf8mb4_bin` },
  ],
  [
    'MariaDB',
    'a collation without case and accents',
    'letter-case',
    { ...mysql, text: value => `convert(${mysql.text(value)} using utf8mb4) collate utf8mb4_general_ci` },
  ],
  [
    'MariaDB',
    'utf8mb3',
    'digest-four-bytes',
    {
      ...mysql,
      sha256: text => `cast(sha2(convert(convert(${text} using utf8mb4) using utf8mb3), 256) as binary)`,
    },
  ],
  [
    'one ClickHouse',
    'toString(FixedString)',
    'zero-bytes',
    {
      ...clickhouse({ cluster: null, hasWindows: false }),
      sha256: text => `lower(hex(toString(SHA256(${text}))))`,
    },
  ],
]

describe.each(WRONG)('%s with %s', (name, _, trap, dialect) => {
  const start = engines().find(engine => engine.name === name)!.start
  test.skipIf(start === null)(`is told as ${trap}`, { timeout: 120_000 }, async () => {
    const engine = await start!()
    try {
      const faults = await onEngine(engine.url, session => testEngine({ ...session, dialect }, 'ssj_probe'))
      expect(faults.map(fault => fault.trap)).toContain(trap)
    } finally {
      await engine.stop()
    }
  })
})
