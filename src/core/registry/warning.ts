import type { Context } from './cells/context.ts'
import { DOUBT_WORDS, type Doubt } from './cells/doubt.ts'
import type { NoteCode, RowReport } from './cells/issue.ts'
import { hasOrganisationCode, isUscc } from './cells/uscc.ts'
import type { ColumnReader } from './column-reader.ts'
import type { Library, LibraryName } from './libraries/field.ts'
import { library } from './libraries/library.ts'
import { columnOf, type RecordCells } from './libraries/record-cells.ts'

/** Notes of what is odd and may be right all the same: told, but neither changed nor refused. */
export type WarningCode = Doubt | 'as-registered' | 'hidden-row'

export function isWarning(code: NoteCode): code is WarningCode {
  return WARNING_CODES.has(code)
}

const WARNING_CODES: ReadonlySet<NoteCode> = new Set<NoteCode>([
  ...(Object.keys(DOUBT_WORDS) as Doubt[]),
  'as-registered',
  'hidden-row',
])

/** Tells what is odd about a record that is right, where the file has the column; false where the office refuses it. */
export function warner(
  library: Library,
  readers: readonly ColumnReader[],
  report: RowReport,
  { refusedDoubts }: Context,
): (record: RecordCells, number: number) => boolean {
  const warningOf = WARNINGS[library.name]
  return (record, number) => {
    const warning = warningOf?.(record) ?? null
    if (warning === null) return true
    const i = readers.findIndex(({ place }) => place === warning.place)
    if (i < 0) return true
    const [value, { heading }] = [record[warning.place]!, readers[i]!]
    const place = { row: number, column: i + 1, heading, value }
    if (refusedDoubts.has(warning.code)) {
      report.issue({ ...place, code: 'doubtful-value', details: { doubt: warning.code } })
      return false
    }
    report.note({ ...place, code: warning.code, read: value })
    return true
  }
}

/** A warning about a row that has no Issue, and the place in the row of the value that raises it. */
type WarningCheck = (record: RecordCells) => { readonly code: Doubt; readonly place: number } | null

const WARNINGS: Partial<Record<LibraryName, WarningCheck>> = {
  targets: record =>
    record[USCC] === '' || !isUscc(record[USCC]!) || hasOrganisationCode(record[USCC]!)
      ? null
      : { code: 'organisation-check', place: USCC },
}

const USCC = columnOf(library('targets'), 'uscc')
