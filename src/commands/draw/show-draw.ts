import type { AssignmentRow } from '../../core/draw/folder/rows.ts'
import { sortRows } from '../../core/draw/folder/table.ts'
import { ASSIGNMENT, POOL } from '../../core/draw/folder/tables.ts'
import { placeOf } from '../../core/draw/substitution/standing.ts'
import { escapeControls } from '../../core/escape-controls.ts'
import type { TargetId } from '../../core/ids.ts'
import { fileOf } from '../../store/draws/draw-files.ts'
import {
  type DrawRecord,
  type Ended,
  lastDayOf,
  offsetAtFreeze,
  seedRun,
  stateOf,
} from '../../store/draws/draw-record.ts'
import { attemptsAt } from '../../store/draws/draws.ts'
import { mergesIn } from '../../store/draws/merges.ts'
import { evidenceOf } from '../../store/draws/substitutions.ts'
import { targetOfDraw } from '../../store/draws/target-of-draw.ts'
import type { Store } from '../../store/open.ts'
import { drawnOf } from '../../store/views/drawn.ts'
import { commitmentOf, rowsOf } from '../../store/views/kept-files.ts'
import { lawOf } from '../../store/views/record-of-draw.ts'
import { changedIn } from '../../store/views/standing-draw.ts'
import type { Desk } from '../../terminal/desk.ts'
import type { NamingDesk } from '../../terminal/naming.ts'
import { lawLines } from '../../terminal/reports/draw-law.ts'
import {
  type ShownDraw,
  type ShownTarget,
  shownAround,
  shownTargets,
} from '../../terminal/reports/shown-draw.ts'
import { drawNamed } from '../lookup.ts'
import { naming } from '../naming.ts'
import { tellLongList } from '../tell-long-list.ts'
import { summary } from './draws.ts'

/** draw show — what was fixed, what was drawn, how it stands now; which attempt it is, and what became of the others. */
export async function showDraw(desk: Desk, name: string): Promise<number> {
  await tellLongList<ShownTarget>(desk, store => {
    const draw = drawNamed(store, desk, name)
    const law = lawOf(draw)
    const shown = shownFrom(store, draw)
    const seeded = seedRun(draw)
    const witnesses = seeded?.detail.witnesses ?? []
    const more = {
      ...law,
      witnesses,
      enteredBy: seeded?.detail.enteredBy ?? null,
      late: draw.detail.late ?? null,
      twins: draw.detail.twins ?? null,
      drawnLate: seeded?.detail.late ?? null,
      lastDay: stateOf(draw) === 'frozen' ? lastDayOf(draw.detail) : null,
    }
    const named = naming(desk, store, draw.since)
    const lines = [...lawLines(desk, law), ...occasionLines(named, draw, witnesses)]
    return { list: shownTargets(named, shown), around: shownAround(named, shown, lines, more) }
  })
  return 0
}

/** Why it was frozen late or with a weak seed, whether it is under seal, and who looked on. */
function occasionLines({ say, named }: NamingDesk, draw: DrawRecord, witnesses: readonly string[]): string[] {
  const { sealed, detail, run, ended } = draw
  const { late, weak, twins } = detail
  const enteredBy = seedRun(draw)?.detail.enteredBy
  const last = stateOf(draw) === 'frozen' ? lastDayOf(detail) : null
  const told =
    sealed?.revealed == null
      ? sealed && say.draw.sealed.still(sealed.source)
      : say.draw.sealed.open(sealed.revealed)
  return [
    ...(late === undefined ? [] : [say.draw.late(escapeControls(late))]),
    ...(twins === undefined ? [] : [say.draw.besideTwins(twins.draws, escapeControls(twins.reason))]),
    ...(run?.detail.late === undefined ? [] : [say.draw.drawnLate(escapeControls(run.detail.late))]),
    ...(weak === undefined
      ? []
      : [say.freeze.weakApproved(escapeControls(weak.reason), escapeControls(weak.approver))]),
    ...(enteredBy === undefined
      ? []
      : [say.draw.enteredBy(say.common.listed(enteredBy.map(escapeControls)))]),
    ...(last === null ? [] : [say.draw.runBy(last)]),
    ...(ended === null ? [] : [endedLine({ say, named }, ended)]),
    ...(told === null ? [] : [told]),
    ...(witnesses.length > 0 ? [say.draw.witnesses(say.common.listed(witnesses.map(escapeControls)))] : []),
  ]
}

function endedLine({ say: { draw }, named }: Pick<NamingDesk, 'say' | 'named'>, ended: Ended): string {
  return ended.how === 'failed'
    ? draw.failed.shown(named('departments', ended.detail.department), ended.since)
    : draw.lapsed(ended.detail.last, ended.since)
}

function shownFrom(store: Store, draw: DrawRecord): ShownDraw {
  const { number, detail } = draw
  const { changes, standing } = changedIn(store, number)
  const selection = drawnOf(store, number)
  const nameOf = (target: TargetId) => targetOfDraw(store, draw, target)?.get('name') ?? ''
  const teams = teamsIn(standing.seats)
  return {
    ...summary(draw),
    commitment: commitmentOf(store, number),
    pool: rowsOf(POOL, fileOf(store, number, POOL.file)),
    seedWas:
      draw.run === null
        ? null
        : draw.run.detail.machine
          ? 'machine'
          : draw.run.detail.committed === 'before'
            ? 'committed'
            : 'atOnce',
    lent: detail.lent ?? [],
    again: detail.again,
    earlier: attemptsAt(store, draw.taskId)
      .filter(({ attempt }) => attempt < draw.attempt)
      .map(summary),
    selection: {
      count: selection.length,
      *rows() {
        for (const row of selection)
          yield {
            ...row,
            standing: placeOf(row, standing),
            name: nameOf(row.target),
            team: teams.get(row.target) ?? [],
          }
      },
    },
    changes,
    merged: mergesIn(store, number),
    evidence: evidenceOf(store, number),
    offset: offsetAtFreeze(detail),
  }
}

function teamsIn(seats: readonly AssignmentRow[]): Map<string, Omit<AssignmentRow, 'target'>[]> {
  const teams = new Map<string, Omit<AssignmentRow, 'target'>[]>()
  for (const { target, ...seat } of sortRows(ASSIGNMENT, seats))
    teams.set(target, [...(teams.get(target) ?? []), seat])
  return teams
}
