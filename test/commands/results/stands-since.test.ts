import { beforeAll, describe, expect, it } from 'vitest'
import { csvFrom } from '../../helpers/miniature.ts'
import { atTime, drawnOffice, LATER, standing } from '../../helpers/results.ts'
import type { Office } from '../../helpers/ssj.ts'

const BY = ['--reason', '有误', '--approver', '局领导', '--despite-results']
const as =
  (actor: string) =>
  (here: Office, ...argv: string[]) =>
    here.ssjIn({ env: { SSJ_ACTOR: actor } }, ...argv)
const [clerk, head] = [as('录入员'), as('科员')]

let published: Office
let target: string
let team: readonly string[]
let row: Readonly<Record<string, string>>

/** An office with one published result of 甲局, a problem, and one of a case. */
beforeAll(async () => {
  const made = atTime(await drawnOffice(), LATER)
  const drawn = await standing(made)
  target = drawn.drawn[0]!
  team = drawn.team(target, 'JIA')
  row = {
    ...{ 任务编号: '2026-0001', 对象编号: target, 检查部门: '甲局', 抽查事项: 'S1' },
    ...{ 检查日期: '2026-03-02', 检查结果代码: 'A', 发现问题: '无证经营' },
  }
  const visit = ['--target', target, '--department', '甲局', '--cause', '投诉举报', '--date', '2026-03-05']
  await made.done('visit', 'add', ...visit, '--reference', '示例1号')
  const ofCase = { ...row, 任务编号: 'C2026-0001', 检查日期: '2026-03-05', 检查人员: 'P1、P2' }
  await clerk(made, 'import', 'results', made.file('r.csv', csvFrom([row, ofCase])))
  for (const occasion of ['1', 'C2026-0001']) {
    await head(made, 'results', 'review', occasion, '--approver', '科长')
    await head(made, 'results', 'publish', occasion)
  }
  published = made
})

const keyOf = (occasion = '2026-0001') => `${occasion}/${target}/JIA/S1`
const correct = (at: Office, key: string, ...argv: string[]) =>
  head(at, 'results', 'correct', key, ...argv, '--reason', '当场改正', '--approver', '科长')
const resultAt = async (at: Office, key: string) => (await at.done('results', 'list', key)).results[0]

describe('a published result', () => {
  const happened: Readonly<Record<string, () => readonly (readonly string[])[]>> = {
    'an inspector was replaced': () => [['draw', 'substitute', '1', '--inspector', team[0]!, ...BY]],
    'the whole team was replaced, or its seats are empty': () =>
      team.map(one => ['draw', 'substitute', '1', '--inspector', one, '--visit', target, ...BY]),
    'the target fell out': () => [['draw', 'substitute', '1', '--target', target, ...BY]],
    'the draw is void': () => [['draw', 'void', '1', ...BY]],
    'the task was drawn again': () => [['draw', 'run', 'A', '--again', '--seed', 'y', ...BY]],
    'target, inspector and item are out of use': () => [
      ['retire', 'targets', target, '--reason', '注销'],
      ['retire', 'inspectors', team[0]!, '--reason', '调离'],
      ['retire', 'items', 'S1', '--reason', '废止'],
    ],
  }
  it.each(Object.entries(happened))(
    'is corrected and followed up by its own team and place, though %s',
    async (_, since) => {
      const here = atTime(published, LATER)
      for (const argv of since()) expect([argv, (await here.ssj(...argv)).err]).toEqual([argv, ''])
      const corrected = await correct(here, keyOf(), '--set', '检查结果=B', '--lang', 'en')
      expect([corrected.code, corrected.err]).toEqual([0, ''])
      const next = { ...row, 检查结果代码: 'B', 整改期限: '2026-06-01', 立案号: '示例立〔2026〕1号' }
      const followed = await clerk(here, 'import', 'results', here.file('f.csv', csvFrom([next])))
      expect([followed.code, followed.err]).toEqual([0, ''])
      const found = await resultAt(here, keyOf())
      expect(found).toMatchObject({ state: 'published', outcomes: ['B'], seated: [...team].sort(), went: [] })
      expect(found.followUp).toMatchObject({ deadline: '2026-06-01', caseNumber: '示例立〔2026〕1号' })
    },
  )

  it('of a case that was struck is corrected, and none comes in for it', async () => {
    const here = atTime(published, LATER)
    await here.done('visit', 'strike', 'C2026-0001', '--reason', '重复登记')
    const ran = await correct(here, keyOf('C2026-0001'), '--set', '检查结果=B')
    expect([ran.code, ran.err]).toEqual([0, ''])
    const more = {
      ...row,
      任务编号: 'C2026-0001',
      抽查事项: 'S2',
      检查日期: '2026-03-05',
      检查人员: 'P1、P2',
    }
    for (const [lang, told] of [
      ['zh', '第 2 行 A 列（任务编号）“C2026-0001”：个案 C2026-0001 已撤销'],
      ['en', 'row 2 column A (任务编号) “C2026-0001”: case C2026-0001 was struck'],
    ] as const) {
      const refused = await clerk(
        here,
        'import',
        'results',
        here.file('m.csv', csvFrom([more])),
        '--lang',
        lang,
      )
      expect([refused.code, refused.err]).toEqual([1, expect.stringContaining(told)])
    }
  })

  it.each([
    ['zh', '检查组是', '改后成为另一条结果'],
    ['en', 'not the seated team', 'it would become the result'],
  ] as const)('is corrected as judged: its own team, its own place (%s)', async (lang, seated, elsewhere) => {
    const here = atTime(published, LATER)
    await here.done('draw', 'substitute', '1', '--inspector', team[0]!, ...BY)
    const stranger = ['P1', 'P2', 'P3', 'P4'].find(one => !team.includes(one))!
    const other = await correct(here, keyOf(), '--set', `检查人员=${stranger}`, '--lang', lang)
    expect([other.code, other.err]).toEqual([2, expect.stringContaining(seated)])
    expect(other.err).toContain(team[0])
    const moved = await correct(here, keyOf(), '--set', '抽查事项=S2', '--lang', lang)
    expect([moved.code, moved.err]).toEqual([2, expect.stringContaining(elsewhere)])
    const went = ['--set', `实际检查人员=${stranger};${team[1]}`]
    expect((await correct(here, keyOf(), ...went, '--lang', lang)).code).toBe(2)
    expect((await correct(here, keyOf(), ...went, '--set', '换人原因=临时请假')).code).toBe(0)
    expect(await resultAt(here, keyOf())).toMatchObject({ seated: [...team].sort(), wentBecause: '临时请假' })
  })

  it('that comes in anew for a target that fell out, or for a void draw, is refused as before', async () => {
    const here = atTime(published, LATER)
    await here.done('draw', 'void', '1', ...BY)
    const file = here.file('m.csv', csvFrom([{ ...row, 抽查事项: 'S2' }]))
    const refused = await clerk(here, 'import', 'results', file)
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('抽取 2026-0001 已作废')])
  })
})
