import { onlyGrows } from '../guards.ts'
import { ENDED } from '../ledger-tables.ts'

/** Draws that ended without a result are on record: a seed without teams, and what was not run in time. */
export const ENDINGS = `
  ${ENDED.create}
  ${onlyGrows(ENDED)}
`
