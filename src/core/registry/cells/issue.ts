import type { Doubt } from './doubt.ts'
import type { ResultIssues } from './result-issues.ts'
import type { RiskIssues } from './risk-issues.ts'

/** One field that two rows of one record tell differently: what stands or stood first, and what came after it. */
export interface FieldDifference {
  /** The Chinese heading; of an extra field its own. */
  readonly field: string
  readonly was: string
  readonly becomes: string
}

/** A code whose digits are lost: the name that stands beside it, and the ids the registry has under that name. */
export interface CutCode {
  readonly name?: string
  readonly namesakes?: readonly string[]
}

/** What can be wrong with one cell, whatever row it stands in. */
export interface CellIssues {
  'missing-value': Record<never, never>
  'control-character': { character: string }
  'too-long': { limit: number; found: number }
  'invalid-id-character': { character: string }
  /** The registry has `id`, which only begins with zeros more. */
  'lost-zeros': { id: string }
  /** A column for one firm names several. */
  /** A product, project or behaviour names itself as the firm that answers for it. */
  'answers-for-itself': Record<never, never>
  'several-firms': { names: readonly string[] }
  'uscc-length': { found: number }
  'uscc-alphabet': { character: string; suggestion: string | null }
  'uscc-check': Record<never, never>
  /** No code at all: one character over and over. */
  'no-code': Record<never, never>
  /** A number of the time before the 15 digits: nothing in it can be checked. */
  'old-registration': Record<never, never>
  /** The number of a resident's identity card. */
  'identity-number': Record<never, never>
  'rounded-code': CutCode & { candidates: readonly string[] }
  'code-as-number': CutCode & { candidates: readonly string[] }
  'error-cell': Record<never, never>
  'formula-without-value': Record<never, never>
  /** A value that the office's rule `refused-doubts` does not let pass. */
  'doubtful-value': { doubt: Doubt; inspectors?: readonly string[] }
  'code-as-exponent': CutCode
  'registration-check': { found: number }
  'invalid-date': Record<never, never>
  'reversed-dates': { from: string; to: string }
  'invalid-days': Record<never, never>
  'invalid-period': Record<never, never>
  'invalid-year': Record<never, never>
  'period-without-year': Record<never, never>
  'invalid-yesno': Record<never, never>
  'invalid-count': Record<never, never>
  'invalid-choice': { choices: readonly string[] }
  /** What stands there instead: a span of rates, a count of targets, or neither. */
  'invalid-rate': { seems: 'range' | 'count' | null }
  'rate-above-100': Record<never, never>
  'invalid-rates': { part: string }
  'invalid-reserve': Record<never, never>
  'invalid-team': { part: string }
  'invalid-condition': { part: string }
  'unknown-field': { field: string; nearest: string | null }
  'field-is-list': { field: string }
  /** The names of strata are published, and values of this field may not be. */
  'field-not-public': { field: string }
  'invalid-source': { part: string }
  'duplicate-source': { source: string }
  /** The name begins like a source whose values are checked, and is none. */
  'malformed-source': { source: string }
  'unknown-source-form': { source: string; form: string }
  'invalid-source-due': { source: string; due: string; expected: string }
}

/** What can be wrong with a row, a heading, or a row against the rest of the registries. */
export interface RowIssues {
  'missing-heading': { heading: string }
  'duplicate-heading': { heading: string; other: string }
  'unknown-heading': { nearest: string | null }
  /** `sheets` are the others of a workbook, where the headings may stand. */
  'no-headings': { expected: readonly string[]; sheets: readonly string[] }
  'wrong-column-count': { expected: number; found: number }
  /** In a file of refused rows: a cell that stood beyond the headings, or a mark that the row is to be looked at. */
  'held-back': { what: 'surplus' | 'mark' }
  /** Bytes that no character of the encoding has; their row alone is refused. */
  'undecodable-bytes': { bytes: readonly number[] }
  /** The file changes some fields of records that stand, and this is none of them. */
  'not-registered': { lacks: readonly string[] }
  'missing-id': { headings: readonly string[] }
  /** The id stood in an earlier line of the file. */
  'duplicate-id': { id: string; other: number | string; fields: readonly FieldDifference[] }
  /** Other departments have registered something else. */
  conflict: { id: string; departments: string; fields: readonly FieldDifference[] }
  /** One firm under two of its numbers; `by` heads the one that both rows have; `other` is its line in this file, null in the registry. */
  'duplicate-firm': {
    id: string
    twin: string
    by: string
    other: number | string | null
    fields: readonly FieldDifference[]
  }
  /** A number that several firms have. */
  'shared-number': {
    id: string
    twins: readonly string[]
    by: string
    other: number | string | null
    fields: readonly FieldDifference[]
  }
  'unknown-department': { name: string; nearest: string | null }
  /** A column for one department names several. */
  'several-departments': { names: readonly string[] }
  'ambiguous-department': { name: string; other: string }
  'unknown-item': { name: string; nearest: string | null }
  /** Several records are called so, and the file has no column for codes. */
  'several-of-name': { name: string; codes: readonly string[] }
  /** Several items are called so: the plan must say which by code. */
  'ambiguous-item': { name: string; codes: readonly string[] }
  /** Tasks of several years go by the number. */
  'ambiguous-task': { candidates: readonly string[] }
  /** 年度 and the year that the number begins with are two. */
  'year-contradicts-number': { year: string }
  /** Values for a task of one year, with a period that is all in another. */
  'period-of-other-year': { task: string; year: string }
  'unknown-inspector': { name: string; nearest: string | null }
  'unknown-target': { name: string; nearest: string | null }
  'rate-and-count': Record<never, never>
  'no-rate-or-count': Record<never, never>
  'lead-among-partners': { department: string }
  'team-of-other-department': { department: string }
  /** In a file of another system: a code that its table does not have. */
  'unknown-code': { table: string; code: string; known: readonly string[] }
  /** In a file of another system: a number of theirs that none, or several, of our records have. */
  'unknown-number': { library: string; number: string; ids: readonly string[] }
}

export type IssueDetails = CellIssues & RowIssues & ResultIssues & RiskIssues
export type IssueCode = keyof IssueDetails

/** Where a cell stands, counted as a spreadsheet does: both from 1. */
export interface Place {
  readonly row: number
  readonly column: number | null
  readonly heading: string | null
  /** Set where several sheets of a workbook are read. */
  readonly sheet?: string
}

/** Something wrong in the user's data: many are collected, none ends the reading. `value` is as written. */
export type Issue<K extends IssueCode = IssueCode> = {
  readonly [C in K]: Place & { readonly code: C; readonly value: string; readonly details: IssueDetails[C] }
}[K]

/** Something read differently from how it is written. */
export interface Note extends Place {
  readonly code: NoteCode
  readonly value: string
  readonly read: string
}

export type NoteCode =
  | 'merged'
  | 'placeholder'
  | 'spaces'
  | 'invisible'
  | 'width'
  | 'prefix'
  | 'case'
  | 'decimal-tail'
  | 'date-form'
  | 'date-serial'
  | 'forever'
  | 'list-form'
  | 'rate-form'
  | 'period-form'
  | 'frequency-form'
  | 'word'
  | 'alias'
  | 'code-by-name'
  | 'own-code'
  | 'code-of-certificate'
  | 'composed'
  | 'year-from-name'
  | 'hidden-row'
  | 'private-use'
  | 'lost-value'
  | Doubt
  | 'as-registered'
  /** A task states its quantity in another way than before. */
  | 'former-quantity'

/** What is wrong with a row, and what was read differently from how it is written, goes here. */
export interface RowReport {
  readonly issue: (issue: Issue) => void
  readonly note: (note: Note) => void
}

/** The place of what concerns a row as a whole. */
export const wholeRow = (row: number) => ({ row, column: null, heading: null, value: '' })
