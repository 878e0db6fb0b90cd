import { onlyGrows } from '../guards.ts'
import { SIGNING_KEY } from '../ledger-tables.ts'

/** Keys that sign exports are on record: when each was registered, exchanged or lost. */
export const SIGNING_KEYS = `
  ${SIGNING_KEY.create}
  ${onlyGrows(SIGNING_KEY)}
`
