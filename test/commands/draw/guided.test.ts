import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { contentOf, type Office } from '../../helpers/ssj.ts'
import { type Typed, typing } from '../../helpers/typing.ts'

const DICE = '3516243516243516243516243'
const WRONG = '3516243516243516243516244'
const SOURCES = ['--source', '骰子/25', '--source', '福彩3D 第2026312期']

let base: Office
beforeAll(async () => {
  base = await miniature({ targets: targets(8), inspectors: inspectors(4) })
  const task = ['--lead', 'JIA', '--count', '2', '--from', '2026-03-01', '--to', '2026-03-31']
  await base.done('draw', 'freeze', '--id', 'A', ...task, ...SOURCES)
})

const PEOPLE: readonly Typed[] = [
  ['第一人', '王示例'],
  ['第二人', '李示例'],
  ['在场见证人', ''],
]
const LOTTERY: Typed = ['“福彩3D 第2026312期”的公开结果', '4 0 7']
const RIGHT: Typed = ['都对，用它抽取', 'y']

describe('dice at a terminal', () => {
  it('are entered by two people, each alone, and drawn where both agree', async () => {
    const here = base.copy()
    const answers: Typed[] = [
      ...PEOPLE,
      ['王示例：', DICE],
      ['李示例：', DICE.split('').join(' ')],
      LOTTERY,
      RIGHT,
    ]
    const ran = await typing(here, answers, 'draw', 'run', 'A')
    expect([ran.code, ran.asked]).toEqual([0, answers.length])
    expect(ran.out).toContain(`骰子=${DICE}`)
    expect(ran.err).toContain('•'.repeat(25))
    expect(ran.err).toContain('“骰子”（25 位）：3 5 1 6 2   4 3 5 1 6   2 4 3 5 1')
    expect(ran.err).toContain('“福彩3D 第2026312期”（3 位）：4 0 7')
    const shown = await here.done('draw', 'show', '1')
    expect(shown.enteredBy).toEqual(['王示例', '李示例'])
    expect((await here.ssj('draw', 'show', '1')).out).toContain('骰子由 王示例、李示例 各自录入，相符')
    const to = here.path('pub')
    await here.done('export', '1', '--to', to)
    expect(readFileSync(`${to}/抽取记录.csv`, 'utf8')).toContain('骰子录入,王**、李** 各自录入，相符')
    expect(JSON.parse(readFileSync(`${to}/record.json`, 'utf8')).enteredBy).toEqual(['王**', '李**'])
    expect(await here.done('verify', to)).toMatchObject({ papers: { laid: 'again' } })
  })

  it('are entered again by both where they differ, and neither is taken', async () => {
    for (const [language, people, apart, lottery, right] of [
      ['zh', PEOPLE, '两人录入的第 25 颗不同：都不采用', LOTTERY, RIGHT],
      [
        'en',
        [
          ['first person', '王示例'],
          ['second person', '李示例'],
          ['Who looks on?', ''],
        ] as readonly Typed[],
        'the two differ at 25: neither is taken',
        ['the published result of', '407'] as Typed,
        ['All right, draw with it', 'y'] as Typed,
      ],
    ] as const) {
      const here = base.copy()
      const answers: Typed[] = [
        ...people,
        ...([
          ['王示例', WRONG],
          ['李示例', DICE],
          ['王示例', DICE],
          ['李示例', DICE],
        ] as const),
        lottery,
        right,
      ]
      const ran = await typing(here, answers, 'draw', 'run', 'A', '--lang', language)
      expect([language, ran.code, ran.asked]).toEqual([language, 0, answers.length])
      expect(ran.err).toContain(apart)
      expect(ran.out).toContain(`骰子=${DICE}`)
    }
  })

  it('ask again for what is no throw, and for two names that are one', async () => {
    const answers: Typed[] = [
      ['第一人', '王示例'],
      ['第二人', ' 王示例 '],
      ['第二人', '李示例'],
      ['在场见证人', '赵示例、孙示例'],
      ['王示例：', '351'],
      ['王示例：', DICE],
      ['李示例：', DICE.replace('3', '7')],
      ['李示例：', DICE],
      ['公开结果', '40'],
      LOTTERY,
      RIGHT,
    ]
    const here = base.copy()
    const ran = await typing(here, answers, 'draw', 'run', 'A')
    expect([ran.code, ran.asked]).toEqual([0, answers.length])
    expect(ran.err).toContain('请写两个不同的姓名')
    expect((await here.done('draw', 'show', '1')).witnesses).toEqual(['赵示例', '孙示例'])
    expect(ran.err).toContain('颗骰子的点数（每颗 1 到 6')
    expect(ran.err).toContain('“福彩3D 第2026312期”应为 3 位数字，例如 407')
  })

  it('are asked for again, all values of them, where what is read back is not right', async () => {
    const throws: Typed[] = [
      ['王示例：', DICE],
      ['李示例：', DICE],
    ]
    const wrong: Typed[] = [...PEOPLE, ...throws, ['公开结果', '408'], ['都对，用它抽取', 'n']]
    const ran = await typing(base.copy(), [...wrong, ...throws, LOTTERY, RIGHT], 'draw', 'run', 'A')
    expect(ran.code).toBe(0)
    expect(ran.out).toContain('福彩3D 第2026312期=407')
  })

  it('change nothing where somebody leaves before the end', async () => {
    const here = base.copy()
    const before = contentOf(here.db)
    const ran = await typing(here, [...PEOPLE, ['王示例：', DICE], ['李示例：', WRONG]], 'draw', 'run', 'A')
    expect(ran.code).toBe(130)
    expect(contentOf(here.db)).toBe(before)
  })

  it('are not asked for where values are given, or elsewhere than at a terminal', async () => {
    const seed = ['--seed', `骰子=${DICE}`, '--seed', '福彩3D 第2026312期=407']
    expect((await typing(base.copy(), [], 'draw', 'run', 'A', ...seed)).code).toBe(0)
    expect((await base.copy().ssj('draw', 'run', 'A')).code).toBe(2)
  })
})
