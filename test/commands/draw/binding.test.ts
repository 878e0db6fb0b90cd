import { beforeAll, describe, expect, test } from 'vitest'
import { binding, inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { contentOf, type Office } from '../../helpers/ssj.ts'

/** 甲局 has an item with a basis and one without, 乙局 one with; P1 to P3 of 甲局 have a certificate, P4 none. */
let base: Office
beforeAll(async () => {
  base = await binding(
    await miniature({
      targets: targets(6, { 监管部门: 'JIA;YI' }),
      items: [
        { 事项编码: 'J1', 抽查事项: '年报公示', 检查主体: '甲局', 检查依据: '《示例法》第一条' },
        { 事项编码: 'J2', 抽查事项: '价格', 检查主体: '甲局', 检查依据: '暂无' },
        { 事项编码: 'Y1', 抽查事项: '卫生', 检查主体: '乙局', 检查依据: '《示例法》第二条' },
      ],
      inspectors: [
        ...inspectors(3, { 执法证号: '14110200001', 可任组长: '是', 专业资质: '食品' }),
        ...inspectors(1, { 执法证号: '办理中', 可任组长: '是', 专业资质: '食品' }, 4),
        ...inspectors(2, { 所属部门: '乙局', 执法证号: '14110200002' }, 5),
      ],
    }),
  )
})

interface Seat {
  readonly seat: number
  readonly inspector: string
}

const freeze = (...options: string[]) => ['draw', 'freeze', '--lead', 'JIA', '--count', '2', ...options]

describe('the list of items binds a task', () => {
  test.each([
    ['without an item', [], 'task-without-item', '没有写抽查事项', 'it names no item'],
    [
      'with an item of a department that takes no part',
      ['--items', 'J1;Y1'],
      'item-of-other-department',
      '抽查事项 Y1（卫生）不是任务各部门的事项（属于 乙局（YI））',
      'no department of the task has the item Y1 (卫生) (it is of 乙局 (YI))',
    ],
    [
      'with an item that has no basis',
      ['--items', 'J1;J2'],
      'item-without-basis',
      '抽查事项 J2（价格）没有检查依据',
      'without a legal basis in the list of items: item J2 (价格)',
    ],
  ])('%s: it is refused, by rule, ad hoc and from the plan', async (_, options, code, zh, en) => {
    const here = base.copy()
    const before = contentOf(here.db)
    const refused = await here.ssj(...freeze(...options))
    expect([refused.code, refused.out]).toEqual([2, ''])
    expect(refused.err).toContain(zh)
    expect(refused.err).toContain('规则 items-bind')
    expect((await here.ssj(...freeze(...options), '--lang', 'en')).err).toContain(en)
    for (const verb of ['run', 'simulate']) {
      const ran = await here.ssj('draw', verb, ...freeze(...options).slice(2), '--seed', '1', '--json')
      expect([verb, ran.code, ran.json.error.code]).toEqual([verb, 2, code])
    }
    expect(contentOf(here.db)).toBe(before)
    const items = options[1] ?? ''
    const plan = `任务编号,任务名称,发起部门,抽查数量,抽查事项,起止时间\nA,甲,甲局,2,"${items}",2026-03-01~2026-03-31\n`
    await here.done('import', 'plan', here.file('plan.csv', plan))
    expect((await here.ssj('draw', 'freeze', 'A', '--json')).json.error.code).toBe(code)
    const check = await here.ssj('plan', 'check', '--json')
    expect(check.code).toBe(1)
    const found = check.json.findings.filter((finding: { code: string }) => finding.code.startsWith('item-'))
    expect(found).toMatchObject([{ bars: true, details: { task: 'A' } }])
  })

  test('where the rule lets it pass, that is told, at the freeze and in the plan', async () => {
    const here = base.copy()
    await here.done('rules', 'set', '抽查事项的哪些情形使任务不能冻结', '无')
    expect((await here.ssj(...freeze())).out).toContain('任务没有写抽查事项')
    const told = await here.ssj(...freeze('--items', 'J2;Y1', '--id', 'B'))
    expect(told.out).toContain('抽查事项 Y1（卫生）不是任务各部门的事项（属于 乙局（YI））')
    expect(told.out).toContain('抽查事项 J2（价格）没有检查依据')
    const english = await here.ssj(...freeze('--items', 'J2', '--id', 'C', '--lang', 'en'))
    expect(english.out).toContain('without a legal basis in the list of items: item J2 (价格)')
    await here.done('rules', 'set', 'items-bind', '无依据')
    const refused = await here.ssj(...freeze('--items', 'J2', '--id', 'D', '--json'))
    expect(refused.json.error.code).toBe('item-without-basis')
    expect((await here.ssj(...freeze('--id', 'E'))).code).toBe(0)
  })

  test('a joint task may have the items of all its departments; one that has none is told', async () => {
    const here = base.copy()
    const both = await here.ssj(...freeze('--with', 'YI', '--items', 'J1;Y1', '--id', 'A'))
    expect([both.code, both.out.includes('没有自己的事项')]).toEqual([0, false])
    const one = await here.ssj(...freeze('--with', 'YI', '--items', 'J1', '--id', 'B'))
    expect(one.out).toContain('乙局（YI）在本任务的抽查事项中没有自己的事项')
  })

  test('a draw that was frozen before keeps what it was frozen under', async () => {
    const here = base.copy()
    await here.done('rules', 'set', 'items-bind', '无')
    await here.done('rules', 'set', 'certified-minimum', '0')
    await here.done('draw', 'run', '--lead', 'JIA', '--count', '2', '--items', 'J2', '--seed', '1')
    await here.done(...freeze('--items', 'J2', '--id', 'B'))
    await here.done('rules', 'set', 'items-bind', '默认')
    await here.done('rules', 'set', 'certified-minimum', '默认')
    expect(await here.done('draw', 'replay', '1')).toMatchObject({ same: true })
    await here.done('draw', 'run', 'B', '--seed', '1')
    expect(await here.done('draw', 'replay', '2')).toMatchObject({ same: true })
  })
})

describe('enforcement staff need a certificate', () => {
  const seats = async (here: Office, team: string, ...options: string[]) => {
    const task = ['--lead', 'JIA', '--rate', '100%', '--items', 'J1', '--team', team]
    const ran = await here.done('draw', 'run', ...task, ...options, '--seed', '1')
    expect(await here.done('draw', 'replay', ran.draw.slice(-1))).toMatchObject({ same: true })
    const { selection } = await here.done('draw', 'show', ran.draw.slice(-1))
    return (selection as { team: Seat[] }[]).flatMap(({ team }) => team)
  }

  test('as many as the rule staff-minimum asks for: whoever has none is left out, by name', async () => {
    const here = base.copy()
    const told = await here.ssj(...freeze('--items', 'J1'))
    expect(told.out).toContain('甲局（JIA）：可用人员 3 名；未列入：没有执法证号 1 名（示例人4（P4））')
    const english = await here.ssj(...freeze('--items', 'J1', '--id', 'EN', '--lang', 'en'))
    expect(english.out).toContain('no certificate number 1 (示例人4 (P4))')
    expect((await seats(here, '2')).some(({ inspector }) => inspector === 'P4')).toBe(false)
  })

  test('seats beyond that number are open to others, who take no other', async () => {
    const here = base.copy()
    const told = await here.ssj(...freeze('--items', 'J1', '--team', '3'))
    expect(told.out).toContain('其中 1 名没有执法证号，只任不须持证的席位')
    const went = await seats(here, '组长,任意,任意')
    const bare = went.filter(({ inspector }) => inspector === 'P4')
    expect(bare.length).toBeGreaterThan(0)
    expect(bare.every(({ seat }) => seat === 3)).toBe(true)
    expect((await here.ssj('draw', 'show', '1')).out).toContain('持证、持证、任意')
  })

  test('a seat that needs one is no qualification that a common visit could lack', async () => {
    const here = base.copy()
    const period = ['--from', '2026-03-01', '--to', '2026-03-31'] as const
    await seats(here, '2', ...period)
    await seats(here, '3', ...period)
    await here.done('draw', 'merge', '1', '2', '--target', 'T01', '--approver', '局领导')
    expect((await here.done('draw', 'merge')).merged).toMatchObject([{ target: 'T01' }])
  })

  test('by rule: fewer, none, or more than have to go, which contradicts', async () => {
    const here = base.copy()
    await here.done('rules', 'set', 'certified-minimum', '1')
    expect((await seats(here, '2')).some(({ seat, inspector }) => inspector === 'P4' && seat === 1)).toBe(
      false,
    )
    await here.done('rules', 'set', 'certified-minimum', '0')
    expect((await here.ssj(...freeze('--items', 'J1', '--id', 'N'))).out).toContain(
      '甲局（JIA）：可用人员 4 名',
    )
    const above = await here.ssj('rules', 'set', 'certified-minimum', '3')
    expect([above.code, above.err]).toEqual([2, expect.stringContaining('须持证的人数多于要求的执法人员数')])
    await here.done('rules', 'set', 'certified-minimum', '同执法人员数')
    await here.done('rules', 'set', 'staff-minimum', '1')
    expect((await here.ssj(...freeze('--items', 'J1', '--id', 'M', '--team', '2'))).out).toContain(
      '其中 1 名没有执法证号',
    )
  })

  test('where nobody has one the task is refused, and says why', async () => {
    const here = base.copy()
    for (const code of ['P5', 'P6'])
      await here.done('add', 'inspectors', '--set', `人员编号=${code}`, '--set', '执法证号=无')
    const task = ['draw', 'freeze', '--lead', 'YI', '--count', '2', '--items', 'Y1'] as const
    const refused = await here.ssj(...task)
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('另有 2 名因没有执法证号未列入')
    expect(refused.err).toContain('certified-minimum')
    expect((await here.ssj(...task, '--lang', 'en')).err).toContain(
      '2 more are left out without a certificate',
    )
  })

  test('who is lent needs one too', async () => {
    const here = base.copy()
    const lend = ['--lend', 'P4=YI', '--reason', '人手不足', '--approver', '局领导']
    const ran = await here.ssj('draw', 'freeze', '--lead', 'YI', '--count', '2', '--items', 'Y1', ...lend)
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('没有执法证号')])
  })
})
