import type { Context } from '../cells/context.ts'
import type { RowReport } from '../cells/issue.ts'
import { library } from '../libraries/library.ts'
import { columnOf, ID, type RecordCells } from '../libraries/record-cells.ts'
import { type Column, writtenHeading } from './column.ts'
import { presentFields } from './present-fields.ts'

/** Gives a row of a list of names the numbers of the one firm that is called so; false, with an Issue, where none or several are. */
export function byNameAlone(
  columns: readonly Column[],
  report: RowReport,
  called: Context['called'],
): (record: RecordCells, cells: readonly string[], number: number) => boolean {
  const present = presentFields(TARGETS, columns)
  const numbers = TARGETS.id.map(name => columnOf(TARGETS, name))
  if (called === undefined || numbers.some(place => present[place])) return () => true
  const name = columnOf(TARGETS, 'name')
  const i = columns.findIndex(column => column.kind === 'field' && column.field === name - 1)
  return (record, _, row) => {
    const value = record[name]!
    if (value === '') return true
    const [found, ...others] = called(value)
    const place = { row, column: i + 1, heading: writtenHeading(columns[i]), value }
    if (found === undefined)
      report.issue({ ...place, code: 'unknown-target', details: { name: value, nearest: null } })
    else if (others.length > 0) {
      const codes = [found, ...others].map(one => one[ID]!)
      report.issue({ ...place, code: 'several-of-name', details: { name: value, codes } })
    } else {
      for (const at of numbers) record[at] = found[at]!
      report.note({ ...place, code: 'code-by-name', read: found[ID]! })
      return true
    }
    return false
  }
}

const TARGETS = library('targets')
