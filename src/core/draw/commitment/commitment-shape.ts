import { byBytes } from '../../bytes.ts'
import { isDay } from '../../dates.ts'
import { isDigest } from '../../hex.ts'
import { isObject } from '../../json.ts'
import { isMinute } from '../../moment.ts'
import { boolean, count, type Flaw, leaf, list, object, type Shape, textThat } from '../../shape.ts'
import { isId, isLine, isNfc, isWord } from '../../text.ts'
import type { Spec } from '../folder/spec.ts'
import { readForm } from '../seed/form.ts'
import { isFolded, isLegible, kindOfSource, normalise } from '../seed/seed-source.ts'

const text = textThat('text', isNfc)
const line = textThat('text', isLine)
const id = textThat('id', isId)
const digest = textThat('digest', isDigest)
const file = { sha256: digest, rows: count }
const sizes = { stratum: id, take: count, reserve: count }
const positive = leaf('count', value => Number.isSafeInteger(value) && (value as number) > 0)
const common = {
  pool: object(file),
  recusals: object(file),
  teams: list(
    object({
      department: id,
      seats: list(textThat('tag', tag => tag === '' || isWord(tag))),
    }),
  ),
  avoidSameArea: boolean,
}

/** What each value of a commitment must be, taken alone (section 3 of either version). */
export const COMMITMENTS: Readonly<Record<Spec, Shape<CommitmentExpectation>>> = {
  'ssj-draw/1': object<CommitmentExpectation>({
    task: object({ id: text, name: text }),
    frame: object({ ...file, root: digest }),
    exclusions: object(file),
    ...common,
    strata: list(object({ ...sizes, size: count })),
    seedSources: list(
      textThat('source', source => isLegible(normalise(source)) && kindOfSource(source).kind !== 'malformed'),
    ),
  }),
  'ssj-draw/2': object<CommitmentExpectation>({
    task: object({ id, name: line }),
    terms: leaf('terms', areTerms),
    frame: object({ sha256: digest, rows: positive }),
    exclusions: object({ ...file, root: digest }),
    ...common,
    strata: list(object({ ...sizes, size: positive, root: digest })),
    seedSources: list(
      object({
        name: textThat('source', name => isFolded(name) && !name.includes('=')),
        form: textThat('form', form => readForm(form) !== undefined),
        due: textThat('due', due => isDay(due) || isMinute(due)),
        place: line,
      }),
    ),
  }),
}

/** At least one, in byte order; a key of digits would be reordered by JavaScript, and `__proto__` lost. */
function areTerms(value: unknown): boolean {
  if (!isObject(value)) return false
  const keys = Object.keys(value)
  return (
    keys.length > 0 &&
    keys.every((key, i) => isTermKey(key) && (i === 0 || byBytes(keys[i - 1]!, key) < 0)) &&
    Object.values(value).every(term => typeof term === 'string' && term !== '' && isLine(term))
  )
}

function isTermKey(key: string): boolean {
  return key !== '' && isLine(key) && key !== '__proto__' && !ONLY_DIGITS.test(key)
}

const ONLY_DIGITS = /^[0-9]+$/

export type CommitmentFlaw = Flaw<CommitmentExpectation>

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
  | 'terms'
  | 'form'
  | 'due'
  | 'minute-of-round'
  | 'byte-order'
  | 'within-size'
  | 'sizes-of-frame'
