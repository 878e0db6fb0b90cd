import type { Day } from '../../core/dates.ts'
import type { EntryNumber } from '../../core/ids.ts'
import type { KnownDecision } from '../../core/risk/decide.ts'
import type { Decision, RiskProposal } from '../../core/risk/proposal-sheet.ts'
import type { EntryWriter } from '../entry.ts'
import type { Store } from '../open.ts'
import { RISK_DECISION } from '../schema/ledger-tables.ts'

/** What was decided on proposals of another class of risk. */
export interface RiskDecisions {
  /** The decision that stands on a piece of evidence, by its name; the last one where there are several. */
  readonly decided: (key: string) => KnownDecision | null
  readonly decidedKey: (key: string) => boolean
  /** Whether an entry gave a target its class by such a decision. */
  readonly setHereBy: (target: string, entry: EntryNumber) => boolean
}

export function riskDecisions(store: Store): RiskDecisions {
  const find = store.sql<KnownDecision>(
    `select decision, target, proposed as "to" from risk_decision
     where result = @result and ground = @ground order by rowid desc limit 1`,
  )
  const by = store
    .sql<number>(
      `select 1 from risk_decision where since = @entry and target = @target and decision <> '不同意' limit 1`,
    )
    .pluck()
  const decided = (key: string) => {
    const cut = key.lastIndexOf(' ')
    return find.get({ result: key.slice(0, cut), ground: key.slice(cut + 1) }) ?? null
  }
  return {
    decided,
    decidedKey: key => decided(key) !== null,
    setHereBy: (target, entry) => by.get({ target, entry }) !== undefined,
  }
}

/** Puts a decision on record, piece of evidence by piece. */
export function writeDecision(
  writer: EntryWriter,
  { id: target, from: was, to: proposed, evidence }: Pick<RiskProposal, 'id' | 'from' | 'to' | 'evidence'>,
  { decision, reason, day }: { readonly decision: Decision; readonly reason: string; readonly day: Day },
): void {
  for (const { result, ground } of evidence)
    writer.write(RISK_DECISION, { target, result, ground, day, was, proposed, decision, reason })
}
