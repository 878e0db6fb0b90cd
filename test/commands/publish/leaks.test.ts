/** @module-tag slow */
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { refusePrivateData } from '../../../src/core/publication/export/refuse-private-data.ts'
import { UserError } from '../../../src/core/refusal.ts'
import { csvFrom, inspectors, miniature, type Parts } from '../../helpers/miniature.ts'
import { contentOf, filesIn, type Office } from '../../helpers/ssj.ts'

/** The nth secret of nobody: numbers of each kind and way of writing, in turn. */
function secret(n: number): string {
  const four = String(1000 + n)
  const kinds = [
    `1380000${four}`,
    `+86 139 0000 ${four}`,
    `１３７００００${[...four].map(digit => String.fromCharCode(0xff10 + Number(digit))).join('')}`,
    `135-0000-${four}`,
    identity(`1101051849123${four}`),
    `0358-822${four}`,
    `someone${four}@example.com`,
    card(`62220200000${four}`),
    `护照E0000${four}`,
    `电话 822${four}`,
  ]
  return kinds[n % kinds.length]!
}

function identity(body: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0)
  return body + '10X98765432'[sum % 11]
}

function card(body: string): string {
  const sum = [...body]
    .reverse()
    .map((digit, i) => (i % 2 === 0 ? 2 * Number(digit) : Number(digit)))
    .reduce((total, digit) => total + (digit > 9 ? digit - 9 : digit), 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}

/** Hands out secrets, and keeps what may be found nowhere. */
function planter() {
  const planted: string[] = []
  return {
    planted,
    secret(): string {
      planted.push(secret(planted.length))
      return planted.at(-1)!
    },
    name(name: string): string {
      planted.push(name)
      return name
    },
  }
}

/** Every text of a folder, of what is packed as well, as it is and with the escapes of XML undone. */
function textsIn(files: ReadonlyMap<string, Buffer>): string[] {
  return [...files].flatMap(([name, bytes]) =>
    (/\.(?:xlsx|docx)$/.test(name) ? Object.values(unzipSync(bytes)) : [bytes]).map(part =>
      Buffer.from(part).toString(),
    ),
  )
}

/** Which of these stand in a folder, in any width and with any blanks. */
function foundIn(files: ReadonlyMap<string, Buffer>, planted: readonly string[]): string[] {
  const texts = textsIn(files).map(text => text.normalize('NFKC').replaceAll(/[\s-]/g, ''))
  return planted.filter(one => {
    const plain = one.normalize('NFKC').replaceAll(/[\s-]/g, '').replace('护照', '').replace('电话', '')
    return texts.some(text => text.includes(plain))
  })
}

const FORMATS = ['--format', 'csv,xlsx,html,docx']
const TASK = [
  '--lead',
  'JIA',
  '--rate',
  '50%',
  '--reserve',
  '50%',
  '--id',
  'A',
  '--items',
  'S1',
  '--source',
  '骰子/30',
]

describe('of forty secrets in every text that may stay', () => {
  it('none is in any public file, whatever the format', async () => {
    const plant = planter()
    const people = [
      ...[
        '自然人',
        '个人',
        '从业人员',
        '自然人网店',
        '网络主播',
        '执业医师',
        '农户',
        '外籍个人',
        '自然人独资',
      ],
      ...['导游', '个人（无照）', '货车驾驶员', '执业兽医', '外卖骑手', '流动商贩'],
    ]
    const targets = [
      ...people.map((type, i) => ({
        名称: plant.name(`欧阳明${'甲乙丙丁戊己庚辛壬癸子丑金木水'[i]}`),
        主体类型: type,
      })),
      { 名称: plant.name('欧阳寅卯'), 主体类型: '个体工商户', 法定代表人: '欧阳寅卯' },
      ...Array.from({ length: 6 }, () => ({ 名称: `示例店${plant.secret()}`, 主体类型: '个体工商户' })),
    ].map((row, i) => ({
      对象编号: `T${10 + i}`,
      监管部门: 'JIA',
      法定代表人: plant.name(`司徒${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉金木水火土'[i]}明`),
      ...row,
      地址: `示例路 ${plant.secret()}`,
      联系电话: plant.secret(),
      登记机关: `示例局 ${plant.secret()}`,
      标签: plant.secret(),
    }))
    const parts: Parts = {
      targets,
      items: [
        {
          事项编码: 'S1',
          抽查事项: '食品安全',
          抽查内容: plant.secret(),
          检查依据: plant.secret(),
          抽查比例: plant.secret(),
        },
        {
          事项编码: 'S2',
          抽查事项: `价格 ${plant.secret()}`,
          检查对象: plant.secret(),
          抽查类别: plant.secret(),
        },
      ],
      inspectors: inspectors(6).map(row => ({
        ...row,
        姓名: plant.name(`诸葛${row.人员编号}明`),
        备注: plant.secret(),
      })),
      departments: [{ 部门编码: 'JIA', 部门名称: '甲局', 联系岗位: plant.secret(), 别名: plant.secret() }],
      plan: [
        {
          任务编号: 'B',
          任务名称: `计划 ${plant.secret()}`,
          发起部门: 'JIA',
          抽查比例: '50%',
          检查对象范围: plant.secret(),
        },
      ],
    }
    const here = await miniature(parts)
    const actors = [plant.name('皇甫操作'), plant.name('上官批准'), plant.name('公孙见证')] as const
    const as = (...line: string[]) => here.done(...line, '--actor', actors[0])
    await as('draw', 'freeze', ...TASK, '--to', here.path('first'))
    await as('draw', 'run', 'A', '--seed', `骰子=${'1'.repeat(30)}`)
    await as('draw', 'void', '1', '--reason', '名录有误', '--approver', actors[1])
    const again = ['--again', '--reason', '重新抽取', '--approver', `${actors[1]}（甲局）`]
    await as('add', 'plan', '--set', '任务编号=A', '--set', '随机源=骰子 第2次/30')
    await as('draw', 'freeze', 'A', ...again, '--to', here.path('announced'))
    await as(
      'draw',
      'run',
      'A',
      '--seed',
      `骰子 第2次=${'2'.repeat(30)}`,
      '--witness',
      actors[2],
      '--witness',
      '示例区公证处',
    )
    const [{ target }] = (await here.done('draw', 'show', '2')).selection
    const why = ['--reason', '搬迁：已经离开', '--approver', actors[1]]
    await as('draw', 'substitute', '2', '--target', target, ...why)
    for (const draw of ['1', '2'])
      await here.done('export', draw, '--to', here.path(`draw-${draw}`), ...FORMATS)
    for (const ending of ['json', 'html'])
      for (const i of [0, 4, 12, 15, 18])
        await here.done('certify', '2', `T${10 + i}`, '--to', here.path(`paper-T${10 + i}.${ending}`))
    for (const list of ['items', 'plan'])
      for (const ending of ['csv', 'xlsx', 'html'])
        await here.done('publish', list, '--to', here.path(`lists-${list}.${ending}`))
    const own = [...filesIn(here.folder)].filter(
      ([name]) => !/^[^/]*\.(?:db|csv)$/.test(name) || name.startsWith('lists'),
    )
    expect(plant.planted.length).toBeGreaterThan(100)
    expect(own.length).toBeGreaterThan(50)
    expect(foundIn(new Map(own), plant.planted)).toEqual([])
    await here.done('export', '2', '--profile', 'archive', '--to', here.path('kept'), ...FORMATS)
    expect(foundIn(filesIn(here.path('kept')), plant.planted).length).toBeGreaterThan(30)
    expect(textsIn(new Map(own)).join('\n')).toContain('示例区公证处')
  })
})

/** The one target, with what a test puts into the registries. */
function small(parts: Parts): Promise<Office> {
  return miniature({
    targets: [1, 2, 3].map(i => ({ 对象编号: `T${i}`, 名称: `示例店${i}`, 监管部门: 'JIA' })),
    inspectors: inspectors(4),
    items: [{ 事项编码: 'S1', 抽查事项: '食品安全' }],
    ...parts,
  })
}

describe('a secret in what is fixed', () => {
  const PHONE = '+86 138-0000-1234'
  const base = { 任务编号: 'A', 任务名称: '示例', 发起部门: 'JIA', 抽查数量: '1', 抽查事项: 'S1' }
  const plan = (cells: Record<string, string>): Parts => ({ plan: [{ ...base, ...cells }] })
  const place = (code: string, cells: Record<string, string>): Parts => ({
    ...plan({}),
    targets: [{ 对象编号: code, 名称: '示例店', 监管部门: 'JIA', ...cells }],
  })

  it.each<[string, Parts]>([
    ['the name of the task', plan({ 任务名称: `核查（举报人电话${PHONE}）` })],
    ['its scope', plan({ 检查对象范围: `见 ${PHONE}` })],
    ['its method', plan({ 检查方式: `见 ${PHONE}` })],
    ['its sources', plan({ 随机源: `骰子 问 ${PHONE}` })],
    ['the name of an item', { ...plan({}), items: [{ 事项编码: 'S1', 抽查事项: `食品 ${PHONE}` }] }],
    [
      'the name of its department',
      { ...plan({}), departments: [{ 部门编码: 'JIA', 部门名称: `甲局 ${PHONE}` }] },
    ],
    ['a code of a target', place('ID13800001234', {})],
    ['a code of a target with signs', place('138-0000-1234', {})],
    ['a stratum', { ...place('T1', { 管辖所: `凤山所 ${PHONE}` }), ...plan({ 分层: '管辖所' }) }],
    ['an area', { ...place('T1', { 管辖所: `凤山所 ${PHONE}` }), ...plan({ 回避本所: '是' }) }],
    [
      'the number of an inspector',
      {
        ...plan({}),
        inspectors: inspectors(4, { 人员编号: '13800001234' }, 1)
          .slice(0, 1)
          .concat(inspectors(4, {}, 2)),
      },
    ],
    [
      'the station of an inspector',
      { ...plan({}), inspectors: inspectors(4, { 科室或监管所: `凤山所 ${PHONE}` }) },
    ],
    ['a qualification', { ...plan({}), inspectors: inspectors(4, { 专业资质: `特种设备 ${PHONE}` }) }],
    ['what is excluded', place('13800001234', { 登记状态: '注销' })],
  ])('%s is refused before anything is fixed, in a sentence that does not tell it', async (what, parts) => {
    const withTwo = what.startsWith('what')
      ? [...parts.targets!, { 对象编号: 'T2', 名称: '店', 监管部门: 'JIA' }]
      : parts.targets
    const here = await small(withTwo === undefined ? parts : { ...parts, targets: withTwo })
    const before = contentOf(here.db)
    for (const lang of ['zh', 'en']) {
      for (const verb of ['freeze', 'run']) {
        const ran = await here.ssj(
          'draw',
          verb,
          'A',
          ...(verb === 'run' ? ['--seed-machine'] : []),
          '--json',
          '--lang',
          lang,
        )
        expect([ran.code, ran.json.error.code]).toEqual([
          2,
          expect.stringMatching(/^(?:private-data-to-publish|stratum-with-number)$/),
        ])
        expect((ran.out + ran.err).replaceAll(/[\s-]/g, '')).not.toContain('13800001234')
      }
    }
    expect(contentOf(here.db)).toBe(before)
  })

  it.each<[string, Parts]>([
    ['the code of a person', place('欧阳明甲', { 名称: '欧阳明甲', 主体类型: '自然人' })],
    ['a code with more than the name', place('摊位-欧阳明甲-7', { 名称: '欧阳明甲', 主体类型: '流动商贩' })],
    ['a code of another script', place('ANN LEE', { 名称: 'Ann Lee', 主体类型: '外籍个人' })],
    [
      'a type that nobody knows',
      place('欧阳明甲', { 名称: '欧阳明甲', 主体类型: '走街串巷', 法定代表人: '欧阳明甲' }),
    ],
    [
      'what is excluded',
      {
        ...plan({}),
        targets: [
          { 对象编号: '欧阳明甲', 名称: '欧阳明甲', 主体类型: '农户', 监管部门: 'JIA', 登记状态: '注销' },
          { 对象编号: 'T2', 名称: '店', 监管部门: 'JIA' },
        ],
      },
    ],
    ['a condition', place('T1', { 名称: '欧阳明甲', 主体类型: '个人' })],
    [
      'the number of an inspector',
      {
        ...plan({}),
        inspectors: [{ 人员编号: '欧阳明甲', 姓名: '欧阳明甲', 所属部门: 'JIA' }, ...inspectors(3)],
      },
    ],
  ])('%s: a name is refused in the same way', async (what, parts) => {
    const condition = what === 'a condition' ? plan({ 检查对象条件: '名称=欧阳明甲' }) : {}
    const here = await small({ ...parts, ...condition })
    const before = contentOf(here.db)
    for (const lang of ['zh', 'en']) {
      const ran = await here.ssj('draw', 'freeze', 'A', '--json', '--lang', lang)
      expect([ran.code, ran.json.error.code]).toEqual([2, 'private-data-to-publish'])
      expect(ran.json.error.details.kind).toBe('name')
      expect(ran.out + ran.err).not.toMatch(/欧阳明甲|Ann Lee/i)
    }
    expect(contentOf(here.db)).toBe(before)
  })

  it('is none where a firm is called so, or where nobody of that name is a person', async () => {
    const here = await small({
      ...plan({ 检查对象条件: '名称~明甲' }),
      targets: [{ 对象编号: '明甲商行', 名称: '明甲商行', 主体类型: '有限责任公司', 监管部门: 'JIA' }],
    })
    await here.done('draw', 'run', 'A', '--seed-machine')
  })

  it('stays within the office where its list is not published', async () => {
    const here = await small({ ...place('13800001234', {}), ...plan({ 是否公示名单: '否' }) })
    await here.done('draw', 'run', 'A', '--seed-machine')
    expect((await here.ssj('export', '1', '--to', here.path('x'))).code).toBe(2)
  })

  it('is not published with a draw that was frozen before this was asked', () => {
    const files = new Map([
      ['frame.csv', Buffer.from('stratum,target,departments,area\nall,13800001234,JIA,\n')],
    ])
    expect(() => refusePrivateData('2026-0001', files)).toThrow(UserError)
    const pool = Buffer.from('department,inspector,tags,area,capacity,load\nJIA,13800001234,,,,0\n')
    expect(() => refusePrivateData('2026-0001', new Map([['pool.csv', pool]]))).toThrow(UserError)
    expect(() =>
      refusePrivateData('2026-0001', new Map([['frame.csv', Buffer.from('all,T1,JIA,\n')]])),
    ).not.toThrow()
  })
})

describe('a secret in an option whose words are published', () => {
  it.each([
    ['draw', 'void', '1', '--reason', '举报人 138 0000 1234', '--approver', '乙'],
    ['draw', 'freeze', 'A', '--again', '--reason', '证 11010519491231002X', '--approver', '乙'],
    ['draw', 'substitute', '1', '--target', 'T1', '--reason', '其他：wang@example.com', '--approver', '乙'],
    ['log', 'checkpoint', '--origin', '13800001234'],
  ])('%s %s is refused', async (...line) => {
    const here = await small({ plan: [{ 任务编号: 'A', 任务名称: '示例', 发起部门: 'JIA', 抽查数量: '1' }] })
    await here.done('draw', 'run', 'A', '--seed-machine')
    const before = contentOf(here.db)
    const ran = await here.ssj(...line, '--json')
    expect([ran.code, ran.json.error.code]).toEqual([2, 'private-data-in-reason'])
    expect(contentOf(here.db)).toBe(before)
  })
})

it('is no rule: who enters results, and whom a condition names, is nobody else’s business', async () => {
  const here = await small({})
  const set = (name: string, value: string) => here.done('rules', 'set', name, value)
  await set('result-writers', '诸葛甲明=甲局')
  await set('result-entry-days', '9')
  await set('exempt-where', '法定代表人=欧阳明甲')
  await here.done('draw', 'run', '--lead', 'JIA', '--count', '1', '--seed-machine')
  await here.done('export', '1', '--to', here.path('x'), ...FORMATS)
  expect(foundIn(filesIn(here.path('x')), ['诸葛甲明', '欧阳明甲'])).toEqual([])
  const { rules } = JSON.parse(filesIn(here.path('x')).get('record.json')!.toString())
  expect(rules).toMatchObject({ 'exempt-where': '法定代表人=（不公开）', 'result-entry-days': '9' })
  expect(rules['result-writers']).toBeUndefined()
  const { terms } = JSON.parse(filesIn(here.path('x')).get('commitment.json')!.toString())
  expect(JSON.stringify(terms)).not.toMatch(/录入/)
  expect(await here.done('draw', 'replay', '1')).toMatchObject({ same: true })
  expect((await here.ssj('verify', here.path('x'))).code).toBe(0)
})

it.each(['unit', 'masked', 'full'])('is no officer’s number: --officers %s', async officers => {
  const plant = planter()
  const people = inspectors(3).map(row => ({
    ...row,
    姓名: `${row.姓名} ${plant.secret()}`,
    执法证号: identity('11010519491231001'),
    科室或监管所: '凤山所',
  }))
  const here = await small({ inspectors: people })
  await here.done('draw', 'run', '--lead', 'JIA', '--count', '2', '--seed-machine')
  const moved = people.map(row => ({ ...row, 科室或监管所: `凤山所 ${plant.secret()}` }))
  await here.done('import', 'inspectors', here.file('moved.csv', csvFrom(moved)), '--yes')
  await here.done('export', '1', '--officers', officers, '--to', here.path('x'), ...FORMATS)
  const secrets = [...plant.planted, identity('11010519491231001')]
  expect(foundIn(filesIn(here.path('x')), secrets)).toEqual([])
  expect((await here.ssj('verify', here.path('x'))).code).toBe(0)
})

describe('those who acted, approved and saw', () => {
  it.each([
    ['遮盖', '欧阳*、上官*、示例区公证处'],
    ['全名', '欧阳甲、上官甲、示例区公证处'],
    ['不公开', '不公开'],
  ])('are shown as the rule says: %s', async (value, shown) => {
    const here = await small({})
    await here.done('rules', 'set', 'officials-published', value)
    const who = ['--actor', '欧阳甲']
    await here.done(
      'draw',
      'run',
      '--lead',
      'JIA',
      '--count',
      '1',
      '--seed',
      'x',
      ...who,
      '--witness',
      '示例区公证处',
    )
    await here.done('draw', 'void', '1', '--reason', '有误', '--approver', '上官甲', ...who)
    await here.done('export', '1', '--to', here.path('x'))
    const record = JSON.parse(filesIn(here.path('x')).get('record.json')!.toString())
    const { frozen, drawn, witnesses, void: voided } = record
    const names = [...new Set([frozen.by, drawn.by, voided.approver, ...witnesses])]
    expect(names.join('、')).toBe(shown)
    const minutes = filesIn(here.path('x')).get('抽取记录.csv')!.toString()
    expect(minutes).toContain(`抽取操作人,${drawn.by}`)
    expect((await here.ssj('verify', here.path('x'))).code).toBe(0)
    await here.done('export', '1', '--profile', 'archive', '--to', here.path('y'))
    const kept = JSON.parse(filesIn(here.path('y')).get('data/record.json')!.toString())
    expect([kept.frozen.by, kept.void.approver]).toEqual(['欧阳甲', '上官甲'])
  })
})
