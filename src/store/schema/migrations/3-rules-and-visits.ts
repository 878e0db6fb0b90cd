import { keepsHistory } from '../guards.ts'
import { RULE, VISIT } from '../history-tables.ts'

/** Rules that an office sets, with their history; visits that were not drawn. */
export const RULES_AND_VISITS = `
  ${RULE.create}
  ${keepsHistory(RULE)}
  ${VISIT.create}
  create index visit_target on visit(target);
  ${keepsHistory(VISIT)}
`
