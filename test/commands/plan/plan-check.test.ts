import { describe, expect, test } from 'vitest'
import { csvFrom, inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { contentOf, type Office } from '../../helpers/ssj.ts'

type Cells = Readonly<Record<string, string>>

const ITEMS: readonly Cells[] = [
  {
    事项编码: 'Z1',
    抽查事项: '示例重点',
    事项类别: '重点',
    检查依据: '《示例法》',
    检查主体: 'JIA',
    参检部门: 'YI',
  },
  {
    事项编码: 'G1',
    抽查事项: '示例一般',
    事项类别: '一般',
    检查依据: '《示例法》',
    检查主体: 'JIA',
    参检部门: 'YI',
    抽查比例: '50%',
    抽查频次: '2次/年',
  },
  {
    事项编码: 'G2',
    抽查事项: '示例无上限',
    事项类别: '一般',
    检查依据: '《示例法》',
    检查主体: 'JIA',
    参检部门: 'YI',
    抽查比例: '≥3%',
  },
  { 事项编码: 'W1', 抽查事项: '示例无依据', 事项类别: '重点', 检查主体: 'JIA', 参检部门: 'YI' },
  { 事项编码: 'N1', 抽查事项: '示例无主体', 事项类别: '重点', 检查依据: '《示例法》' },
]

/** A line of the plan for 甲局 in March, with these further cells. */
const task = (id: string, cells: Cells = {}): Cells => ({
  ...{ 任务编号: id, 任务名称: `示例任务${id}`, 发起部门: 'JIA', 抽查事项: 'Z1' },
  ...{ 抽查数量: '2', 起止时间: '2026-03-01~2026-03-31' },
  ...cells,
})

/** When plans are filed: before the filing day. */
const JANUARY = '2026-01-20T01:00:00Z'

/** Ten targets of 甲局, four inspectors, and a plan filed in January. 乙局 has filed too, unless left out. */
async function planned(plan: readonly Cells[], people = inspectors(4)): Promise<Office> {
  const here = await miniature({ targets: targets(10), items: ITEMS, inspectors: people }, JANUARY)
  await here.ssjIn({ now: JANUARY }, 'import', 'plan', here.file('plan.csv', csvFrom(plan)))
  return here
}

async function found(here: Office, ...options: string[]) {
  const ran = await here.ssj('plan', 'check', '--json', ...options)
  return {
    code: ran.code,
    bars: ran.json.bars,
    codes: ran.json.findings.map((one: { code: string }) => one.code),
    of: (code: string) => ran.json.findings.filter((one: { code: string }) => one.code === code),
    needs: ran.json.needs,
  }
}

const FINE = [task('A'), task('B', { 发起部门: 'YI', 检查对象条件: '名称=没有' })]

describe('plan check', () => {
  test('says nothing of a plan that holds, exits 0, and writes nothing', async () => {
    const registries = {
      targets: [...targets(5), ...targets(5, { 监管部门: 'YI' }, 6)],
      items: ITEMS,
      inspectors: [...inspectors(4), ...inspectors(4, { 所属部门: 'YI' }, 5)],
    }
    const here = await miniature(registries, JANUARY)
    const file = here.file('plan.csv', csvFrom([task('A'), task('B', { 发起部门: 'YI' })]))
    await here.ssjIn({ now: JANUARY }, 'import', 'plan', file)
    const before = contentOf(here.db)
    expect(await found(here)).toMatchObject({ code: 0, bars: 0, codes: [] })
    expect(contentOf(here.db)).toBe(before)
    expect((await here.ssj('plan', 'check')).out).toContain('没有妨碍抽取的问题')
    expect((await here.ssj('plan', 'check', '--lang', 'en')).out).toContain('nothing prevents a draw')
  })

  test('names who has not filed by the day, and who was late; before the day nobody is', async () => {
    const here = await planned([task('A')])
    const report = await found(here)
    expect(report.of('not-filed')).toEqual([
      { code: 'not-filed', bars: false, details: { department: 'YI', day: '2026-01-31' } },
    ])
    expect(report.code).toBe(0)
    expect((await here.ssj('plan', 'check')).out).toContain(
      '1 个部门没有在 2026-01-31 前报送计划（没有发起的任务）：乙局（YI）',
    )
    expect((await here.ssj('plan', 'check', '--lang', 'en')).out).toContain(
      '1 department had filed no plan by 2026-01-31 (leading no task): 乙局 (YI)',
    )
    const early = await here.ssjIn({ now: '2026-01-31T15:59:59Z' }, 'plan', 'check', '--json')
    expect(early.json.findings).toEqual([])
    await here.done(
      'import',
      'plan',
      here.file('late.csv', csvFrom([task('B', { 发起部门: 'YI', 起止时间: '2026-05-01~2026-05-31' })])),
    )
    expect((await found(here)).of('filed-late')).toMatchObject([
      { details: { department: 'YI', filed: '2026-02-03' } },
    ])
    await here.done('rules', 'set', 'plan-filing-day', '3月31日')
    expect((await found(here)).codes).not.toContain('filed-late')
  })

  test('a plan is filed on the day that it says, by the day that it says', async () => {
    const here = await planned([task('A', { 报送日期: '2026-02-02' }), task('B', { 发起部门: 'YI' })])
    expect((await found(here)).of('filed-late')).toMatchObject([
      { details: { department: 'JIA', filed: '2026-02-02', day: '2026-01-31' } },
    ])
    const other = await miniature({ targets: targets(10), items: ITEMS, inspectors: inspectors(4) })
    const plan = [
      task('A', { 报送日期: '2026年1月28日' }),
      task('B', { 发起部门: 'YI', 报送日期: '2026-02-10', 报送截止日: '2026-02-15' }),
    ]
    await other.ssjIn({ now: '2026-02-20T01:00:00Z' }, 'import', 'plan', other.file('p.csv', csvFrom(plan)))
    const report = await other.ssjIn({ now: '2026-02-20T01:00:00Z' }, 'plan', 'check', '--json')
    expect(report.json.findings.map((one: { code: string }) => one.code)).not.toContain('filed-late')
    expect(report.json.findings.map((one: { code: string }) => one.code)).not.toContain('not-filed')
  })

  test('a line that was withdrawn was filed; an ad-hoc draw files nothing and is no line', async () => {
    const here = await planned([task('A'), task('B', { 发起部门: 'YI' })])
    await here.done('retire', 'plan', 'B', '--reason', '取消')
    expect((await found(here)).codes).not.toContain('not-filed')
    const none = await planned([task('A')])
    const freeze = ['draw', 'freeze', '--lead', 'JIA', '--items', 'Z1', '--count', '1', '--id', 'X'] as const
    await none.done(...freeze)
    const ran = await none.ssj('plan', 'check', '--json')
    expect(ran.json).toMatchObject({ tasks: 1, ahead: 1 })
    expect(ran.json.findings).toContainEqual({
      code: 'not-filed',
      bars: false,
      details: { department: 'YI', day: '2026-01-31' },
    })
  })

  test('tells a line whose period is over, until it is drawn; frozen late only for a reason', async () => {
    const here = await planned([task('A'), task('B', { 发起部门: 'YI' })])
    const now = '2026-04-02T01:00:00Z'
    const at = async (...argv: string[]) => here.ssjIn({ now }, ...argv)
    const overdue = async () =>
      (await at('plan', 'check', '--json')).json.findings.filter(
        (one: { code: string }) => one.code === 'overdue',
      )
    expect(await overdue()).toMatchObject([
      { bars: false, details: { task: 'A', to: '2026-03-31', frozen: false } },
      { details: { task: 'B' } },
    ])
    expect((await at('plan', 'check')).out).toContain(
      '任务“示例任务A（A）”的检查时间已于 2026-03-31 结束，尚未抽取',
    )
    const before = contentOf(here.db)
    for (const verb of ['freeze', 'run']) {
      const ran = await at('draw', verb, 'A', ...(verb === 'run' ? ['--seed', '1'] : []))
      expect([ran.code, ran.out]).toEqual([2, ''])
      expect(ran.err).toContain('检查时间已于 2026-03-31 结束，今天是 2026-04-02')
    }
    expect((await at('draw', 'freeze', 'A', '--lang', 'en')).err).toContain('its period ended on 2026-03-31')
    expect(contentOf(here.db)).toBe(before)
    expect((await at('draw', 'freeze', 'A', '--reason', '上季度人手不足')).code).toBe(0)
    expect((await overdue())[0]).toMatchObject({ details: { task: 'A', frozen: true } })
    expect((await at('draw', 'show', '1')).out).toContain('在检查时间之外冻结，理由：上季度人手不足')
    expect((await at('draw', 'run', 'A', '--seed', '1')).code).toBe(0)
    expect(await overdue()).toMatchObject([{ details: { task: 'B' } }])
    expect((await at('draw', 'replay', '1', '--json')).json).toMatchObject({ same: true })
  })

  test('what stands frozen is drawn after its period for a reason, and next year’s task is frozen before its year for one', async () => {
    const next = { 起止时间: '2027-01-10~2027-03-31' }
    const here = await planned([task('A'), task('B', next)])
    await here.done('rules', 'set', 'lapse-days', '366')
    await here.done('draw', 'freeze', 'A')
    const at = (...argv: string[]) => here.ssjIn({ now: '2026-04-02T01:00:00Z' }, 'draw', ...argv)
    for (const [lang, over, ahead] of [
      ['zh', '不能抽取：检查时间已于 2026-03-31 结束', '检查时间 2027-01-10 才开始，今天是 2026-04-02'],
      [
        'en',
        'cannot draw task “示例任务A (A)”: its period ended on 2026-03-31',
        'begins on 2027-01-10, and today is 2026-04-02',
      ],
    ] as const) {
      const before = contentOf(here.db)
      const [ran, frozen] = [
        await at('run', 'A', '--seed', '1', '--lang', lang),
        await at('freeze', 'B', '--lang', lang),
      ]
      expect([ran.code, ran.err]).toEqual([2, expect.stringContaining(over)])
      expect([frozen.code, frozen.err]).toEqual([2, expect.stringContaining(ahead)])
      expect(contentOf(here.db)).toBe(before)
    }
    const late = await at('run', 'A', '--seed', '1', '--reason', '种子公布晚')
    expect(late.out).toContain('检查时间结束后抽取，理由：种子公布晚')
    expect((await at('show', '1', '--json')).json).toMatchObject({ late: null, drawnLate: '种子公布晚' })
    expect((await at('freeze', 'B', '--reason', '年前准备')).code).toBe(0)
    expect((await at('show', '2')).out).toContain('在检查时间之外冻结，理由：年前准备')
    expect((await at('replay', '1', '--json')).json).toMatchObject({ same: true })
  })

  test('a task that was taken out of the plan is not run', async () => {
    const here = await planned([task('A'), task('B', { 发起部门: 'YI' })])
    await here.done('draw', 'freeze', 'A')
    await here.done('retire', 'plan', 'A', '--reason', '取消')
    const before = contentOf(here.db)
    const ran = await here.ssj('draw', 'run', 'A', '--seed', '1')
    expect([ran.code, ran.out]).toEqual([2, ''])
    expect(ran.err).toContain('冻结之后已从年度计划中撤下')
    expect((await here.ssj('draw', 'run', 'A', '--seed', '1', '--lang', 'en')).err).toContain(
      'taken out of the plan',
    )
    expect(contentOf(here.db)).toBe(before)
  })

  test('bars items that are missing, not valid or without a legal basis, and tells the rest', async () => {
    const here = await planned([
      task('A', { 抽查事项: 'W1' }),
      task('B', { 抽查事项: 'G2', 起止时间: '2026-05-01~2026-05-31' }),
      task('C', { 抽查事项: '', 起止时间: '2026-06-01~2026-06-30' }),
      task('D', { 起止时间: '2026-07-01~2026-07-31' }),
    ])
    await here.done('retire', 'items', 'Z1', '--reason', '取消')
    await here.done('rules', 'set', 'items-bind', '默认')
    const report = await found(here)
    expect(report.code).toBe(1)
    expect(report.of('item-unbased')).toMatchObject([{ bars: true, details: { task: 'A', item: 'W1' } }])
    expect(report.of('item-absent')).toMatchObject([{ bars: true, details: { task: 'D', item: 'Z1' } }])
    expect(report.of('item-open')).toMatchObject([
      { bars: false, details: { item: 'G2', lacks: ['rate', 'frequency'] } },
    ])
    expect(report.of('item-none')).toMatchObject([{ bars: true, details: { task: 'C' } }])
    const { out } = await here.ssj('plan', 'check')
    expect(out).toContain('任务“示例任务A（A）”的抽查事项 W1（示例无依据）没有检查依据')
    expect((await here.ssj('plan', 'check', '--lang', 'en')).out).toContain('has no legal basis')
    await here.done('rules', 'set', 'item-limit-missing', '拒绝')
    expect((await found(here)).of('item-open')).toMatchObject([{ bars: true }])
  })

  test('bars an 一般 item that the year would pass, the draws so far counted', async () => {
    const month = (i: number) => ({ 抽查事项: 'G1', 起止时间: `2026-0${i}-01~2026-0${i}-28` })
    const here = await planned([
      task('A', month(3)),
      task('B', month(4)),
      task('C', { ...month(5), 抽查数量: '1' }),
    ])
    expect((await found(here)).codes).not.toContain('item-beyond')
    await here.done('add', 'plan', ...set({ ...task('C', { ...month(5) }) }))
    await here.done('draw', 'run', 'A', '--seed', '1')
    const report = await found(here)
    expect(report.of('item-beyond')).toMatchObject([
      { bars: true, details: { item: 'G1', limit: '50%', base: 10, may: 5, planned: 6, tasks: ['B', 'C'] } },
    ])
    expect((await here.ssj('plan', 'check')).out).toContain(
      '10 户至多抽 5 户，全年将抽 6 户（任务“示例任务B（B）”“示例任务C（C）”）',
    )
    expect((await here.ssj('plan', 'check', '--lang', 'en')).out).toContain(
      'the plan for the year draws 6 (tasks 示例任务B (B), 示例任务C (C))',
    )
  })

  test('bars what the caps leave no room for', async () => {
    const here = await planned([
      task('A', { 抽查数量: '6' }),
      task('B', { 抽查数量: '5', 起止时间: '2026-05-01~2026-05-31' }),
    ])
    expect((await found(here)).bars).toBe(0)
    await here.done('rules', 'set', 'cap-department', '1')
    const report = await found(here)
    expect(report.of('cap-department-beyond')).toMatchObject([
      { bars: true, details: { department: 'JIA', cap: 1, planned: 11, places: 10 } },
    ])
    expect((await here.ssj('plan', 'check')).out).toContain('甲局（JIA）全年计划检查 11 户次')
    await here.done('rules', 'set', 'cap-total', '1')
    expect((await found(here)).of('cap-total-beyond')).toMatchObject([
      { details: { planned: 11, places: 10 } },
    ])
    for (let i = 1; i <= 5; i++)
      await here.done(
        'visit',
        'add',
        '--target',
        `T0${i}`,
        '--department',
        'JIA',
        '--cause',
        '投诉举报',
        '--reference',
        '1',
      )
    expect((await found(here)).of('task-capped')).toMatchObject([
      { details: { task: 'A', wanted: 6, frame: 5, capped: 5 } },
    ])
  })

  test('shows departments that plan the same targets in the same weeks', async () => {
    const here = await planned([
      task('A', { 检查对象条件: '对象编号=T01,T02,T03' }),
      task('B', { 检查对象条件: '对象编号=T03,T04', 起止时间: '2026-03-15~2026-04-15' }),
      task('C', { 检查对象条件: '对象编号=T03,T04', 起止时间: '2026-04-16~2026-04-30' }),
    ])
    expect((await found(here)).of('overlap')).toEqual([
      {
        code: 'overlap',
        bars: false,
        details: {
          tasks: ['A', 'B'],
          departments: ['JIA'],
          from: '2026-03-15',
          to: '2026-03-31',
          targets: 1,
        },
      },
    ])
    expect((await here.ssj('plan', 'check')).out).toContain(
      '任务“示例任务A（A）”与“示例任务B（B）”在 2026-03-15~2026-03-31 期间涉及同样的 1 户',
    )
    const at = async (now: string) =>
      (await here.ssjIn({ now }, 'plan', 'check', '--json')).json.findings.filter(
        (one: { code: string }) => one.code === 'overlap',
      )
    expect(await at('2026-03-20T01:00:00Z')).toMatchObject([
      { details: { from: '2026-03-20', to: '2026-03-31' } },
    ])
    expect(await at('2026-04-01T01:00:00Z')).toEqual([])
  })

  test('a task without a period, or with words for whom it is about, is told so here and at its freeze', async () => {
    const here = await planned([task('A', { 起止时间: '', 检查对象范围: '行业=餐饮' }), task('B')])
    const { of } = await found(here)
    expect(of('period-none')).toEqual([{ code: 'period-none', bars: false, details: { task: 'A' } }])
    expect(of('scope-alone')).toMatchObject([{ details: { task: 'A', scope: '行业=餐饮' } }])
    const told = {
      zh: [
        '任务“示例任务A（A）”没有写明起止时间',
        '范围“行业=餐饮”只是文字',
        '任务没有写明起止时间，只按冻结当日',
      ],
      en: [
        'task 示例任务A (A) states no period',
        'says in words whom it is about (“行业=餐饮”)',
        'it counts for the day of its freeze',
      ],
    }
    for (const lang of ['zh', 'en'] as const) {
      const [period, scope, atFreeze] = told[lang]
      const checked = (await here.ssj('plan', 'check', '--lang', lang)).out
      expect(checked).toContain(period)
      expect(checked).toContain(scope)
      const frozen = (await here.copy().ssj('draw', 'freeze', 'A', '--lang', lang)).out
      expect(frozen).toContain(atFreeze)
      expect(frozen).toContain('“行业=餐饮”')
    }
  })

  test('an item of which the list does not say who inspects is told, bars by rule, and refuses the freeze', async () => {
    const here = await planned([task('A', { 抽查事项: 'N1' })])
    expect((await found(here)).of('item-unowned')).toEqual([
      { code: 'item-unowned', bars: false, details: { task: 'A', item: 'N1', name: '示例无主体' } },
    ])
    const told = await here.ssj('draw', 'freeze', 'A')
    expect([told.code, told.out]).toEqual([0, expect.stringContaining('N1（示例无主体）没有写明检查主体')])
    const bound = await planned([task('A', { 抽查事项: 'N1' })])
    await bound.done('rules', 'set', 'items-bind', '默认')
    expect((await found(bound)).of('item-unowned')).toMatchObject([{ bars: true }])
    const zh = await bound.ssj('draw', 'freeze', 'A')
    expect([zh.code, zh.err]).toEqual([2, expect.stringContaining('N1（示例无主体）没有写明检查主体')])
    expect((await bound.ssj('draw', 'freeze', 'A', '--lang', 'en')).err).toContain(
      'does not say who inspects',
    )
  })

  test('names targets that nobody may staff, and bars a task of which nobody is left', async () => {
    const people = inspectors(3)
    const here = await planned(
      [task('A', { 检查对象条件: '对象编号=T01,T02' }), task('B', { 检查对象条件: '对象编号=T01' })],
      people,
    )
    const recused = people.slice(0, 2).map(row => `${row.人员编号},T01,亲属\n`)
    await here.done('import', 'recusals', here.file('r.csv', `人员编号,对象编号,事由\n${recused.join('')}`))
    expect((await found(here)).of('unstaffable')).toEqual([
      {
        code: 'unstaffable',
        bars: false,
        details: { task: 'A', department: 'JIA', targets: 1, first: 'T01', all: false },
      },
      {
        code: 'unstaffable',
        bars: true,
        details: { task: 'B', department: 'JIA', targets: 1, first: 'T01', all: true },
      },
    ])
    expect((await here.ssj('plan', 'check')).out).toContain('部门甲局（JIA）派不出检查组')
    expect((await here.ssj('plan', 'check', '--lang', 'en')).out).toContain('can get no team of 甲局 (JIA)')
    const report = await here.ssj('draw', 'freeze', 'B', '--json')
    expect(report.json.error.code).toBe('infeasible')
  })

  test('counts inspectors by department and qualification, month by month', async () => {
    const people = [
      ...inspectors(2, { 年度上限: '4' }),
      ...inspectors(1, { 年度上限: '4', 专业资质: '食品' }, 3),
    ]
    const food = (id: string, month: number) =>
      task(id, { 抽查数量: '2', 席位: '食品,任意', 起止时间: `2026-0${month}-01~2026-0${month}-28` })
    const here = await planned([food('A', 3), food('B', 4), food('C', 5)], people)
    const report = await found(here)
    expect(report.needs.filter((need: { tag: string }) => need.tag === '食品')).toMatchObject([
      { department: 'JIA', month: '2026-03', least: 2, most: 2, capacity: 2 },
      { month: '2026-04', least: 4, capacity: 4 },
      { month: '2026-05', least: 6, capacity: 4 },
    ])
    expect(report.code).toBe(1)
    expect(report.of('inspectors-short')).toEqual([
      {
        code: 'inspectors-short',
        bars: true,
        details: { department: 'JIA', month: '2026-05', tag: '食品', needed: 6, capacity: 4 },
      },
    ])
    expect((await here.ssj('plan', 'check')).out).toContain(
      '甲局（JIA）截至 2026-05 需要具备“食品”的检查人员至少 6 人次，年度上限只容得下 4 人次',
    )
    await here.done('add', 'inspectors', ...set({ ...people[1]!, 专业资质: '食品' }))
    expect((await found(here)).bars).toBe(0)
  })

  test('bars a team that asks for more people than there are', async () => {
    const here = await planned([task('A', { 席位: '5' })])
    expect((await found(here)).of('team-large')).toMatchObject([
      { bars: true, details: { task: 'A', department: 'JIA', tag: '', seats: 5, people: 4 } },
    ])
  })

  test('counts experts of the library for their seats only, beside the enforcement staff', async () => {
    const here = await planned([task('A', { 席位: '任意,任意,专家' })])
    expect((await found(here)).of('team-large')).toMatchObject([
      { details: { department: 'JIA', tag: 'expert', seats: 1, people: 0 } },
    ])
    const rows = ['编号,姓名,专业领域,聘请部门', 'Z1,示例甲,食品,JIA']
    await here.done('import', 'experts', here.file('experts.csv', rows.join('\n')))
    const report = await found(here)
    expect(report.bars).toBe(0)
    expect(report.needs).toMatchObject([
      { tag: '', least: 4, capacity: 8 },
      { tag: 'expert', least: 2, capacity: 2 },
    ])
    await here.done('add', 'plan', ...set(task('A', { 席位: '任意,任意,食品' })))
    expect((await found(here)).of('team-large')).toMatchObject([{ details: { tag: '食品', people: 0 } }])
  })

  test('leaves out whom the rule of days off keeps out, and lets them in without it', async () => {
    const people = [...inspectors(1), ...inspectors(1, { 不可用日期: '2026-03-10~2026-03-12' }, 2)]
    const here = await planned([task('A')], people)
    expect((await found(here)).bars).toBe(0)
    await here.done('rules', 'set', 'days-off', '任一日即排除')
    expect((await found(here)).of('team-large')).toMatchObject([{ details: { seats: 2, people: 1 } }])
  })

  test('bars what a freeze would refuse for its team or cause, unless it is frozen already', async () => {
    const here = await planned([task('A'), task('B', { 抽查类型: '专项' })])
    expect((await found(here)).bars).toBe(0)
    await here.done('draw', 'freeze', 'A')
    await here.done('rules', 'set', 'staff-minimum', '3')
    await here.done('rules', 'set', 'special-cause', '是')
    const report = await found(here)
    expect(report.of('too-few-staff')).toMatchObject([
      { bars: true, details: { task: 'B', department: 'JIA', staff: 2, least: 3 } },
    ])
    expect(report.of('cause-none')).toMatchObject([{ bars: true, details: { task: 'B' } }])
    for (const [lang, words] of [
      ['zh', '至少要 3 个（规则 staff-minimum）'],
      ['en', 'at least 3 are required (rule staff-minimum)'],
    ] as const)
      expect((await here.ssj('plan', 'check', '--lang', lang)).out).toContain(words)
    await here.done('rules', 'set', 'special-cause', '否')
    await here.done('rules', 'set', 'staff-minimum', '2')
    expect((await found(here)).bars).toBe(0)
    await here.done('add', 'plan', ...set({ ...task('B', { 抽查类型: '专项' }), 检查原因: '听说' }))
    expect((await found(here)).of('cause-strange')).toMatchObject([{ details: { task: 'B', cause: '听说' } }])
  })

  test('--year: a year the plan does not reach is refused, one without tasks shows who has not filed', async () => {
    const here = await planned(FINE)
    const none = await here.ssj('plan', 'check', '--year', '2031')
    expect([none.code, none.err]).toEqual([
      2,
      'ssj: 年度计划中没有 2031 年及以后的任务\nssj: 提示：计划中的年度：2026；用 --year 指定\n',
    ])
    expect((await here.ssj('plan', 'check', '--year', '2031', '--lang', 'en')).err).toContain('name the year')
    for (const year of ['x', '5', '20260'])
      expect((await here.ssj('plan', 'check', '--year', year)).err).toContain('YYYY')
  })
})

describe('a change of the plan during the year', () => {
  test('keeps both versions, and the reason with who gave it', async () => {
    const here = await planned([task('A')])
    await here.done('add', 'plan', ...set(task('A', { 抽查数量: '3' })), '--reason', '上级要求')
    const { versions } = await here.done('show', 'plan', 'A', '--history')
    expect(
      versions.map((v: { count: string; because: { reason: string } }) => [v.count, v.because.reason]),
    ).toEqual([
      ['2', ''],
      ['3', '上级要求'],
    ])
    expect((await here.ssj('show', 'plan', 'A', '--history')).out).toContain(
      '2026-02-03 12:05:06 测试员：上级要求',
    )
    expect((await found(here)).codes).not.toContain('changed-unexplained')
    await here.done('add', 'plan', ...set(task('A', { 抽查数量: '2' })))
    expect((await found(here)).of('changed-unexplained')).toMatchObject([
      { bars: false, details: { task: 'A', actor: '测试员' } },
    ])
  })

  test('needs a reason after the filing day where the rule says so; a new line does not', async () => {
    const here = await planned([task('A')])
    await here.ssjIn({ now: JANUARY }, 'rules', 'set', 'plan-change-reason', '是')
    const beforeTheDay = here.copy()
    const before = contentOf(here.db)
    const changed = here.file('changed.csv', csvFrom([task('A', { 抽查数量: '3' })]))
    const zh = await here.ssj('import', 'plan', changed)
    expect([zh.code, zh.err]).toEqual([
      2,
      expect.stringContaining('1 项任务在报送截止日 2026-01-31 之后变更，没有写明理由'),
    ])
    expect(
      (await here.ssj('add', 'plan', ...set(task('A', { 抽查数量: '3' })), '--lang', 'en')).err,
    ).toContain('1 task would change after the filing day 2026-01-31 without a reason')
    expect(contentOf(here.db)).toBe(before)
    await here.done('import', 'plan', changed, '--reason', '机构调整')
    await here.done('import', 'plan', here.file('new.csv', csvFrom([task('N')])))
    const early = await beforeTheDay.ssjIn(
      { now: '2026-01-30T01:00:00Z' },
      'add',
      'plan',
      ...set(task('A', { 抽查数量: '4' })),
    )
    expect(early.code).toBe(0)
  })
})

function set(cells: Cells): string[] {
  return Object.entries(cells).flatMap(([heading, value]) => ['--set', `${heading}=${value}`])
}
