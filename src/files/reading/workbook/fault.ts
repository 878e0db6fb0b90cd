import type { FileProblem } from '../../../core/file-problem.ts'

/** Ends the reading of a workbook from inside the parser; `readRows` makes a problem of the file of it. */
export class WorkbookFault extends Error {
  readonly problem: FileProblem

  constructor(problem: FileProblem) {
    super(problem.kind)
    this.problem = problem
  }
}

/** The part cannot be read as what it should be. */
export function damaged(detail: string): WorkbookFault {
  return new WorkbookFault({ kind: 'damaged-spreadsheet', detail })
}
