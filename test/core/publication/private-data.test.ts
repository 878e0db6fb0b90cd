import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskText, privateDataIn } from '../../../src/core/publication/private-data.ts'
import { expectLinear, stepCounter } from '../../helpers/steps.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** An identity number of nobody: the year is long past. */
function identity(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0)
  return body + '10X98765432'[sum % 11]
}

/** A card number with a true check digit. */
function card(body: string): string {
  const sum = [...body]
    .reverse()
    .map((digit, i) => (i % 2 === 0 ? 2 * Number(digit) : Number(digit)))
    .reduce((total, digit) => total + (digit > 9 ? digit - 9 : digit), 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}

const CARD = identity('11010518491231002')

describe('privateDataIn', () => {
  it.each([
    ['mobile', '举报人电话13800001111'],
    ['mobile', 'tel13800001111b'],
    ['mobile', '+8613800001111'],
    ['mobile', '008613800001111'],
    ['mobile', '+86 138 0000 1111'],
    ['mobile', '(+86)138-0000-1111'],
    ['mobile', '138-0000-1111'],
    ['mobile', '138 0000 1111'],
    ['mobile', '138.0000.1111'],
    ['mobile', '138·0000·1111'],
    ['mobile', '138—0000—1111'],
    ['mobile', '138 00 00 11 11'],
    ['mobile', '1380000 1111'],
    ['mobile', '１３８００００１１１１'],
    ['mobile', '１３８－００００－１１１１'],
    ['mobile', '𝟏𝟑𝟖𝟎𝟎𝟎𝟎𝟏𝟏𝟏𝟏'],
    ['mobile', '138\u200b0000\u200b1111'],
    ['mobile', '138，0000，1111'],
    ['mobile', '138、0000、1111'],
    ['mobile', '138;0000;1111'],
    ['mobile', '138\n0000\n1111'],
    ['mobile', '一三八〇〇〇〇一一一一'],
    ['mobile', '幺三八零零零零幺幺幺幺'],
    ['mobile', '013800001111'],
    ['mobile', '19900001111'],
    ['identity', CARD],
    ['identity', `证${CARD}。`],
    ['identity', `ID${CARD}X`],
    ['identity', `${CARD.slice(0, 6)} ${CARD.slice(6, 14)} ${CARD.slice(14)}`],
    ['identity', `${CARD.slice(0, 6)}，${CARD.slice(6, 14)}，${CARD.slice(14)}`],
    ['identity', `${CARD.slice(0, 6)}-${CARD.slice(6, 14)}-${CARD.slice(14)}`],
    ['identity', '11010519491231002X'],
    ['identity', '110105 19491231 002x'],
    ['identity', '110105194912310 02 Ｘ'],
    ['identity', '110105491231001'],
    // A sound registration number as well, but for what stands before it.
    ['identity', '身份证号：110105491231002'],
    // Mistyped: only the check digit is wrong.
    ['identity', '141102199001011234'],
    ['identity', '141102 19900101 1234'],
    ['landline', '0358-8220000'],
    ['landline', '(0358)8220000'],
    ['landline', '（０３５８）８２２００００'],
    ['landline', '010-88220000'],
    ['landline', '03588220000'],
    ['landline', '+86 358 822 0000'],
    ['landline', '电话：8220000'],
    ['mail', '联系 wang.wu+a@example.com。'],
    ['mail', 'wang@mail.example.com.cn'],
    ['mail', 'wang＠example．com'],
    ['card', card('622202000000000000')],
    ['card', card('622848000000001')],
    ['card', card('622202000000000').replaceAll(/(?<=^(?:.{4})+)/g, ' ')],
    ['passport', '护照E12345678'],
    ['passport', 'EA1234567'],
    ['passport', '护照号：AB 1234567'],
    ['passport', '通行证 H12345678'],
  ] as const)('finds %s in %s', (kind, text) => {
    const found = privateDataIn(text)
    expect(found.map(one => one.kind)).toEqual([kind])
    expect(maskText(text).match(/[*]/g)?.length).toBeGreaterThanOrEqual(3)
    expect(privateDataIn(maskText(text))).toEqual([])
  })

  it.each([
    '2026年度餐饮服务监督检查（第1批）',
    '2026-03-01~2026-05-31',
    '2026-03-01-2026-05-31',
    '2026.3.1-2026.5.31 14:30',
    '91141102MA0K3X7H5Y',
    '911411027000000449',
    '141102600987654',
    '14110220261002',
    '141102202601150001',
    '141102-202601150001',
    '14-1102199001011234',
    '2026-0001',
    '福彩3D 第2026312期',
    'drand/quicknet/12345678',
    'secret/138000011113800001111380000111138000011113800001111380000111ab1c',
    'JY21411020012345',
    '抽取 13800 户',
    '国办发〔2024〕54号',
    '13 05 08 22 26 31 09',
    '400-800-8820',
    '12345 热线，12315',
    '一三五楼',
    '邮箱 @ 待定',
    '',
  ])('finds nothing in %s', text => {
    expect(privateDataIn(text)).toEqual([])
    expect(maskText(text)).toBe(text)
  })

  it('finds every mobile number, however it is put into words around it', () => {
    const number = fc.stringMatching(/^1[38]\d{9}$/)
    const around = fc.constantFrom('', '（', '电话', '、', '；', ' ', '联系人王五', '"', '】')
    const between = fc.constantFrom('', ' ', '-', '.', '·', '—', '  ', '\u200b', '/')
    const width = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.replaceAll(/[!-~]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    )
    fc.assert(
      fc.property(number, around, around, between, width, (digits, left, right, gap, wide) => {
        const spelled = [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].join(gap)
        const text = left + wide(spelled) + right
        expect(privateDataIn(text).map(({ kind }) => kind)).toEqual(['mobile'])
        expect(maskText(text).normalize('NFKC').replaceAll(/[^\d]/g, '')).not.toContain(digits)
      }),
    )
  })

  it('finds in figures alone what it finds among words', () => {
    const figures = fc.oneof(
      fc.stringMatching(/^\d{1,22}$/),
      fc.stringMatching(/^14010219(?:0[1-9]|1[0-2])[0-2][1-9]\d{3}$/),
      fc.stringMatching(/^1401021[89]\d{2}(?:0[1-9]|1[0-2])[0-2][1-9]\d{4}$/),
      fc.stringMatching(/^(?:86|0|0086)?1[38]\d{9}$/),
      fc.stringMatching(/^0358[2-8]\d{6}$/),
      fc.stringMatching(/^62\d{13,16}$/).map(card),
      fc.stringMatching(/^14010219800[1-9]1[0-9]\d{3}$/).map(identity),
    )
    fc.assert(
      fc.property(figures, text => {
        const among = privateDataIn(`，${text}，`)
        expect(privateDataIn(text)).toEqual(
          among.map(place => ({ ...place, start: place.start - 1, end: place.end - 1 })),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('masks all of several, and what it masked it finds no more', () => {
    const texts = fc.array(
      fc.constantFrom(
        '13800001111',
        CARD,
        '0358-8220000',
        'a@b.example',
        card('622202000000000'),
        '，',
        '第3期',
      ),
    )
    fc.assert(
      fc.property(texts, parts => {
        const shown = maskText(parts.join('；'))
        expect(privateDataIn(shown)).toEqual([])
        for (const secret of ['13800001111', CARD, '8220000', 'a@b']) expect(shown).not.toContain(secret)
      }),
    )
  })

  it.each([
    '١٣٨١٢٣٤١١١١',
    '१३८१२३४११११',
    '1 3 8 1 2 3 4 1 1 1 1',
    '1-3-8-1-2-3-4-1-1-1-1',
    '1．3．8．1．2．3．4．1．1．1．1',
    '一 三 八 一 二 三 四 一 一 一 一',
    '138。1234。1111',
    '138~1234~1111',
    '138|1234|1111',
    '138…1234…1111',
    'zhang@qq。com',
    'zhang [at] qq.com',
    'zhang（at）qq（dot）com',
    'zhang @ qq . com',
  ])('finds %j, however it is taken apart', text => {
    expect(privateDataIn(`联系 ${text} 。`)).toHaveLength(1)
    expect(privateDataIn(maskText(`联系 ${text} 。`))).toEqual([])
  })

  it.each([
    '2026 1 3 8 1 2',
    '1.3.8.1',
    '第1、3、8项',
    '2026-01-03~2026-03-31',
    'A|B|13',
    '抽查 1 2 3 4 5 6 7 8 9 10 11 户',
  ])('leaves %j', text => expect(privateDataIn(text)).toEqual([]))

  it('goes over a hostile text in steps that grow with it', async () => {
    const counter = stepCounter('text-readers.mjs')
    for (const piece of [
      '1',
      '1 ',
      '１',
      '13800001111 ',
      'a@',
      'a.',
      '电话',
      '1-',
      '(',
      '\u200b',
      '一',
      'E1',
    ]) {
      const given = [0, 500, 2_000].map(length => [piece.repeat(length)])
      expectLinear(await counter.of('private data', given), 2_000, JSON.stringify(piece))
    }
    await counter.end()
  })
})
