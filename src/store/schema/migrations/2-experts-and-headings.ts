import { keepsHistory } from '../guards.ts'
import { HEADING_MAP } from '../history-tables.ts'
import { TARGET_EXTRA } from './1-registries-and-draws.ts'
import { registry } from './registry.ts'

/**
 * Experts come in like the other registries; headings can be kept; a firm is found under its old number (`twinsIn`).
 * The first programs made no `target_extra`: their databases get it here.
 */
export const EXPERTS_AND_HEADINGS = `
  ${registry('experts')}
  ${HEADING_MAP.create}
  ${keepsHistory(HEADING_MAP)}
  ${TARGET_EXTRA}
  create index target_registration on target(registration)
    where until is null and uscc <> '' and registration <> '';
`
