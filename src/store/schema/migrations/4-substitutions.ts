import { onlyGrows } from '../guards.ts'
import { SUBSTITUTION } from '../ledger-tables.ts'

/** Changes of a draw after it was made. */
export const SUBSTITUTIONS = `
  ${SUBSTITUTION.create}
  create index substitution_slot on substitution(draw, target, department, seat);
  create index substitution_came on substitution(came);
  ${onlyGrows(SUBSTITUTION, '\n    ')}
`
