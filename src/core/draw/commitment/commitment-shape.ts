import { isDigest } from '../../hex.ts'
import { isObject } from '../../json.ts'
import { isId, isNfc, isWord } from '../../text.ts'
import { SPEC } from '../folder/spec.ts'
import { isLegible, kindOfSource, normalise } from '../seed/seed-source.ts'

const count = leaf('count', value => Number.isSafeInteger(value) && (value as number) >= 0)
const digest = textThat('digest', isDigest)
const file = { sha256: digest, rows: count }

/** What each value of a commitment must be, by itself (draw.md, section 3). */
export const COMMITMENT: Check = object({
  spec: leaf('spec', value => value === SPEC),
  task: object({ id: textThat('text', isNfc), name: textThat('text', isNfc) }),
  frame: object({ ...file, root: digest }),
  exclusions: object(file),
  pool: object(file),
  recusals: object(file),
  strata: list(object({ stratum: textThat('id', isId), size: count, take: count, reserve: count })),
  teams: list(
    object({
      department: textThat('id', isId),
      seats: list(textThat('tag', tag => tag === '' || isWord(tag))),
    }),
  ),
  avoidSameArea: leaf('boolean', value => typeof value === 'boolean'),
  seedSources: list(
    textThat('source', source => isLegible(normalise(source)) && kindOfSource(source).kind !== 'malformed'),
  ),
})

/** `path` as in `strata[2].take`, empty for the whole. */
export interface CommitmentFlaw {
  readonly path: string
  readonly expected: CommitmentExpectation
  readonly found: string
}

export type CommitmentExpectation =
  | 'json'
  | 'list'
  | 'spec'
  | 'text'
  | 'id'
  | 'tag'
  | 'count'
  | 'digest'
  | 'boolean'
  | 'source'
  | 'sources'
  | 'byte-order'
  | 'within-size'
  | 'sizes-of-frame'

/** The first flaw of a value, its path beginning with `path`. */
export type Check = (value: unknown, path: string) => CommitmentFlaw | undefined

function leaf(expected: CommitmentExpectation, holds: (value: unknown) => boolean): Check {
  return (value, path) => (holds(value) ? undefined : { path, expected, found: JSON.stringify(value) ?? '' })
}

function textThat(expected: CommitmentExpectation, holds: (text: string) => boolean): Check {
  return leaf(expected, value => typeof value === 'string' && holds(value))
}

function object(fields: Readonly<Record<string, Check>>): Check {
  return (value, path) => {
    if (!isObject(value)) return { path, expected: 'json', found: JSON.stringify(value) ?? '' }
    return firstFlaw(Object.keys(fields), name =>
      fields[name]!(value[name], path === '' ? name : `${path}.${name}`),
    )
  }
}

function list(member: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return { path, expected: 'list', found: JSON.stringify(value) ?? '' }
    return firstFlaw([...value.keys()], i => member(value[i], `${path}[${i}]`))
  }
}

export function firstFlaw<T>(
  items: readonly T[],
  flawOf: (item: T) => CommitmentFlaw | undefined,
): CommitmentFlaw | undefined {
  for (const item of items) {
    const flaw = flawOf(item)
    if (flaw) return flaw
  }
  return undefined
}
