import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { csvFrom, inspectors, miniature, targets } from '../../helpers/miniature.ts'
import { atTime } from '../../helpers/results.ts'
import { cellsOf, type Office } from '../../helpers/ssj.ts'

type Row = Readonly<Record<string, string>>

/** What was filled in, as the test knows it: every figure below is counted from these by hand. */
interface Filled {
  readonly task: string
  readonly target: string
  readonly department: string
  readonly item: string
  readonly codes: string
  readonly day: string
  readonly settled: boolean
  readonly offSite: boolean
  published: string
}

const CODES = [
  '1',
  'E',
  'A',
  '6',
  'F',
  '7',
  'B',
  '1',
  '8',
  '9',
  'C',
  '1',
  '10',
  '2',
  '11',
  '3',
  '12',
  '4',
  '5',
  'D',
  'G',
]
const TARGET = '统一社会信用代码/注册号'
const PROBLEMS = new Set(['A', '6', 'B', '8', 'C', '2', '3', '4', '5', 'D', 'G'])
const LAST_IN_TIME = '2026-04-16' // twenty working days after 2026-03-18

let here: Office
const due: Row[] = []
const filled: Filled[] = []

beforeAll(async () => {
  const plan = (id: string, lead: string, partners: string, items: string, count: string) => ({
    ...{ 任务编号: id, 任务名称: `任务${id}`, 起止时间: '2026-02-10~2026-06-30', 发起部门: lead },
    ...{ 配合部门: partners, 抽查事项: items, 抽查数量: count, 替补: '2' },
  })
  const first = await miniature({
    items: [
      { 事项编码: 'S1', 抽查事项: '食品安全', 检查主体: '甲局' },
      { 事项编码: 'S2', 抽查事项: '公共场所卫生', 检查主体: '乙局' },
    ],
    targets: [
      ...targets(15, { 监管部门: 'JIA;YI', 信用风险等级: 'A' }),
      ...targets(15, { 监管部门: 'JIA;YI' }, 16),
    ],
    inspectors: [...inspectors(5), ...inspectors(5, { 所属部门: 'YI' }, 6)],
    plan: [
      plan('A', 'JIA', 'YI', 'S1;S2', '14'),
      plan('B', 'YI', '', 'S2', '10'),
      plan('V', 'JIA', '', 'S1', '4'),
      plan('N', 'JIA', '', 'S1', '2'),
    ],
  })
  for (const [task, seed] of [
    ['A', 'x'],
    ['B', 'y'],
    ['V', 'z'],
  ] as const)
    await first.done('draw', 'run', task, '--seed', seed)
  const { selection } = await first.done('draw', 'show', '1')
  const out = selection.find((row: Row) => row.status === 'drawn').target
  await first.done('draw', 'substitute', '1', '--target', out, '--reason', '已迁出', '--approver', '局领导')
  // One visit of the draw that becomes void took place.
  here = atTime(first, '2026-05-20T04:00:00Z')
  const sheet = ['results', 'sheet', '1', '2', '--format', 'csv']
  await here.done(...sheet, '--to', here.path('sheets'))
  for (const name of readdirSync(here.path('sheets')).filter(name => name.endsWith('.csv'))) {
    const [headings, ...rows] = cellsOf(join(here.path('sheets'), name))
    const clean = rows.map(row => row.map(cell => cell.replace(/^\t/, '')))
    for (const row of clean) due.push(Object.fromEntries(headings!.map((heading, i) => [heading, row[i]!])))
  }
  await fillIn()
  await here.done('draw', 'void', '3', '--reason', '有误', '--approver', '局领导')
})

/** Fills in all but every seventh row, reviews all, publishes by days. */
async function fillIn(): Promise<void> {
  const rows: Row[] = []
  for (const [i, row] of due.entries()) {
    if (i % 7 === 6) continue
    const codes = CODES[i % CODES.length]!
    const settled = !PROBLEMS.has(codes) || i % 2 === 0
    const offSite = i % 5 === 0
    const end = PROBLEMS.has(codes) && settled ? { 处理结果: '已处理', 完结日期: '2026-03-18' } : {}
    rows.push({
      ...row,
      检查日期: '2026-03-18',
      检查结果代码: codes,
      发现问题: PROBLEMS.has(codes) || codes === 'E' ? '示例问题' : '',
      核查方式: offSite ? '书面检查' : '实地检查',
      完结状态: settled ? '已完结' : '未完结',
      ...end,
    })
    filled.push({
      ...{ task: row.任务编号!, target: row[TARGET]!, department: row.检查部门!, item: row.抽查事项! },
      ...{ codes, day: '2026-03-18', settled, offSite, published: '' },
    })
  }
  const ran = await here.ssj('import', 'results', here.file('all.csv', csvFrom(rows)))
  expect(ran.err).toBe('')
  await here.done('results', 'review', '1', '2', '--approver', '科长')
  const half = rows.filter((_, i) => i % 3 !== 0)
  const third = rows.filter((_, i) => i % 3 === 0 && i % 2 === 0)
  for (const [chosen, day] of [
    [half, LAST_IN_TIME],
    [third, '2026-04-17'],
  ] as const) {
    const file = here.file(`${day}.csv`, csvFrom(chosen))
    await here.done('results', 'publish', '--file', file, '--date', day)
    for (const row of chosen) filled[rows.indexOf(row)]!.published = day
  }
}

const problem = ({ codes }: Filled) => PROBLEMS.has(codes) || codes === 'E'

/** The counts of some rows, by hand. */
function counted(dueRows: readonly Row[], rows: readonly Filled[]) {
  const count = (of: (row: Filled) => boolean) => rows.filter(of).length
  return {
    due: dueRows.length,
    inspected: rows.length,
    published: count(({ published }) => published !== ''),
    inTime: count(row => row.published !== '' && row.published <= LAST_IN_TIME),
    problems: count(problem),
    settled: count(row => problem(row) && row.settled),
    open: count(row => problem(row) && !row.settled),
    offSite: count(({ offSite }) => offSite),
  }
}

const CODE: Readonly<Record<string, string>> = { 甲局: 'JIA', 乙局: 'YI' }
const departmentOf = (text: string) => CODE[text] ?? text

describe('ssj report results', () => {
  it('counts what an independent count counts, in all and by task, department, item and outcome', async () => {
    const { figures } = await here.done('report', 'results', '--year', '2026')
    expect(due.length).toBeGreaterThan(35)
    expect(figures.all).toEqual(counted(due, filled))
    const by = (grouping: string, name: string) =>
      figures.by[grouping].find((one: { name: string }) => one.name === name).counts
    for (const code of ['JIA', 'YI']) {
      const own = (department: string) => departmentOf(department) === code
      expect(by('department', code)).toEqual(
        counted(
          due.filter(row => own(row.检查部门!)),
          filled.filter(row => own(row.department)),
        ),
      )
    }
    for (const item of ['S1', 'S2']) {
      const own = (text: string) => text.startsWith(item)
      expect(by('item', item)).toEqual(
        counted(
          due.filter(row => own(row.抽查事项!)),
          filled.filter(row => own(row.item)),
        ),
      )
    }
    for (const code of new Set(filled.map(({ codes }) => codes))) {
      const own = filled.filter(({ codes }) => codes === code)
      expect([code, by('outcome', code)]).toEqual([code, { ...counted([], own), due: own.length }])
    }
    for (const grouping of ['task', 'department', 'item', 'class'])
      for (const count of Object.keys(figures.all)) {
        const sum = figures.by[grouping].reduce(
          (all: number, one: { counts: Record<string, number> }) => all + one.counts[count]!,
          0,
        )
        expect([grouping, count, sum]).toEqual([grouping, count, figures.all[count]])
      }
  })

  it('tells joint visits, substitutions, and states its formulas', async () => {
    const told = await here.done('report', 'results', '--year', '2026')
    expect(told).toMatchObject({ visits: { all: 24, joint: 14 }, substitutions: 1 })
    const { out } = await here.ssj('report', 'results', '--year', '2026')
    expect(out).toContain('应检查：本年抽取（不含作废）')
    expect((await here.ssj('report', 'results', '--lang', 'en')).out).toContain('Due: each target')
  })

  it.each(['csv', 'xlsx', 'docx', 'html', 'txt'])(
    'is handed in as %s, with the same figures',
    async ending => {
      for (const name of ['results', 'assessment', 'year']) {
        const path = here.path(`${name}.${ending}`)
        expect((await here.ssj('report', name, '--year', '2026', '--to', path)).err).toBe('')
        const bytes = readFileSync(path)
        expect(bytes.length).toBeGreaterThan(300)
        if (ending === 'html') expect(bytes.toString()).toMatch(/<svg[\s\S]*<rect/)
      }
    },
  )
})

describe('ssj report year', () => {
  it('counts visits and firms by hand', async () => {
    const { all, departments } = await here.done('report', 'year', '--year', '2026')
    const visits = new Set(filled.map(({ task, target, department }) => `${task} ${target} ${department}`))
    const firms = new Set(filled.map(({ target }) => target))
    expect(all).toMatchObject({
      ...{ visits: visits.size, drawnVisits: visits.size, caseVisits: 0, firms: firms.size },
      ...{ results: filled.length, problems: filled.filter(problem).length },
      corrected: filled.filter(({ codes }) => codes === 'E').length,
      open: filled.filter(row => problem(row) && !row.settled).length,
    })
    const sum = departments.reduce(
      (total: number, one: { counts: { visits: number } }) => total + one.counts.visits,
      0,
    )
    expect(sum).toBe(all.visits)
  })
})

describe('ssj report assessment', () => {
  it('scores who did it, by weights that are rules', async () => {
    const { departments } = await here.done('report', 'assessment', '--year', '2026')
    const own = filled.filter(({ department }) => departmentOf(department) === 'JIA')
    const jia = departments.find((one: { department: string }) => one.department === 'JIA')
    expect(jia.shares).toMatchObject({
      计划报送: { part: 0, whole: 3 },
      任务完成: { part: own.length, whole: due.filter(row => departmentOf(row.检查部门!) === 'JIA').length },
      联合占比: { part: 14, whole: 14 },
      问题完结: {
        part: own.filter(row => problem(row) && row.settled).length,
        whole: own.filter(problem).length,
      },
    })
    const scores = departments.map(({ score }: { score: string }) => {
      const [numerator, denominator = '1'] = score.split('/')
      return Number(numerator) / Number(denominator)
    })
    expect(scores.every((score: number) => score > 0 && score <= 100)).toBe(true)
    expect(scores.toSorted((a: number, b: number) => b - a)).toEqual(scores)
  })

  it.each(['计划报送=50', '计划报送=0;任务完成=100', '出勤=100', '计划报送=一百', '任务完成=60;任务完成=40'])(
    'refuses weights that are none: %s',
    async text => {
      const ran = await here.ssj('rules', 'set', 'assessment-weights', text)
      expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('合计 100')])
      const english = await here.ssj('rules', 'set', 'assessment-weights', text, '--lang', 'en')
      expect([english.code, english.err]).toEqual([2, expect.stringContaining(text)])
      expect(english.err).toMatch(/100/)
      expect((await here.done('rules', 'list')).rules).not.toContainEqual(
        expect.objectContaining({ name: 'assessment-weights', value: text }),
      )
    },
  )

  it.each(['联合占比=0', '联合占比=101', '联合占比=60;联合占比=50', '出勤=60'])(
    'refuses full marks that are none: %s',
    async text => {
      for (const lang of ['zh', 'en']) {
        const ran = await here.ssj('rules', 'set', 'assessment-full-marks', text, '--lang', lang)
        expect([ran.code, ran.err]).toEqual([2, expect.stringContaining(text)])
      }
    },
  )

  it('takes weights that come to a hundred', async () => {
    const at = atTime(here, '2026-05-20T04:00:00Z')
    await at.done('rules', 'set', 'assessment-weights', '任务完成=60、按期公示=40')
    const { weights } = await at.done('report', 'assessment', '--year', '2026')
    expect(weights).toBe('任务完成=60;按期公示=40')
  })
})
