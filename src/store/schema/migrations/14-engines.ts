import { keepsHistory } from '../guards.ts'
import { ENGINE } from '../history-tables.ts'

/** Engines that a registry of targets lies in already. */
export const ENGINES = `
  ${ENGINE.create}
  ${keepsHistory(ENGINE)}
`
