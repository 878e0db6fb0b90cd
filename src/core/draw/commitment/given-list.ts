import type { Commitment } from './commitment.ts'

/** The terms of a commitment that say that its list was drawn elsewhere, and by what that can be shown. */
export const LIST_DRAWN_BY = '名单抽取机关'
export const LIST_PROOF = '名单凭证'
export const NO_PROOF = '未附'

/** A list that was given: nothing here says how it was drawn. */
export interface GivenList {
  readonly by: string
  /** The commitment of the draw that it is from, or empty. */
  readonly proof: string
}

/** Who drew the list of a draw, where this office did not; the law does not interpret terms, and a verdict names what it leaves unchecked. */
export function givenList(commitment: Commitment): GivenList | null {
  const terms = commitment.spec === 'ssj-draw/1' ? {} : commitment.terms
  const by = terms[LIST_DRAWN_BY]
  if (by === undefined) return null
  const proof = terms[LIST_PROOF] ?? NO_PROOF
  return { by, proof: proof === NO_PROOF ? '' : proof }
}
