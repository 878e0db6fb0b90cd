import type { NoteCode } from './cells/issue.ts'
import { hasOrganisationCode } from './cells/uscc.ts'
import type { LibraryName } from './libraries/field.ts'
import { library } from './libraries/library.ts'
import { columnOf, type RecordCells } from './libraries/record-cells.ts'

/** Notes of what is odd and may be right all the same: told, but neither changed nor refused. */
export type DoubtCode = 'organisation-check'

export function isDoubt(code: NoteCode): code is DoubtCode {
  return code === 'organisation-check'
}

/** A doubt about a row that has no Issue, and the place in the row of the value that raises it. */
export type Doubting = (row: RecordCells) => { readonly code: DoubtCode; readonly place: number } | null

export const DOUBTS: Partial<Record<LibraryName, Doubting>> = {
  targets: row =>
    row[USCC] === '' || hasOrganisationCode(row[USCC]!) ? null : { code: 'organisation-check', place: USCC },
}

const USCC = columnOf(library('targets'), 'uscc')
