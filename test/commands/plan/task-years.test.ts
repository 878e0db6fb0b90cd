import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inspectors, miniature, targets } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

const HEAD = '任务编号,任务名称,发起部门,抽查比例,起止时间'
const NEXT_YEAR = { now: '2027-02-03T04:05:06Z' }

/** An office whose P01 of 2026 was drawn by rates of its classes. */
async function lastYear(): Promise<Office> {
  const here = await miniature({
    targets: [...targets(6, { 信用风险等级: 'A' }), ...targets(6, { 信用风险等级: 'D' }, 7)],
    inspectors: inspectors(4),
    plan: [
      {
        任务编号: 'P01',
        任务名称: '公示信息抽查',
        发起部门: 'JIA',
        分层: '信用风险等级',
        分级比例: 'A=20%;D=50%',
        起止时间: '2026-03-01~2026-06-30',
      },
    ],
  })
  await here.done('draw', 'run', 'P01', '--seed', 'x')
  return here
}

const nextPlan = (here: Office, ...rows: string[]) => here.file('plan27.csv', [HEAD, ...rows, ''].join('\n'))

/** The same office with another P01 in the plan of 2027. */
async function twoYears(): Promise<Office> {
  const here = await lastYear()
  const file = nextPlan(here, 'P01,餐饮检查,JIA,25%,2027-03-01~2027-06-30')
  const { files } = await here.done('import', 'plan', file, '--reason', '年度计划')
  expect(files[0]).toMatchObject({ new: 1, changed: 0, unchanged: 0 })
  return here
}

const inYear = async (here: Office, ...argv: string[]) => {
  const ran = await here.ssjIn(NEXT_YEAR, ...argv, '--json')
  expect([ran.err, ran.code]).toEqual(['', 0])
  return ran.json
}

describe('a number that the next year uses again', () => {
  it('is another task: nothing of the former is inherited, drawn or voided', async () => {
    const here = await twoYears()
    const { versions } = await here.done('show', 'plan', '2027/P01')
    expect(versions).toMatchObject([{ id: '2027/P01', code: 'P01', rate: '25%', rates: '', strata: '' }])
    expect((await here.done('show', 'plan', '2026/P01')).versions[0]).toMatchObject({
      strata: '信用风险等级',
      until: null,
    })
    expect(await inYear(here, 'plan', 'check', '--year', '2027')).toMatchObject({ tasks: 1, ahead: 1 })
    expect(await inYear(here, 'plan', 'check', '--year', '2026')).toMatchObject({ tasks: 1, ahead: 0 })
    const drawn = await inYear(here, 'draw', 'run', 'P01', '--seed', 'y')
    expect(drawn).toMatchObject({ draw: '2027-0001', attempt: 1, drawn: 3 })
    const { draws } = await here.done('draw', 'list')
    expect(draws).toMatchObject([
      { draw: '2026-0001', task: 'P01', year: '2026', state: 'drawn', void: null },
      { draw: '2027-0001', task: 'P01', year: '2027', state: 'drawn', attempt: 1 },
    ])
    for (const draw of ['2026-0001', '2027-0001']) {
      expect((await here.done('draw', 'replay', draw)).same).toBe(true)
      await here.done('export', draw, '--to', here.path(draw))
      const { task } = JSON.parse(readFileSync(here.path(`${draw}/commitment.json`), 'utf8'))
      expect(task.id).toBe('P01')
    }
    expect((await here.ssj('draw', 'list')).out).toMatch(/2026\/P01 公示信息抽查[\s\S]*2027\/P01 餐饮检查/)
    expect((await here.ssj('list', 'plan')).out).toMatch(/2026\/P01 [\s\S]*2027\/P01 /)
    expect(await here.done('log', '--verify')).toMatchObject({ holds: true })
  })

  it('stands beside it in the published plans, one for each year', async () => {
    const here = await twoYears()
    for (const [year, name] of [
      ['2026', '公示信息抽查'],
      ['2027', '餐饮检查'],
    ] as const) {
      expect(
        await here.done('publish', 'plan', '--to', here.path(`${year}.csv`), '--year', year),
      ).toMatchObject({ rows: 1 })
      expect(readFileSync(here.path(`${year}.csv`), 'utf8')).toContain(`1,${name}`)
    }
  })

  it('counts as an earlier draw: 已抽排除 keeps out whom last year’s task drew', async () => {
    const here = await twoYears()
    await here.done(
      'add',
      'plan',
      '--set',
      '任务编号=2027/P01',
      '--set',
      '已抽排除=近5年',
      '--reason',
      '排除',
    )
    const frozen = await inYear(here, 'draw', 'freeze', 'P01')
    const before = (await here.done('draw', 'show', '2026-0001')).selection
    const drawn = before.filter(({ status }: { status: string }) => status === 'drawn').length
    expect(frozen.waterfall.excluded).toMatchObject({ drawn })
    await inYear(here, 'draw', 'run', 'P01', '--seed', 'z')
    expect((await here.done('draw', 'replay', '2027-0001')).same).toBe(true)
  })
})

describe('a task is named', () => {
  it('by its number where one year has it, or by that of the present year', async () => {
    const here = await twoYears()
    const shown = async (now: string, name: string) =>
      (await here.ssjIn({ now: `${now}-02-03T00:00:00Z` }, 'show', 'plan', name, '--json')).json.versions[0]
        .id
    expect(await shown('2026', 'P01')).toBe('2026/P01')
    expect(await shown('2027', 'P01')).toBe('2027/P01')
    expect(await shown('2028', '2026/P01')).toBe('2026/P01')
    await here.done('retire', 'plan', '2026/P01', '--reason', '作废')
    expect(await shown('2028', 'P01')).toBe('2027/P01')
  })

  it.each([
    ['zh', '任务编号“P01”几个年度都有：2026/P01、2027/P01', '2027/P01'],
    ['en', 'several years go by the number “P01”: 2026/P01, 2027/P01', '2027/P01'],
  ])('and refused with the candidates where nobody can tell (%s)', async (lang, told, hint) => {
    const here = await twoYears()
    const now = { now: '2028-02-03T00:00:00Z' }
    for (const argv of [
      ['draw', 'freeze', 'P01'],
      ['draw', 'run', 'P01', '--seed', 'x'],
      ['draw', 'simulate', 'P01'],
      ['show', 'plan', 'P01'],
      ['retire', 'plan', 'P01', '--reason', '作废'],
    ]) {
      const ran = await here.ssjIn(now, ...argv, '--lang', lang)
      expect([argv, ran.code, ran.err]).toEqual([argv, 2, expect.stringContaining(told)])
      expect(ran.err).toContain(hint)
    }
    const ran = await here.ssjIn(
      now,
      'add',
      'plan',
      '--set',
      '任务编号=P01',
      '--set',
      '替补=1',
      '--lang',
      lang,
    )
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining(hint)])
  })

  it('by 年度, in conditions and in files, whatever its period', async () => {
    const here = await lastYear()
    const file = here.file(
      'p.csv',
      '任务编号,任务名称,发起部门,抽查比例,年度\nP01,甲,JIA,5%,2027年度\nP02,乙,JIA,5%,\n',
    )
    await here.done('import', 'plan', file, '--reason', '下年')
    const ids = async (where: string) =>
      (await here.done('list', 'plan', '--where', where)).records.map(({ id }: { id: string }) => id)
    expect(await ids('年度=2027')).toEqual(['2027/P01'])
    expect(await ids('年度=2026')).toEqual(['2026/P01', '2026/P02'])
    expect(await ids('计划年度>=2027;任务编号=P01')).toEqual(['2027/P01'])
    const bad = here.file('q.csv', '任务编号,任务名称,发起部门,抽查比例,年度\nP01,甲,JIA,5%,明年\n')
    const ran = await here.ssj('import', 'plan', bad)
    expect([ran.code, ran.err]).toEqual([1, expect.stringMatching(/第 2 行[\s\S]*明年[\s\S]*四位年份/)])
  })

  it('and is moved into another year on purpose only: the line that stands keeps its year', async () => {
    const here = await lastYear()
    const moved = ['--set', '任务编号=P01', '--set', '起止时间=2027-01-01~2027-02-28', '--reason', '延期']
    const refused = await here.ssj('add', 'plan', ...moved)
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('不在任务 2026/P01 的年度内')])
    expect((await here.ssj('add', 'plan', ...moved, '--lang', 'en')).err).toContain(
      'is not in the year of task 2026/P01',
    )
    const file = here.file(
      'moved.csv',
      '任务编号,任务名称,抽查数量,起止时间\nP01,检查,4,2027-01-01~2027-02-01\n',
    )
    expect((await here.ssj('import', 'plan', file, '--json')).json.files[0].issues).toMatchObject([
      { code: 'period-of-other-year', row: 2, details: { task: '2026/P01', year: '2027' } },
    ])
    await here.done('add', 'plan', ...moved, '--set', '年度=2026')
    const { records } = await here.done('list', 'plan')
    expect(records).toMatchObject([{ id: '2026/P01', period: '2027-01-01~2027-02-28', name: '公示信息抽查' }])
    expect(await here.done('plan', 'check', '--year', '2026')).toMatchObject({ tasks: 1, ahead: 0 })
  })

  it('by one year, not by two: 年度 and the year in the number are the same', async () => {
    const here = await lastYear()
    const file = here.file(
      'two.csv',
      '任务编号,任务名称,发起部门,抽查比例,年度\n2026/P01,甲,JIA,5%,2027\n1411/3,乙,JIA,5%,2027\n',
    )
    const { json } = await here.ssj('import', 'plan', file, '--json')
    expect(json.files[0].issues).toMatchObject([
      { code: 'year-contradicts-number', row: 2, value: '2026/P01', details: { year: '2027' } },
    ])
    expect((await here.ssj('import', 'plan', file)).err).toContain('任务编号里的年度与年度“2027”不一致')
    expect((await here.ssj('import', 'plan', file, '--lang', 'en')).err).toContain(
      'names another year than 2027',
    )
  })

  it.each([
    ['年度', 'P02,甲,JIA,5%,2027,2026-03-01~2026-06-30'],
    ['its number', '2027/P02,甲,JIA,5%,,2026-03-01~2026-06-30'],
    ['its name', 'P02,2027年甲,JIA,5%,,2026-03-01~2026-06-30'],
  ])(
    'a period that has no day in the year of %s is doubted, or refused where the office says so',
    async (_, row) => {
      const here = await lastYear()
      const file = here.file('p.csv', `任务编号,任务名称,发起部门,抽查比例,年度,起止时间\n${row}\n`)
      const { files } = await here.done('import', 'plan', file, '--dry-run')
      expect(files[0].doubts).toMatchObject([
        { code: 'other-year', count: 1, examples: [{ row: 2, column: 6, value: '2026-03-01~2026-06-30' }] },
      ])
      expect((await here.ssj('import', 'plan', file, '--dry-run')).out).toContain(
        '起止时间不在所写的年度内，已照收 1: 第 2 行 F 列（起止时间）',
      )
      expect((await here.ssj('import', 'plan', file, '--dry-run', '--lang', 'en')).out).toContain(
        'no day of the period is in the year that the row says',
      )
      await here.done('rules', 'set', 'refused-doubts', '年度不符')
      const ran = await here.ssj('import', 'plan', file)
      expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('存疑（年度不符）')])
      const good = here.file(
        'g.csv',
        '任务编号,任务名称,发起部门,抽查比例,年度,起止时间\nP02,2027年甲,JIA,5%,2027,2026-12-01~2027-01-31\n',
      )
      expect((await here.done('import', 'plan', good)).files[0].doubts).toEqual([])
    },
  )

  it('where it states its quantity in another way, the end of the former way is told, in import and add', async () => {
    const here = await lastYear()
    const file = here.file('p.csv', '任务编号,任务名称,抽查数量\nP01,公示信息抽查,4\n')
    const told = [
      expect.stringMatching(/原抽取方式停用，改按新写的 1: 第 2 行（分级比例）原“.*”，现“抽查数量 4”/),
      0,
    ]
    const dry = await here.ssj('import', 'plan', file, '--dry-run')
    expect([dry.out, dry.code]).toEqual(told)
    const ran = await here.copy().ssj('import', 'plan', file, '--reason', '改')
    expect([ran.out, ran.code]).toEqual(told)
    const set = ['add', 'plan', '--set', '任务编号=P01', '--set', '抽查数量=4', '--reason', '改'] as const
    const added = await here.ssj(...set, '--lang', 'en')
    expect(added.out).toMatch(
      /the former way of stating the quantity ends 1: 分级比例 was “.*”, is now “抽查数量 4”/,
    )
    expect((await here.ssj(...set)).out).not.toContain('原抽取方式')
  })

  it('a number that begins with its year stays as the office writes it', async () => {
    const here = await miniature({ targets: targets(4), inspectors: inspectors(2) })
    const rows = ['2026/01,甲,JIA,50%,2026-03-01~2026-06-30', '2027/01,乙,JIA,50%,2027-03-01~2027-06-30']
    await here.done('import', 'plan', nextPlan(here, ...rows))
    expect((await here.done('list', 'plan')).records).toMatchObject([
      { id: '2026/01', code: '2026/01' },
      { id: '2027/01', code: '2027/01' },
    ])
    await here.done('draw', 'run', '2026/01', '--seed', 'x')
    expect((await here.done('draw', 'list')).draws).toMatchObject([{ task: '2026/01', year: '2026' }])
  })
})

describe('a plan that is imported', () => {
  it('--replace speaks for its own years, and for no ad-hoc task', async () => {
    const here = await lastYear()
    await here.done(
      'draw',
      'freeze',
      '--lead',
      'JIA',
      '--count',
      '1',
      '--from',
      '2027-02-01',
      '--to',
      '2027-02-20',
      '--reason',
      '提前',
    )
    const plan = (...rows: string[]) =>
      inYear(here, 'import', 'plan', nextPlan(here, ...rows), '--replace', '--yes', '--reason', '新')
    await plan('P01,一,JIA,25%,2027-03-01~2027-06-30', 'P02,二,JIA,25%,2027-03-01~2027-06-30')
    expect((await plan('P02,二,JIA,25%,2027-03-01~2027-06-30')).files[0]).toMatchObject({ retired: 1 })
    const { records } = await here.done('list', 'plan')
    expect(records.map(({ id }: { id: string }) => id)).toEqual(['2026/P01', '2027/LS-2026-0002', '2027/P02'])
  })

  it('without any year is of the present one, and the same file a year later is another plan', async () => {
    const here = await lastYear()
    const file = here.file(
      'p.csv',
      '任务编号,任务名称,发起部门,抽查比例\nP01,餐饮,JIA,25%\nP07,2030年火锅,JIA,25%\n',
    )
    await inYear(here, 'import', 'plan', file, '--reason', '一')
    const later = await here.ssjIn(
      { now: '2028-02-03T00:00:00Z' },
      'import',
      'plan',
      file,
      '--reason',
      '二',
      '--json',
    )
    expect(later.json.files[0]).toMatchObject({ new: 1, unchanged: 1 })
    const { records } = await here.done('list', 'plan')
    expect(records.map(({ id }: { id: string }) => id)).toEqual([
      '2026/P01',
      '2027/P01',
      '2028/P01',
      '2030/P07',
    ])
  })

  it.each([
    ['抽查比例', '3%', { rate: '3%', rates: '', count: '' }],
    ['抽查数量', '3', { rate: '', rates: '', count: '3' }],
    ['分级比例', 'A=7%', { rate: '', rates: 'A=7%', count: '' }],
  ])(
    'states the quantity by %s: the former way ends, and the report tells',
    async (heading, value, after) => {
      const here = await lastYear()
      const file = here.file(
        'p.csv',
        `任务编号,任务名称,发起部门,${heading},起止时间\nP01,公示信息抽查,JIA,${value},2026-03-01~2026-06-30\n`,
      )
      const { files } = await here.done('import', 'plan', file, '--reason', '改')
      expect(files[0]).toMatchObject({ changed: 1, new: 0 })
      const { versions } = await here.done('show', 'plan', 'P01')
      expect(versions[0]).toMatchObject({ ...after, strata: '信用风险等级' })
      expect(files[0].changes[0].fields.map(({ field }: { field: string }) => field)).toContain('分级比例')
    },
  )

  it('states the same quantity again: what stands beside it stays', async () => {
    const here = await lastYear()
    await here.done(
      'add',
      'plan',
      '--set',
      '任务编号=P01',
      '--set',
      '抽查比例=3%',
      '--set',
      '分级比例=A=5%',
      '--reason',
      '一',
    )
    await here.done(
      'add',
      'plan',
      '--set',
      '任务编号=P01',
      '--set',
      '抽查比例=3%',
      '--set',
      '替补=1',
      '--reason',
      '二',
    )
    expect((await here.done('show', 'plan', 'P01')).versions[0]).toMatchObject({ rate: '3%', rates: 'A=5%' })
  })
})

describe('results', () => {
  const HEAD = '任务编号,对象编号,检查部门,检查日期,检查结果'
  const AFTER = { now: '2027-08-01T02:00:00Z' }
  const importing = (here: Office, row: string, ...options: string[]) =>
    here.ssjIn(AFTER, 'import', 'results', here.file('r.csv', `${HEAD}\n${row}\n`), ...options)
  const ids = async (here: Office, ...where: string[]) =>
    (await here.done('list', 'results', ...where)).records.map(({ id }: { id: string }) => id)

  /** P01 of both years, each drawn, and a target that both drew. */
  async function drawnTwice(): Promise<{ readonly here: Office; readonly both: string }> {
    const here = await lastYear()
    const plan = nextPlan(here, 'P01,餐饮检查,JIA,100%,2027-03-01~2027-06-30')
    await here.done('import', 'plan', plan, '--reason', '年度计划')
    await inYear(here, 'draw', 'run', '2027/P01', '--seed', 'y')
    const standing = async (draw: string): Promise<string[]> =>
      (await here.done('draw', 'show', draw)).selection
        .filter(({ standing }: { standing: string }) => standing === 'drawn')
        .map(({ target }: { target: string }) => target)
    const [first, second] = [await standing('2026-0001'), await standing('2027-0001')]
    return { here, both: first.find(target => second.includes(target))! }
  }

  it('are of the draw in whose period the inspection was, or of the one that is named', async () => {
    const { here, both } = await drawnTwice()
    for (const row of [`P01,${both},JIA,2026-04-01,1`, `2027/P01,${both},JIA,2027-07-04,1`])
      expect((await importing(here, row)).err).toBe('')
    expect(await ids(here)).toEqual([`2026-0001/${both}/JIA/`, `2027-0001/${both}/JIA/`])
    expect(await ids(here, '--where', '任务编号=P01;检查日期>=2027-01-01')).toEqual([
      `2027-0001/${both}/JIA/`,
    ])
    expect(await ids(here, '--where', '任务编号=2026/P01')).toHaveLength(1)
  })

  it.each([
    ['zh', '几次抽取都查这一户（2026-0001、2027-0001）'],
    ['en', 'several draws visit this target (2026-0001, 2027-0001)'],
  ])('that no draw can be told of are issues (%s)', async (lang, told) => {
    const { here, both } = await drawnTwice()
    for (const day of ['', '2026-12-01']) {
      const ran = await importing(here, `P01,${both},JIA,${day},1`, '--lang', lang)
      expect([ran.code, ran.err]).toEqual([1, expect.stringContaining(told)])
    }
    expect(await ids(here)).toEqual([])
  })
})
