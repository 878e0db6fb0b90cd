import { strFromU8, strToU8, unzipSync } from 'fflate'
import { offeredWords } from './sheet-choices.ts'
import { printedSheet } from './sheet-print.ts'
import { columnLetters } from './text/column-letters.ts'
import { printedWidth } from './text/printed-width.ts'
import { sheetFit } from './text/sheet-fit.ts'
import { escapedXml } from './text/xml.ts'

/** A column of a sheet that somebody fills in. */
export interface TemplateColumn {
  readonly heading: string
  /** It cannot stay empty. */
  readonly needed: boolean
  /** What a drop-down offers; none where it is empty. Other words may be written all the same. */
  readonly words: readonly string[]
  /** What a program for spreadsheets shows beside a cell that is filled in. */
  readonly hint: string
}

/**
 * An empty workbook to be filled in: the headings alone, the needed ones marked, with a hint and a drop-down for the cells
 * below. Every cell is text, so that codes keep their digits and zeros. An import takes it as it is.
 */
export async function templateXlsx(columns: readonly TemplateColumn[]): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const text = { type: String, format: '@' } as const
  const buffer = await writeXlsxFile(
    [
      columns.map(({ heading, needed }) => ({
        ...{ ...text, value: heading, wrap: true, height: 34, fontWeight: 'bold', align: 'center' },
        ...{ alignVertical: 'center', borderStyle: 'thin', backgroundColor: needed ? '#FCE4D6' : '#EDEDED' },
      })) as never,
      // What the columns look like is taken from this row, which goes again.
      columns.map(() => ({ ...text, value: 'x' })),
    ],
    {
      sheet: 'Sheet1',
      stickyRowsCount: 1,
      columns: columns.map(({ heading }) => ({ width: Math.min(28, printedWidth(heading) + 6) })),
    },
    { fontFamily: '宋体', fontSize: 11 },
  ).toBuffer()
  const parts = new Map(Object.entries(unzipSync(buffer)))
  const sheet = strFromU8(parts.get(SHEET)!)
  const style = /<c r="A2" s="(\d+)"/.exec(sheet)?.[1] ?? '0'
  const empty = sheet
    .replace(/<row r="2".*?<\/row>/, '')
    .replaceAll(/(<col [^>]*?)\/>/g, `$1 style="${style}"/>`)
    .replace('</sheetData>', `</sheetData>${validations(columns)}`)
  parts.set(SHEET, strToU8(empty))
  const { isSideways, across, repeated } = sheetFit(
    '',
    { headings: columns.map(({ heading }) => heading), rows: [] },
    true,
  )
  return printedSheet(parts, {
    ...{ columns: columns.length, rows: 0, titles: 1, filtered: false },
    fit: { isSideways, across, repeated, down: 0 },
  })
}

const SHEET = 'xl/worksheets/sheet1.xml'
/** The last row that hints and drop-downs reach. */
const LAST_ROW = 10_000

function validations(columns: readonly TemplateColumn[]): string {
  const each = columns.map(({ heading, words, hint }, i) => {
    const letters = columnLetters(i)
    const kind = words.length === 0 ? '' : ' type="list"'
    const list = words.length === 0 ? '' : `<formula1>${escapedXml(`"${offeredWords(words)}"`)}</formula1>`
    // A title has at most 32 characters, a hint 255.
    return (
      `<dataValidation${kind} allowBlank="1" showInputMessage="1" showErrorMessage="0" promptTitle="${escapedXml(cut(heading, 32))}" ` +
      `prompt="${escapedXml(cut(hint, 255))}" sqref="${letters}2:${letters}${LAST_ROW}">${list}</dataValidation>`
    )
  })
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`
}

/** Counted in units of UTF-16, as the program that shows it counts. */
function cut(text: string, most: number): string {
  let kept = ''
  for (const character of text) if (kept.length + character.length <= most) kept += character
  return kept
}
