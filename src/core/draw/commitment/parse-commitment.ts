import { byBytes } from '../../bytes.ts'
import { isObject, parseJson } from '../../json.ts'
import { isMinute, minutesSinceEpoch } from '../../moment.ts'
import { firstFlaw } from '../../shape.ts'
import { isSpec } from '../folder/spec.ts'
import { type AnnouncedSource, nameOfSource, sourceOf } from '../seed/announced-source.ts'
import { secondsOfRound } from '../seed/drand-round.ts'
import { type Commitment, commitmentText } from './commitment.ts'
import { COMMITMENTS, type CommitmentFlaw } from './commitment-shape.ts'

/** Accepts a commitment only if writing it again gives the same text; otherwise says where it departs from the law. */
export function parseCommitment(text: string): CommitmentReading {
  const value = parseJson(text)
  if (!isObject(value)) return flawed('', 'json', value)
  const { spec } = value
  if (!isSpec(spec))
    return typeof spec === 'string' ? { kind: 'unknown-spec', found: spec } : flawed('spec', 'spec', spec)
  const flaw = COMMITMENTS[spec](value) ?? disagreement(value as unknown as Commitment)
  if (flaw) return { kind: 'flawed', flaw }
  const commitment = value as unknown as Commitment
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

function flawed(path: string, expected: 'json' | 'spec', value: unknown): CommitmentReading {
  return { kind: 'flawed', flaw: { path, expected, found: JSON.stringify(value) ?? '' } }
}

/** Where values that are each sound contradict one another. */
function disagreement({ strata, teams, seedSources, frame }: Commitment): CommitmentFlaw | undefined {
  const sizes = strata.reduce((sum, { size }) => sum + size, 0)
  const sources = seedSources.map(announced => sourceOf(announced).name)
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
      : { path: 'seedSources', expected: 'sources', found: JSON.stringify(seedSources.map(nameOfSource)) }) ??
    firstFlaw([...seedSources.keys()], i => otherMinute(seedSources[i]!, `seedSources[${i}].due`))
  )
}

function beyondSize(
  { size, take, reserve }: Commitment['strata'][number],
  path: string,
): CommitmentFlaw | undefined {
  return take + reserve <= size ? undefined : { path, expected: 'within-size', found: `${take}+${reserve}` }
}

/** The `due` of a drand source is the minute of its round. */
function otherMinute(announced: AnnouncedSource, path: string): CommitmentFlaw | undefined {
  if (typeof announced === 'string') return undefined
  const { form } = sourceOf(announced)
  const { due } = announced
  if (form.kind !== 'drand') return undefined
  const isMinuteOf = isMinute(due) && BigInt(minutesSinceEpoch(due)) === secondsOfRound(form.round) / 60n
  return isMinuteOf ? undefined : { path, expected: 'minute-of-round', found: due }
}

function outOfOrder(path: string, names: readonly string[]): CommitmentFlaw | undefined {
  const at = names.findIndex((name, i) => i > 0 && byBytes(names[i - 1]!, name) >= 0)
  return at < 0 ? undefined : { path: `${path}[${at}]`, expected: 'byte-order', found: names[at]! }
}
