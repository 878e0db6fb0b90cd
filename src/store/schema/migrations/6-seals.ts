import { onlyGrows } from '../guards.ts'
import { REVEAL, SECRET } from '../ledger-tables.ts'

/** A draw may have a sealed source: the value that is kept, and its opening. */
export const SEALS = `
  ${SECRET.create}
  ${REVEAL.create}
  ${onlyGrows(SECRET)}
  ${onlyGrows(REVEAL)}
`
