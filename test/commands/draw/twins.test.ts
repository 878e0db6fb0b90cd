import { beforeAll, describe, expect, it } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { contentOf, type Office } from '../../helpers/ssj.ts'

const SOURCES = ['--source', '骰子/25', '--source', '福彩3D 第2026312期'] as const
const task = (id: string, ...options: string[]) => [
  ...['draw', 'freeze', '--lead', 'JIA', '--id', id, '--from', '2026-03-01', '--to', '2026-03-31'],
  ...(options.includes('--source') ? [] : SOURCES),
  ...options,
]

/** One task is frozen and waits. */
let waiting: Office

beforeAll(async () => {
  waiting = await miniature({
    targets: targets(6, { 信用风险等级: 'A', 监管部门: 'JIA;YI' }),
    inspectors: [...inspectors(5), ...inspectors(4, { 所属部门: 'YI' }, 6)],
  })
  await waiting.done(...task('A', '--count', '2'))
})

describe('draw freeze beside a draw that waits', () => {
  it.each([
    ['the same under another number', []],
    ['other counts', ['--count', '3']],
    ['other strata', ['--by', '信用风险等级', '--reserve', '0']],
    ['a seal besides', ['--sealed']],
    ['its sources in another order', ['--source', '福彩3D 第2026312期', '--source', '骰子/25']],
  ])('refuses a twin without a reason, and puts the reason on record: %s', async (_, options) => {
    const here = waiting.copy()
    const argv = task('B', ...(options.includes('--count') ? [] : ['--count', '2']), ...options)
    const before = contentOf(here.db)
    const { error } = (await here.ssj(...argv, '--json')).json
    expect(error).toMatchObject({ code: 'twin-frozen', details: { task: 'B', draw: '2026-0001' } })
    expect(contentOf(here.db)).toBe(before)

    const twins = { draws: ['2026-0001'], reason: '两项不同的任务' }
    expect(await here.done(...argv, '--reason', twins.reason)).toMatchObject({ twins })
    expect(await here.done('draw', 'show', '2')).toMatchObject({ twins })
    const { entries } = await here.done('log')
    expect(entries.at(-1).subject.twins).toEqual(twins)
    for (const [language, words] of [
      ['zh', '与尚未抽取的 2026-0001 检查对象、随机源相同'],
      ['en', 'waits with the same targets and sources as 2026-0001'],
    ] as const)
      expect((await here.ssj('draw', 'show', '2', '--lang', language)).out).toContain(words)
  })

  it.each([
    ['other targets', ['--where', '名称!=示例店T01']],
    ['another department', ['--lead', 'YI']],
    ['another drawing', ['--source', '福彩3D 第2026313期', '--source', '骰子/25']],
  ])('freezes what is no twin: %s', async (_, options) => {
    const here = waiting.copy()
    expect(await here.done(...task('B', '--count', '2', ...options))).toMatchObject({ twins: null })
  })

  it('freezes the same again once the other is void or was run, and a further attempt at the same task', async () => {
    const voided = waiting.copy()
    await voided.done('draw', 'void', '1', '--reason', '试', '--approver', '局领导')
    expect(await voided.done(...task('B', '--count', '2'))).toMatchObject({ twins: null })
    const again = waiting.copy()
    const further = ['--again', '--reason', '试', '--approver', '局领导']
    expect(await again.done('draw', 'freeze', 'A', ...further)).toMatchObject({ twins: null, attempt: 2 })
  })
})
