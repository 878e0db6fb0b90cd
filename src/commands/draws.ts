import type { AssignmentRow } from '../core/draw/folder.ts'
import { library } from '../core/registry/library.ts'
import { at } from '../core/registry/row.ts'
import { type DrawRecord, drawnOf, drawsIn, seatedOf } from '../store/draws.ts'
import type { Store } from '../store/open.ts'
import { recordOf } from '../store/registry.ts'
import type { Desk } from '../terminal/desk.ts'
import { inert, table } from '../terminal/table.ts'
import { lawLines, lawOf } from './draw-law.ts'
import { drawNamed, withStore } from './shared.ts'

/** draw list — all draws, void ones included. */
export async function listDraws(desk: Desk): Promise<number> {
  const { say } = desk
  return withStore(desk, store => {
    const draws = drawsIn(store).map(draw => ({
      ...summary(draw),
      drawn: drawnOf(store, draw.number).filter(row => row.status === 'drawn').length,
    }))
    const columns = say.drawColumns
    desk.result({ draws }, () =>
      table(
        [columns.draw, columns.task, columns.attempt, columns.state, columns.drawn, columns.digest],
        draws.map(draw => [
          draw.draw,
          inert(`${draw.task} ${draw.name}`),
          String(draw.attempt),
          say.drawState[draw.state],
          String(draw.drawn),
          draw.digest.slice(0, 16),
        ]),
      ),
    )
    return 0
  })
}

/** draw show — one draw with its targets and teams. */
export async function showDraw(desk: Desk, name: string): Promise<number> {
  const { say } = desk
  return withStore(desk, store => {
    const draw = drawNamed(store, desk, name)
    const seats = seatedOf(store, draw.number)
    const selection = drawnOf(store, draw.number).map(row => ({
      ...row,
      name: targetName(store, row.target, draw.since),
      team: seats
        .filter(seat => seat.target === row.target)
        .map(({ department, seat, inspector }) => ({ department, seat, inspector })),
    }))
    const head = summary(draw)
    const law = lawOf(draw)
    const witnesses = draw.run?.detail.witnesses ?? []
    desk.result({ ...head, ...law, witnesses, selection }, () => {
      const columns = say.visitColumns
      return [
        `${head.draw}  ${inert(`${head.task} ${head.name}`)}  ${say.drawState[head.state]}`,
        say.digest(head.digest),
        ...(draw.run === null
          ? []
          : [
              say.seedWas[
                draw.run.detail.machine
                  ? 'machine'
                  : draw.run.detail.committed === 'before'
                    ? 'committed'
                    : 'atOnce'
              ],
            ]),
        ...lawLines(desk, law),
        ...sealedLines(say, draw),
        ...(witnesses.length > 0 ? [say.public.witnesses(say.listed(witnesses.map(inert)))] : []),
        ...(draw.void === null ? [] : [say.voidBecause(draw.void.reason, draw.void.approver)]),
        ...(selection.length === 0
          ? []
          : table(
              [columns.target, columns.name, columns.stratum, columns.status, columns.team],
              selection.map(row => [
                row.target,
                inert(row.name),
                inert(row.stratum),
                say.status[row.status],
                teamText(row.team),
              ]),
            )),
      ]
    })
    return 0
  })
}

function sealedLines(say: Desk['say'], { sealed }: DrawRecord): string[] {
  if (sealed === null) return []
  return [sealed.revealed === null ? say.sealed.still(sealed.source) : say.sealed.open(sealed.revealed)]
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

function targetName(store: Store, target: string, entry: number): string {
  const of = library('targets')
  return recordOf(store, of, target, entry)?.row[at(of, 'name')] ?? ''
}

function teamText(team: readonly Pick<AssignmentRow, 'department' | 'inspector'>[]): string {
  const byDepartment = new Map<string, string[]>()
  for (const { department, inspector } of team)
    byDepartment.set(department, [...(byDepartment.get(department) ?? []), inspector])
  return [...byDepartment].map(([department, people]) => `${department} ${people.join(' ')}`).join('；')
}
