import { escapeControls } from '../../core/escape-controls.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import { idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { type ListColumn, listColumns } from '../../core/registry/list-column.ts'
import { numberOfRow, taskNames } from '../../core/registry/task-id.ts'
import type { Desk } from '../desk.ts'
import { layout, measured } from '../table.ts'
import { recordData } from './record.ts'

/** How many fields of a record the list for people has where nobody says which. */
const SHOWN = 7

/** Records to be listed: `rows` is gone through more than once, and never held, for a registry may be larger than the memory. */
export interface RecordList {
  readonly library: Library
  readonly rows: () => Iterable<RecordCells>
  /** Those asked for, in this order; null where nobody asked. */
  readonly asked: readonly ListColumn[] | null
}

/** Records as the lines of one JSON document. */
export function* recordDocument({ schema }: Desk, { library, rows, asked }: RecordList): Generator<string> {
  let count = 0
  for (const _ of rows()) count++
  yield `{\n  "schema": ${JSON.stringify(schema)},\n  "library": ${JSON.stringify(library.name)},\n  "count": ${count},`
  if (count === 0) yield '  "records": []\n}'
  else {
    yield '  "records": ['
    for (const row of rows()) {
      const text = JSON.stringify(dataOf(library, asked, row), null, 2).replaceAll('\n', '\n    ')
      count--
      yield `    ${text}${count > 0 ? ',' : ''}`
    }
    yield '  ]\n}'
  }
}

/** Records as documents of one line each (NDJSON). */
export function* recordDocuments({ library, rows, asked }: RecordList): Generator<string> {
  for (const row of rows()) yield JSON.stringify(dataOf(library, asked, row))
}

function dataOf(library: Library, asked: RecordList['asked'], row: RecordCells): Record<string, unknown> {
  return asked === null
    ? recordData(library, row)
    : Object.fromEntries(asked.map(({ key, text }) => [key, text(row)]))
}

/** Records as a table: on a terminal no wider than it. */
export function* recordTable(desk: Desk, list: RecordList): Generator<string> {
  const { library, rows } = list
  const [shown, count] = shownColumns(list)
  const label = library.name === 'plan' ? namedTasks(rows()) : null
  const cellsOf = (row: RecordCells) =>
    shown.map(({ text, key }) =>
      escapeControls(key === library.fields[0]!.name && label !== null ? label(row) : text(row)),
    )
  const headings = shown.map(({ key, heading }) => (desk.language === 'en' ? key : heading))
  const { window } = desk
  const columns = measured(headings, each(rows(), cellsOf), window)
  const { head, linesOf } = layout(headings, columns, [], window)
  if (headings.length > 0) {
    yield* head
    for (const row of rows()) yield* linesOf(cellsOf(row))
  }
  yield desk.say.registry.listCount(count)
}

/** The columns of a table, those asked for or the first that any record fills, and how many records there are. */
function shownColumns({ library, rows, asked }: RecordList): [readonly ListColumn[], number] {
  const own = listColumns(library, []).slice(0, library.fields.length)
  const filled = new Set<ListColumn>()
  let count = 0
  for (const row of rows()) {
    count++
    if (asked === null) for (const column of own) if (column.text(row) !== '') filled.add(column)
  }
  return [asked ?? own.filter(column => filled.has(column)).slice(0, SHOWN), count]
}

/** Tasks by their number, with the year where several of the list share it. */
function namedTasks(rows: Iterable<RecordCells>): (row: RecordCells) => string {
  const taskIn = (row: RecordCells) => ({ id: idOf(row), number: numberOfRow(row) })
  const nameOf = taskNames(each(rows, taskIn))
  return row => nameOf(taskIn(row))
}

function* each<T, U>(values: Iterable<T>, make: (value: T) => U): Generator<U> {
  for (const value of values) yield make(value)
}
