import { REGISTRIES_AND_DRAWS } from './1-registries-and-draws.ts'
import { EXPERTS_AND_HEADINGS } from './2-experts-and-headings.ts'
import { RULES_AND_VISITS } from './3-rules-and-visits.ts'
import { SUBSTITUTIONS } from './4-substitutions.ts'
import { MERGES } from './5-merges.ts'
import { SEALS } from './6-seals.ts'
import { RESULTS } from './7-results.ts'
import { MERGES_AFTER_VOID } from './8-merges-after-void.ts'
import { CHECKPOINTS } from './9-checkpoints.ts'
import { RESULTS_JUDGED } from './10-results-judged.ts'
import { ENDINGS } from './11-endings.ts'
import { TARGETS_BY_CODE_AND_NAME } from './12-targets-by-code-and-name.ts'
import { HOLIDAYS } from './13-holidays.ts'
import { ENGINES } from './14-engines.ts'
import { PARTS } from './15-parts.ts'
import { SIGNING_KEYS } from './16-signing-keys.ts'
import { RISK_DECISIONS } from './17-risk-decisions.ts'
import { OFFICE_SETTINGS } from './18-office.ts'
import { VISIT_CODES } from './19-visit-codes.ts'

/**
 * The schema, as the list of changes that made it. Append only: a change that stands here has run on somebody's file.
 * `user_version` counts those that ran.
 *
 * The changes are written with the tables as they are defined now. A table that gets another column is created, in the
 * change that made it, without it: `fixtures/databases/schema.sql` holds the text that every database has.
 */
export const MIGRATIONS: readonly string[] = [
  REGISTRIES_AND_DRAWS,
  EXPERTS_AND_HEADINGS,
  RULES_AND_VISITS,
  SUBSTITUTIONS,
  MERGES,
  SEALS,
  RESULTS,
  MERGES_AFTER_VOID,
  CHECKPOINTS,
  RESULTS_JUDGED,
  ENDINGS,
  TARGETS_BY_CODE_AND_NAME,
  HOLIDAYS,
  ENGINES,
  PARTS,
  SIGNING_KEYS,
  RISK_DECISIONS,
  OFFICE_SETTINGS,
  VISIT_CODES,
]
