import type { Commitment } from '../../core/draw/commitment/commitment.ts'
import type { DrawState, Ending } from '../../core/draw/draw-state.ts'
import type { AssignmentRow, PoolRow } from '../../core/draw/folder/rows.ts'
import type { SubstitutionRow } from '../../core/draw/folder/tables.ts'
import { nameOfSource } from '../../core/draw/seed/announced-source.ts'
import type { Place } from '../../core/draw/substitution/standing.ts'
import { escapeControls } from '../../core/escape-controls.ts'
import { percent } from '../../core/fraction.ts'
import { officeTime } from '../../core/office-time.ts'
import type { Lent } from '../../core/pool/lending.ts'
import { between, type Desk } from '../desk.ts'
import type { NamingDesk } from '../naming.ts'
import { table } from '../table.ts'
import type { Around, LongList } from './long-list.ts'
import { changeLines, reasonText } from './substitution-report.ts'

/** What is shown of one attempt. */
interface Head {
  readonly draw: string
  readonly task: string
  readonly name: string
  readonly attempt: number
  readonly state: DrawState
  readonly digest: string
  readonly from: string
  readonly to: string
  readonly void: { readonly reason: string; readonly approver: string } | null
  readonly ended: { readonly how: Ending } | null
}

export interface ShownDraw extends Head {
  readonly commitment: Commitment
  readonly pool: readonly PoolRow[]
  readonly seedWas: keyof Desk['say']['draw']['seedWas'] | null
  readonly lent: readonly Lent[]
  readonly again: { readonly draw: string; readonly reason: string; readonly approver: string } | null
  /** Attempts at the same task before this one. */
  readonly earlier: readonly Head[]
  /** The targets one by one: there may be many. */
  readonly selection: { readonly count: number; readonly rows: () => Iterable<ShownTarget> }
  readonly changes: readonly SubstitutionRow[]
  /** Common visits with other draws. */
  readonly merged: readonly { readonly target: string; readonly host: string; readonly guest: string }[]
  readonly evidence: ReadonlyMap<number, { file: string; bytes: number; sha256: string }>
  /** How far the office's clock was from UTC. */
  readonly offset: string
}

export interface ShownTarget {
  readonly target: string
  readonly stratum: string
  readonly rank: number
  readonly status: 'drawn' | 'reserve'
  readonly standing: Place
  readonly name: string
  readonly team: readonly Omit<AssignmentRow, 'target'>[]
}

/**
 * A draw as a list of its targets with their teams, what was fixed above it, and what has changed since below. `law`
 * says under which rules; `more` are further fields of its document.
 */
export function shownAround(
  desk: NamingDesk,
  shown: ShownDraw,
  law: readonly string[],
  more: object,
): Around {
  return {
    field: 'selection',
    ...shownFields(shown, more),
    above: aboveLines(desk, shown, law),
    below: () => belowLines(desk, shown),
  }
}

function aboveLines(desk: NamingDesk, shown: ShownDraw, law: readonly string[]): string[] {
  const { say } = desk
  return [
    `${shown.draw}  ${escapeControls(`${shown.task} ${shown.name}`)}  ${say.draw.states[shown.state]}`,
    ...attemptLines(desk, shown),
    say.draw.digest(shown.digest),
    ...(shown.seedWas === null ? [] : [say.draw.seedWas[shown.seedWas]]),
    ...law,
    ...shown.lent.map(row =>
      say.freeze.lent(
        desk.named('inspectors', row.inspector),
        desk.named('departments', row.department),
        escapeControls(row.reason),
        escapeControls(row.approver),
      ),
    ),
    ...(shown.void === null
      ? []
      : [say.draw.voidBecause(escapeControls(shown.void.reason), escapeControls(shown.void.approver))]),
    ...(shown.selection.count === 0 ? fixedLines(desk, shown) : []),
  ]
}

function belowLines(desk: NamingDesk, shown: ShownDraw): string[] {
  const { say } = desk
  return [
    ...(shown.changes.length === 0 ? [] : ['', say.substitution.heading]),
    ...changesIn(shown).flatMap(rows => numberedLines(desk, shown, rows)),
    ...(shown.merged.length === 0 ? [] : ['', say.merge.heading]),
    ...shown.merged.map(row => say.merge.one(desk.named('targets', row.target), row.host, row.guest)),
  ]
}

/** 本次为第2次抽取, and what became of the earlier attempts. */
function attemptLines({ say }: NamingDesk, { attempt, again, earlier }: ShownDraw): string[] {
  if (attempt < 2) return []
  return [
    say.draw.attempt(
      attempt,
      again === null ? '' : escapeControls(again.reason),
      escapeControls(again?.approver ?? ''),
    ),
    ...earlier.map(other =>
      other.ended !== null && other.void === null
        ? say.draw.earlierEnded(other.attempt, other.draw, other.ended.how)
        : say.draw.earlier(
            other.attempt,
            other.draw,
            other.void === null ? '' : escapeControls(other.void.reason),
          ),
    ),
  ]
}

function fixedLines({ say, window, named }: NamingDesk, { commitment, pool, from, to }: ShownDraw): string[] {
  const { strata, frame, exclusions, teams, seedSources, recusals } = commitment
  const words = say.freeze.strata
  return [
    say.draw.fixed(frame.rows, exclusions.rows, recusals.rows, from, to),
    '',
    ...table(
      window,
      [words.stratum, words.size, words.take, words.reserve, words.probability],
      strata.map(({ stratum, size, take, reserve }) => [
        escapeControls(say.published.stratumNamed(stratum)),
        String(size),
        String(take),
        String(reserve),
        percent(take, size),
      ]),
      ['left', 'right', 'right', 'right', 'right'],
    ),
    '',
    say.freeze.poolHeading,
    ...teams.map(({ department, seats }) =>
      say.draw.poolOf(
        named('departments', department),
        pool.filter(row => row.department === department).length,
        say.common.listed(seats.map(seat => say.draw.seatNamed(escapeControls(seat)))),
      ),
    ),
    '',
    say.freeze.sourcesAre(say.common.listed(seedSources.map(nameOfSource))),
  ]
}

/** The targets of a draw as a list. */
export function shownTargets(desk: NamingDesk, { selection }: ShownDraw): LongList<ShownTarget> {
  const { say } = desk
  const columns = say.draw.visitColumns
  return {
    items: selection.rows,
    data: row => row,
    headings:
      selection.count === 0
        ? null
        : [columns.target, columns.name, columns.stratum, columns.status, columns.team],
    cells: row => [
      row.target,
      escapeControls(row.name),
      escapeControls(say.published.stratumNamed(row.stratum)),
      say.draw.places[row.standing],
      teamText(desk, row.team),
    ],
  }
}

function teamText(desk: NamingDesk, team: ShownTarget['team']): string {
  const { say, named } = desk
  const { listed } = say.common
  const departments = [...new Set(team.map(({ department }) => department))]
  return departments
    .map(code => {
      const people = team.filter(row => row.department === code)
      return `${named('departments', code)}${say.published.between}${listed(people.map(row => named('inspectors', row.inspector)))}`
    })
    .join(between(desk))
}

function changesIn({ changes }: ShownDraw): (readonly SubstitutionRow[])[] {
  const numbers = [...new Set(changes.map(({ number }) => number))]
  return numbers.map(number => changes.filter(row => row.number === number))
}

function numberedLines(desk: NamingDesk, shown: ShownDraw, rows: readonly SubstitutionRow[]): string[] {
  const { number, reason, approver, at } = rows[0]!
  const words = desk.say.substitution
  const seen = shown.evidence.get(number)
  return [
    words.change(number, officeTime(at, shown.offset), reasonText(desk, reason), escapeControls(approver)),
    ...changeLines(desk, rows),
    ...(seen === undefined ? [] : [words.evidence(escapeControls(seen.file), seen.bytes, seen.sha256)]),
  ]
}

/** The fields of its document that stand before and after the targets; `more` are the last. */
function shownFields(shown: ShownDraw, more: object): Pick<Around, 'before' | 'after'> {
  const { commitment, pool, changes, evidence, offset: _, seedWas, earlier, ...rest } = shown
  const { selection: __, merged, ...before } = rest
  const after = {
    merged,
    frame: commitment.frame.rows,
    exclusions: commitment.exclusions.rows,
    recusals: commitment.recusals.rows,
    strata: commitment.strata,
    sources: commitment.seedSources.map(nameOfSource),
    teams: commitment.teams.map(team => ({
      ...team,
      pool: pool.filter(row => row.department === team.department).length,
    })),
    commitment: seedWas,
    earlier: earlier.map(({ draw, attempt, void: voided }) => ({ draw, attempt, void: voided })),
    substitutions: changes.map(row => ({ ...row, evidence: evidence.get(row.number) ?? null })),
    ...more,
  }
  return { before, after }
}
