import { onlyGrows } from '../guards.ts'
import { DRAW, DRAW_FILE, DRAWN, ENTRY, RUN, SEAL, SEATED, VOID } from '../ledger-tables.ts'
import { registry } from './registry.ts'

/** Finds the extra fields of the targets without reading them all. */
export const TARGET_EXTRA = "create index if not exists target_extra on target(since) where extra <> '';"

/** The ledger, the registries, and draws from freezing to the void mark. */
export const REGISTRIES_AND_DRAWS = `
  ${ENTRY.create}
  ${SEAL.create}
  ${registry('departments')}
  ${registry('items')}
  ${registry('targets', TARGET_EXTRA)}
  ${registry('inspectors')}
  ${registry('recusals')}
  ${registry('plan')}
  ${DRAW.create}
  ${DRAW_FILE.create}
  ${RUN.create}
  ${DRAWN.create}
  create index drawn_target on drawn(target);
  ${SEATED.create}
  create index seated_inspector on seated(inspector);
  ${VOID.create}
  ${[ENTRY, SEAL, DRAW, DRAW_FILE, RUN, DRAWN, SEATED, VOID].map(table => onlyGrows(table)).join('')}
`
