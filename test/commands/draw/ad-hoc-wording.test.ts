import { expect, it } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'

it.each([
  [['--where', '分店=餐饮'], '--where“分店=餐饮”：没有字段“分店”', '--where “分店=餐饮”'],
  [['--rate', '150%'], '--rate“150%”', '--rate “150%”'],
  [['--reserve', '许多'], '--reserve“许多”', '--reserve “许多”'],
  [['--from', '2026-03-40'], '2026-03-40', '2026-03-40'],
])(
  'what is wrong with an ad-hoc task is told by its option: nobody writes to the plan',
  async (options, zh, en) => {
    const here = await miniature({ targets: targets(2), inspectors: inspectors(2) })
    const count = options[0] === '--rate' ? [] : ['--count', '1']
    const task = ['draw', 'freeze', '--lead', 'JIA', ...count, ...options]
    const told = await here.ssj(...task)
    expect([told.code, told.err]).toEqual([2, expect.stringContaining(zh)])
    expect(told.err).not.toContain('年度抽查计划')
    const english = await here.ssj(...task, '--lang', 'en')
    expect([english.code, english.err]).toEqual([2, expect.stringContaining(en)])
    expect(english.err).not.toContain('annual plan')
  },
)

it('an empty list is one line', async () => {
  const here = await miniature({})
  expect((await here.ssj('list', 'targets')).out).toBe('共 0 条\n')
  expect((await here.ssj('list', 'plan', '--lang', 'en')).out).toBe('0 records\n')
})
