import { unzipSync } from 'fflate'
import { fixedZip } from '../zip.ts'
import { withoutControls } from './text/printable.ts'

/** A workbook that another system reads: the lines above, the headings, the rows; every cell is text and nothing else stands in it. */
export async function exchangeXlsx(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const sheet = rows.map(row =>
    row.map(text => (text === '' ? null : { value: withoutControls(text), type: String, format: '@' })),
  )
  const buffer = await writeXlsxFile(
    sheet,
    { sheet: 'Sheet1' },
    { fontFamily: '宋体', fontSize: 11 },
  ).toBuffer()
  return fixedZip(new Map(Object.entries(unzipSync(buffer))))
}
