import { escapeControls } from '../../core/escape-controls.ts'
import { taskNames, yearOfTask } from '../../core/registry/task-id.ts'
import { type DrawRecord, stateOf } from '../../store/draws/draw-record.ts'
import { drawsIn } from '../../store/draws/draws.ts'
import { drawnOf } from '../../store/views/drawn.ts'
import { commitmentOf } from '../../store/views/kept-files.ts'
import type { Desk } from '../../terminal/desk.ts'
import { table } from '../../terminal/table.ts'
import { inOneState } from '../session.ts'

/** draw list — all draws, void ones included. */
export async function listDraws(desk: Desk): Promise<number> {
  const { say } = desk
  return inOneState(desk, store => {
    const listed = drawsIn(store)
    const nameOf = taskNames(listed.map(taskOfDraw))
    const draws = listed.map(draw => ({
      ...summary(draw),
      frame: commitmentOf(store, draw.number).frame.rows,
      drawn: drawnOf(store, draw.number).filter(row => row.status === 'drawn').length,
    }))
    const columns = say.draw.columns
    desk.result({ draws }, () =>
      table(
        desk.window,
        [
          columns.draw,
          columns.task,
          columns.attempt,
          columns.state,
          columns.frame,
          columns.drawn,
          columns.digest,
        ],
        draws.map((draw, i) => [
          draw.draw,
          escapeControls(`${nameOf(taskOfDraw(listed[i]!))} ${draw.name}`),
          String(draw.attempt),
          say.draw.states[draw.state],
          String(draw.frame),
          String(draw.drawn),
          draw.digest.slice(0, 16),
        ]),
      ),
    )
    return 0
  })
}

const taskOfDraw = ({ taskId: id, task: number }: DrawRecord) => ({ id, number })

export function summary(draw: DrawRecord) {
  const { number, task, taskId, attempt, digest, starts, ends, detail } = draw
  return {
    draw: number,
    task,
    year: yearOfTask(taskId),
    name: detail.name,
    attempt,
    state: stateOf(draw),
    digest,
    from: starts,
    to: ends,
    void: draw.void,
    ended: endedOf(draw),
    sealed: draw.sealed,
  }
}

/** How a draw ended without a result, and in which entry. */
function endedOf({ ended }: DrawRecord) {
  if (ended === null) return null
  const { how, since: entry } = ended
  return how === 'failed'
    ? { how, entry, department: ended.detail.department }
    : { how, entry, last: ended.detail.last }
}
