import { findHeadings } from '../../../core/registry/columns/headings.ts'
import type { Field, LibraryName } from '../../../core/registry/libraries/field.ts'
import { library } from '../../../core/registry/libraries/library.ts'
import { firstRows, sheetsOf } from '../../../files/reading/first-rows.ts'
import type { OptionName } from '../../../terminal/sentences/topics/desk.ts'
import { headingIn } from '../../registry/ask-cell.ts'
import { recordSearch } from '../../registry/record-search.ts'
import type { Line, Sitting } from '../work/job.ts'
import { holding } from '../work/questions.ts'

/** How a file can be read otherwise than it was understood; only a workbook has other sheets. */
export type Otherwise = Extract<
  OptionName,
  'ofDepartment' | 'otherSheet' | 'otherHeaderRow' | 'otherMap' | 'otherEncoding'
>

/** The ways to read this file otherwise, of those that the command has. */
export async function otherwiseFor(
  { desk }: Sitting,
  file: string,
  ways: readonly Otherwise[],
): Promise<readonly Otherwise[]> {
  const sheets = await sheetsOf(desk.path(file))
  const isText = !/\.xlsx$/i.test(file)
  return ways.filter(
    way => (way !== 'otherSheet' || sheets.length > 1) && (way !== 'otherEncoding' || isText),
  )
}

/**
 * Asks how a file is to be read: what is in it is picked from what it holds. Gives the options of the command, with those that
 * were `given` before and are not said anew.
 */
export async function readOtherwise(
  sitting: Sitting,
  file: string,
  way: Otherwise,
  given: Line,
  of: LibraryName | null,
): Promise<Line> {
  const { desk, asker } = sitting
  const { ask } = desk.say.desk
  switch (way) {
    case 'ofDepartment':
      return said(given, '--department', await asker.find(ask.department, recordSearch(desk, 'departments')))
    case 'otherSheet': {
      const sheets = (await sheetsOf(desk.path(file))).map(name => ({ name, value: name }))
      return said(given, '--sheet', await asker.find(ask.sheet, async term => holding(sheets, term)))
    }
    case 'otherHeaderRow': {
      const rows = (await rowsOf(sitting, file, given)).slice(0, ROWS_ABOVE).map(rowShown)
      return said(given, '--header-row', await asker.find(ask.headerRow, async term => holding(rows, term)))
    }
    case 'otherEncoding': {
      const encodings = ENCODINGS.map(value => ({ name: desk.say.desk.encodingsOffered[value], value }))
      return said(given, '--encoding', await asker.choose(ask.encoding, encodings))
    }
    case 'otherMap':
      return [...given, '--map', await askMap(sitting, file, given, of!)]
    default:
      return way satisfies never
  }
}

/** Which offices' programs write. */
const ENCODINGS = ['gb18030', 'utf-8', 'utf-16le'] as const

/** As many rows as headings are looked for in. */
const ROWS_ABOVE = 20

function said(given: Line, option: string, value: string): Line {
  const at = given.indexOf(option)
  const others = at < 0 ? given : [...given.slice(0, at), ...given.slice(at + 2)]
  return [...others, option, value]
}

function valueIn(given: Line, option: string): string | undefined {
  const at = given.indexOf(option)
  return at < 0 ? undefined : given[at + 1]
}

function rowsOf({ desk }: Sitting, file: string, given: Line): Promise<readonly (readonly string[])[]> {
  return firstRows(desk.path(file), valueIn(given, '--sheet'))
}

/** A row by its number and what it begins with. */
function rowShown(cells: readonly string[], i: number) {
  const written = cells.map(cell => cell.trim()).filter(cell => cell !== '')
  return { name: `${i + 1}  ${written.slice(0, 6).join(' | ')}`, value: String(i + 1) }
}

/** Which heading of the file stands for which field: `单位=所属部门`. */
async function askMap(sitting: Sitting, file: string, given: Line, name: LibraryName): Promise<string> {
  const { desk, asker } = sitting
  const of = library(name)
  const rows = await rowsOf(sitting, file, given)
  const row = valueIn(given, '--header-row')
  const found = findHeadings(of, rows, new Map(), row === undefined ? undefined : Number(row))
  const names = (found?.names ?? rows[0] ?? []).map(heading => heading.trim())
  const headings = names.filter(heading => heading !== '').map(heading => ({ name: heading, value: heading }))
  const { ask } = desk.say.desk
  const heading = await asker.find(ask.map, async term => holding(headings, term))
  const fields = (of.fields as readonly Field[]).map(field => ({
    name: headingIn(desk, field),
    value: field.headings[0],
  }))
  return `${heading}=${await asker.find(desk.say.desk.standsFor(heading), async term => holding(fields, term))}`
}
