import type { CellResult } from './cells/cell-result.ts'
import { clean } from './cells/clean.ts'
import type { Context } from './cells/context.ts'
import { type Issue, type RowReport, wholeRow } from './cells/issue.ts'
import { isErrorWord } from './cells/lost-text.ts'
import { readPeriod } from './cells/period.ts'
import { type ColumnReader, columnReaders } from './column-reader.ts'
import { byNameAlone } from './columns/by-name-alone.ts'
import type { Column } from './columns/column.ts'
import { compoundsReader } from './columns/compounds-reader.ts'
import { extrasReader } from './columns/extra-fields.ts'
import { cellUnder } from './columns/headings.ts'
import { withNameBeside } from './columns/name-beside.ts'
import { codeGiver, withCode } from './columns/own-code.ts'
import { presentFields } from './columns/present-fields.ts'
import type { Library } from './libraries/field.ts'
import {
  cellCount,
  columnOf,
  extrasColumn,
  ID,
  idReader,
  type RecordCells,
} from './libraries/record-cells.ts'
import { locate } from './locate.ts'
import { recordChecker, SETTLE } from './row-checks.ts'
import { settleTask } from './task-id.ts'
import { warner } from './warning.ts'

export type RowReader = (cells: readonly string[], number: number) => RecordCells | null

/**
 * Reads rows under these headings. A row with an Issue gives null. `complete` puts a row that says only some things
 * into the record it speaks of: what is needed, and what contradicts, is asked of the whole; null where there is none.
 */
export function rowReader(
  library: Library,
  columns: readonly Column[],
  context: Context,
  report: RowReport,
  complete?: (cells: RecordCells) => RecordCells | null,
): RowReader {
  const readers = columnReaders(library, columns, context)
  const readValues = valuesReader(library, columns, readers, report, context)
  const identify = identifier(library, columns, report, context)
  const readId = idReader(library)
  const firstIssue = recordChecker(library, readers)
  const warn = warner(library, readers, report, context)
  const lacks = lackingHeadings(library, columns)
  const held = columns.flatMap((column, i) => (column.kind === 'empty' && column.holds ? [i] : []))
  return (cells, number) => {
    if (cells.length !== columns.length && !onlyBlankBeyond(cells, columns.length)) {
      const details = { expected: columns.length, found: cells.length }
      report.issue({ ...wholeRow(number), code: 'wrong-column-count', details })
      return null
    }
    const heldBack = held.find(i => clean(cells[i] ?? '').text !== '')
    if (heldBack !== undefined) {
      report.issue(heldBackAt(columns, heldBack, cells, number))
      return null
    }
    const read = readValues(cells, number)
    if (read === null || !identify(read, cells, number) || !identified(read, number)) return null
    const record = complete === undefined ? read : completed(read, complete(read), number)
    if (record === null) return null
    const issue = firstIssue(record, number)
    if (issue !== null) {
      report.issue(locate(library, columns, issue))
      return null
    }
    return warn(record, number) ? record : null
  }

  /** The whole record that a row speaks of, with its id; null, with an Issue, where there is none. */
  function completed(row: RecordCells, whole: RecordCells | null, number: number): RecordCells | null {
    if (whole === null)
      report.issue({ ...wholeRow(number), value: row[ID]!, code: 'not-registered', details: { lacks } })
    else whole[ID] = library.idRule === 'first' ? readId(whole) : row[ID]!
    return whole
  }

  /** Gives a record its id; false, with an Issue, where nobody can tell which one it is. */
  function identified(record: RecordCells, number: number): boolean {
    const unclear = settleTask(library.name, record, context)
    if (library.name !== 'plan') record[ID] = readId(record)
    if (unclear === null) return true
    const about = unclear.code === 'period-of-other-year' ? PERIOD_FIELDS : TASK_FIELDS
    const heading = library.fields.find(({ name }) => about.has(name))!.headings[0]
    report.issue(locate(library, columns, { row: number, column: null, heading, ...unclear } as Issue))
    return false
  }
}

/** The field that names a task: in the plan, and in results. */
const TASK_FIELDS: ReadonlySet<string> = new Set(['code', 'task'])
const PERIOD_FIELDS: ReadonlySet<string> = new Set(['period'])

/** Gives a record of a file without codes its code, and a task without a name one; false, with an Issue, where nobody can tell which it is. */
function identifier(
  library: Library,
  columns: readonly Column[],
  report: RowReport,
  { ownRecords, called }: Context,
): (record: RecordCells, cells: readonly string[], number: number) => boolean {
  if (library.name === 'targets') return byNameAlone(columns, report, called)
  const give = codeGiver(library, columns, ownRecords as () => Iterable<RecordCells>)
  if (give === null) return () => true
  const name = columnOf(library, 'name' as never)
  const hasName = presentFields(library, columns)[name]
  return (record, cells, row) => {
    const called = hasName ? record[name]! : clean(cellUnder(library, columns, cells, 'items')).text
    if (called === '') return true
    const found = give(record)
    const place = { row, column: null, heading: null, value: called }
    if (found.kind === 'several') {
      report.issue({ ...place, code: 'several-of-name', details: { name: called, codes: found.codes } })
      return false
    }
    withCode(library, record, found.code)
    if (!hasName) record[name] = found.kind === 'own' ? called : found.row[name]!
    report.note({ ...place, code: found.kind === 'own' ? found.note : 'code-by-name', read: found.code })
    return true
  }
}

/** The headings that new records need and the file does not have. */
function lackingHeadings({ fields }: Library, columns: readonly Column[]): string[] {
  const has = (i: number) => columns.some(column => column.kind === 'field' && column.field === i)
  return fields.flatMap(({ column, headings }, i) => (column && !has(i) ? [headings[0]] : []))
}

/** A row of a file of refused rows that has not been put right. */
function heldBackAt(columns: readonly Column[], i: number, cells: readonly string[], number: number): Issue {
  const column = columns[i] as Extract<Column, { kind: 'empty' }>
  const { heading, what } = column.holds!
  return { row: number, column: i + 1, heading, value: cells[i]!, code: 'held-back', details: { what } }
}

/** Reads the cells of a row one by one, each of which may have an Issue; null where any has. */
function valuesReader(
  library: Library,
  columns: readonly Column[],
  readers: readonly ColumnReader[],
  report: RowReport,
  context: Context,
): RowReader {
  const width = cellCount(library)
  const blank: RecordCells = Array(width).fill('')
  const extras = extrasReader(columns)
  const settle = SETTLE[library.name]
  const compounds = compoundsReader(library, columns, context)
  return (cells, number) => {
    const record = blank.slice()
    let sound = true
    for (let i = 0; i < readers.length; i++) {
      const written = cells[i]!
      const { read, place } = readers[i]!
      if (written === '' || read === null || compounds?.columns.has(i)) continue
      const result = read(written)
      const value = typeof result === 'string' ? result : told(result, i, cells, number)
      if (value === null) sound = false
      else record[place] = value
    }
    const parted = compounds?.read(cells, record, (result, i) => told(result, i, cells, number))
    if (!sound || parted === null) return null
    if (extras !== null)
      record[extrasColumn(library)] = extras(i =>
        parted?.has(i)
          ? ''
          : readers[i]!.read === null
            ? extraIn(cells[i] ?? '', i, number)
            : (record[width + i] ?? ''),
      )
    record.length = width
    settle?.(record)
    return record
  }

  /** A cell in which any text may stand; but not a word that says the text is lost. */
  function extraIn(written: string, i: number, number: number): string {
    const { text } = clean(written)
    if (!isErrorWord(text)) return text
    const place = { row: number, column: i + 1, heading: readers[i]!.heading, value: written }
    report.note({ ...place, code: 'lost-value', read: '' })
    return ''
  }

  /** Tells what was done to a cell and gives its value; null, with an Issue, where it has none. */
  function told(result: CellResult, i: number, cells: readonly string[], number: number): string | null {
    const value = cells[i]!
    const place = { row: number, column: i + 1, heading: readers[i]!.heading }
    if ('value' in result) {
      if (result.note !== null) report.note({ ...place, code: result.note, value, read: result.value })
      if (result.doubt) report.note({ ...place, code: result.doubt, value, read: result.value })
      return result.value
    }
    const dated =
      result.code === 'period-without-year' ? withYearOfName(library, columns, cells, value) : null
    if (dated === null) {
      report.issue({ ...place, value, ...withNameBeside(result, library, columns, cells) } as Issue)
      return null
    }
    report.note({ ...place, code: 'year-from-name', value, read: dated })
    return dated
  }
}

/** A period of months without a year, in the year that the task's name begins with; null when it names none. */
function withYearOfName(
  library: Library,
  columns: readonly Column[],
  cells: readonly string[],
  written: string,
): string | null {
  const year = /(20\d{2})年?/.exec(cellUnder(library, columns, cells, 'name'))
  if (year === null) return null
  const result = readPeriod(clean(written).text, Number(year[1]))
  return 'value' in result ? result.value : null
}

function onlyBlankBeyond(cells: readonly string[], width: number): boolean {
  return cells.length > width && cells.slice(width).every(cell => clean(cell).text === '')
}
