import { unzipSync } from 'fflate'
import { printedSheet } from './sheet-print.ts'
import { withoutControls } from './text/printable.ts'
import { sheetFit } from './text/sheet-fit.ts'

/**
 * A workbook that another system reads: the lines above, the headings, the rows; every cell is text and nothing else stands in
 * it. For whoever looks through it before it goes out, columns are as wide as they are read and printed.
 */
export async function exchangeXlsx(
  above: readonly string[],
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const fit = sheetFit('', { headings, rows }, true)
  const heights = [...above.map(() => undefined), ...fit.heights.slice(1)]
  const sheet = [...above.map(text => [text]), headings, ...rows].map((row, r) =>
    row.map((text, i) => {
      const height = i === 0 && heights[r] !== undefined ? { height: heights[r] } : {}
      const look = { format: '@', alignVertical: 'center', wrap: r >= above.length, ...height } as const
      return text === '' && i > 0 ? null : { value: withoutControls(text), type: String, ...look }
    }),
  )
  const buffer = await writeXlsxFile(
    sheet,
    { sheet: 'Sheet1', columns: fit.widths.map(width => ({ width })) },
    { fontFamily: '宋体', fontSize: 11 },
  ).toBuffer()
  return printedSheet(new Map(Object.entries(unzipSync(buffer))), {
    ...{ columns: headings.length, rows: rows.length, titles: above.length + 1, fit, filtered: false },
  })
}
