import { unzipSync } from 'fflate'
import type { SheetData } from 'write-excel-file/node'
import type { Document } from '../../core/publication/document.ts'
import { printedSheet } from './sheet-print.ts'
import { withoutControls } from './text/printable.ts'
import { sheetFit } from './text/sheet-fit.ts'

/**
 * The table of a document as a workbook of one sheet under its title, which prints on the width of a page with title and
 * headings on each. Every cell is text, formatted as text: a code keeps its digits and zeros even when somebody types into
 * its cell, and no data become a formula. Rows are as high as their text. `language` is the one that its
 * words are in.
 */
export async function documentXlsx(
  { title, data, wide, head }: Document,
  language: 'zh' | 'en' = 'zh',
): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const { headings } = data!
  const rows = data!.rows.map(row => row.map(codesApart))
  const named = title.replace('\n', '')
  const fit = sheetFit(named, { headings, rows }, wide)
  const { widths, heights } = fit
  const high = (row: number, column: number) => (column > 0 ? {} : { height: heights[row]! })
  const sheet: SheetData = [
    [
      { ...cell(named), ...TITLE, ...high(0, 0), columnSpan: fit.titled },
      ...Array<null>(headings.length - 1).fill(null),
    ],
    headings.map((heading, i) => ({ ...cell(heading), ...HEADING, ...high(1, i) })),
    ...rows.map((row, r) => row.map((text, i) => ({ ...cell(text), ...high(r + 2, i) }))),
  ]
  const buffer = await writeXlsxFile(
    sheet,
    { sheet: 'Sheet1', stickyRowsCount: 2, columns: widths.map(width => ({ width })) },
    { fontFamily: '宋体', fontSize: 11 },
  ).toBuffer()
  return printedSheet(new Map(Object.entries(unzipSync(buffer))), {
    ...{ columns: headings.length, rows: rows.length, fit, titles: 2 },
    ...(head === undefined ? {} : { head }),
    language,
  })
}

/** Codes of which a cell has several, a line for each: a spreadsheet would break them where the column ends. */
function codesApart(text: string): string {
  return text.replace(/(?<=[0-9A-Z]{6})、(?=[0-9A-Z]{6})/g, '、\n')
}

function cell(text: string) {
  return { value: withoutControls(text), type: String, format: '@', wrap: true, ...BORDER } as const
}

const BORDER = { borderStyle: 'thin', alignVertical: 'center' } as const
const TITLE = { fontWeight: 'bold', fontSize: 16, align: 'center' } as const
const HEADING = { fontWeight: 'bold', align: 'center' } as const
