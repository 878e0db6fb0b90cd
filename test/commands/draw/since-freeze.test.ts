import { beforeAll, describe, expect, it } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

const DICE = `骰子=${'3'.repeat(25)}`
const TASK = [
  ...['--lead', 'JIA', '--count', '3', '--reserve', '2', '--id', 'A'],
  ...['--from', '2026-03-01', '--to', '2026-03-31', '--source', '骰子/25'],
] as const

let frozen: Office
/** What comes out, whatever the registries say by then. */
let drawn: readonly { target: string; standing: string; team: readonly { inspector: string }[] }[]

beforeAll(async () => {
  frozen = await miniature({ targets: targets(8), inspectors: inspectors(7) })
  await frozen.done('draw', 'freeze', ...TASK)
  const there = frozen.copy()
  expect(await run(there)).toMatchObject({ changed: { targets: [], people: [], recusals: [] } })
  drawn = (await there.done('draw', 'show', '1')).selection
})

const run = (here: Office) => here.done('draw', 'run', 'A', '--seed', DICE)
const called = (standing: string) => drawn.filter(row => row.standing === standing)

/** The registries change: a drawn firm and a reserve close, one is removed; somebody is retired, somebody recused. */
async function changed() {
  const here = frozen.copy()
  const [closed, lost, third] = called('drawn')
  const [reserve] = called('reserve')
  const seat = third!.team[0]!.inspector
  const elsewhere = drawn
    .flatMap(({ team }) => team.map(({ inspector }) => inspector))
    .find(inspector => third!.team.every(other => other.inspector !== inspector))!
  const status = (id: string, word: string) =>
    here.done('add', 'targets', '--set', `对象编号=${id}`, '--set', `登记状态=${word}`)
  await status(closed!.target, '注销')
  await status(reserve!.target, '停业')
  await here.done('retire', 'targets', lost!.target, '--reason', '试')
  await here.done('retire', 'inspectors', elsewhere, '--reason', '退休')
  const pair = ['--set', `人员编号=${seat}`, '--set', `对象编号=${third!.target}`, '--set', '事由=近亲属']
  await here.done('add', 'recusals', ...pair)
  return { here, closed, lost, third, reserve, seat, elsewhere }
}

describe('draw run, after the registries changed since the freeze', () => {
  it('draws as it was frozen, and tells who should not inspect or be inspected', async () => {
    const { here, closed, lost, third, reserve, seat, elsewhere } = await changed()
    const told = await run(here)
    expect(
      (await here.done('draw', 'show', '1')).selection.map(({ target }: { target: string }) => target),
    ).toEqual(drawn.map(({ target }) => target))
    expect(told.changed.targets).toHaveLength(3)
    expect(told.changed.targets).toEqual(
      expect.arrayContaining([
        { target: closed!.target, why: 'deregistered', place: 'drawn' },
        { target: lost!.target, why: 'retired', place: 'drawn' },
        { target: reserve!.target, why: 'closed', place: 'reserve' },
      ]),
    )
    expect(told.changed.people).toMatchObject([{ inspector: elsewhere, why: 'retired' }])
    expect(told.changed.recusals).toEqual([{ inspector: seat, target: third!.target }])
  })

  it('names the substitutions that follow, and each of them can be made', async () => {
    const { here } = await changed()
    const { changed: told } = await run(here)
    expect(told.substitutions).toHaveLength(4)
    for (const [program, ...argv] of told.substitutions as string[][]) {
      expect(program).toBe('ssj')
      await here.done(...argv, '--approver', '局领导')
    }
  })

  it.each([
    ['zh', '冻结之后有变化', '已不在名录库', '已登记回避', '--approver 批准人'],
    [
      'en',
      'changed since the freeze',
      'not in the registry any more',
      'recused from it now',
      '--approver NAME',
    ],
  ])('says so (%s)', async (language, ...words) => {
    const { here, closed } = await changed()
    const { code, out } = await here.ssj('draw', 'run', 'A', '--seed', DICE, '--lang', language)
    expect(code).toBe(0)
    for (const word of words) expect(out).toContain(word)
    expect(out).toContain(`ssj draw substitute 2026-0001 --target ${closed!.target} --reason deregistered`)
  })

  it.each([
    ['证件有效期', '2026-03-15', 'certificate'],
    ['状态', '离岗', 'not-in-force'],
    ['不可用日期', '2026-03-01~2026-03-31', 'away'],
    ['所属部门', 'YI', 'transferred'],
  ])('sees what became of somebody who was matched: %s', async (heading, value, why) => {
    const here = frozen.copy()
    const [{ inspector }] = called('drawn')[0]!.team as [{ inspector: string }]
    await here.done('add', 'inspectors', '--set', `人员编号=${inspector}`, '--set', `${heading}=${value}`)
    const { changed: told } = await run(here)
    expect(told.people).toMatchObject([{ inspector, why }])
    for (const [, ...argv] of told.substitutions as string[][])
      await here.done(...argv, '--approver', '局领导')
  })

  it('says nothing of what changed before a draw that is frozen and made at once', async () => {
    const here = await miniature({ targets: targets(8), inspectors: inspectors(7) })
    const told = await here.done('draw', 'run', ...TASK, '--seed', DICE)
    expect(told.changed).toEqual({ targets: [], people: [], recusals: [], substitutions: [] })
  })
})
