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
  'needed-empty': Record<never, never>
  'control-character': { character: string }
  'id-character': { character: string }
  /** The registry has `id`, which only begins with zeros more. */
  'zeros-lost': { id: string }
  'uscc-length': { found: number }
  'uscc-alphabet': { character: string; suggestion: string | null }
  'uscc-check': { expected: string }
  'code-rounded': CutCode & { candidates: readonly string[] }
  'code-number': CutCode & { candidates: readonly string[] }
  'cell-error': Record<never, never>
  'code-exponent': CutCode
  'registration-check': { expected: string | null }
  'date-none': Record<never, never>
  'dates-reversed': { from: string; to: string }
  'days-none': Record<never, never>
  'period-none': Record<never, never>
  'period-year': Record<never, never>
  'yesno-none': Record<never, never>
  'count-none': Record<never, never>
  'choice-none': { choices: readonly string[] }
  /** What stands there instead: a span of rates, a count of targets, or neither. */
  'rate-none': { seems: 'range' | 'count' | null }
  'rate-above': Record<never, never>
  'rates-none': { part: string }
  'reserve-none': Record<never, never>
  'team-none': { part: string }
  'condition-none': { part: string }
  'field-unknown': { field: string; nearest: string | null }
  'field-list': { field: string }
  'source-none': { part: string }
  'source-double': { source: string }
}

/** What can be wrong with a row, a heading, or a row against the rest of the registries. */
export interface RowIssues {
  'heading-missing': { heading: string }
  'heading-double': { heading: string; other: string }
  'heading-unknown': { nearest: string | null }
  /** `sheets` are the others of a workbook, where the headings may stand. */
  'headings-none': { expected: readonly string[]; sheets: readonly string[] }
  'columns-count': { expected: number; found: number }
  'id-none': { headings: readonly string[] }
  /** The id stood in an earlier line of the file. */
  'id-twice': { id: string; other: number; fields: readonly FieldDifference[] }
  /** Other departments have registered something else. */
  conflict: { id: string; departments: string; fields: readonly FieldDifference[] }
  /** One firm under its USCC and under its old registration number; `other` is its line in this file, null in the registry. */
  'firm-twice': { id: string; twin: string; other: number | null; fields: readonly FieldDifference[] }
  'department-unknown': { name: string; nearest: string | null }
  /** A column for one department names several. */
  'department-several': { names: readonly string[] }
  'department-double': { name: string; other: string }
  'item-unknown': { name: string; nearest: string | null }
  'inspector-unknown': { name: string; nearest: string | null }
  'target-unknown': { name: string; nearest: string | null }
  'rate-and-count': Record<never, never>
  'rate-nor-count': Record<never, never>
  'lead-twice': { department: string }
  'team-stranger': { department: string }
}

export type IssueDetails = CellIssues & RowIssues
export type IssueCode = keyof IssueDetails

/** Where a cell stands, counted as a spreadsheet does: both from 1. */
export interface Place {
  readonly row: number
  readonly column: number | null
  readonly heading: string | null
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
  | 'composed'
  | 'year-from-name'
  | 'organisation-check'
