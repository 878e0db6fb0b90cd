import { LIBRARIES } from '../../core/registry/libraries/field.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { ENGINE, HEADING_MAP, OFFICE, RULE, registryTable, VISIT } from './history-tables.ts'
import {
  CHECKPOINT,
  CLOCK,
  DRAW,
  DRAW_FILE,
  DRAW_PART,
  DRAWN,
  ENDED,
  MERGED,
  PAPER_NUMBER,
  RESULT_STEP,
  REVEAL,
  RISK_DECISION,
  RUN,
  SEATED,
  SECRET,
  SIGNING_KEY,
  SUBSTITUTION,
  TIME_STAMP,
  VOID,
} from './ledger-tables.ts'
import type { Table } from './table.ts'

/** Every table whose rows are digested into the entries that wrote them: all but the ledger's own two. */
export const DIGESTED_TABLES: readonly Table[] = [
  ...LIBRARIES.map(name => registryTable(library(name))),
  HEADING_MAP,
  RULE,
  OFFICE,
  ENGINE,
  VISIT,
  DRAW,
  DRAW_FILE,
  DRAW_PART,
  RUN,
  DRAWN,
  SEATED,
  VOID,
  MERGED,
  SUBSTITUTION,
  SECRET,
  REVEAL,
  CHECKPOINT,
  TIME_STAMP,
  CLOCK,
  RESULT_STEP,
  ENDED,
  SIGNING_KEY,
  RISK_DECISION,
  PAPER_NUMBER,
]
