import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { contentOf, type Office } from '../../helpers/ssj.ts'

/** Four firms, of which 示例甲 owns two. */
let base: Office
beforeAll(async () => {
  base = await miniature({
    targets: [...targets(2, { 法定代表人: '示例甲' }), ...targets(2, { 法定代表人: '示例乙' }, 3)],
    inspectors: inspectors(3),
  })
})
const add = (...more: string[]) =>
  ['add', 'recusals', '--set', '人员编号=P1', '--set', '事由=近亲属', '--where', ...more] as const

describe('add recusals --where', () => {
  it('keeps somebody from every target of one owner, with cause and end, in one entry', async () => {
    const here = base.copy()
    const added = await here.done(...add('法定代表人=示例甲', '--set', '失效日期=2026-12-31'))
    expect(added.ids).toEqual(['P1/T01', 'P1/T02'])
    const { records } = await here.done('list', 'recusals')
    expect(records).toMatchObject(
      ['T01', 'T02'].map(target => ({ inspector: 'P1', target, cause: '近亲属', ends: '2026-12-31' })),
    )
    const run = ['draw', 'run', '--lead', 'JIA', '--rate', '全部', '--seed', 'x'] as const
    await here.done(...run, '--id', 'A')
    const { selection } = await here.done('draw', 'show', '1')
    const met = (selection as { target: string; team: { inspector: string }[] }[])
      .filter(({ team }) => team.some(({ inspector }) => inspector === 'P1'))
      .map(({ target }) => target)
    expect(met).not.toContain('T01')
    expect(met).not.toContain('T02')
    await here.done('draw', 'run', ...run.slice(2), '--id', 'B', '--from', '2027-02-01', '--reason', '试')
    await here.done('export', '2', '--profile', 'archive', '--to', here.path('later'))
    expect(readFileSync(here.path('later/data/recusals.csv'), 'utf8')).not.toContain('P1')
    await here.done('log', '--verify')
  })

  it('adds those that have come since, and nothing when there are none', async () => {
    const here = base.copy()
    await here.done(...add('法定代表人=示例甲'))
    expect((await here.done(...add('法定代表人=示例甲'))).entry).toBeNull()
    await here.done(
      'add',
      'targets',
      '--set',
      '对象编号=T05',
      '--set',
      '名称=新店',
      '--set',
      '法定代表人=示例甲',
    )
    await here.done(...add('法定代表人=示例甲'))
    expect((await here.done('list', 'recusals')).count).toBe(3)
  })

  it.each([
    [
      add('法定代表人=无此人'),
      'invalid-option',
      '至少有一户检查对象符合的条件',
      'a condition that at least one target meets',
    ],
    [add('没有的字段=1'), 'invalid-where', '没有的字段', '没有的字段'],
    [
      ['add', 'items', '--set', '事项编码=X', '--where', '名称=1'],
      'option-not-applicable',
      '--where',
      '--where',
    ],
  ] as const)('%j is declined, and nothing written', async (argv, code, zh, en) => {
    const here = base.copy()
    const before = contentOf(here.db)
    expect((await here.ssj(...argv, '--json')).json.error.code).toBe(code)
    expect((await here.ssj(...argv)).err).toContain(zh)
    expect((await here.ssj(...argv, '--lang', 'en')).err).toContain(en)
    const stranger = await here.ssj(...argv.map(word => word.replace('P1', 'P99')))
    expect(stranger.code).toBe(2)
    expect(contentOf(here.db)).toBe(before)
  })

  it('declines an inspector whom nobody knows', async () => {
    const here = base.copy()
    const argv = add('法定代表人=示例甲').map(word => word.replace('P1', 'P99'))
    const ran = await here.ssj(...argv, '--json')
    expect([ran.code, ran.json.error.code]).toEqual([2, 'invalid-value'])
  })
})
