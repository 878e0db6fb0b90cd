import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import type { Day } from '../../src/core/dates.ts'
import type { Match } from '../../src/store/desk/match.ts'
import { matchingRecords } from '../../src/store/desk/matching-records.ts'
import { officeState } from '../../src/store/desk/office-state.ts'
import { openStore } from '../../src/store/open.ts'
import { csvFrom, DEPARTMENTS, miniature } from '../helpers/miniature.ts'

/** A registry in which no code says what its name says. */
const TARGETS = ['丁山饭店', '戊水宾馆', '己木商店'].map((name, i) => ({
  ...{ 对象编号: `Q${i + 1}01`, 名称: name, 监管部门: 'JIA;YI' },
}))
const PEOPLE = ['赵某', '钱某', '孙某', '李某'].map((name, i) => ({
  ...{ 人员编号: `K${i + 1}01`, 姓名: name, 所属部门: i < 2 ? 'JIA' : 'YI', 执法证号: `9900${i}` },
}))
const ITEMS = [
  { 事项编码: 'V77', 抽查事项: '公示信息', 检查主体: 'JIA', 检查依据: '条例', 检查方式: '现场检查' },
]
const PLAN = [
  {
    ...{ 任务编号: 'W55', 任务名称: '春季联合检查', 抽查数量: '2', 发起部门: 'JIA', 配合部门: 'YI' },
    ...{ 抽查事项: 'V77', 起止时间: '2026-02-01~2026-12-31', 联合方式: '同往', 随机源: '骰子/25' },
  },
]

const NAMES: Readonly<Record<string, string>> = {
  ...{ JIA: '甲局', YI: '乙局', V77: '公示信息', W55: '春季联合检查' },
  ...Object.fromEntries(TARGETS.map(({ 对象编号, 名称 }) => [对象编号, 名称])),
  ...Object.fromEntries(PEOPLE.map(({ 人员编号, 姓名 }) => [人员编号, 姓名])),
}

/** The lines that show a code and not what it is called; keys of results and what is typed again, as hints tell it, are no words for people. */
function lonely(told: string): string[] {
  return told.split('\n').flatMap(line =>
    Object.entries(NAMES)
      .filter(
        ([code, name]) =>
          new RegExp(`(?<![\\w/=])${code}(?![\\w/=])`).test(line) &&
          !line.includes(name) &&
          !/提示：|hint:/.test(line) &&
          !/任务编号|人员编号|事项编码|对象编号|部门编码|\bcode\b/.test(line),
      )
      .map(([code]) => `${code}: ${line}`),
  )
}

test.each(['zh', 'en'])('what people read names what it speaks of by more than a code, in %s', async lang => {
  const here = await miniature({ targets: TARGETS, inspectors: PEOPLE, items: ITEMS, plan: PLAN })
  const said = async (...line: string[]) => {
    const { out, err } = await here.ssj(...line, '--lang', lang)
    return lonely(out + err).map(found => `${line.slice(0, 2).join(' ')}: ${found}`)
  }
  const seed = ['--seed', `骰子=${'12345'.repeat(5)}`]
  const visit = ['--department', 'JIA', '--date', '2026-02-02', '--cause', '投诉举报', '--reference', '1']
  const found = [
    await said('plan', 'check'),
    await said('draw', 'simulate', 'W55'),
    await said('draw', 'freeze', 'W55'),
    await said('draw', 'run', 'W55', ...seed),
    await said('draw', 'show', '1'),
    await said('draw', 'list'),
    await said('visit', 'add', '--target', 'Q101', ...visit),
    await said('visit', 'list'),
    await said('results', 'list'),
    await said('show', 'plan', 'W55'),
    await said('show', 'targets', 'Q101', '--history'),
    await said('show', 'inspectors', 'K101'),
    await said('add', 'inspectors', '--set', '人员编号=K101', '--set', '备注=调入'),
    await said('retire', 'inspectors', 'K401', '--reason', '退休'),
    await said('import', 'inspectors', here.file('again.csv', '人员编号,备注\nK101,调回\n'), '--dry-run'),
    await said('log'),
    ...(await Promise.all(
      [
        'deadlines',
        'workload',
        'coverage',
        'fairness',
        'matrix',
        'calendar',
        'year',
        'assessment',
        'results',
      ].map(name => said('report', name)),
    )),
  ]
  expect(found.flat()).toEqual([])
})

test.each(['zh', 'en'])('a refusal names what it refuses by more than a code, in %s', async lang => {
  const here = await miniature({
    ...{ targets: TARGETS, inspectors: PEOPLE, items: ITEMS },
    plan: [...PLAN, { ...PLAN[0]!, 任务编号: 'W56', 任务名称: '夏季检查', 席位: 'JIA:2;YI:6' }],
  })
  const refused = async (...line: string[]) => {
    const { code, err } = await here.ssj(...line, '--lang', lang)
    expect([line, code]).toEqual([line, 2])
    expect(err).toMatch(/丁山饭店|赵某|甲局|乙局|春季联合检查|夏季检查|公示信息/)
    return lonely(err)
  }
  const by = ['--approver', '批准人', '--reason']
  const visit = ['visit', 'add', '--target', 'Q101', '--department', 'JIA', '--date', '2026-02-02']
  const case1 = [...visit, '--cause', '投诉举报', '--reference', '1']
  await here.done(...case1)
  const lend = (pair: string) => refused('draw', 'freeze', 'W55', '--lend', pair, ...by, '支援')
  const found = [
    await refused(...case1),
    await lend('K101=JIA'),
    await refused('draw', 'freeze', 'W56'),
    await refused('draw', 'freeze', 'W55', '--count', '1'),
  ]
  await here.done('draw', 'freeze', 'W55', '--count', '3').catch(() => here.done('draw', 'freeze', 'W55'))
  await here.done('draw', 'run', 'W55', '--seed', `骰子=${'12345'.repeat(5)}`)
  found.push(
    await refused('draw', 'freeze', 'W55', '--to', here.path('公告')),
    await refused('draw', 'substitute', '1', '--inspector', 'K301', '--department', 'JIA', ...by, '请假'),
  )
  expect(found.flat()).toEqual([])
})

test('what is owed of a draw names its task; what is picked at the desk names what it is of', async () => {
  const here = await miniature({
    ...{ targets: TARGETS, inspectors: PEOPLE, items: ITEMS, plan: PLAN },
    recusals: [{ 人员编号: 'K101', 对象编号: 'Q101', 事由: '亲属' }],
  })
  await here.done('draw', 'freeze', 'W55')
  await here.done('draw', 'run', 'W55', '--seed', `骰子=${'12345'.repeat(5)}`)
  expect((await here.ssj('report', 'deadlines')).out).toContain('春季联合检查（2026-0001）')
  const [first] = (await here.done('draw', 'show', '1')).selection
  const result = ['--set', '抽取编号=2026-0001', '--set', `检查对象=${first.target}`, '--set', '部门=JIA']
  const found = ['--set', '抽查事项=V77', '--set', '检查日期=2026-02-03', '--set', '检查结果=1']
  await here.done('add', 'results', ...result, ...found)
  const store = openStore({ written: here.db, full: here.db }, 100)
  const picks = (name: 'results' | 'recusals', text: string) => {
    const { value } = matchingRecords(store, name, text, 30).next()
    return ((value ?? []) as readonly Match[]).map(({ name }) => name)
  }
  expect(picks('results', '')).toEqual([`${NAMES[first.target]}  甲局  公示信息  2026-02-03`])
  expect(picks('recusals', '赵')).toEqual(['赵某 → 丁山饭店  亲属'])
  expect(picks('recusals', '无')).toEqual([])
  store.close()
})

/** What a file of rows is told of, with the names of what its cells are codes of. */
test.each(['zh', 'en'])('changes and issues of an import name what their cells say, in %s', async lang => {
  const here = await miniature({ targets: TARGETS, inspectors: PEOPLE, items: ITEMS, plan: PLAN })
  await here.done('rules', 'set', 'empty-visits', '1')
  await here.done('draw', 'freeze', 'W55')
  await here.done('draw', 'run', 'W55', '--seed', `骰子=${'12345'.repeat(5)}`)
  const told = async (library: string, rows: readonly Record<string, string>[], ...more: string[]) => {
    const file = here.file(`${library}-${more.length}.csv`, csvFrom(rows))
    const { out, err } = await here.ssj('import', library, file, ...more, '--lang', lang)
    return out + err
  }
  const moved = [{ 对象编号: 'Q101', 名称: '丁山饭店', 监管部门: 'YI' }]
  expect(await told('targets', moved, '--dry-run')).toMatch(/甲局(?:（JIA）| \(JIA\))/)
  const { selection } = await here.done('draw', 'show', '1')
  const results = selection.map(({ target }: { target: string }, i: number) => ({
    ...{ 抽取编号: '2026-0001', 检查对象: target, 部门: 'JIA', 抽查事项: 'V77' },
    ...{ 检查日期: `2026-02-0${3 + i}`, 检查结果: '1' },
  }))
  const went = await here.done('draw', 'show', '1').then(({ selection: [one] }) => one.team[0].inspector)
  const known = lang === 'zh' ? `${NAMES[went]}（${went}）` : `${NAMES[went]} (${went})`
  expect([await told('results', results, '--dry-run'), known]).toEqual([
    expect.stringContaining(known),
    known,
  ])
  const other = [{ ...results[0], 部门: 'BING' }]
  await here.done('add', 'departments', '--set', '部门编码=BING', '--set', '部门名称=丙局')
  const wrong = await told('results', other)
  expect(lonely(wrong)).toEqual([])
  expect(wrong).toContain('甲局')
  await here.done('rules', 'set', 'refused-doubts', '多次空查')
  expect(await told('results', results)).toContain(NAMES[went])
})

test.each(['zh', 'en'])('items of others and numbers of persons are told with names, in %s', async lang => {
  const ofOthers = { ...ITEMS[0]!, 检查主体: 'BING', 参检部门: '' }
  const here = await miniature({
    ...{ targets: TARGETS, inspectors: PEOPLE, items: [ofOthers], plan: PLAN },
    departments: [...DEPARTMENTS, { 部门编码: 'BING', 部门名称: '丙局' }],
  })
  const { out } = await here.ssj('draw', 'freeze', 'W55', '--lang', lang)
  expect(out).toMatch(/丙局[（ ][（(]?BING/)
  await here.done('add', 'inspectors', '--set', '人员编号=K101', '--set', '科室或监管所=13800001234')
  const { err } = await here.ssj(
    'draw',
    'freeze',
    'W55',
    '--again',
    '--reason',
    '又',
    '--approver',
    '批',
    '--lang',
    lang,
  )
  expect(err).toContain('赵某')
  expect(err).not.toContain('13800001234')
})

test.each(['zh', 'en'] as const)('the desk names what was done last, in %s', async lang => {
  const here = await miniature({ targets: TARGETS, inspectors: PEOPLE, items: ITEMS, plan: PLAN })
  const last = () => {
    const store = openStore({ written: here.db, full: here.db }, 100)
    const { last } = officeState(store, '2026-02-03T02:00:00Z', '2026-02-03' as Day)
    store.close()
    return [last!.what, last!.name]
  }
  await here.done('add', 'inspectors', '--set', '人员编号=K101', '--set', '备注=调入', '--lang', lang)
  expect(last()).toEqual(['K101', '赵某'])
  await here.done('draw', 'freeze', 'W55')
  expect(last()).toEqual(['2026-0001', '春季联合检查'])
  await here.done('add', 'recusals', '--set', '人员编号=K101', '--set', '对象编号=Q101', '--set', '事由=亲属')
  expect(last()[1]).toBe('')
})

test('the sheet of a person is a file with the name beside the number', async () => {
  const odd = { ...PEOPLE[0]!, 姓名: '赵/某:一' }
  const here = await miniature({
    ...{ targets: TARGETS, items: ITEMS, plan: PLAN },
    inspectors: [odd, ...PEOPLE.slice(1), { ...PEOPLE[1]!, 人员编号: 'K501', 执法证号: '99009' }],
  })
  await here.done('draw', 'run', 'W55', '--seed', `骰子=${'12345'.repeat(5)}`)
  await here.done('export', '1', '--to', here.path('archive'), '--profile', 'archive')
  const files = readdirSync(here.path('archive'), { recursive: true }) as string[]
  const sheets = files.filter(file => /检查人员\/.*\.csv$/.test(file)).map(file => basename(file, '.csv'))
  expect(sheets.length).toBeGreaterThan(1)
  for (const sheet of sheets) expect(sheet).toMatch(/^(?:赵_某_一|[钱孙李]某)（K\d01）$/)
})

test('scripts get codes alone, in details as in a list', async () => {
  const here = await miniature({ targets: TARGETS, inspectors: PEOPLE, items: ITEMS, plan: PLAN })
  const { out } = await here.ssj(
    'draw',
    'freeze',
    'W55',
    '--lend',
    'K101=JIA',
    '--approver',
    '某',
    '--reason',
    '支援',
    '--json',
  )
  const { error } = JSON.parse(out)
  expect(Object.keys(error)).toEqual(['code', 'details', 'sentence'])
  expect(error.details).toEqual({ inspector: 'K101', department: 'JIA' })
  expect(error.sentence).toContain('“赵某（K101）”本来就是部门甲局（JIA）的人员')
})
