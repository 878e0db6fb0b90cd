/** @module-tag campaign */
import { existsSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allLines } from '../../src/engine/drivers/session.ts'
import { corpus, corpusFile } from '../helpers/corpus.ts'
import { inspectors, miniature } from '../helpers/miniature.ts'
import { engineWords, fillRegistry, onEngine } from '../helpers/on-engine.ts'
import { engines, type Served } from '../helpers/servers.ts'
import type { Office } from '../helpers/ssj.ts'

/** Administrators who cancel statements while an engine is asked: nothing stays of what was begun, and the same command goes on. */

const ROWS = 20_000
const TASK = '--lead JIA --with YI --id A --name 全省 --rate 3% --by 信用风险等级 --engine e'.split(' ')
const first = [...corpus(60)].map(row => row[0]!).find(code => code.startsWith('企'))!

/** Who asks something just now, and what ends one of these questions. */
interface Cancelling {
  readonly active: string
  readonly cancel: (id: string) => string
}

const CANCELLING: Readonly<Record<string, Cancelling>> = {
  postgres: {
    active:
      "select cast(pid as text) as line from pg_stat_activity where state = 'active' and pid <> pg_backend_pid() and backend_type = 'client backend'",
    cancel: pid => `select pg_cancel_backend(${pid})`,
  },
  mysql: {
    active:
      "select cast(id as char) as line from information_schema.processlist where command = 'Query' and id <> connection_id()",
    cancel: id => `kill query ${id}`,
  },
  clickhouse: {
    active:
      "select query_id as line from system.processes where query not like '%system.processes%' and is_initial_query",
    cancel: id => `kill query where query_id = '${id}' async`,
  },
}

let base: Office
let wanted: string
beforeAll(async () => {
  base = await miniature({
    targets: [],
    inspectors: [...inspectors(30), ...inspectors(30, { 所属部门: 'YI' }, 31)],
  })
  await base.done('rules', 'set', 'usual-sources', '骰子/30', '--reason', '各任务通用')
  const here = base.copy()
  await here.done('import', 'targets', here.file('targets.csv', corpusFile(ROWS)))
  wanted = (await here.done('draw', 'freeze', ...TASK.slice(0, -2))).digest
}, 120_000)

describe.each(engines().filter(({ name }) => name !== 'one ClickHouse'))('$name', ({ start }) => {
  test.skipIf(start !== null)('is not installed', () => {})
  if (start === null) return

  let engine: Served
  let office: Office
  beforeAll(async () => {
    engine = await start()
    await onEngine(engine.url, session => fillRegistry(session, corpus(ROWS)))
    office = base.copy()
    await office.done(...engineWords('e', engine.url))
  }, 300_000)
  afterAll(() => engine?.stop())

  /** Cancels one statement, that which is seen at work when so many have been seen; ends when there is nobody to cancel any more. */
  async function cancelling(seenBefore: number, work: () => Promise<unknown>): Promise<boolean> {
    const { active, cancel } = CANCELLING[engine.url.slice(0, engine.url.indexOf(':'))]!
    let isOver = false
    const watching = onEngine(engine.url, async session => {
      for (let seen = 0; !isOver; ) {
        // Who works changes while it is asked.
        const [id] = await allLines(session, active).catch(() => [])
        if (id === undefined || ++seen < seenBefore) continue
        await session.run({ sql: cancel(String(id)) }).catch(() => {})
        return true
      }
      return false
    })
    await work()
    isOver = true
    return watching
  }

  const tables = () =>
    onEngine(engine.url, session =>
      allLines(
        session,
        engine.url.startsWith('clickhouse')
          ? "select name as line from system.tables where name like 'ssj%' order by name"
          : "select table_name as line from information_schema.tables where table_name like 'ssj%' order by table_name",
      ),
    )

  test('a statement that is cancelled leaves nothing', { timeout: 600_000 }, async () => {
    const folder = office.path('out')
    const paper = office.path('paper.json')
    const kept = async () => [
      await tables(),
      (await office.done('draw', 'list')).draws,
      existsSync(folder),
      existsSync(paper),
    ]
    let [chance, cancelled, failed] = [900, 0, 0]
    const until = async (...words: string[]) => {
      let done: Awaited<ReturnType<Office['ssj']>> | null = null
      for (const seen of [1, 2, 5, 12, 25]) {
        const before = await kept()
        chance += 16
        const wasCancelled = await cancelling(seen, async () => {
          done = await office.ssjIn({ chance }, ...words, '--json')
        })
        if (wasCancelled) cancelled++
        const ran = done!
        if (ran.code === 0) return ran.json
        failed++
        expect(ran.json.error, ran.out.slice(0, 900)).toMatchObject({
          code: expect.stringMatching(/^engine-(?:failed|cut-short)$/),
        })
        expect(await kept()).toEqual(before)
      }
      const ran = await office.ssjIn({ chance: chance + 16 }, ...words, '--json')
      expect(ran.code, ran.err).toBe(0)
      return ran.json
    }
    expect((await until('engine', 'check', 'e')).fit).toBe(true)
    expect((await until('draw', 'freeze', ...TASK)).digest).toBe(wanted)
    const { draw } = await until('draw', 'run', 'A', '--seed', 'x')
    await until('export', draw, '--to', folder)
    expect(await office.done('verify', folder)).toMatchObject({ kind: 'agrees' })
    rmSync(folder, { recursive: true })
    await until('certify', draw, first, '--to', paper)
    expect(await until('draw', 'replay', draw)).toMatchObject({ same: true })
    await office.done('log', '--verify')
    expect(failed).toBeGreaterThan(0)
    expect(cancelled).toBeGreaterThanOrEqual(failed)
  })
})
