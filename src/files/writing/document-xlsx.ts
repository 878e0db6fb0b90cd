import { unzipSync } from 'fflate'
import type { SheetData } from 'write-excel-file/node'
import type { Document } from '../../core/publication/document.ts'
import { fixedZip } from '../zip.ts'
import { widthOf, withoutControls } from './text/printable.ts'

/**
 * The table of a document as a workbook of one sheet under its title. Every cell is text, formatted as text: a code
 * keeps its digits and zeros even when somebody types into its cell, and no data become a formula.
 */
export async function documentXlsx({ title, data, wide }: Document): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const { headings, rows } = data!
  const blanks = Array<null>(headings.length - 1).fill(null)
  const sheet: SheetData = [
    [{ ...cell(title.replace('\n', '')), ...TITLE, columnSpan: headings.length }, ...blanks],
    headings.map(heading => ({ ...cell(heading), ...HEADING })),
    ...rows.map(row => row.map(cell)),
  ]
  const buffer = await writeXlsxFile(
    sheet,
    {
      sheet: 'Sheet1',
      stickyRowsCount: 2,
      ...(wide ? { orientation: 'landscape' as const } : {}),
      columns: headings.map((heading, i) => ({ width: columnWidth([heading, ...rows.map(row => row[i]!)]) })),
    },
    { fontFamily: '宋体', fontSize: 11 },
  ).toBuffer()
  return fixedZip(new Map(Object.entries(unzipSync(buffer))))
}

function cell(text: string) {
  return { value: withoutControls(text), type: String, format: '@', wrap: true, ...BORDER } as const
}

const BORDER = { borderStyle: 'thin', alignVertical: 'center' } as const
const TITLE = { fontWeight: 'bold', fontSize: 16, align: 'center', height: 30 } as const
const HEADING = { fontWeight: 'bold', align: 'center' } as const

/** As wide as the longest of the first cells; a long text wraps. */
function columnWidth(texts: readonly string[]): number {
  return Math.min(Math.max(...texts.slice(0, 1000).map(text => widthOf(text) + 2), 8), 48)
}
