import { approvedFor, reasonGiven, textGiven } from '../../core/approval/approval.ts'
import type { SubstitutionRow } from '../../core/draw/folder/tables.ts'
import {
  type Falling,
  nextSubstitution,
  substitute as replace,
} from '../../core/draw/substitution/substitute.ts'
import { barsFromDraw } from '../../core/draw/substitution/substitution-cause.ts'
import { officeMoment } from '../../core/office-time.ts'
import type { OptionReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { evidenceFrom } from '../../files/evidence.ts'
import { offsetAtFreeze } from '../../store/draws/draw-record.ts'
import { writeSubstitution } from '../../store/draws/substitutions.ts'
import { inEntry } from '../../store/entry.ts'
import { aboveLimitsNow } from '../../store/inputs/above-limits-now.ts'
import { substitutionInput } from '../../store/inputs/substitution-input.ts'
import type { Store } from '../../store/open.ts'
import { factsFor } from '../../store/registry/facts.ts'
import { lackingAt } from '../../store/views/common-visits.ts'
import type { Desk } from '../../terminal/desk.ts'
import {
  type SubstitutionReport,
  substitutionData,
  substitutionLines,
} from '../../terminal/reports/substitution-report.ts'
import { drawNamed } from '../lookup.ts'
import { naming } from '../naming.ts'
import { refuseOverResults, refuseOverVisited } from '../results/results-stand.ts'
import { occasionOf, withStore } from '../session.ts'

const refuse = refusal<OptionReasons>()

export interface SubstituteOptions {
  readonly target?: string
  readonly inspector?: string
  readonly department?: string
  readonly visit?: readonly string[]
  readonly reason?: string
  readonly approver?: string
  readonly evidence?: string
  readonly leaveEmpty?: boolean
  readonly despiteResults?: boolean
}

/** draw substitute — a target or an inspector falls out, the next in the fixed order takes the place; nothing is overwritten. */
export async function substitute(desk: Desk, name: string, options: SubstituteOptions): Promise<number> {
  const kind = kindAsked(options)
  const who = textGiven(`--${kind}`, options[kind])
  const reason = reasonGiven(options.reason, kind)
  const approver = approvedFor(desk.actor, options.approver)
  const evidence = options.evidence === undefined ? null : evidenceFrom(desk.path(options.evidence))
  return withStore(desk, async store => {
    const { entry, result } = await inEntry(store, occasionOf(desk), 'substitute', writer => {
      const record = drawNamed(store, desk, name)
      const names = kind === 'target' ? [who] : (options.visit ?? [])
      const input = substitutionInput(store, record, names)
      const changes = replace(input, fallingFrom(store, kind, who, reason.cell, options))
      const [falls] = changes
      const isMeant = options.despiteResults === true
      const isOfAll = input.draw.spec !== 'ssj-draw/1' && barsFromDraw(reason.cell)
      const kept =
        kind === 'target'
          ? refuseOverResults(store, record.number, falls!.out, isMeant)
          : refuseOverVisited(store, record.number, changes, !isOfAll, isMeant)
      const number = nextSubstitution(input)
      const at =
        input.draw.spec === 'ssj-draw/1' ? writer.at : officeMoment(writer.at, offsetAtFreeze(record.detail))
      const said = { number, reason: reason.cell, approver, at }
      const rows = changes.map((change): SubstitutionRow => ({ ...change, ...said }))
      writeSubstitution(writer, record.number, rows, evidence)
      const { out, in: came } = rows[0]!
      const told: SubstitutionReport = {
        draw: record.number,
        rows,
        before: input.changes,
        lacking: lackingAt(store, record),
        above: aboveLimitsNow(store, record, cameIn(rows, 'target'), cameIn(rows, 'inspector')),
        evidence,
      }
      const proof = evidence === null ? {} : { evidence }
      return {
        subject: { draw: record.number, ...said, kind, out, in: came, ...kept, ...proof },
        result: told,
      }
    })
    desk.result(substitutionData(result, entry!), () =>
      substitutionLines(naming(desk, store), result, entry!),
    )
    return 0
  })
}

function cameIn<Id extends string>(rows: readonly SubstitutionRow[], kind: SubstitutionRow['kind']): Id[] {
  return rows.filter(row => row.kind === kind && row.in !== '').map(row => row.in as Id)
}

function kindAsked({ target, inspector, department, visit, leaveEmpty }: SubstituteOptions): Falling['kind'] {
  if ((target === undefined) === (inspector === undefined))
    throw refuse('one-of-options', { options: ['--target', '--inspector'] })
  const useless = (option: string, other: string) => refuse('option-not-applicable', { option, with: other })
  if (target !== undefined && department !== undefined) throw useless('--department', '--target')
  if (target !== undefined && visit !== undefined) throw useless('--visit', '--target')
  if (inspector !== undefined && leaveEmpty) throw useless('--leave-empty', '--inspector')
  return target === undefined ? 'inspector' : 'target'
}

function fallingFrom(
  store: Store,
  kind: Falling['kind'],
  who: string,
  reason: string,
  options: SubstituteOptions,
): Falling {
  if (kind === 'target') return { kind, target: who, leaveEmpty: options.leaveEmpty === true }
  const { department: name, visit: visits = null } = options
  const code = name === undefined ? undefined : factsFor(store, library('inspectors')).departments.get(name)
  return { kind, inspector: who, reason, department: name === undefined ? null : { name, code }, visits }
}
