import { onlyGrows } from '../guards.ts'
import { MERGED } from '../ledger-tables.ts'
import { ledgerTable } from '../table.ts'

/** As it was first: a guest could join one host at a target, and none after that. */
const before = ledgerTable('merged', MERGED.columns, ['guest', 'target'])

/** Common visits. */
export const MERGES = `
  ${before.create}
  ${onlyGrows(before)}
`
