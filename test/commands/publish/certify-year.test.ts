import { beforeAll, expect, it } from 'vitest'
import { saidInFull } from '../../../src/core/publication/followed/year-record.ts'
import { csvFrom } from '../../helpers/miniature.ts'
import { atTime, drawnOffice, LATER, standing } from '../../helpers/results.ts'
import { filesIn, type Office } from '../../helpers/ssj.ts'

let here: Office
let firm: string
let spared: string

beforeAll(async () => {
  here = await drawnOffice()
  const { drawn, reserve } = await standing(here)
  firm = drawn[0]!
  const known = new Set([...drawn, ...reserve])
  spared = ['T01', 'T02', 'T03', 'T04', 'T05', 'T06'].find(id => !known.has(id))!
  const row = { 任务编号: 'A', 对象编号: firm, 检查部门: '甲局', 抽查事项: 'S1', 检查日期: '2026-03-02' }
  await here.done('import', 'results', here.file('r.csv', csvFrom([{ ...row, 检查结果代码: '1' }])))
})

it('certifies every draw of a year, with what was found', async () => {
  const to = here.path('year')
  const told = await here.done('certify', firm, '--year', '2026', '--to', to)
  expect(told).toMatchObject({ draws: 1, drawn: 1, sealed: [] })
  expect(told.certificates[0].inspection.visits[0].items[0]).toMatchObject({
    code: 'S1',
    result: { state: 'unpublished', inspected: '2026-03-02' },
  })
  const { out } = await here.ssj('certify', firm, '--year', '2026')
  for (const said of ['甲局  2 人', '食品安全（S1）', '2026-03-02 检查']) expect(out).toContain(said)
  expect([...filesIn(to).keys()].sort()).toEqual([
    ...['2026-0001.html', '2026-0001.json', 'SHA256SUMS'],
    ...['年度抽查证明.csv', '年度抽查证明.docx', '年度抽查证明.html', '年度抽查证明.json'],
  ])
  const record = JSON.parse(new TextDecoder().decode(filesIn(to).get('年度抽查证明.json')))
  expect(record).toMatchObject({
    ...{ target: { id: firm }, year: '2026', sealed: [], cases: [], followUps: [], untold: 0 },
    draws: [{ draw: '2026-0001', verdict: 'drawn', digest: told.certificates[0].digest }],
  })
  await here.done('export', '1', '--to', here.path('draw'))
  const checked = await here.ssj('verify', here.path('draw'), '--certificate', `${to}/2026-0001.json`)
  expect([checked.code, checked.err]).toEqual([0, ''])
})

it('says so of a firm that was drawn in none', async () => {
  const { out } = await here.ssj('certify', spared, '--year', '2026')
  expect(out).toContain('本年抽取 1 次，抽中 0 次（均未抽中）')
  expect((await here.ssj('certify', spared, '--year', '2026', '--lang', 'en')).out).toContain('drawn in none')
})

it('asks for one draw and one target, or for a target and a year', async () => {
  for (const line of [
    ['certify', '1'],
    ['certify', '1', firm, '--year', '2026'],
    ['certify', firm, '--year', 'x'],
  ])
    expect([line, (await here.ssj(...line)).code]).toEqual([line, 2])
})

it('tells the cases and what became of problems as far as both are public', async () => {
  const at = atTime(here, LATER)
  const clerk = (...argv: string[]) => at.ssjIn({ env: { SSJ_ACTOR: '录入员' } }, ...argv)
  const visit = ['--department', '甲局', '--date', '2026-03-05', '--target', firm]
  await at.done('visit', 'add', ...visit, '--cause', '投诉举报：张三举报异物', '--reference', '12315-001')
  await at.done('visit', 'add', ...visit, '--cause', '转办交办', '--reference', '转〔2026〕2号')
  const row = { 对象编号: firm, 检查部门: '甲局', 检查结果代码: 'A', 检查人员: 'P1、P2' }
  const problem = { ...row, 任务编号: 'C2026-0001', 抽查事项: 'S2', 检查日期: '2026-03-05' }
  const followed = {
    ...{ 发现问题: '未明码标价', 整改期限: '2026-04-01', 复查日期: '2026-04-02', 复查结果: '1' },
    ...{ 立案号: '示例立〔2026〕9号', 接收部门: '公安', 移送日期: '2026-04-03', 处罚结果: '罚款五百元' },
    ...{ 完结状态: '已完结', 完结日期: '2026-04-20' },
  }
  const other = { ...row, 任务编号: 'C2026-0002', 抽查事项: 'S1', 检查日期: '2026-03-05', 检查结果代码: '1' }
  const rows = [{ ...problem, ...followed }, other]
  expect((await clerk('import', 'results', at.file('c.csv', csvFrom(rows)))).err).toBe('')
  for (const occasion of ['1', 'C2026-0001']) {
    await at.ssjIn({ env: { SSJ_ACTOR: '科员' } }, 'results', 'review', occasion, '--approver', '科长')
    await at.done('results', 'publish', occasion)
  }
  const told = await at.done('certify', firm, '--year', '2026', '--officers', 'masked')
  expect(told).toMatchObject({
    cases: [
      {
        number: 'C2026-0001',
        cause: '投诉举报',
        visit: { people: 2, items: [{ code: 'S2', result: { state: 'published', outcomes: ['A'] } }] },
      },
    ],
    followUps: [
      {
        ...{ occasion: 'C2026-0001', department: '甲局', item: 'S2 明码标价', deadline: '2026-04-01' },
        ...{ recheck: '2026-04-02', recheckFound: '未发现问题', settled: '已完结', closed: '2026-04-20' },
      },
    ],
    untold: 1,
  })
  const to = at.path('year')
  for (const [lang, words] of [
    [
      'zh',
      [
        '个案检查（结果已公示的）',
        '发现问题的后续没有证明文件，不能据抽取核对',
        '2026-04-02 未发现问题',
        '另有 1 次个案',
      ],
    ],
    [
      'en',
      [
        'visits that were not drawn',
        'what became of problems, there is no certificate to check',
        'of 1 more case nothing is told',
      ],
    ],
  ] as const) {
    const ran = await at.ssj('certify', firm, '--year', '2026', '--to', `${to}-${lang}`, '--lang', lang)
    const files = filesIn(`${to}-${lang}`)
    const text = (name: string) => new TextDecoder().decode(files.get(name))
    const page = text('年度抽查证明.html')
    const record = text('年度抽查证明.json')
    const { followUps, untold } = told
    const cases = [{ number: 'C2026-0001', cause: '投诉举报', visit: { people: 2, team: [] } }]
    expect(JSON.parse(record)).toMatchObject({ cases, followUps, untold, asOf: '2026-05-20' })
    const [caseLine] = text('年度抽查证明-个案检查.csv').split('\r\n').slice(1)
    expect(caseLine).toMatch(/^C2026-0001,投诉举报,/)
    expect(text('年度抽查证明-问题后续.csv')).toContain('2026-04-02 未发现问题')
    const csv = [...files.keys()].filter(name => name.endsWith('.csv')).map(text)
    for (const word of words) expect(ran.out + ran.err).toContain(word)
    for (const word of words.slice(0, 2)) expect(page).toContain(word)
    // Who complained, the file, the penalty and to whom it was handed are nobody else's.
    for (const private_ of ['张三', '12315', '立〔2026〕9号', '公安', '罚款', '转办交办'])
      expect([private_, `${ran.out}${page}${record}${csv.join()}`.includes(private_)]).toEqual([
        private_,
        false,
      ])
  }
  await at.done('rules', 'set', 'cases-withheld', '投诉举报', '--reason', '保护举报人')
  expect(await at.done('certify', firm, '--year', '2026')).toMatchObject({
    cases: [],
    followUps: [],
    untold: 2,
  })
})

it('tables say in each row what paper leaves out below another', () => {
  const rows = [
    ['1', 'a', '', 'x'],
    ['', '', 'b', 'y'],
    ['2', '', '', 'z'],
    ['', '', '', ''],
  ]
  expect(saidInFull(rows)).toEqual([
    ['1', 'a', '', 'x'],
    ['1', 'a', 'b', 'y'],
    ['2', '', '', 'z'],
    ['', '', '', ''],
  ])
})
