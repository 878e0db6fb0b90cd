import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Document } from '../../../src/core/publication/document.ts'
import { documentsHtml } from '../../../src/files/writing/document-html.ts'
import { documentXlsx } from '../../../src/files/writing/document-xlsx.ts'
import { widthOf } from '../../../src/files/writing/text/printable.ts'
import { BOLD, printedWidth, wordsIn } from '../../../src/files/writing/text/printed-width.ts'
import { wordBody } from '../../../src/files/writing/text/word-body.ts'

const HEADINGS = [
  '部门',
  ...'检查次数 其中随机抽查 其中个案 其中联合 两次以上企业 发现问题 立案 处罚 未完结'.split(' '),
]
const ROWS = [
  ['SC局', '68', '64', '4', '19', '100.00%', '46', '5', '0', '33'],
  ['离石区市场监督管理局', '278', '254', '24', '105', '—', '169', '16', '3', '120'],
]
const REPORT: Document = {
  ...{
    file: 'x',
    title: '统计表',
    subtitle: '',
    data: { headings: HEADINGS, rows: ROWS },
    notice: true,
    wide: true,
  },
  blocks: [
    { kind: 'table', figures: true, headings: HEADINGS, rows: ROWS },
    { kind: 'bars', caption: '图', bars: [1, 2, 3].map(value => ({ label: 'x', value, shown: `${value}` })) },
  ],
}

test('a workbook of a report prints all columns on one page wide, with title and headings on each', async () => {
  const files = unzipSync(await documentXlsx(REPORT))
  const [sheet, book] = ['xl/worksheets/sheet1.xml', 'xl/workbook.xml'].map(name => strFromU8(files[name]!))
  expect(sheet).toMatch(/<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr><sheetViews>/)
  expect(sheet).toMatch(
    /<pageSetup [^>]*orientation="landscape" fitToWidth="1" fitToHeight="0"\/><headerFooter>/,
  )
  expect(sheet).toContain('</sheetData><autoFilter ref="A2:J4"/>')
  expect(book).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="0">Sheet1!$1:$2<')
  expect(book).toContain('Sheet1!$A$2:$J$4<')
})

test('a table of figures has room for every number in one line, in the middle of its cell', () => {
  const body = wordBody(REPORT)
  const grid = [...body.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)]
    .slice(0, HEADINGS.length)
    .map(([, w]) => Number(w))
  // Half a Chinese character of nine points is 90 twentieths; 160 are the margins of a cell.
  for (const row of ROWS.slice(0, 1))
    for (const [i, text] of row.entries())
      expect([text, widthOf(text) * 90 + 160 <= grid[i]!]).toEqual([text, true])
  expect(body.match(/<w:jc w:val="center"\/>/g)!.length).toBeGreaterThan(HEADINGS.length + 18)
})

test('headings of a table of figures are broken within no word, and its pages are counted in its language', async () => {
  const headings =
    'department,visits,drawn,cases,joint,off-site,firms,firms twice or more,results,problems,put right,handed over,penalties,remaining'
  const data = {
    headings: headings.split(','),
    rows: [['示例市滨河新区市场监督管理局', ...Array(13).fill('12')]],
  }
  const body = wordBody({ ...REPORT, data, blocks: [{ kind: 'table', figures: true, ...data }] })
  const grid = [...body.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, w]) => Number(w))
  for (const [i, heading] of data.headings.entries())
    for (const word of wordsIn(heading))
      expect([word, printedWidth(word) * BOLD * 90 + 160 <= grid[i]! + 30]).toEqual([word, true])
  const band = async (language?: 'en') =>
    strFromU8(unzipSync(await documentXlsx(REPORT, language))['xl/worksheets/sheet1.xml']!)
  expect(await band('en')).toContain('<oddFooter>&amp;Cpage &amp;P of &amp;N</oddFooter>')
  expect(await band()).toContain('第 &amp;P 页')
})

test('bars stay together and with their caption', () => {
  const rows = wordBody(REPORT).split('<w:tbl>').at(-1)!.split('</w:tr>').slice(0, 3)
  expect(rows.map(row => row.includes('<w:keepNext/>'))).toEqual([true, true, false])
})

test('shares are not broken over lines on a page', () => {
  expect(documentsHtml([REPORT])).toContain('<td class="narrow">100.00%</td>')
  expect(documentsHtml([REPORT])).toContain('<table class="data figures ')
})
