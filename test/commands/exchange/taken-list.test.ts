import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { codeOfFirm } from '../../helpers/exchange.ts'
import { csvFrom, inspectors, miniature } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

const firm = (number: number) => ({
  统一社会信用代码: codeOfFirm(number),
  名称: `示例商行${number}`,
  监管部门: 'JIA',
})

const PLAN = {
  任务编号: 'SJ07',
  任务名称: '市级派发抽查',
  抽查比例: '100%',
  替补: '0',
  起止时间: '2026-02-01~2026-12-31',
  发起部门: 'JIA',
  名单抽取机关: '某市市场监督管理局',
}

/** The city draws 4 of 8, and one of them is replaced: its folder, and who is to be inspected. */
async function city(): Promise<{ readonly folder: string; readonly zip: string; readonly drawn: string[] }> {
  const here = await miniature({ targets: [1, 2, 3, 4, 5, 6, 7, 8].map(firm), inspectors: inspectors(3) })
  await here.done('draw', 'run', '--lead', 'JIA', '--count', '4', '--id', 'C1', '--seed', 'x')
  const before = (await here.done('draw', 'show', '1')).selection
  const [out] = before as { target: string }[]
  await here.done(
    ...['draw', 'substitute', '1', '--target', out!.target, '--reason', 'closed', '--approver', '王某'],
  )
  await here.done('export', '1', '--to', here.path('市级公示'))
  await here.done('export', '1', '--to', here.path('市级公示.zip'))
  const listed = readFileSync(here.path('市级公示/公示名单.csv'), 'utf8')
  const drawn = listed.split('\r\n').flatMap(line => /9114\w{14}/.exec(line) ?? [])
  expect(drawn).not.toContain(out!.target)
  return { folder: here.path('市级公示'), zip: here.path('市级公示.zip'), drawn }
}

async function district(...numbers: number[]): Promise<Office> {
  return miniature({ targets: numbers.map(firm), inspectors: inspectors(3) })
}

async function take(here: Office, ...argv: string[]) {
  const ran = await here.ssj('exchange', 'take', ...argv, '--task', 'SJ07')
  const condition = /派发SJ07=[0-9a-f]{64}/.exec(ran.err)?.[0] ?? ''
  return { code: ran.code, err: ran.err, condition }
}

async function planned(here: Office, row: Record<string, string>) {
  await here.done('import', 'plan', here.file('p.csv', csvFrom([{ ...PLAN, ...row }])))
}

it('a draw of another level is drawn again, and gives who stands after its substitutions; the folder shows that it was taken whole', async () => {
  const above = await city()
  expect(above.drawn).toHaveLength(4)
  for (const path of [above.folder, above.zip]) {
    const here = await district(1, 2, 3, 4, 5, 6, 7, 8)
    const { condition, code, err } = await take(here, '--folder', path)
    expect(code).toBe(0)
    const proof = condition.slice('派发SJ07='.length)
    expect(err).toContain(`名单凭证 ${proof}`)
    await planned(here, { 检查对象条件: condition, 名单凭证: proof })
    await here.done('draw', 'run', 'SJ07', '--seed', 'y')
    const { selection } = await here.done('draw', 'show', '1')
    expect(selection.map(({ target }: { target: string }) => target).sort()).toEqual(above.drawn.toSorted())
    await here.done('export', '1', '--to', here.path('公示'))
    const checked = await here.done('verify', here.path('公示'), '--list', path)
    expect(checked.list).toMatchObject({ kind: 'compared', common: 4, strange: [], absent: [] })
    const shown = await here.ssj('verify', here.path('公示'), '--list', path)
    expect(shown.out).toContain('名单一致：这次抽取的 4 个检查对象都在')
  }
})

it('a folder with a changed byte, one that only commits and one that is void give no list', async () => {
  const above = await city()
  const here = await district(1, 2, 3, 4, 5, 6, 7, 8)
  const selection = `${above.folder}/selection.csv`
  const text = readFileSync(selection, 'utf8')
  writeFileSync(selection, text.replace('drawn', 'reserve'))
  const changed = await take(here, '--folder', above.folder)
  expect(changed.code).toBe(2)
  expect(changed.err).toContain('没有可以照办的名单：与抽取规则不一致（selection.csv）')
  const office = await district(1, 2, 3, 4)
  await office.done(
    'draw',
    'freeze',
    '--lead',
    'JIA',
    '--count',
    '2',
    '--id',
    'A',
    '--to',
    office.path('承诺'),
  )
  expect((await take(here, '--folder', office.path('承诺'))).err).toContain('只有承诺，还没有抽取')
  await office.done('draw', 'run', '--lead', 'JIA', '--count', '2', '--id', 'B', '--seed', 'x')
  await office.done('draw', 'void', '2', '--reason', '有误', '--approver', '王某')
  await office.done('export', '2', '--to', office.path('作废'))
  expect((await take(here, '--folder', office.path('作废'))).err).toContain('这次抽取已作废')
  const english = await here.ssj(
    'exchange',
    'take',
    '--folder',
    office.path('作废'),
    '--task',
    'A',
    '--lang',
    'en',
  )
  expect(english.err).toContain('gives no list to go by: that draw is void')
})

it('what the registry here does not have refuses the list, or is left to another district and told by whoever compares', async () => {
  const above = await city()
  const own = above.drawn.slice(0, 2).map(code => [1, 2, 3, 4, 5, 6, 7, 8].find(n => codeOfFirm(n) === code)!)
  const here = await district(...own)
  const whole = await take(here, '--folder', above.folder)
  expect(whole.code).toBe(1)
  expect(whole.err).toContain('库中没有这个编号')
  const { condition, code } = await take(here, '--folder', above.folder, '--skip-bad')
  expect(code).toBe(0)
  await planned(here, { 检查对象条件: condition, 名单凭证: condition.slice('派发SJ07='.length) })
  await here.done('draw', 'run', 'SJ07', '--seed', 'y')
  await here.done('export', '1', '--to', here.path('公示'))
  const shown = await here.ssj('verify', here.path('公示'), '--list', above.folder)
  expect(shown.code).toBe(0)
  expect(shown.out).toContain('名单上另有 2 个')
})

const FILE = `市场主体名称,统一社会信用代码/注册号\n${[2, 4, 5].map(n => `示例商行${n},${codeOfFirm(n)}\n`).join('')}`

/** A district that took a list of three of its six firms. */
async function withList() {
  const here = await district(1, 2, 3, 4, 5, 6)
  const path = here.file('l.csv', FILE)
  const taken = await take(here, 'assigned-list', path)
  expect(taken.code).toBe(0)
  return { here, condition: taken.condition, path }
}

it('nobody is slipped on a list, and nobody off it', async () => {
  const { here, condition } = await withList()
  const [heading, mark] = condition.split('=') as [string, string]
  await planned(here, { 检查对象条件: condition })
  const marked = (numbers: readonly number[], value: string) =>
    here.file('m.csv', csvFrom(numbers.map(number => ({ ...firm(number), [heading]: value }))))
  await here.done('import', 'targets', marked([1], mark))
  const more = await here.ssj('draw', 'run', 'SJ07', '--seed', 'y')
  expect(more.code).toBe(2)
  expect(more.err).toContain(`被改动：多了 1 个（示例商行1（${codeOfFirm(1)}））`)
  await here.done('import', 'targets', marked([1, 2], '撤'))
  const fewer = await here.ssj('draw', 'run', 'SJ07', '--seed', 'y', '--lang', 'en')
  expect(fewer.err).toContain(`1 fewer (示例商行2 (${codeOfFirm(2)}))`)
  await take(here, 'assigned-list', here.path('l.csv'))
  await here.done('draw', 'run', 'SJ07', '--seed', 'y')
})

it('a mark that somebody wrote before the list came makes no list; nor does a condition of one’s own', async () => {
  const { here, condition } = await withList()
  const other = await district(1, 2, 3, 4, 5, 6)
  const [heading, mark] = condition.split('=') as [string, string]
  const row = { ...firm(1), [heading]: mark }
  await other.done('import', 'targets', other.file('m.csv', csvFrom([row])))
  const late = await take(other, 'assigned-list', other.file('l.csv', FILE))
  expect(late.code).toBe(2)
  expect(late.err).toContain(`名录库里已有 1 个检查对象标了“${heading}”`)
  await planned(other, { 检查对象条件: condition })
  expect((await other.ssj('draw', 'run', 'SJ07', '--seed', 'y')).err).toContain('台账里没有取入过摘要为')
  for (const own of [`${condition};名称!=示例商行2`, '名称=示例商行1', `${condition},0`]) {
    await planned(here, { 检查对象条件: own })
    const ran = await here.ssj('draw', 'run', 'SJ07', '--seed', 'y')
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('应当照单全部检查，“检查对象条件”现为')
  }
})

it('a target of the list that no department of the task has is not left out in silence', async () => {
  const { here, condition } = await withList()
  await here.done('import', 'targets', here.file('y.csv', csvFrom([{ ...firm(4), 监管部门: 'YI' }])))
  await planned(here, { 检查对象条件: condition })
  const ran = await here.ssj('draw', 'run', 'SJ07', '--seed', 'y')
  expect(ran.code).toBe(2)
  expect(ran.err).toContain(`既抽不到也没有写明排除：示例商行4（${codeOfFirm(4)}）`)
  const draws = await here.done('draw', 'list')
  expect(draws.draws).toEqual([])
})

it('a file of the list is held against the draw by its digest and its numbers; a folder by its commitment', async () => {
  const { here, condition, path } = await withList()
  await planned(here, { 检查对象条件: condition })
  await here.done('draw', 'run', 'SJ07', '--seed', 'y')
  await here.done('export', '1', '--to', here.path('公示'))
  const same = await here.ssj('verify', here.path('公示'), '--list', path)
  expect(same.out).toContain('名单一致：这次抽取的 3 个检查对象都在')
  expect(same.code).toBe(0)
  const other = await here.ssj('verify', here.path('公示'), '--list', here.file('o.csv', `${FILE}\n`))
  expect(other.code).toBe(1)
  expect(other.out).toContain('名单不符')
  const above = await city()
  const folder = await here.ssj('verify', here.path('公示'), '--list', above.folder, '--lang', 'en')
  expect(folder.code).toBe(1)
  expect(folder.out).toContain('and this folder names none')
  const turned = await here.ssj('verify', above.folder, '--list', path)
  expect(turned.out).toContain('没有说名单是上级抽取派发的')
})
