import { onlyGrows } from '../guards.ts'
import { CHECKPOINT, CLOCK, TIME_STAMP } from '../ledger-tables.ts'

/** What outsiders hold of the ledger is on record: signed checkpoints, time stamps over them, and a clock that was wrong. */
export const CHECKPOINTS = `
  ${CHECKPOINT.create}
  ${TIME_STAMP.create}
  ${CLOCK.create}
  ${onlyGrows(CHECKPOINT)}
  ${onlyGrows(TIME_STAMP)}
  ${onlyGrows(CLOCK)}
`
