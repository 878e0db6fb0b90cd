import type { FrameRow } from '../draw/folder/rows.ts'
import type { DepartmentCode, TargetId } from '../ids.ts'
import type { PreviewOfRows } from '../packed/fix-packed.ts'
import { addRow, countRows, hasRow, type RowSet, rowSet, rowsOfAny } from '../packed/row-set.ts'

/** The frame of a task of the plan as rows of the registry, by numbers that all tasks of the plan share. */
export interface PlannedRows {
  readonly all: RowSet
  /** Those that a department goes to. */
  readonly goneToBy: (department: DepartmentCode) => RowSet
  /** The numbers of the targets that something of the past bears on; of others nothing but the number is known. */
  readonly named: ReadonlyMap<TargetId, number>
}

/** The targets of a plan by numbers, in the order in which they are met, where each is known by its name. */
export function rowNumbers(): (frame: readonly FrameRow[]) => PlannedRows {
  const numbers = new Map<TargetId, number>()
  const numberOf = (target: TargetId) => {
    const number = numbers.get(target) ?? numbers.size
    numbers.set(target, number)
    return number
  }
  return frame => {
    const named = new Map(frame.map(({ target }) => [target, numberOf(target)]))
    const rowsIn = (rows: readonly FrameRow[]): RowSet => {
      const set = rowSet(numbers.size)
      for (const { target } of rows) addRow(set, named.get(target)!)
      return set
    }
    return {
      all: rowsIn(frame),
      goneToBy: department => rowsIn(frame.filter(({ departments }) => departments.includes(department))),
      named,
    }
  }
}

/** The same of a registry whose rows have numbers already; its rows are found of these departments only, and let go. */
export function foundRows(
  frame: readonly FrameRow[],
  { named, rowsFor }: Pick<PreviewOfRows, 'named' | 'rowsFor'>,
  departments: readonly DepartmentCode[],
): PlannedRows {
  const goneTo = new Map(
    departments.map(department => [
      department,
      rowsFor(frame.filter(({ departments }) => departments.includes(department))),
    ]),
  )
  return { all: rowsFor(frame), goneToBy: department => goneTo.get(department) ?? rowSet(0), named }
}

/** Some rows of several tasks, with the numbers of those that are known by name in any of them. */
export interface RowsTogether {
  readonly rows: RowSet
  readonly named: ReadonlyMap<TargetId, number>
  /** How many rows are known by no name. */
  readonly unnamed: number
}

/** Rows of several tasks together: who is named in one of them is looked for in all. */
export function together(
  tasks: readonly { readonly rows: PlannedRows }[],
  rowsOf: (rows: PlannedRows) => RowSet,
): RowsTogether {
  const rows = rowsOfAny(tasks.map(task => rowsOf(task.rows)))
  const named = new Map<TargetId, number>()
  for (const task of tasks)
    for (const [target, number] of task.rows.named) if (hasRow(rows, number)) named.set(target, number)
  return { rows, named, unnamed: countRows(rows) - named.size }
}
