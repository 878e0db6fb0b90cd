import type { Commitment } from '../../draw/commitment/commitment.ts'
import type { Fact } from '../document.ts'

/** What decided who is in the frame and how many are drawn, as version 2 of the law fixes it. */
export function termFacts(commitment: Commitment): Fact[] {
  if (commitment.spec === 'ssj-draw/1') return []
  return Object.entries(commitment.terms).map(([label, value]) => ({ label, value }))
}
