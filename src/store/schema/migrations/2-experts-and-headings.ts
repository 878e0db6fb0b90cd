import { keepsHistory } from '../guards.ts'
import { HEADING_MAP } from '../history-tables.ts'
import { registry } from './registry.ts'

/** Experts come in like the other registries; headings can be kept; a firm is found under its old number (`twinIn`). */
export const EXPERTS_AND_HEADINGS = `
  ${registry('experts')}
  ${HEADING_MAP.create}
  ${keepsHistory(HEADING_MAP)}
  create index target_registration on target(registration)
    where until is null and uscc <> '' and registration <> '';
`
