/**
 * What an import does where two rows say different things of one record, and it is not simply news (`--on-conflict`):
 * refuse both (an Issue), take the later one, or keep the one that stands. Either way it is told.
 */
export const CONFLICT_RULES = ['fail', 'newest', 'keep'] as const
export type ConflictRule = (typeof CONFLICT_RULES)[number]
