/** What signatures of exports are made with: the country's own, and the one that machines everywhere know. */
export const ALGORITHMS = ['sm2', 'ed25519'] as const
export type Algorithm = (typeof ALGORITHMS)[number]
