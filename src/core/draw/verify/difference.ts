import type { Pieces } from '../../pieces.ts'
import { type Content, piecesOf } from '../folder/content.ts'
import { firstDifference, lineFrom } from '../folder/first-difference.ts'
import type { Misreading } from '../folder/read-table.ts'
import type { SeedProblem } from '../seed/seed.ts'

/** The first place where a folder departs from what the law makes of it (draw.md, section 8). */
export interface Difference {
  readonly file: string
  /** Where in the file, if that is known; the first line is 1. */
  readonly line?: number
  readonly check: DifferenceCheck
  /** The column of a table, or the path of a value in the commitment. */
  readonly column?: string
  /** A literal text; for `field` an `Expectation`, for `commitment` a `CommitmentExpectation`; empty where there is nothing. */
  readonly expected: string
  readonly found: string
}

export type DifferenceCheck =
  /** A line is not the one that drawing again gives. */
  | 'line'
  /** A file's SHA-256, row count or Merkle root, or a stratum's size, is different. */
  | 'digest'
  | 'rows'
  | 'root'
  | 'size'
  /** A file is missing, or not listed; a line of the sums is malformed, or names another file. */
  | 'absent'
  | 'unlisted'
  | 'sum-form'
  | 'sum-name'
  /** The commitment is of an unknown version, or a value is not what it must be. */
  | 'spec'
  | 'commitment'
  /** No admissible teams exist in this department. */
  | 'infeasible'
  /** There are teams, though the record says that there are none. */
  | 'teams-exist'
  /** A reason that section 7 does not know for what falls out, or no approver. */
  | 'reason'
  | 'approver'
  /** A line is not the one that was announced before the seed. */
  | 'announced'
  /** The target or inspector that falls out did not stand there. */
  | 'not-standing'
  | 'seed-source'
  /** Of a certificate: it is not one, is not in canonical form, has the wrong digest, or belongs to another draw. */
  | 'certificate'
  | 'certificate-form'
  | 'certificate-digest'
  | 'other-draw'
  /** A key or ticket that does not follow, a row that is not in the frame, a verdict that the numbers do not support. */
  | 'key'
  | 'ticket'
  | 'inclusion'
  | 'finding'
  /** What a certificate says followed the draw is not what papers or published results have, or was corrected since. */
  | 'followed'
  | 'corrected-since'
  | 'results-form'
  /** `papers.json` is not one, or the record tells another thing than the papers; a paper is not what follows. */
  | 'told-form'
  | 'told'
  | 'paper'
  /** The page of a folder holds another content of a file. */
  | 'embedded'
  | `seed-${SeedProblem['kind']}`
  | Misreading['check']

export interface Differs {
  readonly kind: 'differs'
  readonly difference: Difference
}

export function differs(difference: Omit<Difference, 'expected' | 'found'> & Partial<Difference>): Differs {
  return { kind: 'differs', difference: { expected: '', found: '', ...difference } }
}

/** The first line where a file departs from the expected text, or nothing. */
export function lineDiffers(
  file: string,
  expected: string | Content | Pieces,
  found: Content,
): Differs | undefined {
  const wanted = piecesIn(expected)
  const own = piecesOf(found)
  const place = firstDifference(wanted, own)
  if (place === null) return undefined
  const { line, from } = place
  const texts = { expected: shown(lineFrom(wanted, from)), found: shown(lineFrom(own, from)) }
  return differs({ file, line, check: texts.expected === texts.found ? 'line-end' : 'line', ...texts })
}

function piecesIn(expected: string | Content | Pieces): Pieces {
  if (typeof expected === 'string') return [new TextEncoder().encode(expected)]
  return Symbol.iterator in expected && !(expected instanceof Uint8Array) ? expected : piecesOf(expected)
}

/** For people to read: bytes that are not UTF-8 show as U+FFFD. */
function shown(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
