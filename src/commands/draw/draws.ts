import { escapeControls } from '../../core/escape-controls.ts'
import type { DrawRecord } from '../../store/draws/draw-record.ts'
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
    const draws = drawsIn(store).map(draw => ({
      ...summary(draw),
      frame: commitmentOf(store, draw.number).frame.rows,
      drawn: drawnOf(store, draw.number).filter(row => row.status === 'drawn').length,
    }))
    const columns = say.draw.columns
    desk.result({ draws }, () =>
      table(
        [
          columns.draw,
          columns.task,
          columns.attempt,
          columns.state,
          columns.frame,
          columns.drawn,
          columns.digest,
        ],
        draws.map(draw => [
          draw.draw,
          escapeControls(`${draw.task} ${draw.name}`),
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

export function summary(draw: DrawRecord) {
  const state: 'void' | 'frozen' | 'drawn' =
    draw.void !== null ? 'void' : draw.run === null ? 'frozen' : 'drawn'
  const { number, task, attempt, digest, starts, ends, detail } = draw
  return {
    draw: number,
    task,
    name: detail.name,
    attempt,
    state,
    digest,
    from: starts,
    to: ends,
    void: draw.void,
    sealed: draw.sealed,
  }
}
