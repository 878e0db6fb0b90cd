import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { codeOfFirm, officeOfResults } from '../../helpers/exchange.ts'
import { csvFrom, DEPARTMENTS, inspectors, miniature } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

/** An office whose records have what each layout of a library asks for. */
async function office(): Promise<Office> {
  const here = await miniature({
    departments: DEPARTMENTS,
    items: [
      {
        事项编码: 'S1',
        抽查事项: '食品安全',
        抽查内容: '许可；进货查验,台账',
        检查主体: '甲局',
        抽查比例: '≥3%',
        抽查频次: '1次/年',
        检查方式: '现场检查;书面检查',
        备注: '每季度一批',
      },
    ],
    targets: [1, 2].map(number => ({
      统一社会信用代码: codeOfFirm(number),
      名称: `示例商行${number}`,
      监管部门: 'JIA;YI',
      所属子库: '餐饮;食品销售',
      许可证名称: '食品经营许可证',
      有效期至: '9999-09-09',
    })),
    inspectors: inspectors(2).map((row, i) => ({
      ...row,
      执法证号: `0411020000${i}`,
      证件有效期: '长期',
      专业资质: '食品;药品',
      执法事项范围: 'S1',
    })),
    plan: [
      {
        任务编号: 'A',
        任务名称: '示例抽查',
        抽查事项: 'S1',
        抽查比例: '3%',
        分级比例: 'A=1%;D=30%',
        起止时间: '2026-02-01~2026-04-30',
        发起部门: 'JIA',
        配合部门: 'YI',
        平台计划编号: '14110220261000',
      },
      {
        任务编号: 'B',
        任务名称: '乙抽查',
        抽查数量: '20',
        起止时间: '2026-05-01~2026-06-30',
        发起部门: 'YI',
      },
    ],
  })
  return here
}

describe('a layout of a library', () => {
  let here: Office
  beforeAll(async () => {
    here = await office()
  })
  const rows = { items: 1, targets: 2, inspectors: 2, plan: 2 }

  test.each([
    ['platform-items', 'items', '编号,抽查事项名称,抽查子项,抽查依据,抽查主体,抽查对象'],
    ['platform-targets', 'targets', '专项库名称,对应专项库监管标签,统一社会信用代码/注册号,企业名称'],
    ['platform-inspectors', 'inspectors', '市场监管领域执法人员数据库\r\n单位工号,姓名,性别,身份证号,手机号'],
    ['county-plan', 'plan', '抽查计划编号,任务名称,抽查类型,抽查对象,发起部门,参与部门,抽查比例(数量)'],
  ] as const)(
    '%s goes out under its headings, and comes back unchanged',
    async (layout, library, headings) => {
      for (const file of [`${layout}.csv`, `${layout}.xlsx`]) {
        const out = await here.done('exchange', 'out', layout, '--to', file)
        expect(out).toMatchObject({ rows: rows[library], refused: 0, faults: [] })
        const { files } = await here.done('exchange', 'in', layout, file)
        expect(files[0]).toMatchObject({
          outcome: 'nothing',
          unchanged: rows[library],
          issues: [],
          extra: [],
        })
        const same = await here.done('exchange', 'diff', layout, file)
        expect(same).toMatchObject({ ours: rows[library], same: rows[library], differences: [] })
      }
      expect(readFileSync(here.path(`${layout}.csv`), 'utf8')).toContain(headings)
    },
  )

  it('writes a day without end as the platform does, and reads it so', () => {
    expect(readFileSync(here.path('platform-targets.csv'), 'utf8')).toContain(',9999-09-09,')
  })

  it('reads into an empty library what it wrote of another', async () => {
    const empty = await miniature({ items: [{ 事项编码: 'S1', 抽查事项: '食品安全' }] })
    for (const layout of ['platform-targets', 'platform-inspectors', 'county-plan']) {
      await empty.done('exchange', 'in', layout, here.path(`${layout}.csv`))
      await empty.done('exchange', 'out', layout, '--to', `${layout}.csv`)
      expect(readFileSync(empty.path(`${layout}.csv`), 'utf8')).toBe(
        readFileSync(here.path(`${layout}.csv`), 'utf8'),
      )
    }
  })

  it('is known again by the ledger, and not when its code tables changed', async () => {
    const again = await here.done('exchange', 'in', 'platform-items', 'platform-items.csv')
    expect(again.files[0].outcome).toBe('nothing')
    const { entry } = (await here.done('exchange', 'in', 'platform-items', changedItems(here))).files[0]
    const log = await here.done('log')
    const { subject } = log.entries.find((one: { number: number }) => one.number === entry)
    expect(subject.given.layout).toEqual({
      layout: 'platform-items',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })
})

function changedItems(here: Office): string {
  const text = readFileSync(here.path('platform-items.csv'), 'utf8')
  return here.file('changed.csv', text.replace('每季度一批', '每月一批'))
}

describe('layouts of results', () => {
  let made: Office
  beforeAll(async () => {
    made = await officeOfResults()
  })

  it('gsxt: result announcements by the numbers of the display, read under its field names too', async () => {
    const here = made.copy()
    expect(await here.done('exchange', 'out', 'gsxt-results', '--to', 'g.csv')).toMatchObject({ rows: 6 })
    const text = readFileSync(here.path('g.csv'), 'utf8')
    expect(text).toContain('1,14110220261000,示例抽查,141102202602031000,示例抽查,定向,甲局,')
    expect(text).toContain(',未发现问题,')
    const named = text
      .replace('抽查计划编号', 'raninsPlanId')
      .replace('抽查任务编号', 'raninsTaskId')
      .replace('检查完成日期', 'insDate')
      .replace('检查结果', 'raninsCheckResName')
    for (const file of [here.path('g.csv'), here.file('fields.csv', named)]) {
      const back = await here.ssj('--json', 'exchange', 'in', 'gsxt-results', file)
      expect(back.json.files[0]).toMatchObject({ outcome: 'nothing', unchanged: 6, issues: [] })
    }
  })

  it('行政检查行为: nothing goes out until the province’s tables are filled in; then it comes back unchanged', async () => {
    const here = made.copy()
    const empty = await here.ssj('--json', 'exchange', 'out', 'hlwjg-inspections', '--to', 'h.csv')
    expect(empty.code).toBe(1)
    expect(empty.json).toMatchObject({ file: null, rows: 0, refused: 6 })
    expect(empty.json.faults[0]).toMatchObject({ row: 2, column: 'T', heading: 'check_type', value: '定向' })
    mkdirSync(here.path('codes'))
    const fill = (table: string, ...pairs: string[]) =>
      writeFileSync(
        here.path(`codes/hlwjg-${table}.csv`),
        `我方值,对方代码,对方名称,来源,日期\n${pairs.map(pair => `${pair},示例省,2026-01-01\n`).join('')}`,
      )
    fill('check-type', '定向,02,随机抽查')
    fill('check-mode', '实地检查,1,现场')
    fill('check-result', '1,10,合格', 'E,20,责令改正')
    const codes = ['--codes', here.path('codes')]
    await here.done('exchange', 'out', 'hlwjg-inspections', '--to', 'h.csv', '--batch', '2', ...codes)
    const text = readFileSync(here.path('h.csv'), 'utf8')
    expect(text).toMatch(/^\ufeffrecord_unique_identity,plan_id,supervise_item_implement_code,/)
    expect(text).toContain(',2026052000002,i\r\n')
    expect(text).toContain(',2,001,9114')
    const back = await here.ssj('--json', 'exchange', 'in', 'hlwjg-inspections', 'h.csv', ...codes)
    expect(back.json.files[0]).toMatchObject({ outcome: 'nothing', unchanged: 6, issues: [] })
    // Numbers of theirs are kept beside ours, and go back with them.
    const numbered = text.replace(/^(?=,1411)/gm, 'HL-1')
    const taken = await here.done(
      'exchange',
      'in',
      'hlwjg-inspections',
      here.file('n.csv', numbered),
      ...codes,
    )
    expect(taken.files[0]).toMatchObject({ outcome: 'written', changed: 6 })
    await here.done('exchange', 'out', 'hlwjg-inspections', '--to', 'n2.csv', '--batch', '2', ...codes)
    expect(readFileSync(here.path('n2.csv'), 'utf8')).toBe(numbered)
  })

  it('says row by row what would be refused, with column, value and what would be right', async () => {
    const here = made.copy()
    const items = [
      { 事项编码: 'S1', 抽查事项: '食品安全', 监管事项目录编码: '123', 监管事项检查实施清单编码: 'X' },
    ]
    await here.done('import', 'items', here.file('i.csv', csvFrom(items)))
    const ran = await here.ssj('exchange', 'out', 'hlwjg-inspections', '--to', 'h.csv', '--rejects', 'r.csv')
    expect(ran.out).toContain('第 2 行 C 列（supervise_item_implement_code）“123”：应为 14 个字符，现为 3 个')
    expect(ran.out).toContain(
      '第 2 行 D 列（supervise_item_check_icode）“X”：前 18 位应为实施机构的统一社会信用代码',
    )
    expect(readFileSync(here.path('r.csv'), 'utf8')).toContain('对方会拒收的原因,record_unique_identity')
    const english = await here.ssj('exchange', 'out', 'hlwjg-inspections', '--to', 'h.csv', '--lang', 'en')
    expect(english.out).toContain(
      'row 2 column C (supervise_item_implement_code) “123”: it must have 14 characters',
    )
  })

  it('refuses in their file a code that no table has and a number that no record has, by row and column', async () => {
    const here = made.copy()
    await here.done('exchange', 'out', 'gsxt-results', '--to', 'g.csv')
    const text = readFileSync(here.path('g.csv'), 'utf8')
    const wrong = here.file('w.csv', text.replace('141102202602031000', '99').replace('未发现问题', '甲类'))
    const ran = await here.ssj('--json', 'exchange', 'in', 'gsxt-results', wrong)
    expect(ran.code).toBe(1)
    expect(ran.json.files[0].issues).toMatchObject([
      { row: 2, column: 'D', heading: '抽查任务编号', value: '99', code: 'unknown-number' },
      { row: 2, column: 'L', heading: '检查结果', value: '甲类', code: 'unknown-code' },
    ])
  })
})

describe('layouts of draws', () => {
  it('tell who inspects whom, and what each target is told', async () => {
    const here = await officeOfResults()
    const out = await here.done('exchange', 'out', 'office-assignments', '1', '--to', 'a.csv')
    expect(out).toMatchObject({ rows: 6, refused: 0 })
    expect(readFileSync(here.path('a.csv'), 'utf8')).toMatch(
      /2026-0001,14110220261000,141102202602031000,,示例抽查,9114\w+,示例商行\d,甲局,食品安全；明码标价,示例人\d,1411020000\d,2026-02-01,2026-04-30/,
    )
    await here.done('exchange', 'out', 'office-notices', '1', '--to', 'n.csv', '--department', '甲局')
    const notices = readFileSync(here.path('n.csv'), 'utf8')
    expect(notices.split('\r\n')).toHaveLength(5)
    expect(notices).toMatch(/,示例人\d、示例人\d,1411020000\d、1411020000\d,2026-02-01,/)
    const none = await here.ssj('exchange', 'out', 'office-notices', '--to', 'x.csv')
    expect(none.err).toContain('请写明抽取编号')
    expect(join(here.folder, 'x')).not.toBe('')
  })
})
