import { strFromU8, strToU8, unzipSync } from 'fflate'
import { fixedZip } from '../zip.ts'
import { columnLetters } from './text/column-letters.ts'

const SHEET = 'xl/worksheets/sheet1.xml'
/** Under a title and the headings. */
const FIRST_ROW = 3

/**
 * A workbook of one table under its title, with drop-downs in columns (counted from 0). They offer and do not forbid: a
 * cell may hold several of the words. A list is written into the workbook as Excel takes it, in at most 255 characters;
 * what is beyond is left out of the offer.
 */
export function withChoices(
  workbook: Uint8Array,
  choices: ReadonlyMap<number, readonly string[]>,
  rows: number,
): Uint8Array {
  if (rows === 0 || choices.size === 0) return workbook
  const parts = new Map(Object.entries(unzipSync(workbook)))
  const lists = [...choices].map(([column, words]) => {
    const place = `${columnLetters(column)}${FIRST_ROW}:${columnLetters(column)}${FIRST_ROW + rows - 1}`
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${place}"><formula1>${escaped(`"${offeredWords(words)}"`)}</formula1></dataValidation>`
  })
  const validations = `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
  const sheet = strFromU8(parts.get(SHEET)!)
  // In the order that the schema of worksheets asks for: after the merged cells, before margins and page.
  const before =
    /<(?:hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|drawing|legacyDrawing|\/worksheet)\b/.exec(
      sheet,
    )!
  parts.set(SHEET, strToU8(sheet.slice(0, before.index) + validations + sheet.slice(before.index)))
  return fixedZip(parts)
}

/** Words as the list of a drop-down: those that fit, in at most 255 characters. */
export function offeredWords(words: readonly string[]): string {
  let text = ''
  for (const word of words) {
    const next = text === '' ? word : `${text},${word}`
    if (!word.includes(',') && next.length <= 255) text = next
  }
  return text
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
