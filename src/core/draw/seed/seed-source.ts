import { DIGEST } from '../../hex.ts'
import { isDrandRound } from './drand-round.ts'

/** What a source's name says about its values (draw.md, section 4). */
export type SourceKind =
  | { readonly kind: 'plain' }
  /** A sealed source: the value's digest was announced. */
  | { readonly kind: 'secret'; readonly digest: string }
  /** A round of drand's quicknet, whose signature can be verified. */
  | { readonly kind: 'drand'; readonly round: bigint }
  /** Begins like a checked kind but is not one: it would look checked without being so. */
  | { readonly kind: 'malformed' }

export function kindOfSource(source: string): SourceKind {
  const name = normalise(source)
  const digest = SECRET.exec(name)?.[1]
  if (digest) return { kind: 'secret', digest }
  const round = BigInt(QUICKNET.exec(name)?.[1] ?? 0)
  if (isDrandRound(round)) return { kind: 'drand', round }
  return { kind: LOOKS_CHECKED.test(name) ? 'malformed' : 'plain' }
}

const SECRET = new RegExp(`^secret/(${DIGEST})$`)
const QUICKNET = /^drand\/quicknet\/([1-9][0-9]{0,19})$/
const LOOKS_CHECKED = /^(secret|drand)\//i

/** How sources and values are written: NFKC, trimmed, inner white space folded to one space (section 4). */
export function normalise(text: string): string {
  return text.normalize('NFKC').replace(WHITE_SPACE, ' ').replace(OUTER_SPACE, '')
}

/** White space as Unicode defines it: without the byte order mark, which JavaScript's `\s` includes. */
const WHITE_SPACE = /\p{White_Space}+/gu
const OUTER_SPACE = /^ | $/g

/** Whether a text is normalised and means the same to every program: no control characters, no lone surrogates. */
export function isLegible(text: string): boolean {
  return text !== '' && !HIDDEN.test(text) && normalise(text) === text
}

const HIDDEN = /[\p{Cc}\p{Cs}]/u

/** The same for version 2 of the law, which also allows no characters that do not show (Cf; draw-2.md, section 4). */
export function isFolded(text: string): boolean {
  return isLegible(text) && !FORMAT.test(text)
}

const FORMAT = /\p{Cf}/u
