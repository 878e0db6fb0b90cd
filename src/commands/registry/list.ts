import { meets } from '../../core/frame/condition.ts'
import type { DatabaseReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { clausesOf, readConditionOn } from '../../core/registry/cells/condition.ts'
import { contextOf } from '../../core/registry/cells/context.ts'
import type { Issue } from '../../core/registry/cells/issue.ts'
import type { Library } from '../../core/registry/libraries/field.ts'
import { idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { columnCalled, type ListColumn, listColumns } from '../../core/registry/list-column.ts'
import type { RegistryReasons } from '../../core/registry/reasons.ts'
import { keptText } from '../../files/kept-text.ts'
import { peopleCsvLines } from '../../files/writing/people-csv.ts'
import { targetVersions } from '../../store/inputs/packed-targets.ts'
import type { Store } from '../../store/open.ts'
import { extraHeadings } from '../../store/registry/extra-headings.ts'
import { factsFor } from '../../store/registry/facts.ts'
import { records } from '../../store/registry/registry.ts'
import { extraFields } from '../../store/registry/targets.ts'
import { type SortedRows, sortedRows } from '../../store/sorted-rows.ts'
import type { Desk } from '../../terminal/desk.ts'
import { watchedRows } from '../../terminal/progress.ts'
import { issueSentence } from '../../terminal/reports/issue.ts'
import {
  type RecordList,
  recordDocument,
  recordDocuments,
  recordTable,
} from '../../terminal/reports/record-list.ts'
import { entryNamed } from '../entry-named.ts'
import { libraryNamed, wholeNumber } from '../lookup.ts'
import { inOneState } from '../session.ts'

const refuse = refusal<DatabaseReasons & RegistryReasons>()

export interface ListOptions {
  readonly where?: string
  readonly at?: string
  readonly columns?: string
  readonly search?: string
  readonly sort?: string
  readonly limit?: string
  readonly format?: 'table' | 'csv' | 'json' | 'ndjson'
}

/** list — what is in a registry, all of it or what meets conditions, now or at a ledger entry. */
export async function list(desk: Desk, name: string, options: ListOptions): Promise<number> {
  const library = libraryNamed(name)
  const limit = options.limit === undefined ? null : wholeNumber('--limit', options.limit)
  const listed = await inOneState(desk, async store => {
    const at = options.at === undefined ? undefined : entryNamed(store, options.at)
    const meets = conditionGiven(desk, store, library, options)
    // To find the headings of extra fields every record is looked at: only where they are asked for.
    let known: readonly ListColumn[] | undefined
    const columns = () => (known ??= listColumns(library, extraHeadings(store, library, at)))
    const called = (word: string) => columnCalled(library, columns(), word)
    const asked = options.columns === undefined ? null : wordsIn(options.columns).map(called)
    const found = containing(options.search, columns)
    const most = library.name === 'targets' ? targetVersions(store) : undefined
    const read = () => watchedRows(desk, desk.say.common.reading, records(store, library, at), most)
    const all = () => those(read(), row => meets(row) && found(row))
    const sorted = options.sort === undefined ? null : inOrder(all(), orderIn(options.sort, called))
    try {
      const rows = () => first(limit, sorted?.rows() ?? all())
      return await keptText(linesOf(desk, { library, rows, asked }, columns, options.format))
    } finally {
      sorted?.close()
    }
  })
  // Whoever reads the list at leisure keeps nobody from writing.
  await desk.resultPieces(listed.pieces())
  return 0
}

function linesOf(
  desk: Desk,
  list: RecordList,
  columns: () => readonly ListColumn[],
  format: ListOptions['format'],
): Iterable<string> {
  switch (desk.json ? (format ?? 'json') : (format ?? 'table')) {
    case 'json':
      return recordDocument(desk, list)
    case 'ndjson':
      return recordDocuments(list)
    case 'csv': {
      const shown = list.asked ?? columns()
      return peopleCsvLines(
        shown.map(({ heading }) => heading),
        list.rows(),
        row => shown.map(({ text }) => text(row)),
      )
    }
    case 'table':
      return recordTable(desk, list)
  }
}

/** Names in one word, parted as lists of names are. */
const wordsIn = (text: string) => text.split(/[,，;；、]/).filter(word => word.trim() !== '')

/** True for rows that hold a text in any column, whatever its width and letter case. */
function containing(
  text: string | undefined,
  columns: () => readonly ListColumn[],
): (row: RecordCells) => boolean {
  if (text === undefined || text.trim() === '') return () => true
  const plain = (value: string) => value.normalize('NFKC').toLowerCase()
  const wanted = plain(text.trim())
  const all = columns()
  return row =>
    plain(idOf(row)).includes(wanted) || all.some(column => plain(column.text(row)).includes(wanted))
}

/** `成立日期` or `成立日期:desc`: bytes in order, whole numbers as numbers. */
function orderIn(text: string, called: (name: string) => ListColumn) {
  const [, name = '', direction = 'asc'] = /^(.*?)(?::(asc|desc))?$/s.exec(text) ?? []
  const { text: textOf, isCount } = called(name)
  const keyOf = (row: RecordCells) => {
    const value = textOf(row)
    if (value === '') return null
    return isCount ? value.padStart(20, '0') : value
  }
  return { keyOf, direction: direction as 'asc' | 'desc' }
}

function inOrder(
  rows: Iterable<RecordCells>,
  { keyOf, direction }: ReturnType<typeof orderIn>,
): SortedRows<RecordCells> {
  const sorted = sortedRows<RecordCells>(direction)
  for (const row of rows) sorted.put(keyOf(row), row)
  return sorted
}

function* first<T>(limit: number | null, rows: Iterable<T>): Generator<T> {
  if (limit === 0) return
  let count = 0
  for (const row of rows) {
    yield row
    if (++count === limit) return
  }
}

function* those(rows: Iterable<RecordCells>, meets: (row: RecordCells) => boolean): Generator<RecordCells> {
  for (const row of rows) if (meets(row)) yield row
}

/**
 * What `--where` asks of a row of a registry: departments by any of their names, fields that there are. A condition that
 * cannot be read is refused. Extra fields are not held against today's where the registry is asked for as it was.
 */
export function conditionGiven(
  desk: Desk,
  store: Store,
  library: Library,
  { where = '', at }: { readonly where?: string; readonly at?: string },
): (row: RecordCells) => boolean {
  if (where.trim() === '') return () => true
  const { department } = contextOf(factsFor(store, libraryNamed('departments')))
  const reading = readConditionOn(library, where, {
    department,
    get extraFields() {
      return library.extras && at === undefined ? extraFields(store) : library.extras ? null : []
    },
  })
  if ('value' in reading) return meets(library, clausesOf(reading.value, library))
  const place = { row: 1, column: null, heading: null, value: where }
  const sentence = issueSentence(desk.say, { ...place, ...reading } as Issue)
  throw refuse('invalid-where', { where, sentence })
}
