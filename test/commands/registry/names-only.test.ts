import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inspectors, miniature } from '../../helpers/miniature.ts'
import { contentOf, office } from '../../helpers/ssj.ts'

const USCC = '91141102058871239H'
const standing = () =>
  miniature({
    targets: [
      { 统一社会信用代码: USCC, 对象编号: 'LS-1', 名称: '示例甲店', 监管部门: 'JIA' },
      { 对象编号: 'T2', 名称: '示例乙店', 监管部门: 'JIA' },
      { 对象编号: 'T3', 名称: '示例同名店', 监管部门: 'JIA' },
      { 对象编号: 'T4', 名称: '示例同名店', 监管部门: 'JIA' },
    ],
    inspectors: inspectors(4),
  })

describe('a list of targets by their names alone', () => {
  it.each([
    ['a column of names', '企业名称\n示例甲店\n示例乙店\n'],
    ['numbered', '序号,抽查对象名称\n1,示例甲店\n2,示例乙店\n'],
    ['below a title', '2026年抽查名单,,\n序号,抽查事项名称,抽查对象名称\n1,食品,示例甲店\n2,食品,示例乙店\n'],
    ['with a class', '名称,信用风险等级\n示例甲店,C\n示例乙店,\n'],
  ])('is of the firms that stand: %s', async (_, text) => {
    const here = await standing()
    const { files } = await here.done('import', 'targets', here.file('n.csv', text))
    expect(files[0]).toMatchObject({ read: 2, new: 0, issueCount: 0 })
    expect(files[0].normalised).toMatchObject([{ code: 'code-by-name', count: 2 }])
    const { versions } = await here.done('show', 'targets', USCC)
    expect(versions[0]).toMatchObject({ uscc: USCC, code: 'LS-1', departments: 'JIA' })
    if (text.includes('信用风险等级')) expect(versions[0].risk).toBe('C')
  })

  it('is refused where none or several are called so, with the candidates, and changes nothing', async () => {
    const here = await standing()
    const file = here.file('n.csv', '序号,企业名称\n1,示例甲店\n2,示例丙店\n3,示例同名店\n')
    const before = contentOf(here.db)
    const ran = await here.ssj('import', 'targets', file, '--json')
    expect([ran.code, ran.json.files[0].issues]).toMatchObject([
      1,
      [
        { row: 3, column: 'B', code: 'unknown-target', value: '示例丙店' },
        { row: 4, column: 'B', code: 'several-of-name', details: { codes: ['T3', 'T4'] } },
      ],
    ])
    expect((await here.ssj('import', 'targets', file)).err).toContain('T3、T4')
    expect((await here.ssj('import', 'targets', file, '--lang', 'en')).err).toContain('T3, T4')
    expect(contentOf(here.db)).toBe(before)
  })

  it('cannot begin a registry, and add needs a number', async () => {
    const here = office()
    await here.done('init')
    const ran = await here.ssj('import', 'targets', here.file('n.csv', '序号,企业名称\n1,示例甲店\n'))
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('缺少表头')])
    const added = await here.ssj('add', 'targets', '--set', '名称=示例甲店')
    expect(added.code).toBe(2)
  })

  it('each layout of a drawn list comes back, in csv of both encodings and xlsx', async () => {
    const here = await standing()
    const task = [
      '--lead',
      'JIA',
      '--where',
      '名称!=示例同名店',
      '--rate',
      '全部',
      '--seed',
      'x',
      '--reason',
      '补录',
    ] as const
    await here.done('draw', 'run', ...task, '--from', '2026-03-01', '--name', '名单')
    for (const layout of ['standard', 'gsxt', 'gsxt-result', 'dongxihu-2023'])
      for (const encoding of ['utf-8', 'gb18030']) {
        const to = here.path(`${layout}-${encoding}`)
        await here.done(
          'export',
          '1',
          '--to',
          to,
          '--layout',
          layout,
          '--format',
          'csv,xlsx',
          '--encoding',
          encoding,
        )
        for (const file of ['公示名单.csv', '公示名单.xlsx']) {
          const { files } = await here.copy().done('import', 'targets', join(to, file))
          expect([layout, file, files[0]]).toMatchObject([layout, file, { read: 2, new: 0, issueCount: 0 }])
        }
      }
  })
})
