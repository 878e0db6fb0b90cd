import type { SubstitutionRow } from '../folder/tables.ts'
import type { Standing } from '../substitution/standing.ts'
import type { DifferenceCheck } from './difference.ts'

/** The lines of one substitution, which have one number. */
export type Numbered = readonly [SubstitutionRow, ...SubstitutionRow[]]

/** The lines that the law gives for a substitution, and how the draw stands after it; or why it gives none. */
export type Replayed =
  | { readonly kind: 'lines'; readonly rows: readonly SubstitutionRow[]; readonly standing: Standing }
  | { readonly kind: Extract<DifferenceCheck, 'not-standing' | 'infeasible' | 'reason' | 'approver'> }
