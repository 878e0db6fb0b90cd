import { escapeControls } from '../../core/escape-controls.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import { columnOf, idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { numberOfRow, taskNames } from '../../core/registry/task-id.ts'
import type { Desk } from '../desk.ts'
import { columnWidths, tableHead, tableLine } from '../table.ts'
import { recordData } from './record.ts'

/** How many fields of a record the list for people has. */
const SHOWN = 7

/**
 * Records as the lines of a list, or as those of its JSON document. `records` is gone through more than once, and
 * never held: a registry may be larger than the memory.
 */
export function* recordList(
  desk: Desk,
  library: Library,
  records: () => Iterable<RecordCells>,
): Generator<string> {
  yield* desk.json ? documentLines(library, records) : tableLines(desk, library, records)
}

function* documentLines(library: Library, records: () => Iterable<RecordCells>): Generator<string> {
  let count = 0
  for (const _ of records()) count++
  yield `{\n  "library": ${JSON.stringify(library.name)},\n  "count": ${count},`
  if (count === 0) yield '  "records": []\n}'
  else {
    yield '  "records": ['
    for (const row of records()) {
      const text = JSON.stringify(recordData(library, row), null, 2).replaceAll('\n', '\n    ')
      count--
      yield `    ${text}${count > 0 ? ',' : ''}`
    }
    yield '  ]\n}'
  }
}

function* tableLines(desk: Desk, library: Library, records: () => Iterable<RecordCells>): Generator<string> {
  const places = library.fields.map(({ name }) => columnOf(library, name))
  const filled = new Set<number>()
  let count = 0
  for (const row of records()) {
    count++
    for (const place of places) if (row[place] !== '') filled.add(place)
  }
  const shown = library.fields.filter((_, i) => filled.has(places[i]!)).slice(0, SHOWN)
  const own = shown.map(({ name }) => columnOf(library, name))
  const label = library.name === 'plan' ? namedTasks(records()) : null
  const cellsOf = (row: RecordCells) =>
    own.map((place, i) => escapeControls(i === 0 && label !== null ? label(row) : row[place]!))
  const headings = shown.map(field => (desk.language === 'en' ? field.name : field.headings[0]))
  const widths = columnWidths(headings, each(records(), cellsOf))
  if (headings.length > 0) yield* tableHead(headings, widths)
  const line = tableLine(widths)
  for (const row of records()) yield line(cellsOf(row))
  yield desk.say.registry.listCount(count)
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
