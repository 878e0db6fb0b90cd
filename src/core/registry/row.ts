import { readCell } from './cells/cell.ts'
import type { CellResult } from './cells/cell-result.ts'
import { clean } from './cells/clean.ts'
import type { Context } from './cells/context.ts'
import type { Issue, Note } from './cells/issue.ts'
import { readPeriod } from './cells/period.ts'
import { departmentsWithSeats } from './cells/team.ts'
import { type Column, cellUnder, idHeadings } from './headings.ts'
import type { CellType, Library, LibraryName } from './libraries/field.ts'
import { type FieldName, library } from './libraries/library.ts'
import { columnOf, type RecordCells } from './libraries/record-cells.ts'
import { WARNINGS } from './warning.ts'

/** What is wrong with a row, and what was read differently from how it is written, goes here. */
export interface RowReport {
  readonly issue: (issue: Issue) => void
  readonly note: (note: Note) => void
}

export type RowReader = (cells: readonly string[], number: number) => RecordCells | null

/**
 * Reads rows under these headings. A row with an Issue gives null. `complete` puts a row that says only some things
 * into the record it speaks of: what is needed, and what contradicts, is asked of the whole.
 */
export function rowReader(
  library: Library,
  columns: readonly Column[],
  context: Context,
  findings: RowReport,
  complete?: (row: RecordCells) => RecordCells,
): RowReader {
  const { fields } = library
  const readers = columns.map(column => {
    const kind = kindOf(library, column)
    return kind === null ? null : memoised(cell => readCell(kind, cell, context))
  })
  const width = fields.length + 1 + (library.extras ? 1 : 0)
  // Fields that came later are read beyond the row's end, and are kept among the extra ones.
  const places = columns.map((column, i) => (column.kind === 'field' ? column.field + 1 : width + i))
  const extraOf = extraReader(columns, (row, cells, i) =>
    readers[i] === null ? clean(cells[i] ?? '').text : (row[width + i] ?? ''),
  )
  const needed = fields.map((_, i) => i + 1).filter(place => fields[place - 1]!.needed)
  const ids = library.id.map(name => columnOf(library, name))
  const settle = SETTLE[library.name]
  const blank: RecordCells = Array(width).fill('')

  let faults = 0
  const fail = (issue: Issue) => {
    faults++
    findings.issue(issue)
  }

  const doubting = WARNINGS[library.name]
  const tellDoubt = (row: RecordCells, number: number) => {
    const doubt = doubting?.(row) ?? null
    const column = doubt === null ? -1 : places.indexOf(doubt.place)
    if (doubt === null || column < 0) return
    const [value, heading] = [row[doubt.place]!, cellHeading(columns[column]!)]
    findings.note({ row: number, column: column + 1, heading, code: doubt.code, value, read: value })
  }

  return (cells, number) => {
    faults = 0
    if (cells.length !== columns.length && !onlyBlankBeyond(cells, columns.length)) {
      const details = { expected: columns.length, found: cells.length }
      fail({ ...placeOf(number), code: 'wrong-column-count', details })
      return null
    }
    let row = blank.slice()
    for (let i = 0; i < readers.length; i++) {
      const written = cells[i]!
      const read = readers[i]
      if (written === '' || !read) continue
      const reading = read(written)
      if (typeof reading === 'string') {
        row[places[i]!] = reading
        continue
      }
      const heading = cellHeading(columns[i]!)
      const place = { row: number, column: i + 1, heading }
      if ('value' in reading) {
        row[places[i]!] = reading.value
        findings.note({ ...place, code: reading.note!, value: written, read: reading.value })
        continue
      }
      const known =
        reading.code === 'period-without-year' ? withYearOfName(library, columns, cells, written) : null
      if (known === null) {
        fail({ ...place, value: written, ...withNameBeside(reading, library, columns, cells) } as Issue)
        continue
      }
      row[places[i]!] = known
      findings.note({ ...place, code: 'year-from-name', value: written, read: known })
    }
    if (extraOf !== null) row[width - 1] = extraOf(row, cells)
    row.length = width
    settle?.(row)
    if (complete && faults === 0) {
      row[0] = idOf(library, ids, row)
      row = complete(row)
    }
    for (const place of needed) {
      if (row[place] !== '' || faults > 0) continue
      const column = places.indexOf(place)
      const heading = (column < 0 ? null : cellHeading(columns[column]!)) ?? fields[place - 1]!.headings[0]
      fail({
        row: number,
        column: column < 0 ? null : column + 1,
        heading,
        value: '',
        code: 'missing-value',
        details: {},
      })
    }
    if (faults > 0) return null
    row[0] = idOf(library, ids, row)
    if (row[0] === '') {
      fail({ ...placeOf(number), code: 'missing-id', details: { headings: idHeadings(library) } })
      return null
    }
    const contradiction = CONTRADICTIONS[library.name]?.(row) ?? null
    if (contradiction === null) {
      tellDoubt(row, number)
      return row
    }
    fail({ ...placeOf(number), ...contradiction } as Issue)
    return null
  }
}

/** How the cells of a column are read; null where any text may stand. */
function kindOf({ fields, later }: Library, column: Column): CellType | null {
  if (column.kind === 'field') return fields[column.field]!.type
  if (column.kind !== 'extra') return null
  return later?.find(({ headings }) => headings[0] === column.heading)?.type ?? null
}

/** A cell that is as it should be is its text; what was changed or is wrong is told. */
type Quick = string | CellResult

/** Most columns have few different values: those are read once. A column whose values do not repeat is not kept. */
function memoised(read: (cell: string) => CellResult): (cell: string) => Quick {
  const known = new Map<string, Quick>()
  let repeating = true
  const quick = (cell: string): Quick => {
    const reading = read(cell)
    return 'value' in reading && reading.note === null ? reading.value : reading
  }
  return cell => {
    if (!repeating) return quick(cell)
    const found = known.get(cell)
    if (found !== undefined) return found
    const reading = quick(cell)
    known.set(cell, reading)
    if (known.size >= MOST_KNOWN) {
      repeating = false
      known.clear()
    }
    return reading
  }
}

/** More different values than this, and a column is taken for one that does not repeat. */
const MOST_KNOWN = 20_000

/** The extra fields of a row as one JSON object, headings in order; null where the file has none. */
function extraReader(
  columns: readonly Column[],
  valueIn: (row: RecordCells, cells: readonly string[], place: number) => string,
): ((row: RecordCells, cells: readonly string[]) => string) | null {
  const extras = columns
    .flatMap((column, place) => (column.kind === 'extra' ? [{ heading: column.heading, place }] : []))
    .sort((a, b) => (a.heading < b.heading ? -1 : 1))
  if (extras.length === 0) return null
  return (row, cells) => {
    const kept = extras
      .map(({ heading, place }) => [heading, valueIn(row, cells, place)] as const)
      .filter(([, value]) => value !== '')
    return kept.length > 0 ? JSON.stringify(Object.fromEntries(kept)) : ''
  }
}

/** The id that the fields of a row make. */
function idOf(library: Library, places: readonly number[], row: RecordCells): string {
  if (library.idRule === 'all') return places.map(place => row[place]).join('/')
  for (const place of places) if (row[place] !== '') return row[place]!
  return ''
}

const TARGETS = library('targets')
const [USCC, REGISTRATION] = [columnOf(TARGETS, 'uscc'), columnOf(TARGETS, 'registration')]

/** What follows from the values of a row together. */
const SETTLE: Partial<Record<LibraryName, (row: RecordCells) => void>> = {
  /** 统一社会信用代码/注册号 is one column in many files: 15 digits in it are a registration number. */
  targets(row) {
    if (row[USCC]!.length !== 15) return
    if (row[REGISTRATION] === '') row[REGISTRATION] = row[USCC]!
    row[USCC] = ''
  },
}

type Contradiction = Pick<Issue, 'code' | 'details' | 'value'>

/** What values of a row say against each other. */
const CONTRADICTIONS: Partial<Record<LibraryName, (row: RecordCells) => Contradiction | null>> = {
  plan(row) {
    const value = (name: FieldName<'plan'>) => row[columnOf(PLAN, name)]!
    const [rate, count, rates, lead] = [value('rate'), value('count'), value('rates'), value('lead')]
    const partners = value('partners').split(';')
    const stranger = departmentsWithSeats(value('team')).find(
      name => name !== lead && !partners.includes(name),
    )
    if (count !== '' && rate + rates !== '') {
      return { code: 'rate-and-count', value: `${rate || rates} / ${count}`, details: {} }
    }
    if (partners.includes(lead)) {
      return { code: 'lead-among-partners', value: value('partners'), details: { department: lead } }
    }
    if (stranger !== undefined) {
      return { code: 'team-of-other-department', value: value('team'), details: { department: stranger } }
    }
    return count + rate + rates === '' ? { code: 'no-rate-or-count', value: '', details: {} } : null
  },
}

const PLAN = library('plan')

/** Where a target's code has lost its digits, the name in the row is what is left to know it by. */
export function withNameBeside<T extends { readonly code: string; readonly details: object }>(
  fault: T,
  library: Library,
  columns: readonly Column[],
  cells: readonly string[],
): T {
  if (library.name !== 'targets' || !CUT_CODES.has(fault.code)) return fault
  const name = clean(cellUnder(library, columns, cells, 'name')).text
  return { ...fault, details: { ...fault.details, name } }
}

const CUT_CODES: ReadonlySet<string> = new Set(['rounded-code', 'code-as-exponent', 'code-as-number'])

/** A period of months without a year, in the year that the task's name begins with; null when it names none. */
function withYearOfName(
  library: Library,
  columns: readonly Column[],
  cells: readonly string[],
  written: string,
): string | null {
  const year = /(20\d{2})年?/.exec(cellUnder(library, columns, cells, 'name'))
  if (year === null) return null
  const reading = readPeriod(clean(written).text, Number(year[1]))
  return 'value' in reading ? reading.value : null
}

function onlyBlankBeyond(cells: readonly string[], width: number): boolean {
  return cells.length > width && cells.slice(width).every(cell => clean(cell).text === '')
}

function cellHeading(column: Column): string | null {
  return column.kind === 'empty' ? null : column.heading
}

const placeOf = (row: number) => ({ row, column: null, heading: null, value: '' })
