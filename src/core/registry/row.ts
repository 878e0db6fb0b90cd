import { clean } from './clean.ts'
import type { Context } from './context.ts'
import type { Column } from './headings.ts'
import { idHeadings } from './headings.ts'
import type { Issue, Note } from './issue.ts'
import { readCell } from './kinds.ts'
import type { Library } from './library.ts'
import { readPeriod } from './period.ts'

/** What is wrong with a row, and what was read differently from how it is written, goes here. */
export interface Findings {
  readonly issue: (issue: Issue) => void
  readonly note: (note: Note) => void
}

/**
 * A row as it is remembered: the id, one text for each field of the library in its order, and, where the library
 * keeps extra fields, these as one JSON object with its keys in order. Fields the file does not have are `''`.
 */
export type Row = string[]

export type RowReader = (cells: readonly string[], number: number) => Row | null

/** Reads rows under these headings. A row with an Issue gives null. */
export function rowReader(
  library: Library,
  columns: readonly Column[],
  context: Context,
  findings: Findings,
): RowReader {
  const { fields } = library
  const extras = columns
    .map((column, at) => ({ column, at }))
    .filter(({ column }) => column.kind === 'extra')
    .map(({ column, at }) => ({ heading: column.kind === 'extra' ? column.heading : '', at }))
    .sort((a, b) => (a.heading < b.heading ? -1 : 1))
  const needed = fields.map((field, at) => ({ field, at })).filter(({ field }) => field.needed)
  const settle = SETTLE[library.name] ?? (() => {})

  return (cells, number) => {
    let faults = 0
    const fail = (issue: Issue) => {
      faults++
      findings.issue(issue)
    }
    if (cells.length !== columns.length && !onlyBlankBeyond(cells, columns.length)) {
      fail({
        ...placeOf(number),
        code: 'columns-count',
        details: { expected: columns.length, found: cells.length },
      })
      return null
    }
    const row: Row = new Array(fields.length + 1 + (library.extras ? 1 : 0)).fill('')
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i]!
      const written = cells[i] ?? ''
      if (written === '' || column.kind !== 'field') continue
      const field = fields[column.field]!
      const reading = readCell(field.kind, written, context)
      if ('value' in reading) {
        row[column.field + 1] = reading.value
        if (reading.note !== null) {
          const place = { row: number, column: i + 1, heading: column.heading }
          findings.note({ ...place, code: reading.note, value: written, read: reading.value })
        }
      } else {
        const place = { row: number, column: i + 1, heading: column.heading, value: written }
        // A period of months without a year is settled by the year in the task's name.
        if (
          reading.code !== 'period-year' ||
          !yearFromName(library, row, cells, columns, i, number, findings)
        ) {
          fail({ ...place, ...reading } as Issue)
        }
      }
    }
    if (extras.length > 0) {
      const kept = extras
        .map(({ heading, at }) => [heading, clean(cells[at] ?? '').text] as const)
        .filter(([, value]) => value !== '')
      row[fields.length + 1] = kept.length > 0 ? JSON.stringify(Object.fromEntries(kept)) : ''
    }
    settle(row, library)
    for (const { field, at } of needed) {
      if (row[at + 1] !== '' || faults > 0) continue
      const column = columns.findIndex(candidate => candidate.kind === 'field' && candidate.field === at)
      const place = {
        row: number,
        column: column < 0 ? null : column + 1,
        heading: field.headings[0],
        value: '',
      }
      fail({ ...place, code: 'needed-empty', details: {} })
    }
    if (faults > 0) return null
    row[0] = idOf(library, row)
    if (row[0] === '') {
      fail({ ...placeOf(number), code: 'id-none', details: { headings: idHeadings(library) } })
      return null
    }
    const contradiction = contradictionIn(library, row)
    if (contradiction !== null) {
      fail({ ...placeOf(number), ...contradiction } as Issue)
      return null
    }
    return row
  }
}

/** The place of a field's text in a row. */
export function at(library: Library, name: string): number {
  return library.fields.findIndex(field => field.name === name) + 1
}

/** The id that the fields of a row make. */
function idOf(library: Library, row: Row): string {
  const parts = library.id.map(name => row[at(library, name)]!)
  return library.idRule === 'first' ? (parts.find(part => part !== '') ?? '') : parts.join('/')
}

/** What follows from the values of a row together. */
const SETTLE: Partial<Record<Library['name'], (row: Row, library: Library) => void>> = {
  /** 统一社会信用代码/注册号 is one column in many files: 15 digits in it are a registration number. */
  targets(row, library) {
    const uscc = at(library, 'uscc')
    const registration = at(library, 'registration')
    if (row[uscc]!.length !== 15) return
    if (row[registration] === '') row[registration] = row[uscc]!
    row[uscc] = ''
  },
}

function contradictionIn(library: Library, row: Row): Pick<Issue, 'code' | 'details' | 'value'> | null {
  if (library.name !== 'plan') return null
  const rate = row[at(library, 'rate')]!
  const count = row[at(library, 'count')]!
  const rates = row[at(library, 'rates')]!
  if (count !== '' && (rate !== '' || rates !== '')) {
    return { code: 'rate-and-count', value: `${rate || rates} / ${count}`, details: {} }
  }
  const lead = row[at(library, 'lead')]!
  if (row[at(library, 'partners')]!.split(';').includes(lead)) {
    return { code: 'lead-twice', value: row[at(library, 'partners')]!, details: { department: lead } }
  }
  return count === '' && rate === '' && rates === ''
    ? { code: 'rate-nor-count', value: '', details: {} }
    : null
}

function yearFromName(
  library: Library,
  row: Row,
  cells: readonly string[],
  columns: readonly Column[],
  i: number,
  number: number,
  findings: Findings,
): boolean {
  const name = columns.findIndex(
    column => column.kind === 'field' && library.fields[column.field]!.name === 'name',
  )
  const year = /(20\d{2})年?/.exec(cells[name] ?? '')
  if (year === null) return false
  const reading = readPeriod(clean(cells[i]!).text, undefined, Number(year[1]))
  if (!('value' in reading)) return false
  row[at(library, 'period')] = reading.value
  const place = { row: number, column: i + 1, heading: '起止时间' }
  findings.note({ ...place, code: 'year-from-name', value: cells[i]!, read: reading.value })
  return true
}

function onlyBlankBeyond(cells: readonly string[], width: number): boolean {
  return cells.length > width && cells.slice(width).every(cell => clean(cell).text === '')
}

const placeOf = (row: number) => ({ row, column: null, heading: null, value: '' })
