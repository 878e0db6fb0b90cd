import { onlyGrows } from '../guards.ts'
import { DRAW_PART } from '../ledger-tables.ts'

/** SQLite takes no more than 10⁹ bytes in one cell: large files of draws are kept in parts. What is kept whole stays so. */
export const PARTS = `
  ${DRAW_PART.create}
  ${onlyGrows(DRAW_PART)}
`
