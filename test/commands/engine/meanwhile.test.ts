import { expect, test } from 'vitest'
import { allLines } from '../../../src/engine/drivers/session.ts'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { engineWords, fillRegistry, onEngine, targetRows } from '../../helpers/on-engine.ts'
import type { Office } from '../../helpers/ssj.ts'

/** While an engine is asked others write; what they wrote counts, and a snapshot that it makes untrue is made anew. */

const TASK = ['--lead', 'JIA', '--count', '3', '--id', 'A', '--name', 'n', '--engine', 'e'] as const

async function officeWithEngine(): Promise<{ readonly office: Office; readonly url: string }> {
  const full = await miniature({
    targets: targets(20, { 成立日期: '2026-01-20' }),
    inspectors: inspectors(4),
  })
  await full.done('rules', 'set', 'usual-sources', '骰子/30', '--reason', '通用')
  const url = `duckdb:${full.path('r.duckdb')}`
  await onEngine(url, session => fillRegistry(session, targetRows(full)))
  await full.done(...engineWords('e', url))
  return { office: full, url }
}

const exempt = (office: Office) =>
  office.done('rules', 'set', 'exempt-where', '名称=示例1号店', '--reason', '试')

test('others write while an engine is asked, and the freeze counts what they wrote', async () => {
  const { office, url } = await officeWithEngine()
  const wanted = office.copy()
  await exempt(wanted)
  const { digest } = await wanted.done('draw', 'freeze', ...TASK.slice(0, -2))
  for (const wait of [0, 20, 60]) {
    const own = office.copy()
    const freezing = own.ssjIn({ chance: wait }, 'draw', 'freeze', ...TASK, '--json')
    await new Promise(resolve => setTimeout(resolve, wait))
    await exempt(own)
    const { code, err, json } = await freezing
    expect(code, err).toBe(0)
    expect(json.digest).toBe(digest)
    await own.done('log', '--verify')
  }
  // Each of three freezes left a snapshot of two tables, and nothing else.
  const left = await onEngine(url, session =>
    allLines(
      session,
      "select table_name as line from information_schema.tables where table_name like 'ssj\\_%' escape '\\'",
    ),
  )
  expect(left).toHaveLength(6)
})

test('a draw frozen meanwhile takes the number, and a run on an engine keeps nobody from writing', async () => {
  const { office } = await officeWithEngine()
  const freezing = office.ssjIn({ chance: 9 }, 'draw', 'freeze', ...TASK, '--json')
  await office.done('draw', 'freeze', '--lead', 'JIA', '--count', '1', '--id', 'B', '--name', 'm')
  const { json } = await freezing
  expect(json.draw).toBe('2026-0002')
  const running = office.ssj(
    'draw',
    'run',
    'A',
    '--seed',
    '骰子 2026-0002=111111111111111111111111111111',
    '--json',
  )
  await office.done('rules', 'set', 'grace-days', '1', '--reason', '试')
  expect((await running).code).toBe(0)
  await office.done('draw', 'replay', '2')
})
