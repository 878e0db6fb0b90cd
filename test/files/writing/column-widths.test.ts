import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { listDocument } from '../../../src/core/publication/document.ts'
import { documentXlsx } from '../../../src/files/writing/document-xlsx.ts'
import { columnNeeds, columnWidths } from '../../../src/files/writing/text/column-widths.ts'
import { inGroups, linesIn, printedWidth, wordsIn } from '../../../src/files/writing/text/printed-width.ts'
import { sheetFit } from '../../../src/files/writing/text/sheet-fit.ts'
import { layoutOf } from '../../../src/files/writing/text/table-layout.ts'

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), maxLength: 18 }),
  fc.string({ unit: fc.constantFrom(...'示例店（𠮷）A1 、\n'), maxLength: 60 }),
  fc.constant('c7'.repeat(32)),
  fc.constant(''),
)
const tables = fc.integer({ min: 1, max: 12 }).chain(columns => {
  const row = fc.array(cell, { minLength: columns, maxLength: columns })
  return fc.record({ headings: row, rows: fc.array(row, { maxLength: 6 }) })
})

describe('columns', () => {
  test('have room for every code, in letters of six points and more', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(9406, 14_338), (data, width) => {
        const { rooms, shares, size } = layoutOf(data, width)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(100)
        if (size === 12) return
        for (const row of [data.headings, ...data.rows])
          for (const [i, text] of row.entries())
            for (const word of wordsIn(text)) expect(printedWidth(word)).toBeLessThanOrEqual(rooms[i]! + 0.1)
      }),
    )
  })

  test('take no more than there is where codes have room, and each what it must have', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 20, max: 300 }), (data, total) => {
        const needs = columnNeeds(data)
        const widths = columnWidths(data, total, needs)
        const least = needs.reduce((sum, need) => sum + need.least, 0)
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(
          Math.max(total, least) + 0.001,
        )
        for (const [i, { least, wish }] of needs.entries()) {
          expect(widths[i]!).toBeGreaterThanOrEqual(least)
          expect(widths[i]!).toBeLessThanOrEqual(wish + 0.001)
        }
      }),
    )
  })
})

test('a digest that must wrap stands in groups of eight, every other code as it is', () => {
  const digest = '0123456789abcdef'.repeat(4)
  expect(inGroups(digest, 40)).toBe(digest.match(/.{8}/g)!.join(' '))
  const address = 'http://example.invalid/a-long-page-of-an-office'
  expect(inGroups(address, 20)).toBe(address)
  expect(inGroups(digest, 64)).toBe(digest)
  expect(inGroups('91141102MAULWD8H0R', 4)).toBe('91141102MAULWD8H0R')
})

test('a text has as many lines as its words need', () => {
  expect(linesIn('', 10)).toBe(1)
  expect(linesIn('示例示例示', 10)).toBe(1)
  expect(linesIn('示例示例示例', 10)).toBe(2)
  expect(linesIn('一\n二', 10)).toBe(2)
  expect(linesIn('示例12345678', 10)).toBe(2)
  expect(linesIn('1'.repeat(30), 10)).toBe(3)
})

test.each([0, 1, 40])(
  'a workbook of %i rows is well formed, on one page wide, its rows as high as their text',
  async count => {
    const headings = ['序号', '代码', '名称']
    const rows = Array.from({ length: count }, (_, i) => [`${i}`, '91141102MAULWD8H0R', '示例'.repeat(70)])
    const head = { organ: '甲&乙局', number: '示市监〔2026〕1号' }
    const files = unzipSync(
      await documentXlsx({ ...listDocument('x', '名单', '', { headings, rows }), head }),
    )
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml']!)
    for (const tag of ['sheetPr', 'autoFilter', 'pageMargins', 'pageSetup', 'headerFooter'])
      expect([tag, sheet.split(`<${tag}`).length - 1]).toEqual([tag, 1])
    for (const [tag] of sheet.matchAll(/<pageSetup [^>]*>/g)) {
      const names = [...tag.matchAll(/ (\w+)=/g)].map(([, name]) => name)
      expect(new Set(names).size).toBe(names.length)
      expect(tag).toContain('paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"')
    }
    expect(sheet).toContain(`<autoFilter ref="A2:C${count + 2}"/>`)
    expect(sheet).toContain('<oddHeader>&amp;L甲&amp;&amp;乙局&amp;R示市监〔2026〕1号</oddHeader>')
    expect(sheet).toContain('<oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter>')
    const heights = [...sheet.matchAll(/<row r="\d+" ht="([\d.]+)"/g)].map(([, height]) => Number(height))
    expect(heights).toHaveLength(count + 2)
    for (const height of heights.slice(2)) expect(height).toBeGreaterThan(2 * 14)
  },
)

describe('a sheet', () => {
  const long = fc.string({ unit: fc.constantFrom(...'检查发现问题，A1'), minLength: 100, maxLength: 900 })
  const sheets = fc.integer({ min: 1, max: 34 }).chain(columns => {
    const row = fc.array(fc.oneof({ weight: 6, arbitrary: cell }, long), {
      minLength: columns,
      maxLength: columns,
    })
    return fc.record({ headings: row, rows: fc.array(row, { maxLength: 8 }), wide: fc.boolean() })
  })

  test('has columns that break no code, rows that cut no text off, letters of six points and more', () => {
    fc.assert(
      fc.property(sheets, ({ headings, rows, wide }) => {
        const { widths, heights, across, isSideways } = sheetFit('名单', { headings, rows }, wide)
        for (const row of [headings, ...rows])
          for (const [i, text] of row.entries())
            for (const word of wordsIn(text)) expect(printedWidth(word)).toBeLessThanOrEqual(widths[i]! - 2)
        for (const [r, row] of rows.entries()) {
          const lines = Math.max(...row.map((text, i) => linesIn(text, widths[i]! - 2)))
          expect(heights[r + 2]! >= Math.min(409, 15 * lines)).toBe(true)
          expect(lines * 15.5).toBeLessThan(409)
        }
        const all = widths.reduce((sum, width) => sum + width, 0)
        expect((11 * across * (isSideways ? 755 : 508)) / (all * 5.25)).toBeGreaterThan(6)
      }),
      { numRuns: 60 },
    )
  })

  test('has no last page of two rows alone', () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, i) => [`${i}`, '91141102MAULWD8H0R', '示例'])
    const downs = Array.from({ length: 80 }, (_, i) => i + 1).map(count => {
      const { down } = sheetFit('名单', { headings: ['序号', '代码', '名称'], rows: rows(count) }, false)
      return [count, down] as const
    })
    const turning = downs.filter(([, down]) => down === 1).map(([count]) => count)
    expect(turning.length).toBeGreaterThanOrEqual(2)
    expect(turning.at(-1)! - turning[0]!).toBe(turning.length - 1)
  })
})
