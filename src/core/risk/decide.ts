import { type Day, isDay } from '../dates.ts'
import type { Issue, IssueCode, IssueDetails } from '../registry/cells/issue.ts'
import { library } from '../registry/libraries/library.ts'
import { columnOf, type RecordCells } from '../registry/libraries/record-cells.ts'
import {
  DECISIONS,
  type Decision,
  evidenceIn,
  evidenceText,
  type RiskProposal,
  SHEET,
} from './proposal-sheet.ts'
import { evidenceKey } from './propose.ts'

const RISK = columnOf(library('targets'), 'risk')

/** What is known of a decision that stands on a piece of evidence. */
export interface KnownDecision {
  readonly decision: string
  readonly target: string
  readonly to: string
}

/** By what a row of a sheet of proposals is judged. */
export interface DecidingInput {
  readonly today: Day
  /** The target that stands under an id. */
  readonly standing: (id: string) => RecordCells | null
  /** The decision that stands on a piece of evidence, by its name. */
  readonly decided: (key: string) => KnownDecision | null
  /** What results ask for of a target on a day, or null. */
  readonly proposal: (id: string, day: Day) => RiskProposal | null
}

/** What a row says, by the headings of the sheet. */
export type ProposalRow = Readonly<Record<keyof typeof SHEET, string>> & {
  readonly id: string
  readonly line: number
}

export type Deciding =
  /** Nobody has decided yet: nothing becomes of it. */
  | { readonly kind: 'undecided' }
  | { readonly kind: 'issue'; readonly issue: Issue }
  /** The same was decided before. */
  | { readonly kind: 'known'; readonly row: RecordCells }
  | {
      readonly kind: 'decided'
      readonly decision: Decision
      readonly proposal: RiskProposal
      readonly reason: string
      /** The target as it is from now on. */
      readonly row: RecordCells
    }

/**
 * Judges what somebody decided on a proposal: it must still be what the results of its day ask for, the class must be the one
 * that it speaks of, and one that another body set changes only where that is said, with a reason.
 */
export function decideRisk(row: ProposalRow, input: DecidingInput): Deciding {
  const said = row.decision.normalize('NFKC').replaceAll(/\s/g, '')
  if (said === '') return { kind: 'undecided' }
  const decision = DECISIONS.find(one => one === said)
  if (decision === undefined) return wrong(row, 'decision', 'invalid-choice', { choices: DECISIONS })
  const target = input.standing(row.id)
  const field = row.uscc !== '' ? 'uscc' : row.registration !== '' ? 'registration' : 'code'
  if (target === null) return wrong(row, field, 'unknown-target', { name: row.id, nearest: null })
  const proposed = decidedBefore(row, decision, target, input) ?? proposalMeant(row, target, input)
  if ('kind' in proposed) return proposed
  const { to, source } = proposed
  if (decision === '同意' && source !== '')
    return wrong(row, 'decision', 'risk-class-of-others', { source, expected: DECISIONS[2] })
  if (decision === '同意并改动来源等级' && row.reason === '') return wrong(row, 'reason', 'missing-value', {})
  const becomes = decision === '不同意' ? target : target.with(RISK, to)
  return { kind: 'decided', decision, proposal: proposed, reason: row.reason, row: becomes }
}

/** What becomes of a row whose evidence was decided on before: nothing where the decision is the same. */
function decidedBefore(
  row: ProposalRow,
  decision: Decision,
  target: RecordCells,
  { decided }: DecidingInput,
): Deciding | null {
  const before = evidenceIn(row.evidence).map(one => decided(evidenceKey(one)))
  const known = before.filter(one => one !== null && one.target === row.id) as KnownDecision[]
  const [first] = known
  if (first === undefined || known.length < before.length) return null
  if (known.every(one => one.decision === decision && one.to === row.to))
    return { kind: 'known', row: target }
  return wrong(row, 'decision', 'risk-decided-otherwise', { decision: first.decision, to: first.to })
}

/** The proposal that a row speaks of, as results ask for it; or why there is none. */
function proposalMeant(row: ProposalRow, target: RecordCells, input: DecidingInput): RiskProposal | Deciding {
  const day = row.day.replaceAll('/', '-')
  if (!isDay(day)) return wrong(row, 'day', 'invalid-date', {})
  if (day > input.today) return wrong(row, 'day', 'result-day-ahead', { today: input.today })
  if (target[RISK] !== row.from) return wrong(row, 'from', 'risk-class-moved', { now: target[RISK]! })
  const proposal = input.proposal(row.id, day)
  const text = proposal === null ? '' : evidenceText(proposal.evidence)
  if (proposal !== null && proposal.to === row.to && text === row.evidence.trim()) return proposal
  return wrong(row, 'to', 'risk-proposal-stale', { now: proposal === null ? '' : `${proposal.to}：${text}` })
}

function wrong<K extends IssueCode>(
  row: ProposalRow,
  field: keyof typeof SHEET,
  code: K,
  details: IssueDetails[K],
): Deciding {
  const issue = { row: row.line, column: null, heading: SHEET[field], value: row[field], code, details }
  return { kind: 'issue', issue: issue as Issue }
}
