import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csvFrom } from '../../helpers/miniature.ts'
import { atTime, drawnOffice, reviewedResults } from '../../helpers/results.ts'
import { filesIn, type Office } from '../../helpers/ssj.ts'
import { closeBrowser, hasChromium, pageAt, SKIPPED } from '../../page/browser.ts'

let here: Office
let firm: string
let other: string

/** Three results of 甲局 at two firms: two published, one of them corrected since, one only reviewed. */
beforeAll(async () => {
  here = await drawnOffice()
  ;[firm, other] = await reviewedResults(here)
  await here.done(
    'results',
    'publish',
    `2026-0001/${firm}/JIA/S1`,
    `2026-0001/${firm}/JIA/S2`,
    '--date',
    '2026-03-20',
  )
  const correction = [
    '--set',
    '检查结果代码=E',
    '--set',
    '发现问题=台账不全',
    '--reason',
    '复核后更正',
    '--approver',
    '局领导',
  ]
  await here.done('results', 'correct', `2026-0001/${firm}/JIA/S2`, ...correction)
})
afterAll(closeBrowser)

describe('ssj publish results', () => {
  it('writes what is public in four formats, with a page and digests over all', async () => {
    const to = here.path('out')
    const told = await here.done('publish', 'results', '--draw', '1', '--to', to)
    expect(told).toMatchObject({ layout: 'gsxt-result', results: 2, reviewed: 1, over: 0 })
    const files = filesIn(to)
    expect([...files.keys()].sort()).toEqual([
      ...['SHA256SUMS', 'results.jsonl', '抽查结果查询.html', '检查结果公示.csv'],
      ...['检查结果公示.docx', '检查结果公示.html', '检查结果公示.xlsx'],
    ])
    execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: to })
    const csv = files.get('检查结果公示.csv')!.toString()
    expect(csv).toContain('检查机关,抽查市场主体名称')
    expect(csv).toContain('食品安全：未发现问题；明码标价：发现问题经责令已改正（台账不全）')
    expect(csv).toContain('2026-05-20更正：复核后更正')
    // What is not published is nowhere.
    for (const [, bytes] of files) expect(bytes.toString()).not.toContain('未亮证')
  })

  it('has a line for each item in the layout of portals', async () => {
    const to = here.path('portal')
    await here.done('publish', 'results', '--to', to, '--layout', 'portal')
    const lines = readFileSync(join(to, '检查结果公示.csv'), 'utf8').trimEnd().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain('序号,抽查事项,检查对象名称')
  })

  it('is of a department, or of what was published or corrected within a span of days', async () => {
    const counts = async (...options: string[]) => {
      const ran = await here.ssj(
        'publish',
        'results',
        '--to',
        here.path(`s${options.join('')}`),
        ...options,
        '--json',
      )
      return ran.code === 0 ? ran.json.results : ran.json.error.code
    }
    expect(await counts('--since', '2026-05-01')).toBe(1)
    expect(await counts('--until', '2026-04-01')).toBe(2)
    expect(await counts('--since', '2026-03-21', '--until', '2026-04-01')).toBe('no-published-results')
    expect(await counts('--department', '乙局')).toBe('no-published-results')
    expect(await counts('--department', '甲局')).toBe(2)
    expect(await counts('--since', '昨天')).toBe('invalid-option')
  })

  it('leaves out what was public for its years, and takes it down on record', async () => {
    const later = atTime(here, '2031-05-20T02:00:00Z')
    expect((await later.ssj('publish', 'results', '--to', later.path('x'))).err).toContain('没有已公示的结果')
    const { owed } = await later.done('report', 'deadlines')
    expect(owed.filter(({ duty }: { duty: string }) => duty === 'take-down')).toHaveLength(2)
    expect(await later.done('results', 'takedown')).toMatchObject({ step: 'taken-down', taken: 2 })
    expect((await later.ssj('results', 'takedown')).code).toBe(2)
    expect(await later.done('log', '--verify')).toMatchObject({ holds: true })
  })

  it('keeps a natural person for fewer years, one who is in no registry any more too', async () => {
    const at = atTime(here, '2028-05-20T02:00:00Z')
    await at.done('add', 'targets', '--set', `对象编号=${firm}`, '--set', '主体类型=个人')
    await at.done('retire', 'targets', firm, '--reason', '注销')
    expect(await at.done('results', 'takedown')).toMatchObject({ taken: 2 })
  })

  it('tells what was found at a natural person without the name, in corrections and certificates too', async () => {
    const at = atTime(here, '2026-05-20T03:00:00Z')
    const person = [
      '对象编号=N1',
      '统一社会信用代码=92141102MA0K00099F',
      '名称=欧阳测试',
      '主体类型=自然人',
      '监管部门=JIA',
    ]
    await at.done('add', 'targets', ...person.flatMap(set => ['--set', set]))
    const visit = ['--target', 'N1', '--department', '甲局', '--cause', '复查', '--reference', '无']
    await at.done('visit', 'add', ...visit, '--date', '2026-05-06')
    const result = {
      ...{ 任务编号: 'C2026-0001', 检查对象名称: '欧阳测试', 检查部门: '甲局', 抽查事项: 'S1' },
      ...{ 检查日期: '2026-05-06', 检查结果代码: 'A', 检查人员: 'P1;P2', 发现问题: '欧阳测试拒不配合' },
    }
    await at.done('import', 'results', at.file('n.csv', csvFrom([result])))
    await at.done('results', 'review', 'C2026-0001', '--approver', '科长')
    await at.done('results', 'publish', 'C2026-0001')
    const change = ['--set', '发现问题=欧阳测试无证', '--reason', '欧阳测试来函更正', '--approver', '局长']
    await at.done('results', 'correct', 'C2026-0001/92141102MA0K00099F/JIA/S1', ...change)
    await at.done('publish', 'results', '--draw', 'C2026-0001', '--to', at.path('人'))
    const files = filesIn(at.path('人'))
    for (const [, bytes] of files) expect(bytes.toString()).not.toContain('欧阳测试')
    const list = files.get('个案检查结果公示.csv')!.toString()
    expect(list).toContain('欧阳**,92141102MA0K00099F,2026-05-06,食品安全,发现问题待后续处理（欧阳**无证）')
    expect(list).toContain('2026-05-20更正：欧阳**来函更正')
    const year = await at.done('certify', '92141102MA0K00099F', '--year', '2026')
    expect(year.cases[0].visit.items[0].result).toMatchObject({
      text: '发现问题待后续处理（欧阳**无证）',
      corrections: [{ reason: '欧阳**来函更正' }],
    })
  })

  it('shows results of cases in a list of their own and beside the draws of the firm, as the rules allow', async () => {
    const at = here.copy()
    const visit = (target: string, cause: string) =>
      at.done(
        'visit',
        'add',
        '--target',
        target,
        '--department',
        '甲局',
        '--cause',
        cause,
        '--reference',
        '举报人王某 13800138000',
        '--date',
        '2026-05-06',
      )
    await visit(firm, '投诉举报：李四来电')
    await visit(other, '复查')
    const row = (draw: string, target: string, code: string) => ({
      ...{ 任务编号: draw, 对象编号: target, 检查部门: '甲局', 抽查事项: 'S1', 检查日期: '2026-05-06' },
      ...{
        检查结果代码: code,
        检查人员: 'P1;P2',
        发现问题: code === 'A' ? '无证' : '',
        处置措施: code === 'A' ? '责令改正' : '',
      },
    })
    await at.done(
      'import',
      'results',
      at.file('c.csv', csvFrom([row('C2026-0001', firm, 'A'), row('C2026-0002', other, '1')])),
    )
    await at.done('results', 'sheet', '--cases', '2026', '--to', at.path('再'), '--format', 'csv')
    const again = await at.done('import', 'results', at.path('再/个案-甲局.csv'))
    expect(again.files).toMatchObject([{ outcome: 'nothing', unchanged: 2, issueCount: 0 }])
    await at.done('results', 'review', 'C2026-0001', 'C2026-0002', '--approver', '科长')
    await at.done('results', 'publish', 'C2026-0001', 'C2026-0002')
    const told = await at.done('publish', 'results', '--to', at.path('全'))
    expect(told).toMatchObject({ results: 4, withheld: 0 })
    const files = filesIn(at.path('全'))
    const lines = files.get('个案检查结果公示.csv')!.toString().trimEnd().split('\r\n')
    expect(lines[0]).toContain('序号,个案编号,检查原因,检查机关,检查对象名称')
    expect(lines[1]).toContain(
      `1,C2026-0001,投诉举报,甲局,示例店${firm},${firm},2026-05-06,食品安全,发现问题待后续处理（无证）,2026-05-20,`,
    )
    expect(files.get('检查结果公示.csv')!.toString()).not.toContain('C2026')
    const page = files.get('抽查结果查询.html')!.toString()
    expect(page.match(/<article/g)).toHaveLength(3)
    expect(page).toMatch(/随机抽中[\s\S]*不是随机抽中，因投诉举报检查（个案编号 C2026-0001）/)
    for (const [, bytes] of files) expect(bytes.toString()).not.toMatch(/李四|王某|13800138000/)

    expect(await at.done('publish', 'results', '--draw', 'C2026-0002', '--to', at.path('一'))).toMatchObject({
      results: 1,
    })
    expect([...filesIn(at.path('一')).keys()]).not.toContain('检查结果公示.csv')
    await at.done('rules', 'set', 'cases-withheld', '投诉举报')
    expect(await at.done('publish', 'results', '--to', at.path('扣'))).toMatchObject({
      results: 3,
      withheld: 1,
    })
    await at.done('rules', 'set', 'cases-published', '不公示')
    for (const [lang, told] of [
      ['zh', '按规则不公示的个案结果 1 项'],
      ['en', 'the rules keep back 1 of cases'],
    ] as const) {
      const ran = await at.ssj(
        'publish',
        'results',
        '--draw',
        'C2026-0001',
        '--to',
        at.path('无'),
        '--lang',
        lang,
      )
      expect([ran.code, ran.err]).toEqual([2, expect.stringContaining(told)])
    }
    // Struck as a mistake, a case is public no more; its years over, it is taken down.
    await at.done('rules', 'set', 'cases-published', '默认')
    await at.done('rules', 'set', 'cases-withheld', '无')
    const later = atTime(at, '2031-05-21T02:00:00Z')
    expect(await later.done('results', 'takedown')).toMatchObject({ taken: 4 })
    await at.done('visit', 'strike', 'C2026-0001', '--reason', '误录')
    expect(await at.done('publish', 'results', '--to', at.path('撤'))).toMatchObject({ results: 3 })
  })

  it('refuses options of lists that it is not, and a folder that is taken', async () => {
    here.file('taken/a.txt', 'x')
    expect((await here.ssj('publish', 'results', '--to', here.path('taken'))).code).toBe(2)
    expect((await here.ssj('publish', 'items', '--to', here.path('i.csv'), '--draw', '1')).code).toBe(2)
    expect((await here.ssj('publish', 'results', '--to', here.path('y'), '--year', '2026')).code).toBe(2)
  })
})

describe.skipIf(!hasChromium)(`the page of results${SKIPPED}`, () => {
  it('tells a citizen of one firm: drawn, visited on, by which departments, found what; on a phone too', {
    tags: ['campaign'],
  }, async () => {
    const to = here.path('page')
    await here.done('publish', 'results', '--to', to)
    const { page, trouble, requests } = await pageAt(join(to, '抽查结果查询.html'))
    const scrolls = () => page.evaluate('document.documentElement.scrollWidth > window.innerWidth')
    for (const width of [1280, 390])
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.setViewportSize({ width, height: 844 })
        await page.emulateMedia({ colorScheme })
        expect([width, colorScheme, await scrolls()]).toEqual([width, colorScheme, false])
      }
    await page.fill('#find', ` ${firm.toLowerCase()} `)
    const shown = await page.locator('article:visible').allInnerTexts()
    expect(shown).toHaveLength(1)
    expect(shown[0]).toMatch(
      /2026-02-03 随机抽中[\s\S]*甲局[\s\S]*2026-03-02 检查[\s\S]*未发现问题[\s\S]*更正/,
    )
    expect(shown[0]).toMatch(/乙局[\s\S]*检查结果尚未公示/)
    expect(await scrolls()).toBe(false)
    await page.fill('#find', '没有这一户')
    expect(await page.textContent('#count')).toBe('没有公示的抽查记录')
    expect([trouble, requests.length]).toEqual([[], 1])
  })
})
