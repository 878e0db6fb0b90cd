import { beforeAll, describe, expect, test } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

/** 16 of class A and 5 of class D at 东所, 7 of class A and 2 without a class at 西所. */
let base: Office
beforeAll(async () => {
  base = await miniature({
    targets: [
      ...targets(16, { 信用风险等级: 'A', 管辖所: '东所', 规模: '大' }),
      ...targets(5, { 信用风险等级: 'D', 管辖所: '东所', 规模: '小' }, 17),
      ...targets(7, { 信用风险等级: 'A', 管辖所: '西所', 规模: '小' }, 22),
      ...targets(2, { 管辖所: '西所', 规模: '小' }, 29),
    ],
    inspectors: inspectors(4),
  })
})

const freeze = (...options: string[]) => ['draw', 'freeze', '--lead', 'JIA', ...options] as const
const strata = async (...options: string[]) => {
  const here = base.copy()
  const { strata } = await here.done(...freeze(...options))
  return strata.map((row: Record<string, unknown>) => [row.stratum, row.size, row.quota, row.take])
}

describe('strata', () => {
  test('a rate of nought draws nobody, with the default minimum and with one that is stated', async () => {
    const rates = ['--rates', 'A=0%;D=10%;未分类=50%'] as const
    for (const options of [rates, [...rates, '--minimum', '2']]) {
      const [, ...others] = (await strata(...options)).map((row: unknown[]) => row[3])
      expect((await strata(...options))[0]).toEqual(['A', 23, '0', 0])
      expect(others.every((take: number) => take > 0)).toBe(true)
    }
    const here = base.copy()
    expect((await here.ssj(...freeze(...rates))).out).toContain('层“A”的比例为 0，不抽取')
    const none = ['--count', '0', '--id', 'ZERO']
    expect((await here.copy().ssj(...freeze(...none))).out).toContain('\n抽查数量为 0，本次不抽取\n')
    expect((await here.copy().ssj(...freeze(...none, '--lang', 'en'))).out).toContain(
      'the count is 0: nobody is drawn',
    )
    const en = await base.copy().ssj(...freeze('--rate', '0‰', '--lang', 'en'))
    expect(en.out).toContain('stratum “all (no strata)” has a rate of nought')
  })

  test('a draw keeps what a rate of nought meant when it was frozen', async () => {
    const here = base.copy()
    await here.done('rules', 'set', 'zero-rate', '按最少户数抽', '--reason', '旧办法')
    const run = ['draw', 'run', '--lead', 'JIA', '--rates', 'A=0%;D=10%;未分类=50%', '--seed', '1'] as const
    expect(await here.done(...run)).toMatchObject({ drawn: 3 })
    await here.done('rules', 'set', 'zero-rate', '不抽', '--reason', '新办法')
    expect(await here.done('draw', 'replay', '1')).toMatchObject({ same: true })
    expect(await here.done(...run)).toMatchObject({ drawn: 2 })
  })

  test('a minimum holds with a count, or the task is refused', async () => {
    const by = ['--by', '信用风险等级', '--count'] as const
    expect(await strata(...by, '3', '--minimum', '1')).toEqual([
      ['A', 23, '2.3', 1],
      ['D', 5, '0.5', 1],
      ['未分类', 2, '0.2', 1],
    ])
    const refused = await base.copy().ssj(...freeze(...by, '6', '--minimum', '3'))
    expect([refused.code, refused.out]).toEqual([2, ''])
    expect(refused.err).toContain('每层最少 3 户，各层合计至少 8 户，多于抽查数量 6 户')
    const en = await base.copy().ssj(...freeze(...by, '6', '--minimum', '3', '--lang', 'en'))
    expect(en.err).toContain('a minimum of 3 in each stratum makes 8, more than the count of 6')
  })

  test.each(['联系电话', '法定代表人', '地址', '名称', '经办人手机'])(
    'by %s, which may not be public, are refused, in the option and in the plan',
    async field => {
      const here = await miniature({
        targets: targets(4, {
          联系电话: '13800000000',
          法定代表人: '示例人',
          地址: '示例路1号',
          经办人手机: '1',
        }),
        inspectors: inspectors(3),
      })
      const zh = await here.ssj(...freeze('--count', '1', '--by', field))
      expect([zh.code, zh.out]).toEqual([2, ''])
      expect(zh.err).toContain(`“${field}”不得公开`)
      expect((await here.ssj(...freeze('--count', '1', '--by', field, '--lang', 'en'))).err).toContain(
        `“${field}” may not be`,
      )
      const plan = here.file(
        'plan.csv',
        `任务编号,任务名称,发起部门,抽查数量,分层\nA,甲,JIA,1,管辖所+${field}\n`,
      )
      expect((await here.ssj('import', 'plan', plan)).err).toContain('不得公开')
    },
  )

  test('that would publish a telephone number by another field are refused', async () => {
    const here = await miniature({ targets: targets(4, { 备注: '13800000000' }), inspectors: inspectors(3) })
    const ran = await here.ssj(...freeze('--count', '1', '--by', '备注'))
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('而层“138****0000”含有个人号码')
    expect(ran.err).not.toContain('13800000000')
  })

  test('by several fields: each combination is one, the unclassed have a name', async () => {
    expect(await strata('--by', '信用风险等级+管辖所', '--rate', '10%')).toEqual([
      ['A+东所', 16, '1.6', 2],
      ['A+西所', 7, '0.7', 1],
      ['D+东所', 5, '0.5', 1],
      ['未分类+西所', 2, '0.2', 1],
    ])
  })

  test('a count beyond the frame takes all of it, and that is told', async () => {
    const words = [
      '任务要抽 99 户，抽样框只有 30 户',
      'asks for 99 targets and the frame has only 30',
    ] as const
    for (const [i, lang] of ['zh', 'en'].entries()) {
      const here = base.copy()
      expect((await here.ssj(...freeze('--count', '99', '--lang', lang))).out).toContain(words[i])
      expect((await here.ssj(...freeze('--count', '30', '--lang', lang))).out).not.toMatch(
        /任务要抽|asks for/,
      )
    }
    expect(await base.copy().done(...freeze('--count', '99'))).toMatchObject({ wanted: 99 })
  })

  test('by an extra field of the registry', async () => {
    expect(await strata('--by', '规模', '--rate', '50%')).toEqual([
      ['大', 16, '8', 8],
      ['小', 14, '7', 7],
    ])
  })

  test('one that is taken whole beside others; one without a rate is left out, in sight', async () => {
    expect(await strata('--rates', 'A=10%;D=全部;未分类=50%')).toEqual([
      ['A', 23, '2.3', 3],
      ['D', 5, '5', 5],
      ['未分类', 2, '1', 1],
    ])
    const here = base.copy()
    const { waterfall } = await here.done(...freeze('--rates', 'A=10%;D=全部'))
    expect(waterfall.excluded).toEqual({ 'no-rate': 2 })
  })

  test('share a count for the whole draw, the quota of each shown', async () => {
    expect(await strata('--by', '信用风险等级', '--count', '10')).toEqual([
      ['A', 23, '≈7.67', 7],
      ['D', 5, '≈1.67', 2],
      ['未分类', 2, '≈0.67', 1],
    ])
  })

  test.each([
    ['ceil', '1', [2, 1, 1]],
    ['round', '0', [1, 0, 0]],
    ['floor', '0', [1, 0, 0]],
    ['floor', '3', [3, 3, 2]],
  ])('round as asked: %s, at least %s', async (rounding, minimum, takes) => {
    const options = ['--by', '信用风险等级', '--rate', '5%', '--rounding', rounding, '--minimum', minimum]
    expect((await strata(...options)).map(([, , , take]: [string, number, string, number]) => take)).toEqual(
      takes,
    )
  })

  test('show what rounding did before the draw, in both languages', async () => {
    const options = ['--by', '信用风险等级', '--rate', '5%', '--rounding', 'round', '--minimum', '0']
    const zh = (await base.copy().ssj(...freeze(...options))).out
    expect(zh).toMatch(/层 +户数 +比例 +应抽 +抽取 +替补 +入样概率\n/)
    expect(zh).toMatch(/A +23 +5% +1\.15 +1 +1 +4\.35%\n/)
    expect(zh).toContain('层“D”按取整规则抽取 0 户')
    const en = (await base.copy().ssj(...freeze(...options), '--lang', 'en')).out
    expect(en).toMatch(/stratum +size +rate +exact +take/)
  })
})

describe('kinds of task', () => {
  test('定向 draws what meets the conditions, 不定向 all of the registry, 专项 at its own rate with its cause', async () => {
    const here = base.copy()
    const drawn = async (...options: string[]) =>
      (await here.done('draw', 'run', '--lead', 'JIA', ...options, '--seed', '1')).drawn
    expect(await drawn('--kind', '定向', '--where', '管辖所=西所', '--rate', '100%', '--id', 'A')).toBe(9)
    expect(await drawn('--kind', '不定向', '--rate', '10%', '--id', 'B')).toBe(3)
    const special = [
      '--kind',
      '专项',
      '--cause',
      '投诉举报：集中投诉',
      '--where',
      '信用风险等级=D',
      '--rate',
      '60%',
    ]
    expect(await drawn(...special, '--id', 'C')).toBe(3)
    const { versions } = await here.done('show', 'plan', 'C')
    expect(versions[0]).toMatchObject({
      kind: '专项',
      rate: '60%',
      extra: { 检查原因: '投诉举报：集中投诉' },
    })
    const bad = await here.ssj(
      'draw',
      'run',
      '--lead',
      'JIA',
      '--kind',
      '抽样',
      '--rate',
      '1%',
      '--seed',
      '1',
    )
    expect([bad.code, bad.err]).toEqual([2, expect.stringContaining('定向、不定向、专项')])
  })

  test('a line of the plan carries its cause under any of its headings', async () => {
    const here = base.copy()
    const plan =
      '任务编号,任务名称,抽查类型,专项原因,抽查比例,发起部门\nS,专项示例,专项检查,转办交办：第3号,20%,甲局\n'
    const { files } = await here.done('import', 'plan', here.file('plan.csv', plan))
    expect(files[0].extra).toEqual([])
    expect((await here.done('show', 'plan', 'S')).versions[0].extra).toEqual({ 检查原因: '转办交办：第3号' })
    expect((await here.ssj('template', 'plan')).out).toContain('检查原因')
  })
})
