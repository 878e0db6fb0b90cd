import { describe, expect, it } from 'vitest'
import { office } from '../../helpers/ssj.ts'

const CODE = '91141102MA0K3X7H5Y'
const HEADING = '统一社会信用代码,名称,法定代表人,登记状态,主体类型,信用风险等级,上次检查日期,备注甲'

interface Row {
  readonly code?: string
  readonly name?: string
  readonly representative?: string
  readonly status?: string
  readonly type?: string
  readonly risk?: string
  readonly visit?: string
  readonly extra?: string
}

const line = (row: Row) =>
  [
    row.code ?? CODE,
    row.name ?? '示例商店',
    row.representative,
    row.status,
    row.type,
    row.risk,
    row.visit,
    row.extra,
  ]
    .map(cell => `"${(cell ?? '').replaceAll('"', '""')}"`)
    .join(',')

async function imported(row: Row, ...options: string[]) {
  const here = office()
  await here.done('init')
  const file = here.file('t.csv', `${HEADING}\n${line(row)}\n`)
  const ran = await here.ssj('import', 'targets', file, '--json', ...options)
  return { here, file, ran, told: ran.json.files[0] }
}

const utf8AsGbk = (text: string) => new TextDecoder('gbk').decode(new TextEncoder().encode(text))

/** What has lost something, by the doubt it raises. */
const DOUBTFUL: readonly (readonly [string, string, Row])[] = [
  ['lost-character', 'a replacement character', { name: '离石区\ufffd商店' }],
  ['lost-character', 'a private character', { name: '离石区\ue000商店' }],
  ['lost-character', 'a private character of a high plane', { name: '离石区\u{f0001}商店' }],
  ['lost-character', 'a question mark among characters', { name: '火?商店' }],
  ['lost-character', 'question marks', { name: '离石区??商店' }],
  ['lost-character', 'a name that begins with one', { representative: '?示例' }],
  ['lost-character', 'a box where a character was', { name: '离石区□商店' }],
  ['lost-character', 'the mark of a missing character', { name: '离石区〓店' }],
  ['mojibake', 'a byte order mark read as Western', { name: 'ï»¿离石区商店' }],
  ['mojibake', 'UTF-8 read as GBK', { name: utf8AsGbk('离石区示例商店啊') }],
  ['mojibake', 'GBK read as Western', { name: 'ÀëÊ¯ÇøÊ¾ÀýÉÌµê' }],
  ['mojibake', 'UTF-8 read as Western', { name: 'ç¦»çŸ³åŒº' }],
  ['mojibake', 'U+FFFD read as GBK', { name: '离石锟斤拷商店' }],
  ['export-quotes', 'backslashes of MySQL', { name: '离石区\\"老字号\\"商店' }],
  ['export-quotes', 'the quotes of a cell', { name: '"离石区商店"' }],
  ['export-quotes', 'an entity of HTML', { name: '甲&amp;乙商店' }],
  ['export-quotes', 'a character by its number', { name: '甲&#24215;' }],
  ['export-quotes', 'an escape of JSON', { name: '甲\\u5e97' }],
  ['export-quotes', 'an escape of a workbook', { name: '甲店_x000D_' }],
  ['export-quotes', 'an escape of an address', { name: '甲%E5%BA%97' }],
  ['identity-code', 'an identity number that passes for a code', { code: '141102198503120968' }],
  ['unknown-word', 'a status', { status: '营业中' }],
  ['unknown-word', 'a type', { type: '甲类户' }],
  ['unknown-word', 'a class of risk', { risk: 'ABC' }],
]

describe.each(DOUBTFUL)('%s: %s', (doubt, _, row) => {
  it('is taken and told with its row and column, in text and in JSON', async () => {
    const { here, file, ran, told } = await imported(row)
    expect([ran.code, told.new]).toEqual([0, 1])
    expect(told.doubts.map((one: { code: string }) => one.code)).toContain(doubt)
    const found = told.doubts.find((one: { code: string }) => one.code === doubt)
    expect(found.examples).toMatchObject([{ row: 2, column: expect.any(Number) }])
    for (const [lang, words] of [
      ['zh', '请核对'],
      ['en', 'please check'],
    ] as const) {
      const other = office()
      await other.done('init')
      expect((await other.ssj('import', 'targets', file, '--lang', lang)).out).toContain(words)
    }
    expect((await here.done('list', 'targets')).count).toBe(1)
  })
})

describe('what is in order', () => {
  it.each([
    {
      name: '离石区“老字号”商店',
      status: '存续（在营、开业、在册）',
      type: '有限责任公司（自然人独资）',
      risk: 'A',
    },
    { name: '离石区Café商店', status: '吊销，未注销', type: '个体工商户', risk: '高风险' },
    {
      name: '联通',
      representative: '阿依古丽·买买提',
      status: '正常',
      type: '农民专业合作社',
      risk: '未分类',
    },
    { name: '你好吗?', status: '停业', type: '企业', risk: 'B' },
  ])('raises no doubt: %o', async row => {
    const { told } = await imported(row)
    expect(told).toMatchObject({ new: 1, doubts: [] })
  })
})

describe('words that stand for a lost value', () => {
  const WORDS = [
    '#N/A',
    '#REF!',
    '#VALUE!',
    '#NAME?',
    '#DIV/0!',
    'NULL',
    'null',
    '\\N',
    'None',
    'nan',
    'NaN',
    '(null)',
  ]

  it.each(WORDS)('%s is an issue where a value is needed', async word => {
    const { ran, told } = await imported({ name: word })
    expect(ran.code).toBe(1)
    expect(told.issues).toMatchObject([{ code: 'error-cell', row: 2, column: 'B', value: word }])
  })

  it.each(WORDS)('%s is an empty cell elsewhere, and told', async word => {
    const { here, told } = await imported({
      representative: word,
      visit: word,
      extra: word,
      status: word,
      risk: word,
    })
    expect(told).toMatchObject({ new: 1, issueCount: 0, doubts: [] })
    expect(told.normalised).toMatchObject([{ code: 'lost-value', count: 5 }])
    expect(JSON.stringify(await here.done('show', 'targets', CODE))).not.toContain(JSON.stringify(word))
  })
})

describe('characters of GB 18030 that have a place of their own now', () => {
  it('are read in these places, and told', async () => {
    const here = office()
    await here.done('init')
    const bytes = [0xfe51, 0xfe52, 0xfe53, 0xfe6c, 0xfe76, 0xfe91, 0xfe9f].flatMap(code => [
      code >> 8,
      code & 255,
    ])
    const file = Buffer.concat([
      Buffer.from(`${'code,name'}\nX1,`),
      Buffer.from(bytes),
      Buffer.from([0xb5, 0xea, 0x0a]),
    ])
    const ran = await here.done('import', 'targets', here.file('t.csv', file), '--encoding', 'gb18030')
    expect(ran.files[0].normalised).toMatchObject([{ code: 'private-use', count: 1 }])
    const name = '\u{20087}\u{20089}\u{200cc}\u{215d7}\u{2298f}\u{241fe}䶮店'
    expect(JSON.stringify(await here.done('show', 'targets', 'X1'))).toContain(name)
    const puas = await imported({ name: '\ue816\ue817\ue818\ue831\ue83b\ue855\ue863店' })
    expect(JSON.stringify(await puas.here.done('show', 'targets', CODE))).toContain(name)
  })
})

describe('the rule refused-doubts', () => {
  it('makes a doubt an issue, with the word of the rule, and leaves the others', async () => {
    const here = office()
    await here.done('init')
    await here.done('rules', 'set', 'refused-doubts', '乱码;缺字', '--reason', '本地规定')
    const file = here.file('t.csv', `${HEADING}\n${line({ name: '火?商店', status: '营业中' })}\n`)
    const ran = await here.ssj('import', 'targets', file, '--json')
    expect(ran.json.files[0].issues).toMatchObject([
      { code: 'doubtful-value', row: 2, column: 'B', details: { doubt: 'lost-character' } },
    ])
    for (const lang of ['zh', 'en'])
      expect((await here.ssj('import', 'targets', file, '--lang', lang)).err).toContain('refused-doubts')
    const other = here.file('o.csv', `${HEADING}\n${line({ status: '营业中' })}\n`)
    expect((await here.done('import', 'targets', other)).files[0].new).toBe(1)
    const set = ['--set', '对象编号=X9', '--set', '名称=火?商店']
    expect((await here.ssj('add', 'targets', ...set)).code).toBe(2)
  })
})

it('lists every doubt, not the first alone', async () => {
  const here = office()
  await here.done('init')
  const rows = Array.from({ length: 30 }, (_, i) => `X${i},火?${i}号?商店`)
  const file = here.file('t.csv', `对象编号,名称\n${rows.join('\n')}\n`)
  const { out } = await here.ssj('import', 'targets', file)
  expect(out).toContain('第 21 行')
  expect(out).toContain('还有 10 处')
  const [told] = (
    await here.done('import', 'targets', here.file('u.csv', `对象编号,名称\n${rows.join('\n')}\nY,甲\n`))
  ).files
  expect(told.doubts[0].examples).toHaveLength(30)
})

describe('a name that says nothing', () => {
  it.each(['-', '—', '/', '无', '暂无', '空', '待补充', '不详', '???', '#VALUE', '#REF', '########', 'nil'])(
    '%s is an issue',
    async name => {
      const { ran, told } = await imported({ name })
      expect([ran.code, told.issues.map(({ code }: { code: string }) => code)]).toEqual([1, ['error-cell']])
    },
  )
})

it('a class of risk with a remark is the class', async () => {
  const { here } = await imported({ risk: 'D类（高风险）' })
  expect((await here.done('show', 'targets', CODE)).versions[0].risk).toBe('D')
})
