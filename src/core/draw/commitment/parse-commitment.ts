import { byBytes } from '../../bytes.ts'
import { isObject, parseJson } from '../../json.ts'
import { firstFlaw } from '../../shape.ts'
import { SPEC } from '../folder/spec.ts'
import { normalise } from '../seed/seed-source.ts'
import { type Commitment, commitmentText } from './commitment.ts'
import { COMMITMENT, type CommitmentFlaw } from './commitment-shape.ts'

/** Accepts a commitment only if writing it again gives the same text; otherwise says where it departs from the law. */
export function parseCommitment(text: string): CommitmentReading {
  const value = parseJson(text)
  if (isObject(value) && typeof value.spec === 'string' && value.spec !== SPEC) {
    return { kind: 'unknown-spec', found: value.spec }
  }
  const flaw = COMMITMENT(value) ?? disagreement(value as Commitment)
  if (flaw) return { kind: 'flawed', flaw }
  const commitment = value as Commitment
  const canonical = commitmentText(commitment)
  return text === canonical ? { kind: 'commitment', commitment } : { kind: 'not-canonical', canonical }
}

export type CommitmentReading =
  | { readonly kind: 'commitment'; readonly commitment: Commitment }
  /** Another version of the law, or none. */
  | { readonly kind: 'unknown-spec'; readonly found: string }
  | { readonly kind: 'flawed'; readonly flaw: CommitmentFlaw }
  /** The values are sound, but not written as in `canonical`. */
  | { readonly kind: 'not-canonical'; readonly canonical: string }

/** Where values that are each sound contradict one another. */
function disagreement({ strata, teams, seedSources, frame }: Commitment): CommitmentFlaw | undefined {
  const sizes = strata.reduce((sum, { size }) => sum + size, 0)
  const sources = seedSources.map(normalise)
  return (
    outOfOrder(
      'strata',
      strata.map(({ stratum }) => stratum),
    ) ??
    firstFlaw([...strata.keys()], i => beyondSize(strata[i]!, `strata[${i}]`)) ??
    (sizes === frame.rows
      ? undefined
      : { path: 'strata', expected: 'sizes-of-frame', found: String(sizes) }) ??
    outOfOrder(
      'teams',
      teams.map(({ department }) => department),
    ) ??
    (sources.length > 0 && new Set(sources).size === sources.length
      ? undefined
      : { path: 'seedSources', expected: 'sources', found: JSON.stringify(seedSources) })
  )
}

function beyondSize(
  { size, take, reserve }: Commitment['strata'][number],
  path: string,
): CommitmentFlaw | undefined {
  return take + reserve <= size ? undefined : { path, expected: 'within-size', found: `${take}+${reserve}` }
}

function outOfOrder(path: string, names: readonly string[]): CommitmentFlaw | undefined {
  const at = names.findIndex((name, i) => i > 0 && byBytes(names[i - 1]!, name) >= 0)
  return at < 0 ? undefined : { path: `${path}[${at}]`, expected: 'byte-order', found: names[at]! }
}
