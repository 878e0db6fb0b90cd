import { frameColumns } from '../frame/frame.ts'
import { library } from '../registry/libraries/library.ts'
import { columnOf, extrasColumn, ID, type RecordCells } from '../registry/libraries/record-cells.ts'
import type { Task } from '../registry/task.ts'
import type { Rules } from '../rules/rules.ts'

/** Takes of whole records the columns that a frame is made of. */
export function frameCells(task: Task, rules: Rules): (record: RecordCells) => RecordCells {
  const targets = library('targets')
  const places = frameColumns(task, rules).map(name =>
    name === 'id' ? ID : name === 'extra' ? extrasColumn(targets) : columnOf(targets, name),
  )
  return record => places.map(place => record[place]!)
}
