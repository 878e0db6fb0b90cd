import { unzipSync } from 'fflate'
import { fixedZip } from '../zip.ts'

/**
 * A workbook of one sheet, as `document-xlsx` makes it, that prints as it should: all columns on the width of a page, title
 * and headings on each, the page's number below; and whose rows can be filtered. What it holds stays as it is.
 */
export function printedSheet(workbook: Uint8Array): Uint8Array {
  const files = new Map(Object.entries(unzipSync(workbook)))
  const change = (name: string, change: (text: string) => string) =>
    files.set(name, new TextEncoder().encode(change(new TextDecoder().decode(files.get(name)))))
  let area = ''
  change(SHEET, text => {
    const last = [...text.matchAll(/<c r="([A-Z]+\d+)"/g)].at(-1)?.[1] ?? 'A2'
    area = `A2:${last}`
    return text
      .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
      .replace('</sheetData>', `</sheetData><autoFilter ref="${area}"/>`)
      .replace(/<pageSetup ([^>]*)\/>/, `<pageSetup $1 fitToWidth="1" fitToHeight="0"/>${FOOTER}`)
  })
  const absolute = area.replace(/\b([A-Z]{1,3})(\d{1,7})\b/g, '$$$1$$$2')
  const names =
    '<definedNames>' +
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Sheet1!${absolute}</definedName>` +
    '<definedName name="_xlnm.Print_Titles" localSheetId="0">Sheet1!$1:$2</definedName></definedNames>'
  change(BOOK, text => text.replace('<definedNames/>', () => names))
  return fixedZip(files)
}

const SHEET = 'xl/worksheets/sheet1.xml'
const BOOK = 'xl/workbook.xml'
const FOOTER = '<headerFooter><oddFooter>&amp;C— &amp;P / &amp;N —</oddFooter></headerFooter>'
