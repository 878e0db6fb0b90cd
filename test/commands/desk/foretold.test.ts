import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadSentences } from '../../../src/terminal/sentences/load-sentences.ts'
import { sitting } from '../../helpers/at-desk.ts'
import { csvFrom, inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { contentOf, type Office } from '../../helpers/ssj.ts'

let base: Office
beforeAll(async () => {
  base = await miniature({
    targets: [...targets(6, { 信用风险等级: 'A' }), ...targets(4, { 信用风险等级: 'B' }, 7)].map((row, i) =>
      i === 9 ? { ...row, 登记状态: '已注销' } : row,
    ),
    inspectors: [...inspectors(5), ...inspectors(1, { 状态: '停用' }, 9)],
  })
  const plan = { 发起部门: 'JIA', 起止时间: '2026-03-01~2026-03-31', 替补: '1' }
  const rows = [
    { 任务编号: 'A', 任务名称: '甲', ...plan, 分层字段: '信用风险等级', 抽查数量: '3', 随机源: '骰子/30' },
    { 任务编号: 'B', 任务名称: '乙', ...plan, 抽查数量: '4', 随机源: '' },
  ]
  await base.done('import', 'plan', base.file('plan.csv', csvFrom(rows)))
  const task = [
    '--lead',
    'JIA',
    '--count',
    '3',
    '--reserve',
    '1',
    '--from',
    '2026-03-01',
    '--to',
    '2026-03-31',
  ]
  for (const id of ['X', 'Y']) await base.done('draw', 'run', '--id', id, ...task, '--seed', 'x')
})

/** What the desk shows after these answers, of which the last is to the yes; nothing of it may stay. */
async function shownBefore(here: Office, ...steps: string[]): Promise<string> {
  const before = contentOf(here.db)
  const sat = await sitting(here, [...steps, 'n', '退出'])
  expect(sat.unused).toEqual([])
  expect(contentOf(here.db)).toBe(before)
  return sat.shown
}

describe('a source of the seed that somebody knows', () => {
  it('is another one at once: dice are thrown another time, with so many as they are', async () => {
    const here = base.copy()
    const seed = '361245361245361245361245361245'
    await here.done('draw', 'freeze', 'A')
    await here.done('draw', 'run', 'A', '--seed', `骰子=${seed}`)
    await here.done('add', 'plan', '--set', '任务编号=B', '--set', '随机源=骰子/30')
    const { error } = JSON.parse((await here.ssj('draw', 'freeze', 'B', '--json')).out)
    expect(error.details.another).toBe('骰子 第2次/30')
    const shown = await shownBefore(here, '冻结并公告', '2026/B', '公告', '换一个随机源', '现场掷')
    expect(shown).toContain('如 骰子 第2次/30')
    expect(shown).toContain('随机源：现场掷 25 颗骰子（骰子 第2次/25）')
    const { offered } = await sitting(here, ['冻结并公告', '2026/B', '公告', '不做了', '退出'])
    expect(offered.join('|')).toContain('换一个随机源')
  })
})

describe('before the yes', () => {
  it('a freeze shows who can be drawn, how many of each stratum, and who could go', async () => {
    const here = base.copy()
    const shown = await shownBefore(here, '冻结并公告', '2026/A', '公告甲')
    expect(shown).toContain('名录库 10 户，其中可抽 9 户（抽样框）')
    expect(shown).toContain('不在其中：排除：已注销 1 户')
    expect(shown).toMatch(/A：6 户抽 2 户，替补 1 户\n {2}B：3 户抽 1 户/)
    expect(shown).toContain('共抽 3 户，替补')
    expect(shown).toContain('甲局（JIA）：可派 5 人，每户去 2 人；另有 1 人不能派')
    expect(existsSync(here.path('公告甲'))).toBe(false)
  })

  it('also where the source of the seed is only now said, and comes into the plan with it', async () => {
    const shown = await shownBefore(base.copy(), '冻结并公告', '2026/B', '25 颗', '')
    expect(shown).toContain('共抽 4 户，替补 1 户')
    expect(shown).toContain('随机源：骰子')
  })

  it('a substitution shows who would come in, a merge who would go, and what would be void how far it came', async () => {
    const here = base.copy()
    const { selection } = await here.done('draw', 'show', '1')
    const [drawn, reserve] = ['drawn', 'reserve'].map(
      status => selection.find((row: { standing: string }) => row.standing === status).target as string,
    )
    const fallen = await shownBefore(
      here,
      '替换',
      '2026-0001',
      '检查对象退出',
      drawn!,
      '停业',
      '',
      '王局长',
      '',
    )
    expect(fallen).toContain(`示例店${drawn}（${drawn}）退出，由替补示例店${reserve}（${reserve}）递补`)
    const voided = await shownBefore(here, '作废', '2026-0001', '名单有误', '王局长')
    expect(voided).toContain('已抽取：9 户中抽中 3 户，替补 1 户')
    await here.done('draw', 'freeze', 'A')
    const waiting = await shownBefore(here, '作废', '2026-0003', '名单有误', '王局长')
    expect(waiting).toContain('已冻结、等种子：9 户中将抽 3 户')
  })

  it('what would be declined is told, and what it asks for is asked, before there is anything to agree to', async () => {
    const here = base.copy()
    const [target] = (await here.done('draw', 'show', '1')).selection
    const row = {
      任务编号: 'X',
      对象编号: target.target,
      检查部门: '甲局',
      检查日期: '2026-02-03',
      检查结果代码: '1',
    }
    await here.done('import', 'results', here.file('r.csv', csvFrom([row])))
    const shown = await shownBefore(here, '作废', '2026-0001', '名单有误', '王局长', '仍要这样做')
    expect(shown.indexOf('ssj: ')).toBeLessThan(shown.indexOf('将要做的：作废一次抽取'))
    expect(shown).toContain('其中已有检查结果 1 条，作废后仍保留')
    const reviewed = await shownBefore(here, '审核结果', '2026-0001', '王局长')
    expect(reviewed).toContain('共 1 条结果')
  })
})

it('says it in English too', async () => {
  const { desk } = await loadSentences('en')
  expect(desk.figures.frame(1, 1)).toBe('registry: 1 target; can be drawn (sampling frame): 1')
  expect(desk.figures.drawn(3, 0)).toBe('to be drawn: 3 targets, no reserves')
})
