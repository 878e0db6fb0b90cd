import { unzipSync } from 'fflate'
import type { SheetData } from 'write-excel-file/node'
import type { DataTable, Document } from '../../core/publication/document.ts'
import { printedSheet } from './sheet-print.ts'
import { columnNeeds, columnWidths } from './text/column-widths.ts'
import { withoutControls } from './text/printable.ts'
import { linesIn, printedWidth } from './text/printed-width.ts'

/**
 * The table of a document as a workbook of one sheet under its title, which prints on the width of a page with title and
 * headings on each. Every cell is text, formatted as text: a code keeps its digits and zeros even when somebody types into
 * its cell, and no data become a formula. Rows are as high as their text.
 */
export async function documentXlsx({ title, data, wide, head }: Document): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const { headings } = data!
  const rows = data!.rows.map(row => row.map(codesApart))
  const widths = widthsOf(data!, wide)
  const blanks = Array<null>(headings.length - 1).fill(null)
  const all = widths.reduce((sum, width) => sum + width, 0)
  const named = title.replace('\n', '')
  const sheet: SheetData = [
    [
      {
        ...cell(named),
        ...TITLE,
        height: heightOf(linesIn(named, all / TITLE_SCALE), 24),
        columnSpan: headings.length,
      },
      ...blanks,
    ],
    headings.map((heading, i) => ({
      ...cell(heading),
      ...HEADING,
      ...(i > 0 ? {} : rowHeight(headings, widths)),
    })),
    ...rows.map(row => row.map((text, i) => ({ ...cell(text), ...(i > 0 ? {} : rowHeight(row, widths)) }))),
  ]
  const buffer = await writeXlsxFile(
    sheet,
    {
      sheet: 'Sheet1',
      stickyRowsCount: 2,
      ...(wide ? { orientation: 'landscape' as const } : {}),
      columns: widths.map(width => ({ width })),
    },
    { fontFamily: '宋体', fontSize: 11 },
  ).toBuffer()
  return printedSheet(new Map(Object.entries(unzipSync(buffer))), {
    columns: headings.length,
    rows: rows.length,
    ...(head === undefined ? {} : { head }),
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
/** How much wider the title is written than the rows. */
const TITLE_SCALE = 1.6
const HEADING = { fontWeight: 'bold', align: 'center' } as const

/**
 * So many halves of a character stand side by side on a sheet of A4 upright, and laid on its side, at some nine points: what
 * is fitted to the width of the page is printed a little smaller than it is shown.
 */
const UPRIGHT = 110
const SIDEWAYS = 165
/** What the edges of a cell take. */
const EDGES = 2
/** Only so many rows are measured for the widths of columns. */
const MEASURED = 1000

function widthsOf({ headings, rows }: DataTable, wide: boolean): number[] {
  const edges = EDGES * headings.length
  const needs = columnNeeds({ headings, rows: rows.slice(0, MEASURED) }).map(({ least, wish }, i) => {
    // A digest is copied out of a workbook: its column holds it whole.
    const digests = rows.slice(0, MEASURED).map(row => (DIGEST.test(row[i]!) ? printedWidth(row[i]!) : 0))
    const whole = digests.reduce((most, width) => Math.max(most, width), least)
    return { least: whole, wish: Math.max(wish, whole) }
  })
  return columnWidths(needs, (wide ? SIDEWAYS : UPRIGHT) - edges).map(width => Math.ceil(width) + EDGES)
}

const DIGEST = /^[0-9a-f]{64}$/

/** A row is as high as the highest of its cells; a spreadsheet has no higher one than 409 points. */
function rowHeight(texts: readonly string[], widths: readonly number[]): { height: number } {
  let most = 1
  for (const [i, text] of texts.entries()) most = Math.max(most, linesIn(text, widths[i]! - EDGES))
  return { height: heightOf(most, 15.5) }
}

function heightOf(lines: number, line: number): number {
  return Math.min(409, lines * line + 4)
}
