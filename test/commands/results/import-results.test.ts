import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { csvFrom, inspectors, miniature } from '../../helpers/miniature.ts'
import { atTime, drawnOffice, LATER, standing } from '../../helpers/results.ts'
import type { Office } from '../../helpers/ssj.ts'

type Row = Readonly<Record<string, string>>

let office: Office
let drawn: Awaited<ReturnType<typeof standing>>
/** A row that is right in every respect. */
let good: Row

beforeAll(async () => {
  office = await drawnOffice()
  drawn = await standing(office)
  const target = drawn.drawn[0]!
  good = {
    任务编号: 'A',
    对象编号: target,
    检查部门: '甲局',
    抽查事项: 'S1',
    检查日期: '2026-03-02',
    检查结果代码: '1',
    发现问题: '',
    处置措施: '',
    完结状态: '',
  }
})

const importing = (here: Office, rows: readonly Row[], ...options: string[]) =>
  here.ssj('import', 'results', here.file('r.csv', csvFrom(rows)), ...options)

const kept = async (here: Office) => (await here.done('list', 'results')).records

describe('a result that is right', () => {
  it.each<readonly string[]>([
    [
      '任务名称',
      '检查对象名称',
      '检查机关',
      '检查事项（名称）',
      '【检查日期】',
      '检查结果（代码）',
      '发现的问题',
    ],
    [
      '抽取编号',
      '企业名称',
      '检查部门（全称）',
      '检查事项(编码)',
      '[检查日期]',
      '检查结果（可多选）',
      '发现问题（200字以内）',
    ],
    [
      '抽查任务名称',
      '对象（全称）',
      '部门',
      '抽查事项名称',
      '检查日期（年月日）',
      '抽查结果',
      '检查发现的问题',
    ],
  ])('goes by names alone, under headings with remarks: %s, %s', async (...headings) => {
    const target = good.对象编号!
    const here = atTime(office, LATER)
    const task = headings[0] === '抽取编号' ? '2026-0001' : '临时任务 A'
    const row = [task, `示例店${target}`, '甲局', '食品安全', '46083', 'Ａ', '标签不符']
    const rows = [Object.fromEntries(headings.map((heading, i) => [heading, row[i]!]))]
    const ran = await importing(here, rows)
    expect(ran.code).toBe(0)
    expect(await kept(here)).toMatchObject([
      { id: `2026-0001/${target}/JIA/S1`, inspected: '2026-03-02', outcome: 'A', found: '标签不符' },
    ])
  })

  it('is told in full where many rows are wrong', async () => {
    const here = atTime(office, LATER)
    const rows = Array.from({ length: 40 }, (_, i) => ({ ...good, 对象编号: `X${i}` }))
    expect((await importing(here, rows)).err).toMatch(/……还有 20 处\n {2}逐行列出全部问题：.+--rejects 文件/)
    const told = await here.ssj(
      '--lang',
      'en',
      'import',
      'results',
      here.path('r.csv'),
      '--rejects',
      here.path('x.csv'),
    )
    expect(told.err).toMatch(/refused rows, with reasons, are in .*x\.csv/)
    expect(told.err).not.toContain('import once more with --rejects')
    expect(readFileSync(here.path('x.csv'), 'utf8').trimEnd().split('\r\n')).toHaveLength(41)
  })

  it('is refused under the heading that the file has, where its name is of nothing', async () => {
    const row = {
      任务名称: '临时任务 A',
      检查对象名称: '无此店',
      检查部门: '甲局',
      检查日期: '2026-03-02',
      检查结果: '1',
    }
    for (const [said, heading, code] of [
      [{}, '检查对象名称', 'result-stranger'],
      [{ 任务名称: '无此任务' }, '任务名称', 'result-unknown-occasion'],
      [{ 任务名称: '' }, '任务编号', 'missing-value'],
      [{ 检查对象名称: '' }, '对象编号', 'missing-value'],
    ] as const) {
      const here = atTime(office, LATER)
      const { json } = await importing(here, [{ ...row, ...said }], '--json')
      expect(json.files[0].issues).toMatchObject([{ heading, code }])
    }
  })

  it('is kept under draw, target, department and item, with the seated team', async () => {
    const here = office.copy()
    const ran = await importing(atTime(here, LATER), [good])
    expect(ran.err).toBe('')
    const at = atTime(here, LATER)
    expect((await importing(at, [good])).code).toBe(0)
    const target = good.对象编号!
    expect(await kept(at)).toMatchObject([
      {
        id: `2026-0001/${target}/JIA/S1`,
        task: '2026/A',
        inspectors: [...drawn.team(target, 'JIA')].sort().join(';'),
        ...{ outcome: '1', settled: '已完结', review: '', published: '' },
        extra: { 抽取编号: '2026-0001', 抽查事项: 'S1' },
      },
    ])
    expect(await at.done('log', '--verify')).toMatchObject({ holds: true })
  })

  it('is known by the number of the task, its year and number, the number of the draw, by names and certificates', async () => {
    const target = good.对象编号!
    const names = drawn.team(target, 'JIA').map(id => `1411020000${id.slice(1)}`)
    for (const said of [
      { 任务编号: '2026/A' },
      { 任务编号: '2026-0001' },
      { 任务编号: 'A', 抽取编号: '2026-0001' },
      { 对象编号: `示例店${target}` },
      { 抽查事项: '食品安全' },
      { 抽查事项: 'S1 食品安全' },
      { 抽查事项: '', 事项名称: '食品安全' },
      { 检查人员: names.join('、') },
      {
        检查人员: drawn
          .team(target, 'JIA')
          .map(id => `示例人${id.slice(1)}`)
          .join('、'),
      },
      { 检查结果代码: '未发现问题' },
      { 检查结果代码: '１．０' },
    ]) {
      const here = atTime(office, LATER)
      expect([said, (await importing(here, [{ ...good, ...said }])).err]).toEqual([said, ''])
      expect((await kept(here))[0].id).toBe(`2026-0001/${target}/JIA/S1`)
    }
  })

  it('said again changes nothing; rows that nobody filled in are passed over', async () => {
    const here = atTime(office, LATER)
    await importing(here, [good])
    const blank = { ...good, 抽查事项: 'S2', 检查日期: '', 检查结果代码: '' }
    const ran = await importing(here, [good, blank], '--json')
    expect(ran.json.files[0]).toMatchObject({ outcome: 'nothing', unchanged: 1, new: 0 })
    const told = await importing(here, [good, blank])
    expect(told.out).toContain('略过未填写的行 1 行（第 3 行）')
  })

  it('names who really went, with the reason', async () => {
    const here = atTime(office, LATER)
    const others = ['P1', 'P2', 'P3', 'P4'].filter(id => !drawn.team(good.对象编号!, 'JIA').includes(id))
    const row = { ...good, 实际检查人员: others.join('、'), 换人原因: '临时抽调' }
    expect((await importing(here, [row])).err).toBe('')
    expect((await kept(here))[0].extra).toMatchObject({
      实际检查人员: others.join(';'),
      换人原因: '临时抽调',
    })
  })

  it('may be odd, which is told: outside the period, one inspector alone, words that do not fit', async () => {
    const late = atTime(office, LATER)
    const row = {
      ...good,
      检查日期: '2026-05-06',
      实际检查人员: drawn.team(good.对象编号!, 'JIA')[0]!,
      换人原因: '病假',
    }
    const ran = await importing(late, [
      row,
      { ...good, 抽查事项: 'S2', 检查结果代码: 'A' },
      { ...good, 检查部门: '乙局', 抽查事项: 'S3', 发现问题: '地面湿滑' },
      { ...good, 对象编号: drawn.drawn[1]!, 处罚结果: '罚款', 处置措施: '责令改正' },
      { ...good, 对象编号: drawn.drawn[1]!, 抽查事项: 'S2', 立案号: '示例〔2026〕1号' },
    ])
    expect(ran.code).toBe(0)
    expect(ran.out).toContain('却写了问题或后续处置，已照收 3')
    for (const told of ['检查不在任务起止时间内', '只有一人检查', '没有写明是什么', '却写了问题'])
      expect(ran.out).toContain(told)
    const { results } = await late.done('results', 'list', '--deviating')
    expect(results).toMatchObject([
      { deviations: ['other-team', 'outside-period', 'lone-inspector'], wentBecause: '病假' },
    ])
    for (const [lang, words] of [
      ['zh', '他人检查、期限外检查、一人检查  病假'],
      ['en', 'others went, outside the period, one inspector alone'],
    ] as const)
      expect((await late.ssj('results', 'list', '--deviating', '--lang', lang)).out).toContain(words)
    await late.done('rules', 'set', 'refused-doubts', '期限外检查')
    const refused = await importing(late, [row])
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('存疑（期限外检查）')])
  })
})

describe('a result that is wrong', () => {
  const cases: readonly (readonly [string, () => Row, zh: string, en: string])[] = [
    [
      'a task that does not exist',
      () => ({ 任务编号: 'NOPE' }),
      '没有这个任务、抽取或个案',
      'there is no task, draw or case',
    ],
    [
      'a target that was not drawn',
      () => ({ 对象编号: 'T99' }),
      '不在抽取 2026-0001 抽中之列',
      'not drawn in draw 2026-0001',
    ],
    [
      'a reserve',
      () => ({ 对象编号: drawn.reserve[0]! }),
      '是替补，没有递补',
      'in reserve in draw 2026-0001',
    ],
    ['another department', () => ({ 检查部门: '丙局' }), '没有部门“丙局”', 'there is no department “丙局”'],
    [
      'an item of nobody',
      () => ({ 抽查事项: 'S9' }),
      '不是甲局（JIA）在这一户的抽查事项，应为 S1 食品安全、S2 明码标价',
      'not an item of 甲局 (JIA)',
    ],
    [
      'an item of another department',
      () => ({ 抽查事项: 'S3' }),
      '不是甲局（JIA）在这一户的抽查事项',
      'not an item of 甲局 (JIA)',
    ],
    [
      'no item where there are several',
      () => ({ 抽查事项: '' }),
      '请写明是哪一项',
      'say which, one to a row',
    ],
    ['people who are not the team', () => ({ 检查人员: 'P5、P6' }), '与检查组不同', 'not the seated team'],
    [
      'one of the team',
      () => ({ 检查人员: drawn.team(good.对象编号!, 'JIA')[0]! }),
      '与检查组不同',
      'not the seated team',
    ],
    ['a stranger', () => ({ 检查人员: 'P99' }), '人员名录库中没有“P99”', 'there is no inspector “P99”'],
    [
      'others without a reason',
      () => ({ 实际检查人员: 'P5、P6' }),
      '请在“换人原因”写明原因',
      'give the reason',
    ],
    ['a day that is none', () => ({ 检查日期: '2026-02-30' }), '2026-02-30', '2026-02-30'],
    ['no day', () => ({ 检查日期: '' }), '不能为空', 'must not be empty'],
    [
      'a day before the draw',
      () => ({ 检查日期: '2026-02-01' }),
      '在抽取 2026-0001 抽取之日（2026-02-03）之前',
      'before draw 2026-0001 was drawn',
    ],
    [
      'a day to come',
      () => ({ 检查日期: '2027-03-10' }),
      '在今天（2026-05-20）之后',
      'after today (2026-05-20)',
    ],
    ['no outcome', () => ({ 检查结果代码: '', 发现问题: '无证经营' }), '不能为空', 'must not be empty'],
    ['outcomes that exclude each other', () => ({ 检查结果代码: '1;A' }), '1 与 A 不能同时选', '1 excludes'],
    [
      'a firm that has moved and was found',
      () => ({ 检查结果代码: '12;B' }),
      '12 与 B 不能同时选',
      '12 excludes',
    ],
    [
      'measures that exclude each other',
      () => ({ 处置措施: '无需后续处置;责令改正' }),
      '互相矛盾',
      'excludes “责令改正”',
    ],
    [
      'open with nothing to do',
      () => ({ 处置措施: '无需后续处置', 完结状态: '未完结' }),
      '应为 已完结',
      'expected 已完结',
    ],
    [
      'closed without an end',
      () => ({ 检查结果代码: 'A', 完结状态: '已完结' }),
      '完结须有结果',
      'closed by a result',
    ],
    [
      'a number of a person',
      () => ({ 发现问题: '负责人 13800138000 拒不配合', 检查结果代码: '8' }),
      '请删去：负责人 138****8000',
      'take it out',
    ],
    [
      'a number of a person among the methods',
      () => ({ 核查方式: '电话核实 13800138000' }),
      '138****8000',
      'take it out',
    ],
    ['published by a cell', () => ({ 审核状态: '已公示' }), '不能由表格改', 'no cell changes it'],
    ['published before a review', () => ({ 公示日期: '2026-03-20' }), '不能由表格改', 'no cell changes it'],
    [
      'published before it was inspected',
      () => ({ 公示日期: '2026-02-20' }),
      '公示在检查日期（2026-03-02）之前',
      'published before the inspection',
    ],
    [
      'a deadline before the inspection',
      () => ({ 检查结果代码: 'A', 整改期限: '2026-03-01' }),
      '在检查日期（2026-03-02）之前',
      'before the inspection (2026-03-02)',
    ],
    [
      'a 复查 to come',
      () => ({ 检查结果代码: 'A', 复查日期: '2026-06-01' }),
      '在今天（2026-05-20）之后',
      'after today',
    ],
    [
      'a number of a person in a column of the office’s own',
      () => ({ 备注: '负责人 138 0013 8000' }),
      '请删去：负责人 138 **** 8000',
      'take it out: 负责人 138 **** 8000',
    ],
    ...[
      '１３８００１３８０００',
      '+86 138-0013-8000',
      '8613800138000',
      '138\u30000013\u30008000',
      '11010519491231002X',
      '11010519491231002x',
      '１１０１０５１９４９１２３１００２Ｘ',
      '110105 19491231 002X',
      '110105-19491231-002X',
      '110105491231001',
      '141102199001011234',
    ].map(
      number =>
        [
          `a number of a person, written ${number}`,
          () => ({ 检查结果代码: '8', 发现问题: `证件或电话（${number}）` }),
          '请删去',
          'take it out',
        ] as const,
    ),
    [
      'a number of a person as who filled it in',
      () => ({ 录入人: '王 13800138000' }),
      '138****8000',
      'take it out',
    ],
    [
      'others among who was drawn, where the team went',
      () => ({
        检查人员: 'P5、P6',
        实际检查人员: drawn.team(good.对象编号!, 'JIA').join('、'),
        换人原因: '抽调',
      }),
      '与检查组不同',
      'not the seated team',
    ],
    [
      'three teams at once',
      () => ({ 检查人员: 'P5、P6', 实际检查人员: 'P7、P8', 换人原因: '抽调' }),
      '与检查组不同',
      'not the seated team',
    ],
    [
      'open beside a day of its end',
      () => ({ 检查结果代码: 'A', 完结状态: '未完结', 完结日期: '2026-05-01' }),
      '写有完结日期 2026-05-01，应为 已完结',
      'it was settled on 2026-05-01: expected 已完结',
    ],
    [
      'a day of its end without an end',
      () => ({ 检查结果代码: 'A', 完结日期: '2026-05-01' }),
      '完结须有结果',
      'closed by a result',
    ],
    [
      'what a 复查 found without its day',
      () => ({ 检查结果代码: 'A', 复查结果: '1' }),
      '复查日期',
      '复查日期',
    ],
    [
      'two tasks at once',
      () => ({ 任务编号: 'B', 抽取编号: '2026-0001' }),
      '是任务临时任务 A（A）的',
      'is of task 临时任务 A (A)',
    ],
  ]

  it.each(cases)('%s', async (_, change, zh, en) => {
    const here = atTime(office, LATER)
    for (const [lang, told] of [
      ['zh', zh],
      ['en', en],
    ] as const) {
      const ran = await importing(here, [{ ...good, ...change() }], '--lang', lang)
      expect([ran.code, ran.err]).toEqual([1, expect.stringContaining(told)])
      expect(ran.err).toMatch(lang === 'zh' ? /第 2 行/ : /row 2/)
    }
    expect(await kept(here)).toEqual([])
  })

  it('names the column and the value', async () => {
    const here = atTime(office, LATER)
    const { json } = await importing(here, [{ ...good, 检查结果代码: '1;A' }], '--json')
    expect(json.files[0].issues).toMatchObject([
      { row: 2, column: 'F', heading: '检查结果代码', code: 'result-outcomes-exclude' },
    ])
  })

  it('a target that was replaced, and a draw that is void', async () => {
    const here = atTime(office, LATER)
    const by = ['--approver', '局领导']
    await here.done('draw', 'substitute', '1', '--target', good.对象编号!, '--reason', '停业', ...by)
    const gone = await importing(here, [good])
    expect([gone.code, gone.err]).toEqual([
      1,
      expect.stringContaining(`由示例店${drawn.reserve[0]}（${drawn.reserve[0]}）递补`),
    ])
    const came = await importing(here, [{ ...good, 对象编号: drawn.reserve[0]! }])
    expect(came.err).toBe('')
    await here.done('draw', 'void', '1', '--reason', '有误', ...by, '--despite-results')
    const voided = await importing(here, [{ ...good, 对象编号: drawn.drawn[1]! }])
    expect([voided.code, voided.err]).toEqual([1, expect.stringContaining('抽取 2026-0001 已作废')])
  })

  it('of a department that the operator does not belong to, where the office has said who does', async () => {
    const here = atTime(office, LATER)
    await here.done('rules', 'set', 'result-writers', '李四=乙局；王五=全部', '--reason', '谁检查谁录入')
    const as = (actor: string, lang: string) =>
      here.ssjIn(
        { env: { SSJ_ACTOR: actor } },
        'import',
        'results',
        here.file('r.csv', csvFrom([good])),
        '--lang',
        lang,
      )
    expect((await as('李四', 'zh')).err).toContain('操作人“李四”按规则 result-writers 只录入乙局（YI）的结果')
    expect((await as('李四', 'en')).err).toContain('enters results of')
    expect((await as('路人', 'zh')).err).toContain('规则 result-writers 中没有操作人“路人”')
    expect((await as('王五', 'zh')).err).toBe('')
    for (const value of ['李四', '李四=丁局', '李四=甲局;李四=乙局'])
      expect((await here.ssj('rules', 'set', 'result-writers', value)).code).toBe(2)
  })
})

describe('a case', () => {
  it('has results as a draw has, by its number', async () => {
    const here = atTime(office, LATER)
    const visit = await here.done(
      'visit',
      'add',
      '--target',
      'T01',
      '--department',
      '甲局',
      '--date',
      '2026-05-06',
      '--cause',
      '投诉举报',
      '--reference',
      '举〔1〕',
    )
    const number = visit.id
    const row = {
      任务编号: number,
      对象编号: 'T01',
      检查部门: '甲局',
      抽查事项: '明码标价',
      检查日期: '2026-05-06',
      检查人员: 'P1、P2',
      检查结果代码: 'A',
      发现问题: '未明码标价',
    }
    const other = await importing(here, [{ ...row, 检查日期: '2026-05-07' }])
    expect([other.code, other.err]).toEqual([
      1,
      expect.stringContaining(`个案 ${number} 登记的日期是 2026-05-06`),
    ])
    const stranger = await importing(here, [{ ...row, 对象编号: 'T02' }])
    expect(stranger.err).toContain(`个案 ${number} 登记的是 T01`)
    expect((await importing(here, [row])).err).toBe('')
    expect(await kept(here)).toMatchObject([
      {
        id: `${number}/T01/JIA/S2`,
        task: number,
        settled: '未完结',
        extra: { 抽取编号: number, 实际检查人员: 'P1;P2' },
      },
    ])
  })
})

describe('cells', () => {
  it.each([
    ['检查结果代码', '未发现问题', 'outcome', '1'],
    ['检查结果代码', '发现问题待后续处理，6', 'outcome', '6;A'],
    ['检查结果代码', '10', 'outcome', '10'],
    ['检查结果代码', '公示信息隐瞒真实情况、弄虚作假、发现问题已责令改正', 'outcome', 'C;E'],
    ['完结状态', '完结', 'settled', '已完结'],
    ['检查日期', '46083', 'inspected', '2026-03-02'],
  ])('%s “%s”', async (heading, written, field, read) => {
    const here = atTime(office, LATER)
    expect((await importing(here, [{ ...good, [heading]: written }])).code).toBe(0)
    expect((await kept(here))[0][field]).toBe(read)
  })

  it.each(['01', '基本合格'])('an outcome that is none: %s', async written => {
    const here = atTime(office, LATER)
    const ran = await importing(here, [{ ...good, 检查结果代码: written }])
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('应为：1 未发现问题、B 未按规定公示')])
  })
})

describe('what changed since the draw', () => {
  it('people who have left and firms that have closed are still known', async () => {
    const here = atTime(office, LATER)
    const target = good.对象编号!
    const [one] = drawn.team(target, 'JIA')
    await here.done('retire', 'inspectors', one!, '--reason', '调离')
    await here.done('retire', 'targets', target, '--reason', '注销')
    const row = { ...good, 检查人员: drawn.team(target, 'JIA').join('、'), 检查结果代码: '9' }
    expect((await importing(here, [row])).err).toBe('')
  })

  it('a firm is found by the code that it has by now; its result stays under the one by which it was drawn', async () => {
    const [USCC, OLD] = ['91141102058871239H', '141102000001231']
    const made = await miniature({
      targets: [{ 注册号: OLD, 名称: '甲店', 监管部门: 'JIA' }],
      inspectors: inspectors(2),
    })
    await made.done('draw', 'run', '--lead', 'JIA', '--rate', '全部', '--id', 'A', '--seed', 'x')
    const here = atTime(made, LATER)
    const file = (code: string) =>
      here.file(
        'r.csv',
        `任务编号,统一社会信用代码/注册号,检查部门,检查日期,检查结果\nA,${code},甲局,2026-03-02,1\n`,
      )
    await here.done('import', 'results', file(OLD))
    const firm = here.file('t.csv', `统一社会信用代码,注册号,名称\n${USCC},${OLD},甲店\n`)
    await here.done('import', 'targets', firm)
    expect((await here.done('import', 'results', file(USCC))).files[0]).toMatchObject({
      unchanged: 1,
      new: 0,
    })
    expect(await kept(here)).toMatchObject([{ id: `2026-0001/${OLD}/JIA/`, target: OLD }])
    const { results } = await here.done('show', 'targets', USCC, '--history')
    expect(results).toMatchObject([{ target: OLD, outcome: '1' }])
    expect(await here.done('log', '--verify')).toMatchObject({ holds: true })
  })
})
