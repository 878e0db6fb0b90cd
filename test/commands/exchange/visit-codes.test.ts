import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { officeOfResults } from '../../helpers/exchange.ts'
import type { Office } from '../../helpers/ssj.ts'

let made: Office
beforeAll(async () => {
  made = await officeOfResults()
})

/** What goes out of the draw, and the same with codes as the other side gives them: `RWM-1` to the first target, and so on. */
async function coded(here: Office, layout: 'office-assignments' | 'office-notices', file: string) {
  await here.done('exchange', 'out', layout, '1', '--to', file)
  const lines = readFileSync(here.path(file), 'utf8')
    .split('\r\n')
    .filter(line => line !== '')
  const targets = [...new Set(lines.slice(1).map(line => /9114\w{14}/.exec(line)![0]))]
  return lines.map((line, i) => {
    const target = /9114\w{14}/.exec(line)?.[0]
    return i === 0 || target === undefined
      ? line
      : line.replace('141102202602031000,,', `141102202602031000,RWM-${targets.indexOf(target) + 1},`)
  })
}

const fileOf = (here: Office, name: string, lines: readonly string[]) =>
  here.file(name, `${lines.join('\r\n')}\r\n`)

describe('codes of visits (检查任务码)', () => {
  it.each(['office-assignments', 'office-notices'] as const)(
    '%s: come in by the visit that they are of, and go back unchanged',
    async layout => {
      const here = made.copy()
      const given = fileOf(here, 'given.csv', await coded(here, layout, 'out.csv'))
      const tried = await here.done('exchange', 'in', layout, given, '--dry-run')
      expect(tried).toMatchObject({ new: 3, changed: 0, same: 0, visits: 3, without: 0, entry: null })
      const before = await here.ssj('--json', 'exchange', 'diff', layout, given)
      expect(before.json).toMatchObject({ different: layout === 'office-notices' ? 3 : 6, 'only-theirs': 0 })
      expect(before.json.differences[0].fields).toMatchObject([
        { heading: '检查任务码', ours: '', theirs: 'RWM-1' },
      ])
      expect(before.json.differences[0].todo).toContain(`ssj exchange in ${layout}`)
      const taken = await here.done('exchange', 'in', layout, given)
      expect(taken).toMatchObject({
        draws: ['2026-0001'],
        new: 3,
        without: 0,
        faults: [],
        entry: expect.any(Number),
      })
      expect(await here.done('exchange', 'in', layout, given)).toMatchObject({ new: 0, same: 3, entry: null })
      await here.done('exchange', 'out', layout, '1', '--to', 'again.csv')
      expect(readFileSync(here.path('again.csv'), 'utf8')).toBe(
        readFileSync(given, 'utf8').replace(/^(?!\ufeff)/, '\ufeff'),
      )
      expect((await here.done('exchange', 'diff', layout, given)).differences).toEqual([])
      expect((await here.done('log', '--verify')).holds).toBe(true)
    },
  )

  it('are refused by row and column: of no visit, too long, two of one visit; then none is taken', async () => {
    const here = made.copy()
    const lines = await coded(here, 'office-assignments', 'out.csv')
    const wrong = lines.map((line, i) =>
      i === 1
        ? line.replace('RWM-1', 'RWM-9')
        : i === 3
          ? line.replace(/9114\w{14}/, '91141102MA0X99999X')
          : i === 5
            ? line.replace(/RWM-\d/, 'R'.repeat(101))
            : line,
    )
    const file = fileOf(here, 'wrong.csv', wrong)
    const ran = await here.ssj('--json', 'exchange', 'in', 'office-assignments', file)
    expect(ran.code).toBe(1)
    expect(ran.json).toMatchObject({ faultCount: 3, entry: null })
    expect(ran.json.faults).toMatchObject([
      {
        row: 3,
        column: 'D',
        heading: '检查任务码',
        value: 'RWM-1',
        code: 'two-codes',
        details: { row: 2, code: 'RWM-9' },
      },
      { row: 4, column: 'A', heading: '抽取编号', value: '2026-0001', code: 'unknown-visit' },
      { row: 6, column: 'D', heading: '检查任务码', code: 'too-long', details: { limit: 100, found: 101 } },
    ])
    expect((await here.ssj('exchange', 'in', 'office-assignments', file)).out).toContain('一个码也没有取入')
    const some = await here.done('exchange', 'in', 'office-assignments', file, '--skip-bad')
    expect(some).toMatchObject({ new: 2, without: 1, faultCount: 3, entry: expect.any(Number) })
    const other = await here.ssj('exchange', 'in', 'office-notices', here.file('x.csv', '甲,乙\n1,2\n'))
    expect(other.err).toContain('没有找到对接格式“office-notices”的表头')
    const reason = await here.ssj('exchange', 'in', 'office-notices', file, '--reason', '更正')
    expect(reason.err).toContain('--reason')
  })

  it('are kept, printed on notices, forms, tables and sheets, sent with results, and shown to no public', async () => {
    const here = made.copy()
    const lines = await coded(here, 'office-notices', 'out.csv')
    await here.done('exchange', 'in', 'office-notices', fileOf(here, 'a.csv', lines))
    const changed = lines.map(line => line.replace('RWM-1', 'RWM-7'))
    const again = await here.ssj('exchange', 'in', 'office-notices', fileOf(here, 'b.csv', changed))
    expect(again.out).toMatch(/2026-0001\/9114\w+\/JIA：“RWM-1”改为“RWM-7”/)
    await here.done('export', '1', '--to', 'archive', '--profile', 'archive', '--format', 'csv,html')
    const paper = (file: string) => readFileSync(here.path(`archive/data/${file}`), 'utf8')
    expect(paper('检查通知书.html')).toContain('检查任务码：RWM-7。')
    expect(paper('检查通知书.html')).toContain(
      '平台计划编号：14110220261000；平台任务编号：141102202602031000。',
    )
    expect(paper('检查记录表.html')).toContain('RWM-7')
    expect(paper('检查任务表.csv')).toMatch(/检查时间,检查任务码\r\n/)
    expect(paper('检查任务表.csv')).toMatch(/,RWM-[237]\r\n/)
    expect((await here.ssj('verify', 'archive')).code).toBe(0)
    await here.done('results', 'sheet', '1', '--to', 'sheets', '--format', 'csv')
    const sheet = readFileSync(here.path('sheets/2026-0001-甲局.csv'), 'utf8')
    expect(sheet).toMatch(/执法证号,检查任务码,检查期限/)
    expect(sheet).toContain(',RWM-7,')
    const back = await here.ssj('--json', 'import', 'results', here.path('sheets/2026-0001-甲局.csv'))
    expect(back.json.files[0]).toMatchObject({ outcome: 'nothing', issues: [] })
    const own = here.file(
      'own.json',
      JSON.stringify({
        ...{ layout: 'own', system: '某平台', of: 'results', key: [] },
        columns: [
          { heading: '任务码', from: 'visit_code' },
          { heading: '对象', from: 'target' },
        ],
      }),
    )
    await here.done('exchange', 'out', own, '1', '--to', 'r.csv')
    expect(readFileSync(here.path('r.csv'), 'utf8')).toContain('RWM-7,9114')
    await here.done('export', '1', '--to', 'public', '--format', 'csv,html')
    for (const file of ['papers.json', '抽查任务公告.html', '公示名单.csv'])
      expect(readFileSync(here.path(`public/${file}`), 'utf8')).not.toContain('RWM')
    expect(readFileSync(here.path('public/抽查任务公告.html'), 'utf8')).toContain('141102202602031000')
  })
})
