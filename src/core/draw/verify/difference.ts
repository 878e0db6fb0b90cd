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
  expected: string | Uint8Array,
  found: Uint8Array,
): Differs | undefined {
  const wanted = typeof expected === 'string' ? new TextEncoder().encode(expected) : expected
  let at = 0
  while (at < wanted.length && wanted[at] === found[at]) at++
  if (at === wanted.length && at === found.length) return undefined
  let line = 1
  let from = 0
  for (let end = wanted.indexOf(LF); end >= 0 && end < at; end = wanted.indexOf(LF, from)) {
    from = end + 1
    line++
  }
  const texts = { expected: lineFrom(wanted, from), found: lineFrom(found, from) }
  return differs({ file, line, check: texts.expected === texts.found ? 'line-end' : 'line', ...texts })
}

const LF = 10

/** For people to read: bytes that are not UTF-8 show as U+FFFD. */
function lineFrom(bytes: Uint8Array, from: number): string {
  const end = bytes.indexOf(LF, from)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    bytes.subarray(from, end < 0 ? bytes.length : end),
  )
}
