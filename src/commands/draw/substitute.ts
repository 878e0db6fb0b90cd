import type { Change } from '../../core/draw/folder/rows.ts'
import { sortRows } from '../../core/draw/folder/table.ts'
import { ASSIGNMENT, type SubstitutionRow } from '../../core/draw/folder/tables.ts'
import type { DrawReasons } from '../../core/draw/reasons.ts'
import type { SubstitutionReasons } from '../../core/draw/substitution/reasons.ts'
import type { Draw, Slot } from '../../core/draw/substitution/standing.ts'
import {
  replaceInspector,
  replaceTarget,
  type Substitution,
} from '../../core/draw/substitution/substitution.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { evidenceFrom } from '../../files/evidence.ts'
import { filesOf } from '../../store/draws/draw-files.ts'
import type { DrawRecord } from '../../store/draws/draw-record.ts'
import { writeSubstitution } from '../../store/draws/substitutions.ts'
import { inEntry } from '../../store/entry.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../../terminal/desk.ts'
import { type Substituted, substitutedData, substitutedLines } from '../../terminal/reports/substituted.ts'
import { approvedFor, reasonGiven, textGiven } from '../approval.ts'
import { drawNamed, occasionOf, withStore } from '../session.ts'
import { commonVisitsOf } from './common-visits.ts'
import { targetName } from './draws.ts'
import { seatsOf, targetStanding } from './replaced-seat.ts'
import { type Changed, changedIn, drawFrom } from './standing.ts'

const refuse = refusal<DrawReasons & OptionReasons & SubstitutionReasons>()

export interface SubstituteOptions {
  readonly target?: string
  readonly inspector?: string
  readonly department?: string
  readonly visit?: readonly string[]
  readonly reason?: string
  readonly approver?: string
  readonly evidence?: string
  readonly leaveEmpty?: boolean
}

/** draw substitute — a target or an inspector falls out, the next in the fixed order takes the place; nothing is overwritten. */
export async function substitute(desk: Desk, name: string, given: SubstituteOptions): Promise<number> {
  const kind = kindAsked(given)
  const options: SubstituteOptions =
    kind === 'target'
      ? { ...given, target: textGiven('--target', given.target) }
      : { ...given, inspector: textGiven('--inspector', given.inspector) }
  const reason = reasonGiven(options.reason, kind)
  const approver = approvedFor(desk, options.approver)
  const evidence = options.evidence === undefined ? null : evidenceFrom(options.evidence)
  return withStore(desk, async store => {
    const { entry, result } = await inEntry(store, occasionOf(desk), 'substitute', pen => {
      const record = drawNamed(store, desk, name)
      const changed = standingDraw(store, record)
      const draw = drawFrom(filesOf(store, record.number))
      const number = (changed.changes.at(-1)?.number ?? 0) + 1
      const asked: Asked = { name: record.number, draw, changed, number, options }
      const changes = kind === 'target' ? targetFalls(store, asked) : inspectorFalls(store, asked)
      const said = { number, reason: reason.cell, approver, at: desk.now }
      const rows = changes.map((change): SubstitutionRow => ({ ...change, ...said }))
      writeSubstitution(pen, record.number, rows, evidence)
      const { out, in: came } = rows[0]!
      const subject = { draw: record.number, ...said, kind, out, in: came, ...(evidence ? { evidence } : {}) }
      const nameOf = (target: string) => targetName(store, target, record.since)
      const lacking = commonVisitsOf(store, record)
        .filter(({ host, lacks }) => host === record.number && lacks.length > 0)
        .map(({ target, guest, lacks }) => ({ target, guest, lacks }))
      const told: Substituted = {
        draw: record.number,
        rows,
        before: changed.changes,
        nameOf,
        lacking,
        evidence,
      }
      return { subject, result: told }
    })
    desk.result(substitutedData(result, entry!), () => substitutedLines(desk, result, entry!))
    return 0
  })
}

function kindAsked({ target, inspector, department, visit, leaveEmpty }: SubstituteOptions): Change['kind'] {
  if ((target === undefined) === (inspector === undefined))
    throw refuse('one-of-options', { options: ['--target', '--inspector'] })
  const useless = (option: string, other: string) => refuse('option-not-applicable', { option, with: other })
  if (target !== undefined && department !== undefined) throw useless('--department', '--target')
  if (target !== undefined && visit !== undefined) throw useless('--visit', '--target')
  if (inspector !== undefined && leaveEmpty) throw useless('--leave-empty', '--inspector')
  return target === undefined ? 'inspector' : 'target'
}

function standingDraw(store: Store, record: DrawRecord): Changed {
  if (record.void !== null) throw refuse('draw-void', { draw: record.number })
  if (record.run === null) throw refuse('draw-not-run', { draw: record.number })
  return changedIn(store, record.number)
}

/** A substitution that is asked for: `number` is its own, `name` the draw's. */
interface Asked {
  readonly name: string
  readonly draw: Draw
  readonly changed: Changed
  readonly number: number
  readonly options: SubstituteOptions
}

function targetFalls(store: Store, { name, draw, changed, number, options }: Asked): readonly Change[] {
  const row = targetStanding(store, name, draw, changed, options.target!)
  const changes = done(name, replaceTarget(draw, changed.standing, number, row.target))
  if (changes[0]!.in === '' && options.leaveEmpty !== true) {
    const { stratum, target } = row
    const reserves = draw.selection.filter(other => other.stratum === stratum && other.status === 'reserve')
    throw refuse('reserves-used-up', { draw: name, target, stratum, reserves: reserves.length })
  }
  return changes
}

function inspectorFalls(store: Store, { name, draw, changed, number, options }: Asked): readonly Change[] {
  const slots: readonly Slot[] = sortRows(ASSIGNMENT, seatsOf(store, name, draw, changed, options))
  return done(name, replaceInspector(draw, changed.standing, number, options.inspector!, slots))
}

function done(draw: string, outcome: Substitution): readonly Change[] {
  switch (outcome.kind) {
    case 'substituted':
      return outcome.changes
    case 'infeasible': {
      const { department, blocking } = outcome
      throw refuse('no-substitute', { draw, department, blocking })
    }
    case 'not-standing':
      throw new Error('who falls out was found to stand there')
    default:
      return outcome satisfies never
  }
}
