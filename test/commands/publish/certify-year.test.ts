import { beforeAll, expect, it } from 'vitest'
import { csvFrom } from '../../helpers/miniature.ts'
import { drawnOffice, standing } from '../../helpers/results.ts'
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
    ...['2026-0001.html', '2026-0001.json', 'SHA256SUMS', '年度抽查证明.docx', '年度抽查证明.html'],
  ])
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
