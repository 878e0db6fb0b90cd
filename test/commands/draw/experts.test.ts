import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

/** Two visits of a team with one seat for an expert on top of two inspectors. */
const TASK = [
  '--lead',
  'JIA',
  '--count',
  '4',
  '--team',
  '任意,任意,专家',
  '--from',
  '2026-03-01',
  '--to',
  '2026-06-30',
] as const

let made: Office
beforeAll(async () => {
  made = await miniature({ targets: targets(6), inspectors: inspectors(4) })
})

const HEADINGS = '编号,姓名,专业领域,可协助事项,有效期,回避单位,聘请部门'
async function with_(...rows: string[]): Promise<Office> {
  const here = made.copy()
  await here.done('import', 'experts', here.file('experts.csv', [HEADINGS, ...rows].join('\n')))
  return here
}
/** Who sits where, from the archive: [target, seat, inspector]. */
async function seated(here: Office): Promise<string[][]> {
  await here.done('export', '1', '--profile', 'archive', '--to', here.path('archive'))
  await here.done('verify', here.path('archive'))
  const find = readdirSync(here.path('archive'), { recursive: true, encoding: 'utf8' })
  const path = find.find(name => name.endsWith('assignment.csv'))!
  const rows = readFileSync(here.path(`archive/${path}`), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
  return rows.map(row => row.split(',')).map(([target, , seat, inspector]) => [target!, seat!, inspector!])
}

describe('experts', () => {
  it('sit on the seats that ask for one, and on no other', async () => {
    const here = await with_('Z1,示例甲,食品,,2027-12-31,,JIA', 'Z2,示例乙,食品,,,,')
    await here.done('draw', 'run', ...TASK, '--seed', 'x')
    const experts = (await seated(here)).filter(([, , inspector]) => inspector!.startsWith('Z'))
    expect(experts.map(([, seat]) => seat)).toEqual(['3', '3', '3', '3'])
    expect(new Set(experts.map(([, , inspector]) => inspector))).toEqual(new Set(['Z1', 'Z2']))
    await here.done('draw', 'replay', '1')
    const plain = await with_('Z1,示例甲,食品,,,,JIA')
    await plain.done('draw', 'run', ...TASK.map(part => (part.includes('专家') ? '2' : part)), '--seed', 'x')
    expect(JSON.stringify(await seated(plain))).not.toContain('Z1')
  })

  it.each([
    [
      'engaged for less than the task',
      'Z1,示例甲,,,2026-05-01,,JIA',
      '专家聘期在任务结束前届满',
      'engagement as expert ends before the task does',
    ],
    ['engaged by another department', 'Z1,示例甲,,,,,YI', null, null],
  ])('do not where they are %s', async (_, row, zh, en) => {
    const here = await with_(row)
    const ran = await here.ssj('draw', 'freeze', ...TASK, '--json')
    expect([ran.code, ran.json.error?.code]).toEqual([2, 'nobody-for-seat'])
    if (zh === null || en === null) return
    const both = here.copy()
    await both.done('add', 'experts', '--set', '编号=Z9', '--set', '姓名=示例丙')
    expect((await both.ssj('draw', 'freeze', ...TASK, '--id', 'A')).out).toContain(zh)
    expect((await both.ssj('draw', 'freeze', ...TASK, '--id', 'B', '--lang', 'en')).out).toContain(en)
  })

  it('keep away from whom they avoid, by name or code', async () => {
    const { records } = await made.done('list', 'targets')
    const [one, two] = records as { id: string; name: string }[]
    const here = await with_(`Z1,示例甲,,,,${one!.name};${two!.id},JIA`, 'Z2,示例乙,,,,,JIA')
    const all = TASK.map(part => (part === '4' ? '6' : part))
    await here.done('draw', 'run', ...all, '--seed', 'x')
    const beside = (await seated(here))
      .filter(([, , inspector]) => inspector === 'Z1')
      .map(([target]) => target)
    expect(beside.length).toBeGreaterThan(0)
    expect(beside).not.toContain(one!.id)
    expect(beside).not.toContain(two!.id)
    await here.done('draw', 'replay', '1')
  })

  it('must not go by an inspector’s number', async () => {
    const here = await with_('P1,示例甲,,,,,JIA')
    const ran = await here.ssj('draw', 'freeze', ...TASK, '--json')
    expect([ran.code, ran.json.error?.code]).toEqual([2, 'expert-is-inspector'])
  })

  it('fall out and are followed by another expert, never by an inspector; nobody left is told', async () => {
    const here = await with_('Z1,示例甲,食品,,,,JIA', 'Z2,示例乙,食品,,,,JIA')
    await here.done('draw', 'run', ...TASK, '--seed', 'x')
    const before = (await seated(here)).filter(([, , inspector]) => inspector === 'Z1')
    const gone = ['--inspector', 'Z1', '--reason', 'on-leave', '--approver', '局领导'] as const
    const { changes } = await here.done('draw', 'substitute', '1', ...gone)
    const came = changes.map((row: { target: string; in: string }) => [row.target, '3', row.in])
    expect(came.sort()).toEqual(before.map(([target, seat]) => [target, seat, 'Z2']).sort())
    await here.done('draw', 'replay', '1')
    const alone = await with_('Z1,示例甲,食品,,,,JIA')
    await alone.done('draw', 'run', ...TASK, '--seed', 'x')
    const empty = await alone.done('draw', 'substitute', '1', ...gone)
    expect(new Set(empty.changes.map((row: { in: string }) => row.in))).toEqual(new Set(['']))
  })

  it('do not make the team of a common visit qualified: that is for enforcement staff', async () => {
    const here = await with_('Z1,示例甲,食品,,,,JIA')
    const one = ['--id', 'A', '--where', '对象编号=T01', '--count', '1', '--seed', 'x'] as const
    await here.done('draw', 'run', ...TASK, ...one)
    const cells = ['人员编号=P9', '姓名=示例', '所属部门=JIA', '专业资质=食品']
    await here.done('add', 'inspectors', ...cells.flatMap(cell => ['--set', cell]))
    const food = TASK.map(part => (part.includes('专家') ? '食品,任意' : part))
    await here.done('draw', 'run', ...food, '--id', 'B', '--count', '6', '--seed', 'y')
    const merge = ['draw', 'merge', '1', '2', '--target', 'T01', '--approver', '局领导', '--json'] as const
    const { error } = (await here.ssj(...merge)).json
    expect(error).toMatchObject({
      code: 'merge-lacks-qualification',
      details: { department: 'JIA', tag: '食品' },
    })
  })
})
