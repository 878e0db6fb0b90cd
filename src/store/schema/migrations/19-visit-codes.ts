import { onlyGrows } from '../guards.ts'
import { VISIT_CODE } from '../ledger-tables.ts'

/** Visits have the numbers that other systems gave them when they approved them. */
export const VISIT_CODES = `
  ${VISIT_CODE.create}
  create index visit_code_of on visit_code(draw);
  ${onlyGrows(VISIT_CODE)}
`
