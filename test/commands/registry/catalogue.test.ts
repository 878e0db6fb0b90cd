import { beforeAll, describe, expect, test } from 'vitest'
import type { LibraryName } from '../../../src/core/registry/libraries/field.ts'
import { library } from '../../../src/core/registry/libraries/library.ts'
import { isUscc } from '../../../src/core/registry/numbers/uscc.ts'
import { csvFrom, miniature } from '../../helpers/miniature.ts'
import type { Office } from '../../helpers/ssj.ts'

/**
 * The catalogue of damage (domain.md 4.1–4.6, by its numbers): each value goes through the whole `ssj import` and is
 * read as `reads`, told under the name `as`, or refused with a sentence in both languages.
 */
type Case = readonly [library: LibraryName, heading: string, written: string, outcome: Read | Refused]

interface Read {
  readonly reads: string
  /** What both languages call the change; without it the value is as written. */
  readonly as?: readonly [zh: string, en: string]
}

interface Refused {
  readonly zh: string
  readonly en: string
}

const reads = (reads: string, zh?: string, en?: string): Read =>
  zh === undefined ? { reads } : { reads, as: [zh, en!] }
const refused = (zh: string, en: string): Refused => ({ zh, en })

const spaces = (value: string) => reads(value, '去掉多余空格', 'stray spaces removed')
const width = (value: string) => reads(value, '全角改半角', 'full-width characters converted')
const prefix = (value: string) => reads(value, '去掉防改格式的前缀', 'anti-spreadsheet prefix removed')
const tail = (value: string) => reads(value, '去掉“.0”', '“.0” removed')
const dateForm = (value: string) => reads(value, '日期改为标准写法', 'date standardised')
const serial = (value: string) =>
  reads(value, '表格日期序号改为日期', 'spreadsheet serial number converted to a date')
const forever = reads('9999-12-31', '长期记为 9999-12-31', '长期 stored as 9999-12-31')
const listForm = (value: string) => reads(value, '多个值改用分号分隔', 'list separators standardised')
const rateForm = (value: string) => reads(value, '比例改为标准写法', 'rate standardised')
const periodForm = (value: string) => reads(value, '时段改为标准写法', 'period standardised')
const placeholder = reads('', '“/”“—”“无”按空白读', '“/”, “—” or “无” read as an empty cell')
const frequencyForm = (value: string) => reads(value, '频次改为标准写法', 'frequency standardised')
const word = (value: string) => reads(value, '用词改为标准写法', 'term standardised')
const alias = (value: string) => reads(value, '名称改为编码', 'name replaced by its code')

const exponent = refused('被表格软件改成了科学计数法', 'turned it into scientific notation')
const slip = (letter: string, right: string) =>
  refused(
    `统一社会信用代码中不会有“${letter}”，可能是 ${right}`,
    `“${letter}” never occurs in a unified social credit code; perhaps it is ${right}`,
  )
const check = refused(
  '校验码不符，请对照原件改正',
  'the check character does not hold: compare it with the original',
)
const notARate = refused('不是比例，应写成 3%、2‰、0.03 或“全部”', 'not a rate; write 3%, 2‰, 0.03 or 全部')
const range = refused('是一个范围，请定为一个比例，如 3%', 'this is a range; decide on one rate, such as 3%')
const noYear = refused('没有写年份，格式如 2026年3月—12月', 'the year is missing; write 2026年3月—12月')
const noDate = refused('不是日期，格式如 2026-03-01', 'not a date; write it as 2026-03-01')

const USCC = '91141102MA0K3X7H5Y'

const CATALOGUE: Readonly<Record<string, readonly Case[]>> = {
  '4.1 统一社会信用代码': [
    ...[
      '91350100M000100Y43',
      '91141102058871239H',
      '92141102MA0KTL81XC',
      '93141102MA0HU6P36N',
      '52141102MJ1234AB4X',
      '12141102407766120T',
      '911411027000000449',
    ].map((code): Case => ['targets', '统一社会信用代码', code, reads(code)]),
    [
      'targets',
      '统一社会信用代码',
      '91350100M000100Y4Z',
      refused('不会有“Z”', '“Z” never occurs in a unified social credit code'),
    ],
    ['targets', '统一社会信用代码', '91141102MA0K3X7H5X', check],
    // Recipes in the wild: letters valued without the gaps, the sum not subtracted from 31, modulo 11.
    ['targets', '统一社会信用代码', '91141102MA0K3X7H53', check],
    ['targets', '统一社会信用代码', '91141102MA0K3X7H51', check],
    [
      'targets',
      '统一社会信用代码',
      '91141102MA0K3X7H5',
      refused('应为 18 位，这里是 17 位', 'this one has 17'),
    ],
  ],
  '4.3 工商注册号': [
    ['targets', '注册号', '110108000000016', reads('110108000000016')],
    ['targets', '注册号', '141102600987654', reads('141102600987654')],
    ['targets', '注册号', '110108000000015', refused('注册号校验码不符', 'the check digit does not hold')],
    ['targets', '注册号', '1101080000016', refused('是旧的注册号', 'an old registration number')],
    ['targets', '注册号', '11010800000016', refused('注册号应为 15 位数字', '15 digits')],
  ],
  '4.4 others are text': [
    ['targets', '行业代码', 'F5212', reads('F5212')],
    ['targets', '行业代码', '零售业', reads('零售业')],
    ['targets', '行政区划', '141102001', reads('141102001')],
    ['inspectors', '执法证号', '0411020', reads('0411020')],
  ],
  '1 E notation of a code': [
    ['targets', '统一社会信用代码', '9.11411E+17', exponent],
    ['targets', '注册号', '1.41103E+14', exponent],
    ['inspectors', '执法证号', '1.41102E+10', exponent],
    ['plan', '任务编号', '1.41102E+13', exponent],
    ['recusals', '对象编号', '9.11411E+17', exponent],
  ],
  '2 a code rounded to 15 digits': [
    [
      'targets',
      '统一社会信用代码',
      '911411027000001000',
      refused('911411027000001087、911411027000001162', '911411027000001087, 911411027000001162'),
    ],
    [
      'targets',
      '统一社会信用代码',
      '9.11411027000001E+17',
      refused('911411027000001087', '911411027000001087'),
    ],
  ],
  '4 leading zeros lost': [
    [
      'inspectors',
      '人员编号',
      '10',
      refused('库中已有“0010”，开头的 0 像是被表格软件去掉了', 'the registry has “0010”'),
    ],
    ['inspectors', '人员编号', '0011', reads('0011')],
    ['recusals', '人员编号', '10', refused('最接近的是“0010”', 'did you mean “0010”?')],
  ],
  '5 a tail of .0': [
    ['targets', '行政区划', '141102.0', tail('141102')],
    ['targets', '注册号', '110108000000016.0', tail('110108000000016')],
    ['inspectors', '年度上限', '30.0', word('30')],
    ['recusals', '人员编号', '77.0', tail('77')],
  ],
  '6 a date as a serial number': [
    ['targets', '成立日期', '42801', serial('2017-03-07')],
    ['inspectors', '证件有效期', '32708', serial('1989-07-19')],
    ['targets', '成立日期', '42801.5', serial('2017-03-07')],
    ['targets', '成立日期', '2018年5月16日', dateForm('2018-05-16')],
    ['targets', '成立日期', '2018/5/16 0:00', dateForm('2018-05-16')],
    ['targets', '成立日期', '２０１８．５．１６', dateForm('2018-05-16')],
    ['targets', '成立日期', '2018-05-16 周三', dateForm('2018-05-16')],
    ['targets', '成立日期', '20180516', dateForm('2018-05-16')],
    [
      'targets',
      '成立日期',
      '2018-02-29',
      refused('日历上没有这一天', 'there is no such day in the calendar'),
    ],
    ['targets', '成立日期', '5/16/2018', noDate],
  ],
  '7 9999-09-09 is 长期': [
    ['inspectors', '证件有效期', '9999-09-09', forever],
    ['inspectors', '证件有效期', '长期', forever],
  ],
  '8 width, spaces and prefixes': [
    ['targets', '统一社会信用代码', '９１１４１１０２ＭＡ０Ｋ３Ｘ７Ｈ５Ｙ', width(USCC)],
    ['targets', '统一社会信用代码', `\t${USCC}`, spaces(USCC)],
    ['targets', '统一社会信用代码', `${USCC}\t`, spaces(USCC)],
    ['targets', '统一社会信用代码', `'${USCC}`, prefix(USCC)],
    ['targets', '统一社会信用代码', `="${USCC}"`, prefix(USCC)],
    ['targets', '统一社会信用代码', '91141102 MA0K3X7H5Y\u3000', spaces(USCC)],
    [
      'targets',
      '统一社会信用代码',
      '91141102\u200bMA0K3X7H5Y',
      reads(USCC, '去掉看不见的字符', 'invisible characters removed'),
    ],
    [
      'targets',
      '统一社会信用代码',
      USCC.toLowerCase(),
      reads(USCC, '小写改大写', 'lower case converted to upper case'),
    ],
    ['targets', '名称', '\u00a0离石区 示例店\u3000', spaces('离石区 示例店')],
    ['targets', '名称', '示例店（城北）', reads('示例店（城北）')],
    ['targets', '名称', '示例店(城北)', reads('示例店(城北)')],
    ['targets', '名称', '示例\u0007店', refused('含有控制字符 U+0007', 'U+0007')],
    ['targets', '信用风险等级', 'ｂ类', word('B')],
  ],
  'signs for an empty cell': [
    ['targets', '统一社会信用代码', '/', placeholder],
    ['targets', '注册号', '无', placeholder],
    ['targets', '成立日期', '——', placeholder],
    ['targets', '标签', '无', placeholder],
    ['targets', '法定代表人', '/', reads('/')],
    ['inspectors', '不可用日期', '-', placeholder],
    ['inspectors', '可任组长', '无', word('否')],
    ['plan', '配合部门', '无', placeholder],
    ['plan', '抽查数量', '/', placeholder],
    ['plan', '替补', '无', refused('替补应为比例（20%）或户数（5）', 'must be a share (20%) or a count (5)')],
  ],
  '9 slips of O, I, S, Z': [
    ['targets', '统一社会信用代码', '91141102MAOK3X7H5Y', slip('O', USCC)],
    ['targets', '统一社会信用代码', '9I141102MA0K3X7H5Y', slip('I', USCC)],
    ['targets', '统一社会信用代码', '91141102MA0K3X7HSY', slip('S', USCC)],
    ['targets', '统一社会信用代码', '9114110Z058871239H', slip('Z', '91141102058871239H')],
  ],
  '10 digits with an E taken for a number': [
    ['targets', '统一社会信用代码', '9.1141102E+15', exponent],
    ['targets', '对象编号', '3.5E+11', exponent],
  ],
  '13 names of departments': [
    ['inspectors', '所属部门', '市监局', alias('LS-SCJG')],
    ['inspectors', '所属部门', '市场监督管理局', alias('LS-SCJG')],
    ['inspectors', '所属部门', '离石区卫生健康和体育局', alias('LS-WJT')],
    [
      'inspectors',
      '所属部门',
      '公安局治安大队',
      refused('没有部门“公安局治安大队”，最接近的是“公安局”', 'did you mean “公安局”?'),
    ],
    [
      'items',
      '检查主体',
      '市监局、卫体局',
      refused('只能写一个部门，这里写了 2 个', 'takes one department, but 2 are given'),
    ],
    ['targets', '监管部门', '市监局/卫体局', alias('LS-SCJG;LS-WJT')],
  ],
  '14 several values with mixed separators': [
    ['inspectors', '专业资质', '食品，药品、特种设备', listForm('特种设备;药品;食品')],
    ['inspectors', '专业资质', '食品\n药品', listForm('药品;食品')],
    [
      'inspectors',
      '执法事项范围',
      'A01.直销违法行为检查，B01.获证食品生产企业监管,B02.标签',
      listForm('A01.直销违法行为检查;B01.获证食品生产企业监管;B02.标签'),
    ],
    ['targets', '监管部门', '市监局\r\n卫体局', alias('LS-SCJG;LS-WJT')],
    [
      'plan',
      '抽查事项',
      'GS-07、 SP-03',
      reads('GS-07;SP-03', '多个值改用分号分隔', 'list separators standardised'),
    ],
    [
      'inspectors',
      '不可用日期',
      '2025-08-01~2025-08-10\n2025/10/1',
      periodForm('2025-08-01~2025-08-10;2025-10-01'),
    ],
  ],
  '16 rates': [
    ['plan', '抽查比例', '3%', reads('3%')],
    ['plan', '抽查比例', '0.03', reads('0.03')],
    ['plan', '抽查比例', '3', refused('如果是 3%，请把“%”写上', 'if 3% is meant, write the “%”')],
    ['plan', '抽查比例', '3％', width('3%')],
    ['plan', '抽查比例', '3-5%', range],
    ['plan', '抽查比例', '3%～5%', range],
    ['plan', '抽查比例', '≥5%', rateForm('5%')],
    ['plan', '抽查比例', '不低于5%', rateForm('5%')],
    ['plan', '抽查比例', '不低于0.5%', rateForm('0.5%')],
    ['plan', '抽查比例', '5%以上', rateForm('5%')],
    ['plan', '抽查比例', '2‰', reads('2‰')],
    ['plan', '抽查比例', '60—70家', refused('是户数，请填在“抽查数量”一列', 'number of targets')],
    ['plan', '抽查比例', '.5%', rateForm('0.5%')],
    ['plan', '抽查比例', '10%（20户）', rateForm('10%')],
    ['plan', '抽查比例', '全覆盖', rateForm('100%')],
    ['plan', '抽查比例', '根据实际情况确定', notARate],
    ['plan', '抽查比例', '100.01%', refused('比例超过 100%', 'rate is above 100%')],
    ['items', '抽查比例', '3-5%', reads('3-5%')],
    ['plan', '分级比例', 'A1%;B3%;C10%;D30%', rateForm('A=1%;B=3%;C=10%;D=30%')],
    ['plan', '分级比例', 'A=1%\nB：3%\nD=全部', rateForm('A=1%;B=3%;D=100%')],
  ],
  '17 frequencies': [
    ...(
      [
        ['=1', '1次/年'],
        ['>=1', '≥1次/年'],
        ['1—2次/年', '1-2次/年'],
        ['每年1次', '1次/年'],
        ['每学期1次', '1次/学期'],
        ['每月２次', '2次/月'],
        ['一年一次', '1次/年'],
        ['每季度一次', '1次/季度'],
        ['每年两次', '2次/年'],
        ['全年1次', '1次/年'],
      ] as const
    ).map(([written, read]): Case => ['items', '抽查频次', written, frequencyForm(read)]),
    ...['1次/年', '每年1次20%；或者每年2次各10%', '每两年一次', '根据监管需要确定'].map(
      (frequency): Case => ['items', '抽查频次', frequency, reads(frequency)],
    ),
  ],
  '18 periods': [
    ['plan', '起止时间', '2026-06-30~2026-03-01', refused('起止颠倒', 'runs backwards')],
    ['plan', '起止时间', '3月—12月', noYear],
    ['plan', '起止时间', '1-12月', noYear],
    ['plan', '起止时间', '上半年', noYear],
    ['plan', '起止时间', '2026年1月- 2026年11月', periodForm('2026-01-01~2026-11-30')],
    ['plan', '起止时间', '2023年6-12月', periodForm('2023-06-01~2023-12-31')],
    ['plan', '起止时间', '2026-03-01至2026-06-30', periodForm('2026-03-01~2026-06-30')],
    ['plan', '起止时间', '2026年3月1日至6月30日', periodForm('2026-03-01~2026-06-30')],
    ['plan', '起止时间', '2026.3.1-2026.6.30', periodForm('2026-03-01~2026-06-30')],
    ['plan', '起止时间', '2026.3-2026.6', periodForm('2026-03-01~2026-06-30')],
    ['plan', '起止时间', '3月1日-6月30日', noYear],
    [
      'inspectors',
      '不可用日期',
      '2026.5.1-2026.5.10、2026.10.1',
      periodForm('2026-05-01~2026-05-10;2026-10-01'),
    ],
    ['plan', '每部门人数', '每部门2人', reads('每部门2人')],
    ['plan', '每部门人数', '不少于2人', refused('席位“不少于2人”看不懂', '不少于2人')],
    ['plan', '起止时间', '2026-02', periodForm('2026-02-01~2026-02-28')],
    ['plan', '起止时间', '2026.2', periodForm('2026-02-01~2026-02-28')],
    ['plan', '起止时间', '2026-03~2026-06', periodForm('2026-03-01~2026-06-30')],
    ['plan', '起止时间', '2026-13', refused('不是起止时间，格式如 2026-03-01~2026-06-30', 'not a period')],
    ['plan', '起止时间', '2026年2月', periodForm('2026-02-01~2026-02-28')],
    ['plan', '起止时间', '2026年第二季度', periodForm('2026-04-01~2026-06-30')],
    ['plan', '起止时间', '2026年度', periodForm('2026-01-01~2026-12-31')],
    ['plan', '起止时间', '2026年13月', refused('不是起止时间，格式如 2026-03-01~2026-06-30', 'not a period')],
  ],
}

const BASE: Readonly<Record<LibraryName, Readonly<Record<string, string>>>> = {
  departments: { 部门编码: 'X', 部门名称: '示例局' },
  items: { 事项编码: 'X', 抽查事项: '示例事项' },
  targets: { 对象编号: 'X', 名称: '示例店' },
  inspectors: { 人员编号: 'X', 姓名: '示例人', 所属部门: 'LS-WJT' },
  experts: { 编号: 'X', 姓名: '示例人' },
  recusals: { 人员编号: '0010', 对象编号: 'T1' },
  holidays: { 日期: '2026-10-01', 类型: '放假', 节日: '国庆节', 来源: '示例通知' },
  results: { 任务编号: 'X', 对象编号: 'T1', 检查部门: 'LS-SCJG' },
  plan: { 任务编号: 'X', 任务名称: '示例任务', 发起部门: 'LS-SCJG', 抽查比例: '3%' },
}

let registries: Office
beforeAll(async () => {
  registries = await miniature({
    departments: [
      { 部门编码: 'LS-SCJG', 部门名称: '离石区市场监督管理局', 别名: '市监局;市场监管局;市场监督管理局' },
      { 部门编码: 'LS-WJT', 部门名称: '离石区卫生健康和体育局', 别名: '卫体局' },
      { 部门编码: 'LS-GAJ', 部门名称: '离石区公安分局', 别名: '公安局' },
    ],
    items: [
      { 事项编码: 'GS-07', 抽查事项: '甲事项' },
      { 事项编码: 'SP-03', 抽查事项: '乙事项' },
    ],
    targets: [{ 对象编号: 'T1', 名称: '甲店' }],
    inspectors: ['0010', '77'].map(code => ({ 人员编号: code, 姓名: '示例甲', 所属部门: 'LS-WJT' })),
  })
})

describe.each(Object.entries(CATALOGUE))('%s', (_, cases) => {
  test.each(cases)('%s %s %j', async (name, heading, written, outcome) => {
    const here = registries.copy()
    const rates = heading === '分级比例' ? { 抽查比例: '' } : {}
    const row = { ...BASE[name], ...rates, [heading]: written }
    const path = here.file('damaged.csv', csvFrom([row]))
    const said = {
      zh: await here.ssj('import', name, path, '--dry-run'),
      en: await here.ssj('import', name, path, '--dry-run', '--lang', 'en'),
    }
    const ran = await here.ssj('import', name, path, '--json')
    const [file] = ran.json.files
    const at = { row: 2, heading, value: written }
    const column = Object.keys(row).indexOf(heading)
    if ('zh' in outcome) {
      expect([ran.code, file.outcome, file.refused], ran.out).toEqual([1, 'refused', 1])
      expect(file.issues).toMatchObject([{ ...at, column: 'ABCDEF'[column] }])
      expect(said.zh.err).toContain(outcome.zh)
      expect(said.en.err).toContain(outcome.en)
      return
    }
    expect([ran.code, file.outcome], ran.out + ran.err).toEqual([0, 'written'])
    const [record] = (await here.done('list', name)).records.filter(
      ({ id }: { id: string }) => !['T1', '0010', '77', 'GS-07', 'SP-03'].includes(id),
    )
    expect(fieldOf(record, name, heading)).toBe(outcome.reads)
    if (outcome.as === undefined) expect(file.normalised).toEqual([])
    else {
      const [note] = file.normalised
      expect([file.normalised.length, note.count]).toEqual([1, 1])
      expect(note.examples).toMatchObject([{ ...at, column: column + 1, read: outcome.reads }])
      expect(Object.keys(note.examples[0])).toEqual(['row', 'column', 'heading', 'code', 'value', 'read'])
      expect(said.zh.out).toContain(`${outcome.as[0]} 1: `)
      expect(said.en.out).toContain(`${outcome.as[1]} 1: `)
    }
    // What was read is read as itself again, and changes nothing.
    const again = here.file('again.csv', csvFrom([{ ...row, [heading]: outcome.reads }]))
    expect((await here.done('import', name, again)).files).toMatchObject([
      { outcome: 'nothing', normalised: [] },
    ])
  })
})

const fieldOf = (record: Record<string, string>, name: LibraryName, heading: string) =>
  record[library(name).fields.find(field => field.headings[0] === heading)!.name]

describe('3 rows whose codes collapsed into one', () => {
  const imported = async (...rows: readonly string[]) => {
    const here = registries.copy()
    const path = here.file('cut.csv', ['统一社会信用代码,名称', ...rows, ''].join('\n'))
    return (await here.ssj('import', 'targets', path, '--skip-bad', '--json')).json.files[0]
  }

  test('are refused each, and not taken for one firm', async () => {
    const cut = '911411027000001000'
    const file = await imported(`${cut},甲公司`, `${cut},乙公司`, `${USCC},丙公司`)
    expect(file).toMatchObject({ new: 1, refused: 2 })
    expect(file.issues).toMatchObject([
      { row: 2, column: 'A', code: 'rounded-code' },
      { row: 3, column: 'A', code: 'rounded-code' },
    ])
  })

  test('are found too where the check character fits by chance', async () => {
    const code = '911411027000059000'
    expect(isUscc(code)).toBe(true)
    expect((await imported(`${code},甲公司`)).issues).toMatchObject([{ row: 2, code: 'rounded-code' }])
  })
})

describe('11 what belongs to the sheet and not to the registry', () => {
  test('is passed over and told', async () => {
    const here = registries.copy()
    const rows = [
      '市场监管领域执法人员数据库,,,',
      ',,,',
      '单位工号,姓名,所在单位,执法证编号',
      '必填,必填,填写全称,如：14110200101',
      '0001,案例（请删除）,市监局,14110200100',
      '0020,示例乙,市监局,14110200102',
      ',,,',
      '合计,1人,,',
    ]
    const path = here.file('sheet.csv', rows.join('\n'))
    const ran = await here.ssj('import', 'inspectors', path, '--json', '--dry-run')
    expect(ran.json.files[0]).toMatchObject({ read: 1, new: 1, issueCount: 0 })
    expect(ran.json.files[0].aside).toMatchObject([
      { code: 'above', rows: [1] },
      { code: 'blank', count: 2, rows: [2, 7] },
      { code: 'hint', rows: [4] },
      { code: 'sample', rows: [5] },
      { code: 'total', rows: [8] },
    ])
    const zh = await here.ssj('import', 'inspectors', path, '--dry-run')
    const en = await here.ssj('import', 'inspectors', path, '--dry-run', '--lang', 'en')
    for (const part of ['表头以上的行', '空行', '填写说明行', '示例行', '合计行'])
      expect(zh.out).toContain(part)
    for (const part of ['above the headings', 'blank', 'instructions', 'sample rows', 'totals'])
      expect(en.out).toContain(part)
  })

  test('a cell that a merge left empty is named', async () => {
    const here = registries.copy()
    const path = here.file('merged.csv', '人员编号,姓名,所属部门\n0020,示例乙,市监局\n0021,示例丙,\n')
    const ran = await here.ssj('import', 'inspectors', path, '--json')
    expect(ran.json.files[0].issues).toMatchObject([{ row: 3, column: 'C', code: 'missing-value' }])
  })
})

describe('12 variants of a heading', () => {
  const VARIANTS: readonly (readonly [LibraryName, string, string, string])[] = [
    [
      'targets',
      'uscc',
      USCC,
      '统一社会信用代码 统一信用代码 社会信用代码 信用代码 统一代码 统一社会信用代码/注册号',
    ],
    ['targets', 'registration', '110108000000016', '注册号 工商注册号'],
    ['targets', 'name', '示例店', '名称 企业名称 单位名称 市场主体名称 经营主体名称 检查对象'],
    ['targets', 'station', '城北所', '管辖单位 属地监管所 监管所 管辖所'],
    ['inspectors', 'certificate', '14110200101', '执法证号 执法证编号 证件号 行政执法证号'],
    ['inspectors', 'department', 'LS-SCJG', '工作单位 所在单位 执法主体 部门 所属部门'],
    ['inspectors', 'code', '0020', '人员编号 单位工号 工号'],
  ]
  const cases = VARIANTS.flatMap(([name, field, value, headings]) =>
    headings
      .split(' ')
      .flatMap(heading => [heading, ` *${[...heading].join(' ')}（必填） `])
      .map(heading => [name, field, heading, value] as const),
  )

  test.each(cases)('%s: %s is also written “%s”', async (name, field, heading, value) => {
    const here = registries.copy()
    const others = Object.entries(BASE[name]).filter(([other]) => fieldNamed(name, other) !== field)
    const path = here.file('variant.csv', csvFrom([Object.fromEntries([[heading, value], ...others])]))
    const ran = await here.ssj('import', name, path, '--json')
    expect(ran.json.files[0], ran.out).toMatchObject({ new: 1, extra: [], issueCount: 0 })
    expect((await here.done('list', name, '--where', `${field}=${value}`)).count).toBe(1)
  })

  const fieldNamed = (name: LibraryName, heading: string) =>
    library(name).fields.find(field => field.headings[0] === heading)!.name

  test('15 digits under 统一社会信用代码/注册号 are a registration number', async () => {
    const here = registries.copy()
    const path = here.file('both.csv', '统一社会信用代码/注册号,企业名称\n110108000000016,甲店\n')
    await here.done('import', 'targets', path)
    expect((await here.done('show', 'targets', '110108000000016')).versions).toMatchObject([
      { uscc: '', registration: '110108000000016' },
    ])
  })
})

describe('15 rows that are there twice', () => {
  const rows = (second: string) => `对象编号,名称,地址\nX1,甲店,某路\n${second}\n`

  test('the same content is silent', async () => {
    const here = registries.copy()
    const [file] = (await here.done('import', 'targets', here.file('t.csv', rows('X1,甲店 ,某路')))).files
    expect(file).toMatchObject({ read: 2, new: 1, unchanged: 1, issueCount: 0 })
  })

  test('other content is an issue that shows both rows', async () => {
    const here = registries.copy()
    const path = here.file('t.csv', rows('X1,甲店,他路'))
    const zh = await here.ssj('import', 'targets', path)
    const en = await here.ssj('import', 'targets', path, '--lang', 'en')
    expect([zh.code, en.code]).toEqual([1, 1])
    for (const part of ['第 3 行', '第 2 行', '某路', '他路']) expect(zh.err).toContain(part)
    for (const part of ['row 3', 'row 2', '某路', '他路']) expect(en.err).toContain(part)
  })
})

describe('19 quoting and line ends of WPS and Excel', () => {
  test.each([
    ['a line feed inside quotes', '人员编号,姓名,所属部门\n0020,"示例\n乙",LS-WJT\n', '示例 乙'],
    ['doubled quotes', '人员编号,姓名,所属部门\n0020,"示例""乙""",LS-WJT\n', '示例"乙"'],
    ['semicolons', '人员编号;姓名;所属部门\n0020;示例乙;LS-WJT\n', '示例乙'],
    ['tabs', '人员编号\t姓名\t所属部门\n0020\t示例乙\tLS-WJT\n', '示例乙'],
    ['no last line end', '人员编号,姓名,所属部门\n0020,示例乙,LS-WJT', '示例乙'],
    ['CR only', '人员编号,姓名,所属部门\r0020,示例乙,LS-WJT\r', '示例乙'],
    ['CR LF and LF', '人员编号,姓名,所属部门\r\n0021,甲,LS-WJT\n0020,示例乙,LS-WJT\r\n', '示例乙'],
  ])('%s', async (_, content, name) => {
    const here = registries.copy()
    await here.done('import', 'inspectors', here.file('wps.csv', content))
    expect((await here.done('show', 'inspectors', '0020')).versions[0].name).toBe(name)
  })
})
