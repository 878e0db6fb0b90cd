import { isDigest } from '../../hex.ts'
import { boolean, count, type Flaw, leaf, list, object, type Shape, textThat } from '../../shape.ts'
import { isId, isNfc, isWord } from '../../text.ts'
import { SPEC } from '../folder/spec.ts'
import { isLegible, kindOfSource, normalise } from '../seed/seed-source.ts'

const text = textThat('text', isNfc)
const id = textThat('id', isId)
const digest = textThat('digest', isDigest)
const file = { sha256: digest, rows: count }

/** What each value of a commitment must be, taken alone (draw.md, section 3). */
export const COMMITMENT: Shape<CommitmentExpectation> = object<CommitmentExpectation>({
  spec: leaf('spec', value => value === SPEC),
  task: object({ id: text, name: text }),
  frame: object({ ...file, root: digest }),
  exclusions: object(file),
  pool: object(file),
  recusals: object(file),
  strata: list(object({ stratum: id, size: count, take: count, reserve: count })),
  teams: list(
    object({
      department: id,
      seats: list(textThat('tag', tag => tag === '' || isWord(tag))),
    }),
  ),
  avoidSameArea: boolean,
  seedSources: list(
    textThat('source', source => isLegible(normalise(source)) && kindOfSource(source).kind !== 'malformed'),
  ),
})

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
  | 'byte-order'
  | 'within-size'
  | 'sizes-of-frame'
