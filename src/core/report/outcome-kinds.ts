/**
 * What outcomes of an inspection (检查结果代码) come to, for whoever counts them: nothing found, put right on the spot, a
 * problem that somebody has to settle, no business of the kind found, or a firm that is no more.
 */
export const OUTCOME_KINDS = ['none', 'corrected', 'problem', 'absent', 'gone'] as const
export type OutcomeKind = (typeof OUTCOME_KINDS)[number]

const KINDS: Readonly<Record<string, OutcomeKind>> = {
  1: 'none',
  E: 'corrected',
  F: 'absent',
  7: 'gone',
  9: 'gone',
  10: 'gone',
  11: 'gone',
  12: 'gone',
}

/** The gravest first: a result with several outcomes counts once. */
const GRAVEST: readonly OutcomeKind[] = ['problem', 'corrected', 'gone', 'absent', 'none']

/** What a result counts as; null of one that says nothing. */
export function outcomeKind(outcomes: readonly string[]): OutcomeKind | null {
  const kinds = new Set(outcomes.map(code => KINDS[code] ?? 'problem'))
  return GRAVEST.find(kind => kinds.has(kind)) ?? null
}
