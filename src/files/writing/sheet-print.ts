import type { Document } from '../../core/publication/document.ts'
import { fixedZip } from '../zip.ts'
import { columnLetters } from './text/column-letters.ts'
import { escapedXml } from './text/xml.ts'

/**
 * The parts of a workbook of one sheet, a table under its title, as a file that prints as it should: all columns on the
 * width of a page, title and headings on each, the page and how many there are below, the office and the number of the paper
 * above; and whose rows can be filtered. What it holds stays as it is.
 */
export function printedSheet(
  files: Map<string, Uint8Array>,
  {
    columns,
    rows,
    head,
  }: { readonly columns: number; readonly rows: number; readonly head?: NonNullable<Document['head']> },
): Uint8Array {
  const change = (name: string, change: (text: string) => string) =>
    files.set(name, new TextEncoder().encode(change(new TextDecoder().decode(files.get(name)))))
  const last = columnLetters(columns - 1)
  change(SHEET, text =>
    text
      .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
      .replace('</sheetData>', `</sheetData><autoFilter ref="A2:${last}${rows + 2}"/>`)
      .replace(/(?:<pageMargins [^>]*\/>)?(?:<pageSetup [^>]*\/>)?<\/worksheet>$/, set => {
        return `${MARGINS}${setupIn(set)}${bands(head)}</worksheet>`
      }),
  )
  const names =
    '<definedNames>' +
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Sheet1!$A$2:$${last}$${rows + 2}</definedName>` +
    '<definedName name="_xlnm.Print_Titles" localSheetId="0">Sheet1!$1:$2</definedName></definedNames>'
  change(BOOK, text => text.replace('<definedNames/>', () => names))
  return fixedZip(files)
}

const SHEET = 'xl/worksheets/sheet1.xml'
const BOOK = 'xl/workbook.xml'
/** Inches. */
const MARGINS = '<pageMargins left="0.6" right="0.6" top="0.8" bottom="0.8" header="0.4" footer="0.4"/>'

/** A4, upright unless the sheet was laid on its side, all columns on one page's width. */
function setupIn(set: string): string {
  const orientation = set.includes('"landscape"') ? 'landscape' : 'portrait'
  return `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`
}

function bands(head: Document['head']): string {
  const { organ, number } = head ?? { organ: '', number: '' }
  const above = [organ === '' ? '' : `&L${inBand(organ)}`, number === '' ? '' : `&R${inBand(number)}`].join(
    '',
  )
  const header = above === '' ? '' : `<oddHeader>${escapedXml(above)}</oddHeader>`
  return `<headerFooter>${header}<oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>`
}

/** A band takes `&` for a sign of its own, and holds no more than 255 characters. */
function inBand(text: string): string {
  return text.replaceAll('&', '&&').slice(0, 100)
}
