import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

/** Half past four in the morning of New Year's Day in Beijing; half past two in Ürümqi’s old time; still 2025 by UTC. */
const MORNING = '2025-12-31T20:30:00Z'
const VISIT = ['--target', 'T01', '--department', '甲局', '--reference', '12315-001', '--cause', '复查']
const RUN = ['draw', 'run', '--lead', 'JIA', '--count', '2', '--seed', 'x']

async function opened(now: string): Promise<{ here: Office; done: Office['done'] }> {
  const here = await miniature({ targets: targets(8), inspectors: inspectors(4) }, now)
  return {
    here,
    async done(...argv) {
      const ran = await here.ssjIn({ now }, ...argv, '--json')
      expect([ran.code, ran.err]).toEqual([0, ''])
      return ran.json
    },
  }
}

test('numbers, periods, dates of visits and years are of the day that it is in Beijing', async () => {
  const { here, done } = await opened(MORNING)
  expect((await done(...RUN)).draw).toBe('2026-0001')
  expect(await done('draw', 'show', '1')).toMatchObject({ from: '2026-01-01', to: '2026-01-01' })
  expect(await done('visit', 'add', ...VISIT)).toMatchObject({ id: 'C2026-0001', day: '2026-01-01' })
  const tomorrow = await here.ssjIn({ now: MORNING }, 'visit', 'add', ...VISIT, '--date', '2026-01-02')
  expect([tomorrow.code, tomorrow.err]).toEqual([2, expect.stringContaining('今天（2026-01-01）之后')])
  expect((await done('report', 'workload')).year).toBe('2026')
  expect((await done('plan', 'check')).year).toBe('2026')
})

test('a visit of New Year’s morning counts towards the caps of the new year', async () => {
  const { here, done } = await opened(MORNING)
  await done('visit', 'add', ...VISIT)
  await done('rules', 'set', 'cap-total', '1')
  const [old, fresh] = [await frozenOn(here, '2025-12-31'), await frozenOn(here, '2026-01-01')]
  expect([old, fresh]).toEqual([8, 7])
})

async function frozenOn(here: Office, day: string): Promise<number> {
  const options = ['--lead', 'JIA', '--count', '1', '--from', day, '--reason', '补录', '--json']
  const ran = await here.copy().ssjIn({ now: MORNING }, 'draw', 'freeze', ...options)
  return ran.json.strata[0].size
}

test('what people read has the time of Beijing and never that of UTC', async () => {
  const { here, done } = await opened(MORNING)
  await done('rules', 'set', 'grace-days', '1', '--reason', '试行')
  await done(...RUN)
  await done('export', '1', '--to', here.path('out'), '--profile', 'archive')
  await done('certify', '1', 'T01', '--to', here.path('paper.html'))
  const commands = [
    ['log'],
    ['rules', 'show', 'grace-days'],
    ['rules', 'set', 'grace-days', 'x'],
    ['certify', '1', 'T01'],
    ['draw', 'show', '1'],
    ['show', 'plan', 'LS-2026-0001', '--history'],
  ]
  for (const lang of ['zh', 'en'])
    for (const command of commands) {
      const { out, err } = await here.ssjIn({ now: MORNING }, ...command, '--lang', lang)
      expect(out + err).not.toMatch(/UTC|20:30:00|T\d\d:\d\d:\d\dZ/)
    }
  expect((await here.ssj('log')).out).toContain('时间（北京时间）')
  expect((await here.ssj('log')).out).toContain('2026-01-01 04:30:00')
  const paper = readFileSync(here.path('paper.html'), 'utf8')
  expect(paper).toContain('2026-01-01 04:30:00（北京时间）')
  expect(paper).toContain('2026-01-01 04:30:00 (Beijing time)')
  expect(paper).not.toMatch(/UTC|T20:30:00/)
  const data = here.path('out/data')
  for (const name of readdirSync(data).filter(
    file => /\.(csv|html|txt)$/.test(file) && file !== 'verify.html',
  ))
    expect([name, readFileSync(join(data, name), 'utf8')]).not.toEqual([
      name,
      expect.stringMatching(/T20:30:00|2025年12月31日/),
    ])
  expect(readFileSync(here.path('out/bag-info.txt'), 'utf8')).toContain('Bagging-Date: 2026-01-01')
  expect(await here.done('verify', data, '--certificate', here.path('paper.html'))).toBeTruthy()
})

test('an office of another clock says so by the rule utc-offset; its draws keep it', async () => {
  const { here, done } = await opened('2025-12-31T17:30:00Z')
  await done('rules', 'set', 'utc-offset', 'UTC+6', '--reason', '本机关作息')
  expect((await done(...RUN)).draw).toBe('2025-0001')
  await here.done('rules', 'set', 'utc-offset', '默认')
  await here.done('certify', '2025-0001', 'T01', '--to', here.path('paper.html'))
  expect(readFileSync(here.path('paper.html'), 'utf8')).toContain('2025-12-31 23:30:00（时区 +06:00）')
  await here.done('export', '2025-0001', '--to', here.path('out'))
  expect(readFileSync(here.path('out/抽取记录.csv'), 'utf8')).toContain(
    '2025年12月31日 23:30:00（时区 +06:00）',
  )
  expect((await here.ssj('log')).out).toContain('2026-01-01 01:30:00')
  await here.done('draw', 'replay', '2025-0001')
  const refused = await here.ssj('rules', 'set', 'utc-offset', '东八区')
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('如 +08:00（北京时间）')])
})
