import type { Issue, IssueCode, Note, NoteCode } from './cells/issue.ts'
import type { Findings } from './row.ts'
import type { AsideCode } from './skipped-row.ts'

/** Everything an import has to say about a file, gathered: memory does not grow with the file. */
export interface Gathered extends Findings {
  readonly issues: Issue[]
  issueCount: number
  readonly byCode: Map<IssueCode, number>
  readonly notes: Map<NoteCode, { count: number; readonly examples: Note[] }>
  readonly asides: Map<AsideCode, number[]>
  /** Conflicts that `--on-conflict` settled: the first of them, and how many. */
  readonly settled: Issue[]
  settledCount: number
}

/** How many issues are kept to be told; all are counted. */
const ISSUES_KEPT = 10_000
const EXAMPLES_KEPT = 3
const ASIDES_KEPT = 1000

export function gather(): Gathered {
  const gathered: Gathered = {
    issues: [],
    issueCount: 0,
    byCode: new Map(),
    notes: new Map(),
    asides: new Map(),
    settled: [],
    settledCount: 0,
    issue(issue) {
      gathered.issueCount++
      gathered.byCode.set(issue.code, (gathered.byCode.get(issue.code) ?? 0) + 1)
      if (gathered.issues.length < ISSUES_KEPT) gathered.issues.push(issue)
    },
    note(note) {
      const kind = gathered.notes.get(note.code)
      if (kind === undefined) gathered.notes.set(note.code, { count: 1, examples: [note] })
      else {
        kind.count++
        if (kind.examples.length < EXAMPLES_KEPT) kind.examples.push(note)
      }
    },
  }
  return gathered
}

/** Notes a conflict that was settled as the user had said. */
export function settle(gathered: Gathered, conflict: Issue): void {
  gathered.settledCount++
  if (gathered.settled.length < ISSUES_KEPT) gathered.settled.push(conflict)
}

/** Notes a row that is passed over. */
export function putAside(gathered: Gathered, code: AsideCode, row: number): void {
  const rows = gathered.asides.get(code) ?? []
  if (rows.length < ASIDES_KEPT) rows.push(row)
  gathered.asides.set(code, rows)
}
