import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inspectors, miniature } from '../../helpers/miniature.ts'
import { filesIn, type Office } from '../../helpers/ssj.ts'

const FIRM = '91141102058871239H'
const product = (i: number, cells: Record<string, string> = {}) => ({
  对象编号: `CP-${i}`,
  对象类型: '产品',
  名称: `示例牌电动自行车${i}`,
  监管部门: 'JIA',
  ...cells,
})

/** A maker, its products by code and by name, one of another firm that nobody knows, one that names nobody. */
const office = () =>
  miniature({
    targets: [
      {
        统一社会信用代码: FIRM,
        名称: '示例车业公司',
        监管部门: 'JIA',
        地址: '示例路1号',
        法定代表人: '示例甲',
        联系电话: '0358-1234567',
      },
      product(1, { 责任单位: FIRM }),
      product(2, { 责任单位: '示例车业公司' }),
      product(3, { 责任单位: '外地示例车业' }),
      product(4),
    ],
    inspectors: inspectors(4),
    items: [
      { 事项编码: 'I1', 抽查事项: '质量抽查', 事项类别: '一般检查事项', 抽查频次: '1次/年', 检查依据: '法' },
    ],
  })

const run = (here: Office, ...options: string[]) =>
  here.done(
    'draw',
    'run',
    '--lead',
    'JIA',
    '--seed',
    'x',
    '--from',
    '2026-03-01',
    '--to',
    '2026-04-30',
    ...options,
  )
const frame = async (here: Office, ...options: string[]) => {
  const task = ['--lead', 'JIA', '--rate', '50%', '--from', '2026-05-01', '--to', '2026-06-30']
  return (await here.done('draw', 'freeze', ...task, ...options)).waterfall
}

describe('what is no firm names the one that answers for it', () => {
  it('letters, sheets and lists go to that firm', async () => {
    const here = await office()
    await here.done('rules', 'set', 'firm-in-draw', '保留')
    await run(here, '--where', '对象类型=产品', '--count', '4', '--items', 'I1')
    const folder = here.path('out')
    await here.done('export', '1', '--to', folder, '--profile', 'archive', '--format', 'csv,html')
    expect((await here.ssj('verify', folder)).code).toBe(0)
    const files = filesIn(folder)
    const text = (name: string) => [...files].find(([path]) => path.includes(name))![1].toString()
    const letters = text('检查通知书.html')
    expect(letters).toContain(`示例车业公司（统一社会信用代码/注册号：${FIRM}）：`)
    expect(letters).toContain('你单位的产品“示例牌电动自行车1”（编号：CP-1）经随机抽取')
    expect(letters).toContain('（包括你单位负责的产品）被随机抽取检查共 2 次')
    expect(letters).toContain('外地示例车业：')
    expect(letters).toContain('（责任单位）：')
    expect(letters).not.toContain('注册号：CP-')
    const form = text('检查记录表.html')
    for (const told of ['被检查产品', '示例牌电动自行车2（CP-2）', '示例路1号', '示例甲', '0358-1234567'])
      expect(form).toContain(told)
    expect(text('检查任务表.csv')).toContain('示例牌电动自行车1（责任单位：示例车业公司）')
    expect(text('公示名单.csv')).toMatch(/责任单位[\s\S]*示例牌电动自行车2,[\s\S]*示例车业公司/)
  })

  it('public lists mask a person who answers for something, and show nothing else of it', async () => {
    const here = await miniature({
      targets: [
        { 对象编号: 'S1', 名称: '李示例', 主体类型: '自然人', 监管部门: 'YI', 联系电话: '13800000000' },
        product(1, { 责任单位: '李示例' }),
      ],
      inspectors: inspectors(2),
    })
    await run(here, '--where', '对象类型=产品', '--count', '1')
    await here.done('export', '1', '--to', here.path('out'))
    expect((await here.ssj('verify', here.path('out'))).code).toBe(0)
    const list = readFileSync(here.path('out/公示名单.csv'), 'utf8')
    expect(list).toContain('李**')
    for (const text of [...filesIn(here.path('out')).values()].map(String))
      for (const secret of ['李示例', '13800000000']) expect(text).not.toContain(secret)
  })

  it('caps count its visits, to it and to all it answers for, drawn or not', async () => {
    const here = await office()
    await here.done('rules', 'set', 'cap-total', '1', '--reason', '一年一次')
    await run(here, '--where', '对象编号=CP-1', '--count', '1')
    expect(await frame(here)).toMatchObject({ excluded: { 'cap-total': 3 }, frame: 2 })
    const other = await office()
    await other.done('rules', 'set', 'cap-department', '1', '--reason', '一年一次')
    const visit = ['--department', 'JIA', '--date', '2026-01-05', '--cause', '复查', '--reference', '线索']
    await other.done('visit', 'add', '--target', 'CP-2', ...visit)
    expect(await frame(other)).toMatchObject({ excluded: { 'cap-department': 3 }, frame: 2 })
  })

  it('an item that may be done once a year is done once for the firm', async () => {
    const here = await office()
    await run(here, '--where', '对象编号=CP-2', '--count', '1', '--items', 'I1')
    expect(await frame(here, '--items', 'I1')).toMatchObject({ excluded: { frequency: 3 }, frame: 2 })
  })

  it('by rule: an office may count each for itself, and draws keep the rule', async () => {
    const here = await office()
    for (const [name, value] of [
      ['cap-total', '1'],
      ['responsible-firm', '否'],
    ] as const)
      await here.done('rules', 'set', name, value, '--reason', '本地')
    await run(here, '--where', '对象编号=CP-1', '--count', '1')
    expect(await frame(here)).toMatchObject({ excluded: { 'cap-total': 1 }, frame: 4 })
    await here.done('draw', 'run', 'LS-2026-0002', '--seed', 'y')
    await here.done('rules', 'set', 'responsible-firm', '是', '--reason', '改')
    expect((await here.done('draw', 'replay', '2')).same).toBe(true)
  })

  it('calendar and results stand at the firm', async () => {
    const here = await office()
    await run(here, '--where', '对象编号=CP-1', '--count', '1', '--id', 'P1')
    await here.done(
      'visit',
      'add',
      '--target',
      'CP-2',
      '--department',
      'JIA',
      '--date',
      '2026-01-05',
      '--cause',
      '复查',
      '--reference',
      '线索',
    )
    const results = here.file(
      'r.csv',
      '任务编号,对象编号,检查部门,检查日期,检查结果\nP1,CP-1,JIA,2026-03-12,1\n',
    )
    await here.ssjIn({ now: '2026-03-20T02:00:00Z' }, 'import', 'results', results)
    const { visits, results: found } = await here.done('show', 'targets', FIRM, '--history')
    expect(visits).toMatchObject([
      { kind: 'case', of: 'CP-2' },
      { kind: 'drawn', of: 'CP-1', visit: { draw: '2026-0001' } },
    ])
    expect(found).toMatchObject([{ task: '2026/P1', target: 'CP-1', outcome: '1' }])
    const { out } = await here.ssj('show', 'targets', FIRM, '--history')
    expect(out).toContain('（检查 示例牌电动自行车2（CP-2），由本单位负责）')
    expect(out).toContain('2026-03-12  2026-0001  示例牌电动自行车1（CP-1）  甲局（JIA）')
    const english = await here.ssj('show', 'targets', FIRM, '--history', '--lang', 'en')
    expect(english.out).toContain('(CP-2), for which this firm answers')
    expect((await here.done('show', 'targets', 'CP-1', '--history')).visits).toMatchObject([{ of: null }])
  })

  it('a code that no firm can have is an issue, and a firm is known by its old number too', async () => {
    const here = await office()
    const file = (firm: string) =>
      here.file('p.csv', `对象编号,对象类型,名称,监管部门,责任单位\nCP-9,项目,示例工程,JIA,${firm}\n`)
    const ran = await here.ssj('import', 'targets', file('91141102058871238H'))
    expect([ran.code, ran.err]).toEqual([1, expect.stringMatching(/第 2 行[\s\S]*责任单位[\s\S]*校验码/)])
    await here.done('import', 'targets', file(' ９１１４１１０２０５８８７１２３９Ｈ'))
    expect((await here.done('show', 'targets', 'CP-9')).versions[0].extra).toEqual({ 责任单位: FIRM })
    expect((await here.done('list', 'targets', '--where', `责任单位=${FIRM}`)).count).toBe(2)
  })

  it.each([
    ['zh', '这一列只能写一个单位，这里写了 2 个'],
    ['en', 'this column is for one firm, and names 2'],
  ])('is one firm, which is no product (%s)', async (lang, told) => {
    const here = await office()
    const file = (firm: string) =>
      here.file('p.csv', `对象编号,对象类型,名称,监管部门,责任单位\nCP-9,项目,示例工程,JIA,"${firm}"\n`)
    for (const several of [`${FIRM};外地示例车业`, `甲公司；乙公司`, `${FIRM}、91350100M000100Y43`]) {
      const ran = await here.ssj('import', 'targets', file(several), '--lang', lang)
      expect([ran.code, ran.err]).toEqual([1, expect.stringContaining(told)])
    }
    await here.done('import', 'targets', file('甲、乙（合伙）'))
    await here.done('import', 'targets', file('CP-1'))
    await run(here, '--where', '对象类型=项目', '--count', '1', '--items', 'I1')
    const letters = here.path('letters')
    await here.done('export', '1', '--to', letters, '--profile', 'archive')
    const letter = readFileSync(`${letters}/data/检查通知书.html`, 'utf8')
    expect(letter).not.toContain('示例牌电动自行车1')
  })

  it('counts once over in a plan: what a firm answers for shares its room', async () => {
    const here = await office()
    await here.done('rules', 'set', 'cap-total', '1', '--reason', '一年一次')
    const plan = here.file(
      'p.csv',
      '任务编号,任务名称,发起部门,检查对象条件,抽查数量,起止时间\nP1,甲,JIA,"对象编号=CP-1,CP-2",2,2026-03-01~2026-06-30\n',
    )
    await here.done('import', 'plan', plan)
    await here.done('rules', 'set', 'firm-in-draw', '保留')
    const beyond = (await here.ssj('plan', 'check', '--json')).json.findings
    expect(beyond.map(({ code }: { code: string }) => code)).toContain('cap-total-beyond')
    await here.done('rules', 'set', 'firm-in-draw', '默认')
    const told = (await here.ssj('plan', 'check', '--json')).json.findings
    expect(told.map(({ code }: { code: string }) => code)).toContain('task-capped')
  })
})
