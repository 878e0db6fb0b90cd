import type { Document } from '../../core/publication/document.ts'
import { fixedZip } from '../zip.ts'
import { columnLetters } from './text/column-letters.ts'
import type { SheetFit } from './text/sheet-fit.ts'
import { escapedXml } from './text/xml.ts'

/** How the sheet of a workbook lies on paper. */
export interface Printing {
  readonly columns: number
  /** Below the rows that stand on each page. */
  readonly rows: number
  /** How many of the first rows stand on each page; the last of them are the headings. */
  readonly titles: number
  readonly fit: Pick<SheetFit, 'isSideways' | 'across' | 'repeated' | 'down'>
  readonly head?: NonNullable<Document['head']>
  /** Of what is printed below each page. */
  readonly language?: 'zh' | 'en'
  /** Whether rows can be filtered below the headings. */
  readonly filtered?: boolean
}

/**
 * The parts of a workbook of one sheet as a file that prints as it should: all columns on the width of as many pages as it
 * takes to read them, title and headings on each, the page and how many there are below, the office and the number of the
 * paper above; and whose rows can be filtered. What it holds stays as it is.
 */
export function printedSheet(files: Map<string, Uint8Array>, printing: Printing): Uint8Array {
  const { columns, rows, titles, fit, head, filtered = true, language = 'zh' } = printing
  const change = (name: string, change: (text: string) => string) =>
    files.set(name, new TextEncoder().encode(change(new TextDecoder().decode(files.get(name)))))
  const last = columnLetters(columns - 1)
  const filter = filtered ? `<autoFilter ref="A${titles}:${last}${rows + titles}"/>` : ''
  change(SHEET, text =>
    text
      .replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
      .replace('</sheetData>', `</sheetData>${filter}`)
      .replace(/(?:<pageMargins [^>]*\/>)?(?:<pageSetup [^>]*\/>)?<\/worksheet>$/, () => {
        return `${MARGINS}${setupOf(fit)}${bands(head, PAGE_OF[language])}</worksheet>`
      }),
  )
  const filterName = `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Sheet1!$A$${titles}:$${last}$${rows + titles}</definedName>`
  const repeated = fit.repeated === null ? '' : `Sheet1!$${fit.repeated.map(columnLetters).join(':$')},`
  const names =
    `<definedNames>${filtered ? filterName : ''}` +
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${repeated}Sheet1!$1:$${titles}</definedName></definedNames>`
  change(BOOK, text => text.replace('<definedNames/>', () => names))
  return fixedZip(files)
}

const SHEET = 'xl/worksheets/sheet1.xml'
const BOOK = 'xl/workbook.xml'
/** Inches. */
const MARGINS = '<pageMargins left="0.6" right="0.6" top="0.8" bottom="0.8" header="0.4" footer="0.4"/>'

function setupOf({ isSideways, across, down }: Printing['fit']): string {
  const orientation = isSideways ? 'landscape' : 'portrait'
  return `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="${across}" fitToHeight="${down}"/>`
}

/** The page and how many there are. */
const PAGE_OF = { zh: '第 &P 页，共 &N 页', en: 'page &P of &N' } as const

function bands(head: Document['head'], below: string): string {
  const { organ, number } = head ?? { organ: '', number: '' }
  const above = [organ === '' ? '' : `&L${inBand(organ)}`, number === '' ? '' : `&R${inBand(number)}`].join(
    '',
  )
  const header = above === '' ? '' : `<oddHeader>${escapedXml(above)}</oddHeader>`
  return `<headerFooter>${header}<oddFooter>${escapedXml(`&C${below}`)}</oddFooter></headerFooter>`
}

/** A band takes `&` for a sign of its own, and holds no more than 255 characters. */
function inBand(text: string): string {
  return text.replaceAll('&', '&&').slice(0, 100)
}
