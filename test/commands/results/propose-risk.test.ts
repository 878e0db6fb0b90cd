import { readFileSync, writeFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, it } from 'vitest'
import { csvFrom } from '../../helpers/miniature.ts'
import { atTime, drawnOffice, LATER, standing } from '../../helpers/results.ts'
import { contentOf, type Office } from '../../helpers/ssj.ts'

let base: Office
let firms: readonly string[]
const here = () => atTime(base, LATER)

/** 甲局 found a problem at the first firm, which is fined, and nothing at the second; the third is only reviewed. */
beforeAll(async () => {
  base = await drawnOffice()
  firms = (await standing(base)).drawn
  const [first, second, third] = firms as [string, string, string]
  const row = (target: string, item: string, code: string, more = {}) => ({
    ...{ 任务编号: 'A', 对象编号: target, 检查部门: '甲局', 抽查事项: item, 检查日期: '2026-03-02' },
    ...{ 检查结果代码: code, ...more },
  })
  const rows = [
    row(first, 'S1', 'A', { 发现问题: '未亮证经营', 处罚结果: '罚款', 完结状态: '已完结' }),
    row(first, 'S2', '1'),
    row(second, 'S1', '1'),
    row(third, 'S1', 'C', { 发现问题: '隐瞒', 整改期限: '2026-04-01', 完结状态: '未完结' }),
  ]
  await base.done('import', 'results', base.file('r.csv', csvFrom(rows)))
  await base.done('results', 'review', '1', '--approver', '科长')
  for (const target of [first, second]) await base.done('results', 'publish', `2026-0001/${target}/JIA/S1`)
  const classes = [{ 对象编号: first, 名称: `示例店${first}`, 信用风险等级: 'B' }]
  await base.done('import', 'targets', base.file('省平台.csv', csvFrom(classes)))
})

const propose = async (at: Office, to = '建议.csv') => {
  await at.done('propose', 'risk', '--to', at.path(to))
  return at.path(to)
}
/** Writes a decision, and what else, into every row of a sheet, or those of one target. */
function decide(path: string, cells: Readonly<Record<string, string>>, target = '') {
  const [head = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\r\n')
  const headings = head.replace('\uFEFF', '').split(',')
  const filled = rows.map(row => {
    const own = row.split(',')
    if (own[0]!.includes(target))
      for (const [heading, value] of Object.entries(cells)) own[headings.indexOf(heading)] = value
    return own.join(',')
  })
  writeFileSync(path, [head, ...filled, ''].join('\r\n'))
}
const BY_WORD = { 决定: '同意并改动来源等级', 决定理由: '局务会研究' }

it('proposes a class with rule, results and source, and changes nothing', async () => {
  const at = here()
  const before = contentOf(at.db)
  const { proposals, without } = await at.done('propose', 'risk')
  const [first] = firms as [string]
  expect(proposals).toHaveLength(1)
  expect(proposals[0]).toMatchObject({ id: first, from: 'B', to: 'C', moves: 1 })
  expect(proposals[0].rule).toBe('risk-up A=1;处罚=1（取最高）')
  expect(proposals[0].source).toContain('省平台.csv')
  expect(proposals[0].evidence.map(({ result, ground }: Record<string, string>) => [result, ground])).toEqual(
    [
      [`2026-0001/${first}/JIA/S1`, 'A'],
      [`2026-0001/${first}/JIA/S1`, '处罚'],
    ],
  )
  expect(without).toEqual({ unclassed: 0, 'unknown-class': 0, 'at-end': 0, gone: 0 })
  expect(contentOf(at.db)).toBe(before)
  for (const lang of ['zh', 'en']) {
    const { out } = await at.ssj('propose', 'risk', '--lang', lang)
    // In the words of the rule and with the names of the result, not by the keys that the sheet has for its way back.
    expect(out).toContain('甲局')
    expect(out).not.toMatch(/risk-up \w+=|2026-0001\//)
    expect(out).toContain(lang === 'zh' ? '升 ' : 'up ')
    expect(out).toContain(
      lang === 'zh' ? '其中 1 户的现等级来自上级或其他部门；未作任何变更' : 'nothing has changed',
    )
  }
})

it('goes by the rules of the office: what counts, and where who has no class starts', async () => {
  const at = here()
  const ids = async () =>
    (await at.done('propose', 'risk')).proposals.map((one: Record<string, string>) => `${one.id}>${one.to}`)
  const [first, second, third] = firms as [string, string, string]
  await at.done('rules', 'set', 'risk-unclassed', 'B')
  expect(await ids()).toEqual([`${first}>C`])
  await at.done('rules', 'set', 'risk-down-visits', '1')
  expect((await ids()).sort()).toEqual([`${first}>C`, `${second}>A`].sort())
  await at.done('rules', 'set', 'risk-results', '已审核')
  expect((await ids()).sort()).toEqual([`${first}>C`, `${second}>A`, `${third}>D`].sort())
  await at.done('rules', 'set', 'risk-up-counted', '相加')
  expect((await ids()).sort()).toEqual([`${first}>D`, `${second}>A`, `${third}>D`].sort())
  await at.done('rules', 'set', 'risk-look-back-days', '30')
  expect(await ids()).toEqual([])
})

it.each(['csv', 'xlsx'] as const)(
  'takes what a person decided, once, and asks for nothing more (%s)',
  async format => {
    const at = here()
    const [first] = firms as [string]
    const csv = await propose(at)
    if (format === 'xlsx') {
      const parts = unzipSync(readFileSync(await propose(at, '建议.xlsx')))
      expect(strFromU8(parts['xl/worksheets/sheet1.xml']!)).toContain('同意,不同意,同意并改动来源等级')
      const none = await at.ssj('import', 'targets', at.path('建议.xlsx'))
      expect([none.code, none.err]).toEqual([
        2,
        expect.stringContaining('没有一行写了“决定”（共 1 行），未作任何变更'),
      ])
    }
    decide(csv, BY_WORD)
    expect((await at.done('import', 'targets', csv)).files).toMatchObject([
      { outcome: 'written', new: 0, changed: 1, issueCount: 0, extra: [] },
    ])
    expect(JSON.stringify(await at.done('show', 'targets', first))).toContain('"C"')
    expect((await at.done('propose', 'risk')).proposals).toEqual([])
    writeFileSync(csv, `${readFileSync(csv, 'utf8')}\r\n`)
    expect((await at.done('import', 'targets', csv)).files).toMatchObject([{ changed: 0, unchanged: 1 }])
    expect(await at.done('log', '--verify')).toMatchObject({ holds: true })
    // Decided otherwise afterwards: the same evidence is not decided on twice.
    decide(csv, { 决定: '不同意' })
    expect((await at.ssj('import', 'targets', csv)).err).toContain('已经决定过')
  },
)

it('remembers what was declined, and leaves the class as it is', async () => {
  const at = here()
  const csv = await propose(at)
  decide(csv, { 决定: '不同意', 决定理由: '已约谈' })
  const ran = await at.ssj('import', 'targets', csv)
  expect([ran.code, ran.out]).toEqual([0, expect.stringContaining('不同意、等级未动的行 1 行')])
  expect((await at.done('propose', 'risk')).proposals).toEqual([])
})

it('takes a class of its own without further word, and changes nothing else of the target', async () => {
  const at = here()
  const [first] = firms as [string]
  await at.done('rules', 'set', 'risk-set-by', '本机关')
  const csv = await propose(at)
  decide(csv, { 决定: '同意', 名称: '别的名称' })
  await at.done('import', 'targets', csv)
  const shown = JSON.stringify(await at.done('show', 'targets', first))
  expect(shown).toContain(`示例店${first}`)
  expect(shown).not.toContain('别的名称')
  expect(shown).not.toContain('建议等级')
})

it.each([
  ['zh', '现等级不是本机关定的，来自', '等级已变', '按现在的检查结果和规则', '没有决定'],
  [
    'en',
    'the office did not set this class, it came from',
    'has changed',
    'by the results and rules of today',
    'decision',
  ],
] as const)(
  'refuses what cannot be taken, and writes nothing (%s)',
  async (lang, others, moved, stale, none) => {
    const at = here()
    const [first] = firms as [string]
    const fresh = async (name: string) => propose(at, name)
    const refused = async (path: string, ...more: string[]) => {
      const before = contentOf(at.db)
      const { code, err } = await at.ssj('import', 'targets', path, ...more, '--lang', lang)
      expect([code > 0, contentOf(at.db)]).toEqual([true, before])
      return err
    }
    const undecided = await fresh('1.csv')
    expect(await refused(undecided)).toContain(none)
    const agreed = await fresh('2.csv')
    decide(agreed, { 决定: '同意' })
    expect(await refused(agreed)).toContain(others)
    expect(await refused(agreed, '--replace')).toContain('--replace')
    expect(await refused(agreed, '--department', '甲局')).toContain('--department')
    decide(agreed, { 决定: '同意并改动来源等级' })
    expect(await refused(agreed)).toContain('决定理由')
    decide(agreed, { 决定: '行吧' })
    expect(await refused(agreed)).toContain('同意并改动来源等级')
    decide(agreed, { ...BY_WORD, 建议等级: 'D' })
    expect(await refused(agreed)).toContain('C')
    decide(agreed, { 建议等级: 'C', 建议日期: '2027-01-01' })
    expect(await refused(agreed)).toContain('2026-05-20')
    decide(agreed, { 建议日期: '哪天' })
    expect(await refused(agreed)).toContain('哪天')
    const unknown = await fresh('3.csv')
    decide(unknown, { ...BY_WORD, 对象编号: 'T99' })
    expect(await refused(unknown)).toContain('T99')
    const later = await fresh('4.csv')
    decide(later, BY_WORD)
    await at.done(
      'results',
      'correct',
      `2026-0001/${first}/JIA/S1`,
      '--set',
      '检查结果代码=1',
      '--set',
      '发现问题=',
      '--set',
      '处罚结果=',
      '--reason',
      '复核',
      '--approver',
      '局领导',
    )
    expect(await refused(later)).toContain(stale)
    await at.done(
      'import',
      'targets',
      at.file('再.csv', csvFrom([{ 对象编号: first, 名称: `示例店${first}`, 信用风险等级: 'D' }])),
    )
    expect(await refused(later)).toContain(moved)
    const bad = await at.ssj('propose', 'risk', '--to', at.path('x.txt'), '--lang', lang)
    expect([bad.code, bad.err]).toEqual([2, expect.stringContaining('*.csv, *.xlsx')])
  },
)
