import type { NoteCode } from '../../core/registry/cells/issue.ts'
import type { Column } from '../../core/registry/columns/column.ts'
import { type ImportReport, noteSkipped } from '../../core/registry/import-report.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { locate } from '../../core/registry/locate.ts'
import type { Merge } from '../../core/registry/merge.ts'
import { judgeResult } from '../../core/results/judge.ts'
import { saidBy, wrong } from '../../core/results/said.ts'
import type { EntryWriter } from '../../store/entry.ts'
import { judgingInput } from '../../store/inputs/judging-input.ts'
import type { Store } from '../../store/open.ts'
import { recheckWriter } from '../../store/results/rechecks.ts'
import { carrySteps, writeStep } from '../../store/results/result-steps.ts'
import type { Desk } from '../../terminal/desk.ts'
import { officeToday } from '../office-today.ts'
import { sparingMemory } from '../sparing.ts'

type PutRow = (row: RecordCells, line: number) => void

export interface ResultJudge {
  /** What takes a row as it is in the file, for what takes it as it is kept. */
  readonly judging: (put: PutRow) => PutRow
  /** How many rows were refused. */
  readonly refused: () => number
  /** Refuses a file that, read to its end, asks for nothing. */
  readonly finish: () => void
}

/**
 * Judges the rows of results before they are put into the registry: `put` gets the row as it is kept; what is wrong or odd
 * goes to the report, under the heading that the file has for it; rows that nobody filled in are passed over.
 */
export function resultJudge(
  desk: Desk,
  store: Store,
  writer: EntryWriter,
  columns: readonly Column[],
  merge: Merge,
  report: ImportReport,
): ResultJudge {
  sparingMemory()
  const of = library('results')
  const today = officeToday(desk, store)
  const merged = (standing: RecordCells, row: RecordCells) => merge(standing, row) as RecordCells
  const input = judgingInput(store, today, desk.actor, merged)
  let refused = 0
  const writeRecheck = recheckWriter(store, writer)
  const judging = (put: PutRow) => (cells: RecordCells, line: number) => {
    const judged = judgeResult(cells, line, input)
    switch (judged.kind) {
      case 'unfilled':
        noteSkipped(report, 'unfilled', line)
        return
      case 'issue':
        refused++
        report.issue(locate(of, columns, judged.issue))
        return
      case 'result': {
        for (const [field, doubt, inspectors] of judged.doubts) {
          const { row, column, heading, value } = locate(
            of,
            columns,
            wrong(saidBy(cells, line), field, 'missing-value', {}),
          )
          const read = inspectors.length === 0 ? value : inspectors.join('、')
          report.note({ row, column, heading, value, code: doubt satisfies NoteCode, read })
        }
        put(judged.row, line)
        if (judged.carriedFrom !== null) carrySteps(store, writer, judged.carriedFrom, idOf(judged.row))
        writeRecheck(judged.row)
        if (judged.reopens)
          writeStep(writer, idOf(judged.row), { step: 'entered', day: today, approver: '', reason: '' })
        return
      }
      default:
        judged satisfies never
    }
  }
  return { judging, refused: () => refused, finish: () => {} }
}

/** Other registries have nothing to be judged by but themselves. */
export const NO_JUDGE: ResultJudge = { judging: put => put, refused: () => 0, finish: () => {} }
