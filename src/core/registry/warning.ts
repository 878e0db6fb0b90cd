import type { NoteCode } from './cells/issue.ts'
import { hasOrganisationCode } from './cells/uscc.ts'
import type { LibraryName } from './libraries/field.ts'
import { library } from './libraries/library.ts'
import { columnOf, type RecordCells } from './libraries/record-cells.ts'

/** Notes of what is odd and may be right all the same: told, but neither changed nor refused. */
export type WarningCode = 'organisation-check'

export function isWarning(code: NoteCode): code is WarningCode {
  return code === 'organisation-check'
}

/** A warning about a row that has no Issue, and the place in the row of the value that raises it. */
export type WarningCheck = (row: RecordCells) => { readonly code: WarningCode; readonly place: number } | null

export const WARNINGS: Partial<Record<LibraryName, WarningCheck>> = {
  targets: row =>
    row[USCC] === '' || hasOrganisationCode(row[USCC]!) ? null : { code: 'organisation-check', place: USCC },
}

const USCC = columnOf(library('targets'), 'uscc')
