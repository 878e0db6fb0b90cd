import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { codeOfFirm } from '../../helpers/exchange.ts'
import { csvFrom, inspectors, miniature } from '../../helpers/miniature.ts'
import { atTime } from '../../helpers/results.ts'
import type { Office } from '../../helpers/ssj.ts'

const NAMES = [1, 2, 3, 4, 5, 6].map(number => ({
  统一社会信用代码: codeOfFirm(number),
  名称: `示例商行${number}`,
  监管部门: 'JIA',
}))

const list = (...numbers: number[]) =>
  `抽查任务名单\n序号,市场主体名称,统一社会信用代码/注册号,登记机关\n${numbers
    .map((number, i) => `${i + 1},示例商行${number},${codeOfFirm(number)},某市局\n`)
    .join('')}`

const PLAN = {
  任务编号: 'SJ07',
  任务名称: '市级派发抽查',
  抽查比例: '100%',
  替补: '0',
  起止时间: '2026-02-01~2026-12-31',
  发起部门: 'JIA',
  名单抽取机关: '某市市场监督管理局',
  平台任务编号: '140000202601011000',
}

async function withList(): Promise<{ readonly here: Office; readonly condition: string }> {
  const here = await miniature({ targets: NAMES, inspectors: inspectors(3) })
  await here.done('rules', 'set', 'cap-total', '1')
  await here.done('draw', 'run', '--lead', 'JIA', '--count', '6', '--id', 'A', '--seed', 'x')
  const ran = await here.ssj(
    'exchange',
    'take',
    'assigned-list',
    here.file('l.csv', list(2, 4, 5)),
    '--task',
    'SJ07',
  )
  expect(ran.code).toBe(0)
  const condition = /派发SJ07=[0-9a-f]{64}/.exec(ran.err)![0]
  return { here, condition }
}

it('a list drawn above is taken whole, matched here, told as what it is, and its results go back', async () => {
  const { here, condition } = await withList()
  await here.done('import', 'plan', here.file('p.csv', csvFrom([{ ...PLAN, 检查对象条件: condition }])))
  // The cap that every target has reached leaves nobody of the list out.
  await here.done('draw', 'run', 'SJ07', '--seed', 'y')
  const shown = await here.done('draw', 'show', '2')
  expect(shown.selection.map(({ target }: { target: string }) => target).sort()).toEqual(
    [2, 4, 5].map(codeOfFirm).sort(),
  )
  await here.done('export', '2', '--to', here.path('公示'))
  const commitment = JSON.parse(readFileSync(here.path('公示/commitment.json'), 'utf8'))
  expect(commitment.terms).toMatchObject({
    名单抽取机关: '某市市场监督管理局',
    上级任务编号: '140000202601011000',
    名单凭证: '未附',
  })
  const verdict = await here.ssj('verify', here.path('公示'))
  expect(verdict.code).toBe(0)
  expect(verdict.out).toContain(
    '名单由 某市市场监督管理局 抽取派发，本次只随机匹配检查人员；名单如何抽出，这里没有核对，也没有附凭证',
  )
  expect((await here.ssj('draw', 'replay', '2')).code).toBe(0)
  await here.done('export', '2', '--profile', 'archive', '--to', here.path('存档'))
  const notice = readFileSync(here.path('存档/data/检查通知书.html'), 'utf8')
  expect(notice).toContain('列入某市市场监督管理局抽取派发的名单')
  const later = atTime(here, '2026-05-20T02:00:00Z')
  const rows = [2, 4, 5].map(codeOfFirm).map((target, i) => ({
    抽取编号: '2026-0002',
    任务编号: 'SJ07',
    对象编号: target,
    检查部门: '甲局',
    检查日期: `2026-03-1${i}`,
    检查结果: '1',
  }))
  await later.done('import', 'results', later.file('r.csv', csvFrom(rows)))
  const layout = JSON.parse(readFileSync('layouts/gsxt-results.json', 'utf8'))
  for (const column of layout.columns) column.must = false
  writeFileSync(later.path('back.json'), JSON.stringify(layout))
  await later.done('exchange', 'out', 'back.json', '2', '--to', 'back.csv')
  expect(readFileSync(later.path('back.csv'), 'utf8')).toContain('140000202601011000,市级派发抽查')
})

it('with the commitment of that draw, the verdict names it as to be checked by itself', async () => {
  const { here, condition } = await withList()
  const row = { ...PLAN, 检查对象条件: condition, 名单凭证: 'a'.repeat(64) }
  await here.done('import', 'plan', here.file('p.csv', csvFrom([row])))
  await here.done('draw', 'run', 'SJ07', '--seed', 'y')
  await here.done('export', '2', '--to', here.path('公示'))
  const verdict = await here.ssj('verify', here.path('公示'), '--lang', 'en')
  expect(verdict.out).toContain(`the commitment of that draw is ${'a'.repeat(64)}, to be checked by itself`)
})

it('a list that is not taken whole is refused, and so is a firm that the registry does not have', async () => {
  const { here, condition } = await withList()
  for (const [heading, value] of [
    ['抽查比例', '50%'],
    ['替补', '1'],
    ['检查对象条件', ''],
  ] as const) {
    const row = { ...PLAN, 检查对象条件: condition, [heading]: value }
    await here.done('import', 'plan', here.file('p.csv', csvFrom([row])))
    const ran = await here.ssj('draw', 'run', 'SJ07', '--seed', 'y')
    expect(ran.code).toBe(2)
    expect(ran.err).toContain(`名单由 某市市场监督管理局 抽取派发，应当照单全部检查，“${heading}”`)
  }
  const strange = here.file('s.csv', list(2, 9))
  const taken = await here.ssj('--json', 'exchange', 'take', 'assigned-list', strange, '--task', 'SJ08')
  expect(taken.code).toBe(1)
  expect(taken.json.files[0].issues).toMatchObject([{ row: 4, value: codeOfFirm(9) }])
})
