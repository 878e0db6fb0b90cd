import { addOne } from '../tally.ts'
import type { Issue, IssueCode, Note, NoteCode, RowReport } from './cells/issue.ts'
import type { ReadSheet, UnreadSheet } from './read-sheets.ts'
import type { SkipReason } from './skipped-row.ts'
import { isWarning } from './warning.ts'

/** Everything an import has to say about a file, bounded: memory does not grow with the file. */
export interface ImportReport extends RowReport {
  readonly issues: Issue[]
  issueCount: number
  /** The last of all, kept or not. */
  lastIssue: Issue | null
  readonly byCode: Map<IssueCode, number>
  readonly notes: Map<NoteCode, { count: number; readonly examples: Note[] }>
  readonly skipped: Map<SkipReason, SkippedRows>
  /** Conflicts that `--on-conflict` settled: the first of them, and how many. */
  readonly settled: Issue[]
  settledCount: number
  /** Of a workbook: the sheets that are read, and those that hold something and are not. */
  readonly sheets: ReadSheet[]
  readonly unread: UnreadSheet[]
}

/** How many issues are kept to be told; all are counted. */
const ISSUES_KEPT = 10_000
const EXAMPLES_KEPT = 3
/** Doubts are to be looked at one by one. */
const DOUBTS_KEPT = 1000
/** Rows that were passed over for one reason: all are counted, and the first of them named. */
export interface SkippedRows {
  readonly count: number
  readonly rows: number[]
}

const SKIPPED_KEPT = 1000

/** A report with nothing in it yet. */
export function newReport(): ImportReport {
  const report: ImportReport = {
    issues: [],
    issueCount: 0,
    lastIssue: null,
    byCode: new Map(),
    notes: new Map(),
    skipped: new Map(),
    settled: [],
    settledCount: 0,
    sheets: [],
    unread: [],
    issue(issue) {
      report.issueCount++
      report.lastIssue = issue
      addOne(report.byCode, issue.code)
      if (report.issues.length < ISSUES_KEPT) report.issues.push(issue)
    },
    note(note) {
      const kind = report.notes.get(note.code)
      if (kind === undefined) report.notes.set(note.code, { count: 1, examples: [note] })
      else {
        kind.count++
        if (kind.examples.length < examplesKept(note.code)) kind.examples.push(note)
      }
    },
  }
  return report
}

/** How many notes of a kind are kept to be told. */
export function examplesKept(code: NoteCode): number {
  return isWarning(code) ? DOUBTS_KEPT : EXAMPLES_KEPT
}

/** Counts notes of which as many are kept as are to be told. */
export function countNotes(report: ImportReport, code: NoteCode, count: number): void {
  report.notes.get(code)!.count += count
}

/** Notes a conflict that was settled as the user had said. */
export function noteSettled(report: ImportReport, conflict: Issue): void {
  report.settledCount++
  if (report.settled.length < ISSUES_KEPT) report.settled.push(conflict)
}

/** Notes a row that is passed over. */
export function noteSkipped(report: ImportReport, code: SkipReason, row: number): void {
  const { count, rows } = report.skipped.get(code) ?? { count: 0, rows: [] }
  if (rows.length < SKIPPED_KEPT) rows.push(row)
  report.skipped.set(code, { count: count + 1, rows })
}
