import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { labelled, table } from '../../src/terminal/table.ts'
import { widthOf } from '../../src/terminal/width.ts'
import { wrapped } from '../../src/terminal/wrapped.ts'

const TEXT = fc
  .array(
    fc.constantFrom('甲', '乙', '店', '（', '）', '，', '。', '“', '”', 'a', 'B', '7', '0', '-', ';', ' '),
    {
      maxLength: 40,
    },
  )
  .map(characters => characters.join('').trim().replace(/ +/g, ' '))
const CODE = fc.stringMatching(/^[0-9A-Z]{0,18}$/)
const WINDOW = fc.integer({ min: 20, max: 120 })

describe('a text in lines of so many columns', () => {
  test('loses nothing but the blanks at which it is broken, and fits but for words that no line has room for', () => {
    fc.assert(
      fc.property(TEXT, fc.integer({ min: 4, max: 60 }), (text, width) => {
        const lines = wrapped(text, width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines)
          if (widthOf(line) > width) expect(line).toMatch(/^[（“]*(?:[!-~]*|.)[）”，。;]*$/u)
      }),
    )
  })

  test('no line begins with a closing mark or ends with an opening one', () => {
    fc.assert(
      fc.property(TEXT, fc.integer({ min: 20, max: 60 }), (text, width) => {
        // Marks that stand together as no sentence has them go where there is room.
        fc.pre(!/[（“][）”，。 ]|[ ][）”，。]|[（“，。）” ]{3}/.test(text) && !/[（“]$|^[）”，。]/.test(text))
        const lines = wrapped(text, width)
        for (const [i, line] of lines.entries()) {
          if (i > 0) expect(line).not.toMatch(/^[）”，。]/)
          if (i < lines.length - 1) expect(line).not.toMatch(/[（“]$/)
        }
      }),
    )
  })
})

describe('a table', () => {
  const rows = fc.array(fc.tuple(CODE, TEXT, TEXT, fc.nat().map(String)), { maxLength: 8 })
  const headings = ['代码', '名称', '说明', '户数']

  test('without a window is as wide as it is: a line for each row', () => {
    fc.assert(
      fc.property(rows, of => {
        expect(table(null, headings, of)).toHaveLength(2 + of.length)
      }),
    )
  })

  test('in a window takes no more columns than it has, and no code is broken', () => {
    fc.assert(
      fc.property(rows, WINDOW, (of, window) => {
        const lines = table(window, headings, of)
        for (const line of lines)
          if (!/[!-~]{8}/.test(line)) expect(widthOf(line)).toBeLessThanOrEqual(window)
        const text = lines.join('\n')
        for (const [code, , , count] of of) {
          if (code !== '') expect(text).toContain(code)
          expect(text).toContain(count)
        }
      }),
    )
  })

  const firms = [
    ['92141102MA0A1CEE88', '离石区凤山饭店店', '餐饮服务，含网络餐饮服务提供者（自建网站）', '12'],
    ['92141102MA0A1CEE99', '甲店', '', '3'],
  ] as const

  test('cells that have no room go on below, figures at the right', () => {
    expect(table(60, headings, firms, ['left', 'left', 'left', 'right'])).toEqual([
      '代码                名称              说明              户数',
      '──────────────────  ────────────────  ────────────────  ────',
      '92141102MA0A1CEE88  离石区凤山饭店店  餐饮服务，含网络    12',
      '                                      餐饮服务提供者',
      '                                      （自建网站）',
      '92141102MA0A1CEE99  甲店                                   3',
    ])
  })

  test('a row is a block where even so there is no room', () => {
    expect(table(40, headings, firms)).toEqual([
      '代码  92141102MA0A1CEE88',
      '名称  离石区凤山饭店店',
      '说明  餐饮服务，含网络餐饮服务提供者（自',
      '      建网站）',
      '户数  12',
      '',
      '代码  92141102MA0A1CEE99',
      '名称  甲店',
      '户数  3',
      '',
    ])
  })
})

test('labels stand beside their values, which go on below themselves; a digest stays whole', () => {
  const digest = 'ab'.repeat(32)
  expect(
    labelled(
      [
        ['摘要', digest],
        ['含义', '甲乙丙丁戊己庚辛'],
      ],
      [],
      20,
    ),
  ).toEqual([`摘要  ${digest}`, '含义  甲乙丙丁戊己庚', '      辛'])
})
