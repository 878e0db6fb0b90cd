import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isValueOf, readForm } from '../../../../src/core/draw/seed/form.ts'
import { parseSeedLines } from '../../../../src/core/draw/seed/seed.ts'
import { exampleOf, valueAsSaid } from '../../../../src/core/draw/seed/value-as-said.ts'

const said = (form: string, text: string) => valueAsSaid(readForm(form)!, text)

describe('a value as people say it', () => {
  // attacks.md, S1-6: one public event in everyday spellings and look-alikes was 81 different draws.
  it.each([
    ...[
      '4 0 7',
      '407',
      '4,0,7',
      '4、0、7',
      '4-0-7',
      '04 00 07',
      '四〇七',
      '四零七',
      '百位4 十位0 个位7',
      '个位7 百位4 十位0',
    ],
    ...[
      '４ ０ ７',
      '4\u20100\u20137',
      '4\u22120\u20147',
      '4·0・7',
      '4•0•7',
      '4\u201a0\u201a7',
      '4\t0\u30007',
      '4○7',
      '[4][0][7]',
      '4/0/7',
      '开奖号码：4 0 7',
      '中奖号码为407',
      '4号0号7号',
      '肆零柒',
      '④⓪⑦',
      '百位四，十位零，个位七。',
    ],
  ])('of福彩3D: %s is 407', text => {
    expect(said('digits/3', text)).toBe('407')
  })

  it.each([
    ['digits/3', '4 0'],
    ['digits/3', '4070'],
    ['digits/3', '4a7'],
    ['digits/3', '\u0430407'],
    ['digits/3', ''],
    ['digits/3', '试机号 4 0 7'],
    // Three places of a number of five are no number of three.
    ['digits/3', '千位4 百位0 十位7'],
    ['digits/5', '百位4 十位0 个位7'],
    ['dice/2', '⚅ 3 4'],
    ['dice/4', '6 6 3 4 共19点'],
    ['numbers/6/33+1/16', '红球 1 2 3 4 5 6 蓝球 7 蓝球 8'],
    ['numbers/6/33+1/16', '红球 1 2 3 4 5 6 7'],
    ['numbers/6/33+1/16', '7 红球 1 2 3 4 5 6 蓝球 8'],
    ['numbers/6/33+1/16', '三 七 十二 十八 二十五 四十一 + 九'],
    ['dice/4', '6 6 3 7'],
    ['dice/4', '六六三'],
    ['numbers/6/33+1/16', '3 3 12 18 25 31 9'],
    ['numbers/6/33+1/16', '3 7 12 18 25 34 + 9'],
    ['numbers/6/33+1/16', '3 7 12 18 25 + 9'],
    ['hex/4', 'abcg'],
  ])('of %s cannot be “%s”', (form, text) => {
    expect(said(form, text)).toBeUndefined()
  })

  it.each([
    ['dice/4', '6-6-3-4', '6634'],
    ['dice/4', '六、六、三、四', '6634'],
    ['dice/8', '6634 5216', '66345216'],
    ['numbers/6/33+1/16', '31,25,18,12,07,03 + 09', '3 7 12 18 25 31 + 9'],
    ['numbers/6/33+1/16', '红球 03 07 12 18 25 31 蓝球 09', '3 7 12 18 25 31 + 9'],
    ['numbers/6/33+1/16', '3 7 12 18 25 31 | 9', '3 7 12 18 25 31 + 9'],
    ['numbers/6/33+1/16', '3 7 12 18 25 31 9', '3 7 12 18 25 31 + 9'],
    ['numbers/5/35+2/12', '前区 01 02 03 04 05 后区 12 11', '1 2 3 4 5 + 11 12'],
    ['dice/4', '6点、6点、三点、四点', '6634'],
    ['dice/4', '⚅⚅⚂⚃', '6634'],
    // The group that is named first need not be the first of the form.
    ['numbers/6/33+1/16', '蓝球 05 红球 01 02 03 04 06 07', '1 2 3 4 6 7 + 5'],
    ['numbers/6/33+1/16', '蓝:9 红:3 7 12 18 25 31', '3 7 12 18 25 31 + 9'],
    ['numbers/6/33+1/16', '3 7 12 18 25 31 蓝球9', '3 7 12 18 25 31 + 9'],
    ['numbers/6/33+1/16', '红球号码：03,07,12,18,25,31；蓝球号码：09', '3 7 12 18 25 31 + 9'],
    ['numbers/6/33+1/16', '三 七 十二 十八 二十五 三十一 + 九', '3 7 12 18 25 31 + 9'],
    ['numbers/6/33+1/16', '三、七、十、二十、三十、三十三＋十六', '3 7 10 20 30 33 + 16'],
    ['numbers/5/35+2/12', '后区 01 02 前区 03 04 05 06 12', '3 4 5 6 12 + 1 2'],
    ['hex/4', '0xAB:CD', 'abcd'],
    ['text', ' a\u3000 b ', 'a b'],
  ])('of %s: %s is %s', (form, text, value) => {
    expect(said(form, text)).toBe(value)
  })

  it('is one spelling, whatever stands between its signs', () => {
    const mark = fc.constantFrom(' ', ',', '、', '-', '\u2010', '\u2212', '\u3000', '·', '/', '  ', '')
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(digits, mark, fc.boolean(), (signs, between, isWide) => {
        const text = signs.join(between)
        const typed = isWide ? text.replaceAll(/[0-9]/g, sign => '０１２３４５６７８９'[Number(sign)]!) : text
        expect(said(`digits/${signs.length}`, typed)).toBe(signs.join(''))
      }),
    )
  })

  it('is its own spelling, and every example is a value', () => {
    const forms = ['dice/25', 'digits/3', 'hex/64', 'numbers/6/33+1/16', 'numbers/20/80', 'text']
    for (const form of forms.map(written => readForm(written)!)) {
      const example = exampleOf(form)
      expect(isValueOf(form, example), example).toBe(true)
      expect(valueAsSaid(form, example)).toBe(example)
    }
  })

  it('is what the line of the seed holds', () => {
    const source = { name: '福彩3D', form: 'digits/3', due: '2026-11-01', place: '' }
    expect(parseSeedLines([source], ['福彩3D=四、〇、七'])).toEqual({
      kind: 'seed',
      seed: { lines: [{ source: '福彩3D', value: '407' }] },
    })
    expect(parseSeedLines([source], ['福彩3D=4 0'])).toMatchObject({
      kind: 'problems',
      problems: [{ kind: 'form' }],
    })
  })
})
