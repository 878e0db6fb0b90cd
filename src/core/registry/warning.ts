import type { Context } from './cells/context.ts'
import { DOUBT_WORDS, type Doubt } from './cells/doubt.ts'
import type { NoteCode, RowReport } from './cells/issue.ts'
import type { ColumnReader } from './column-reader.ts'
import type { Library, LibraryName } from './libraries/field.ts'
import { library } from './libraries/library.ts'
import { columnOf, type RecordCells } from './libraries/record-cells.ts'
import { hasOrganisationCode, isUscc } from './numbers/uscc.ts'
import { otherYearSaid } from './task-id.ts'

/** Notes of what is odd and may be right all the same: told, but neither changed nor refused. */
export type WarningCode = Doubt | 'as-registered' | 'hidden-row' | 'former-quantity'

export function isWarning(code: NoteCode): code is WarningCode {
  return WARNING_CODES.has(code)
}

const WARNING_CODES: ReadonlySet<NoteCode> = new Set<NoteCode>([
  ...(Object.keys(DOUBT_WORDS) as Doubt[]),
  'as-registered',
  'hidden-row',
  'former-quantity',
])

/** Tells what is odd about a record that is right, where the file has the column; false where the office refuses it. */
export function warner(
  library: Library,
  readers: readonly ColumnReader[],
  report: RowReport,
  { refusedDoubts }: Context,
): (record: RecordCells, number: number) => boolean {
  const warning = WARNINGS[library.name]
  const i = warning === undefined ? -1 : readers.findIndex(({ place }) => place === warning.place)
  if (warning === undefined || i < 0) return () => true
  const { place, code, isOdd } = warning
  const { heading } = readers[i]!
  const refused = refusedDoubts.has(code)
  return (record, row) => {
    const value = record[place]!
    if (!isOdd(value, record)) return true
    if (refused)
      report.issue({ row, column: i + 1, heading, value, code: 'doubtful-value', details: { doubt: code } })
    else report.note({ row, column: i + 1, heading, value, code, read: value })
    return !refused
  }
}

/** A warning about a row that has no Issue, and the place in the row of the value that raises it. */
interface Warning {
  readonly place: number
  readonly code: Doubt
  readonly isOdd: (value: string, record: RecordCells) => boolean
}

const WARNINGS: Partial<Record<LibraryName, Warning>> = {
  targets: {
    place: columnOf(library('targets'), 'uscc'),
    code: 'organisation-check',
    isOdd: code => code !== '' && !hasOrganisationCode(code) && isUscc(code),
  },
  plan: {
    place: columnOf(library('plan'), 'period'),
    code: 'other-year',
    isOdd: (period, record) => period !== '' && otherYearSaid(record) !== null,
  },
}
