import { beforeAll, describe, expect, it } from 'vitest'
import { csvFrom } from '../../helpers/miniature.ts'
import { atTime, drawnOffice, LATER, standing } from '../../helpers/results.ts'
import type { Office, Ran } from '../../helpers/ssj.ts'

let entered: Office
let targets: readonly string[]

/** An office in which clerk 录入员 entered a result for each item at each target, one of which is a problem. */
beforeAll(async () => {
  const made = atTime(await drawnOffice(), LATER)
  targets = (await standing(made)).drawn
  const rows = targets.flatMap((target, i) =>
    ['甲局 S1', '甲局 S2', '乙局 S3'].map((turn, j) => ({
      ...{ 任务编号: 'A', 对象编号: target, 检查部门: turn.split(' ')[0]!, 抽查事项: turn.split(' ')[1]! },
      ...{ 检查日期: `2026-03-0${i + 2}`, 检查结果代码: i + j === 0 ? 'A' : '1' },
      发现问题: i + j === 0 ? '无证经营' : '',
    })),
  )
  await clerk(made, 'import', 'results', made.file('r.csv', csvFrom(rows)))
  entered = made
})

const as =
  (actor: string) =>
  (here: Office, ...argv: string[]): Promise<Ran> =>
    here.ssjIn({ env: { SSJ_ACTOR: actor } }, ...argv)
const clerk = as('录入员')
const head = as('科员')
const here = () => atTime(entered, LATER)

const states = async (at: Office): Promise<Record<string, number>> => {
  const { results } = await at.done('results', 'list')
  const counts: Record<string, number> = {}
  for (const { state } of results) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

describe('entered, reviewed, published', () => {
  it('goes its way over a draw, a department and a key, each step on record', async () => {
    const at = here()
    expect(await states(at)).toEqual({ entered: 9 })
    const reviewed = await head(at, 'results', 'review', '1', '--department', '乙局', '--approver', '科长')
    expect(reviewed.out).toContain('已审核 3 条检查结果')
    expect(await states(at)).toEqual({ entered: 6, reviewed: 3 })
    const all = await head(at, 'results', 'review', '1', '--approver', '科长', '--json')
    expect(all.json).toMatchObject({ step: 'reviewed', taken: 6, passed: { reviewed: 3 }, approver: '科长' })
    const published = await head(at, 'results', 'publish', '1', '--json')
    expect(published.json).toMatchObject({ step: 'published', taken: 9, day: '2026-05-20' })
    const { results } = await at.done('results', 'list', `2026-0001/${targets[0]}/JIA/S1`)
    expect(results).toMatchObject([
      {
        state: 'published',
        published: '2026-05-20',
        steps: [{ step: 'reviewed', approver: '科长' }, { step: 'published' }],
      },
    ])
    expect(await at.done('log', '--verify')).toMatchObject({ holds: true })
  })

  it('over the rows of a file', async () => {
    const at = here()
    const file = at.file(
      'some.csv',
      csvFrom([{ 任务编号: '2026-0001', 对象编号: targets[1]!, 检查部门: '甲局', 抽查事项: '食品安全' }]),
    )
    const ran = await head(at, 'results', 'review', '--file', file, '--approver', '科长', '--json')
    expect(ran.json).toMatchObject({ taken: 1 })
    const wrong = at.file(
      'wrong.csv',
      csvFrom([{ 任务编号: '2026-0001', 对象编号: 'T99', 检查部门: '甲局', 抽查事项: 'S1' }]),
    )
    const refused = await head(at, 'results', 'review', '--file', wrong, '--approver', '科长')
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('不在抽取 2026-0001 抽中之列')])
  })

  it('goes back with a reason, and is reviewed again when it was entered anew', async () => {
    const at = here()
    await head(at, 'results', 'review', '1', '--approver', '科长')
    const key = `2026-0001/${targets[0]}/JIA/S1`
    await head(at, 'results', 'return', key, '--reason', '没有写明证照')
    expect(await states(at)).toEqual({ reviewed: 8, returned: 1 })
    const early = await head(at, 'results', 'publish', key)
    expect([early.code, early.err]).toEqual([2, expect.stringContaining('不能公示：审核退回 1 条')])
    const row = {
      任务编号: 'A',
      对象编号: targets[0]!,
      检查部门: '甲局',
      抽查事项: 'S1',
      检查日期: '2026-03-02',
      检查结果代码: 'A',
      发现问题: '无食品经营许可证',
    }
    await clerk(at, 'import', 'results', at.file('again.csv', csvFrom([row])))
    expect(await states(at)).toEqual({ reviewed: 8, entered: 1 })
    await head(at, 'results', 'review', key, '--approver', '科长')
    expect(await states(at)).toEqual({ reviewed: 9 })
  })

  it('that was returned is entered anew by whatever changes in it, and by nothing where nothing does', async () => {
    const at = here()
    const key = `2026-0001/${targets[0]}/JIA/S1`
    const { results } = await at.done('results', 'list', key)
    const { inspected, outcomes } = results[0]
    const again = (more: Readonly<Record<string, string>>) => {
      const row = {
        任务编号: 'A',
        对象编号: targets[0]!,
        检查部门: '甲局',
        抽查事项: 'S1',
        检查日期: inspected,
      }
      const rows = [{ ...row, 检查结果代码: outcomes.join(';'), ...more }]
      return clerk(at, 'import', 'results', at.file(`${Object.keys(more)}.csv`, csvFrom(rows)))
    }
    await head(at, 'results', 'return', key, '--reason', '没有写明核查方式、整改期限')
    await again({})
    expect(await states(at)).toEqual({ entered: 8, returned: 1 })
    await again({ 整改期限: '2026-06-30' })
    expect(await states(at)).toEqual({ entered: 9 })
    await head(at, 'results', 'review', key, '--approver', '科长')
    await again({ 核查方式: '网络监测' })
    expect(await states(at)).toEqual({ entered: 9 })
  })

  it.each([
    ['zh', '“录入员”是录入人', '不能公示：待审核 9 条', '2026-03-03 在', '2026-06-01 在今天'],
    [
      'en',
      '“录入员” entered this result',
      'cannot publish: 9 results entered',
      '2026-03-03 is before',
      '2026-06-01 is after today',
    ],
  ] as const)('refuses what cannot be (%s)', async (lang, own, early, before, ahead) => {
    const at = here()
    const language = ['--lang', lang]
    const mine = await head(at, 'results', 'review', '1', '--approver', '录入员', ...language)
    expect([mine.code, mine.err]).toEqual([2, expect.stringContaining(own)])
    expect((await head(at, 'results', 'review', '1', '--approver', '科员', ...language)).code).toBe(2)
    const unreviewed = await head(at, 'results', 'publish', '1', ...language)
    expect([unreviewed.code, unreviewed.err]).toEqual([2, expect.stringContaining(early)])
    await head(at, 'results', 'review', '1', '--approver', '科长')
    const backdated = await head(at, 'results', 'publish', '1', '--date', '2026-03-03', ...language)
    expect([backdated.code, backdated.err]).toEqual([2, expect.stringContaining(before)])
    const future = await head(at, 'results', 'publish', '1', '--date', '2026-06-01', ...language)
    expect([future.code, future.err]).toEqual([2, expect.stringContaining(ahead)])
    for (const argv of [
      ['review', '--approver', '科长'],
      ['return', '1'],
      ['publish', 'X/Y/Z'],
      ['review', '99', '--approver', '科长'],
    ])
      expect([argv, (await head(at, 'results', ...argv, ...language)).code]).toEqual([argv, 2])
    expect(await states(at)).toEqual({ reviewed: 9 })
  })

  it.each([
    ['zh', '在今天（2026-05-20）之后', '的检查日期', '9 条的公示日期在审核日期之前'],
    ['en', 'is after today (2026-05-20)', 'was inspected', '9 results public before the day of the review'],
  ] as const)(
    'is reviewed on a day after it was inspected, and published on one after that (%s)',
    async (lang, ahead, uninspected, before) => {
      const at = here()
      const refused = async (told: string, ...argv: string[]) => {
        const ran = await head(at, 'results', ...argv, '--lang', lang)
        expect([argv, ran.code, ran.err]).toEqual([argv, 2, expect.stringContaining(told)])
      }
      await refused(ahead, 'review', '1', '--approver', '科长', '--date', '2026-06-01')
      await refused(uninspected, 'review', '1', '--approver', '科长', '--date', '2026-03-01')
      await head(at, 'results', 'review', '1', '--approver', '科长')
      const early = await head(at, 'results', 'publish', '1', '--date', '2026-05-19', '--lang', lang)
      expect([early.code, early.out]).toEqual([0, expect.stringContaining(before)])
    },
  )

  it('is retired by its department alone, and comes again as entered, whatever was reviewed before', async () => {
    const at = here()
    const key = `2026-0001/${targets[1]}/JIA/S1`
    await head(at, 'results', 'review', '1', '--approver', '科长')
    await at.done('rules', 'set', 'result-writers', '科员=乙局;录入员=甲局', '--reason', '分工')
    for (const [lang, told] of [
      ['zh', '只办理乙局（YI）的结果'],
      ['en', 'works on results of 乙局 (YI) only'],
    ] as const) {
      const foreign = await head(at, 'retire', 'results', key, '--reason', '误录', '--lang', lang)
      expect([foreign.code, foreign.err]).toEqual([2, expect.stringContaining(told)])
    }
    expect((await clerk(at, 'retire', 'results', key, '--reason', '误录')).code).toBe(0)
    const row = {
      任务编号: 'A',
      对象编号: targets[1]!,
      检查部门: '甲局',
      抽查事项: 'S1',
      检查日期: '2026-03-03',
    }
    await clerk(at, 'import', 'results', at.file('again.csv', csvFrom([{ ...row, 检查结果代码: '1' }])))
    expect((await at.done('results', 'list', key)).results).toMatchObject([{ state: 'entered' }])
  })

  it('is done by the department of the operator, where the office has said who belongs to whom', async () => {
    const at = here()
    await at.done('rules', 'set', 'result-writers', '科员=乙局', '--reason', '分工')
    const ran = await head(at, 'results', 'review', '1', '--approver', '科长')
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('只办理乙局（YI）的结果')])
    expect(
      (await head(at, 'results', 'review', '1', '--department', '乙局', '--approver', '科长')).code,
    ).toBe(0)
  })
})

describe('a published result', () => {
  const published = async () => {
    const at = here()
    await head(at, 'results', 'review', '1', '--approver', '科长', '--date', '2026-03-31')
    await head(at, 'results', 'publish', '1', '--date', '2026-04-01')
    return at
  }
  const key = () => `2026-0001/${targets[0]}/JIA/S1`
  const row = () => ({
    任务编号: 'A',
    对象编号: targets[0]!,
    检查部门: '甲局',
    抽查事项: 'S1',
    检查日期: '2026-03-02',
    检查结果代码: 'A',
    发现问题: '无证经营',
  })

  it('changes by a correction with reason and approver alone, which is public with it', async () => {
    const at = await published()
    for (const [lang, told] of [
      ['zh', '已公示，更正须写明原因并经批准'],
      ['en', 'a correction needs a reason and an approver'],
    ] as const) {
      const file = at.file('r.csv', csvFrom([{ ...row(), 检查结果代码: '1', 发现问题: '' }]))
      const ran = await clerk(at, 'import', 'results', file, '--lang', lang)
      expect([ran.code, ran.err]).toEqual([1, expect.stringContaining(told)])
    }
    const bare = await head(at, 'results', 'correct', key(), '--set', '检查结果=E', '--reason', '当场改正')
    expect(bare.code).toBe(2)
    const own = await head(
      at,
      'results',
      'correct',
      key(),
      '--set',
      '检查结果=E',
      '--reason',
      '当场改正',
      '--approver',
      '录入员',
    )
    expect([own.code, own.err]).toEqual([2, expect.stringContaining('是录入人')])
    const wrong = await head(
      at,
      'results',
      'correct',
      key(),
      '--set',
      '检查结果=1;A',
      '--reason',
      '当场改正',
      '--approver',
      '科长',
    )
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('1 与 A 不能同时选')])
    const ran = await head(
      at,
      'results',
      'correct',
      key(),
      '--set',
      '检查结果=E',
      '--reason',
      '当场改正',
      '--approver',
      '科长',
    )
    expect(ran.out).toContain('“A” → “E”')
    const { results } = await at.done('results', 'list', key())
    expect(results).toMatchObject([
      {
        state: 'published',
        published: '2026-04-01',
        outcomes: ['E'],
        steps: [{}, {}, { step: 'corrected', reason: '当场改正', approver: '科长' }],
      },
    ])
    const again = await head(
      at,
      'results',
      'correct',
      key(),
      '--set',
      '检查结果=E',
      '--reason',
      '当场改正',
      '--approver',
      '科长',
    )
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('本来如此')])
    expect((await at.done('show', 'results', key(), '--history')).versions).toHaveLength(2)
  })

  it('goes on in its follow-up: a deadline, a 复查, an end', async () => {
    const at = await published()
    const next = {
      ...row(),
      整改期限: '2026-04-15',
      复查日期: '2026-04-16',
      复查结果: '1',
      完结状态: '已完结',
      完结日期: '2026-04-16',
      处理结果: '已办证',
    }
    expect((await clerk(at, 'import', 'results', at.file('r.csv', csvFrom([next])))).err).toBe('')
    expect((await at.done('results', 'list', key())).results).toMatchObject([
      { state: 'published', followUp: { settled: '已完结', recheck: '2026-04-16', closing: '已办证' } },
    ])
  })

  it('is not retired, and no file takes results away by leaving them out', async () => {
    const at = await published()
    const later = atTime(at, '2031-06-01T02:00:00Z')
    await later.done('results', 'takedown')
    const [down] = (await later.done('results', 'list', key())).results
    expect([down.state, (await later.ssj('retire', 'results', key(), '--reason', '删去')).code]).toEqual([
      'taken-down',
      2,
    ])
    for (const lang of ['zh', 'en'])
      expect((await at.ssj('retire', 'results', key(), '--reason', '删去', '--lang', lang)).code).toBe(2)
    const file = at.file('r.csv', csvFrom([row()]))
    expect((await at.ssj('import', 'results', file, '--replace')).err).toContain('--replace')
  })

  it('may say of itself in a file what is so', async () => {
    const at = await published()
    const file = at.file('r.csv', csvFrom([{ ...row(), 审核状态: '已公示', 公示日期: '2026-04-01' }]))
    expect((await clerk(at, 'import', 'results', file)).code).toBe(0)
  })
})
