import { onlyGrows } from '../guards.ts'
import { RISK_DECISION } from '../ledger-tables.ts'

/** What was decided on proposals of another class of risk, so that evidence which was decided on asks for nothing more. */
export const RISK_DECISIONS = `
  ${RISK_DECISION.create}
  create index risk_decision_of on risk_decision(result);
  ${onlyGrows(RISK_DECISION)}
`
