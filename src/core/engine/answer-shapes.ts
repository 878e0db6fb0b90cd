import { KINDS } from './sort-out-sql.ts'

/**
 * What the fields of an answer's lines must be. An engine gives what its statement says; where people carry answers about,
 * a line may come back cut or changed, and is found by this.
 */
export type Shape = readonly FieldShape[]

/** `rest`: whatever stands behind, tabs too. */
export type FieldShape = 'text' | 'id' | 'count' | 'digest' | 'kind' | 'number' | 'flag' | 'rank' | 'rest'

/** The field of a line, counted from 1, that is not what it should be. */
export interface LineFault {
  readonly field: number
  readonly expected: Exclude<FieldShape, 'rest'> | 'nothing' | 'row' | 'ticket'
  readonly found: string
}

/** The shapes of the answers that a draw is made from. */
export const ANSWER_SHAPES = {
  twice: ['text', 'count'],
  values: ['text', 'count', 'text', 'rest'],
  groups: ['kind', 'text', 'text', 'text', 'flag', 'text', 'count', 'text'],
  named: ['text', 'id'],
  firms: ['id', 'id'],
  firmsNamed: ['number', 'id', 'rest'],
  blocks: ['text', 'count', 'digest'],
  called: ['rank', 'id'],
  stands: ['kind', 'text', 'rest'],
  before: ['kind', 'text', 'count'],
  lower: ['count'],
  tickets: ['digest', 'text', 'rest'],
} as const satisfies Record<string, Shape>

/** The first field of a line that is not of its shape; null where all are. */
export function faultIn(line: string, shape: Shape): LineFault | null {
  const fields = line.split('\t')
  for (const [i, wanted] of shape.entries()) {
    if (wanted === 'rest') return null
    const found = fields[i]
    if (found === undefined || !TESTS[wanted].test(found))
      return { field: i + 1, expected: wanted, found: found ?? '' }
  }
  return fields.length === shape.length
    ? null
    : { field: shape.length + 1, expected: 'nothing', found: fields[shape.length]! }
}

const TESTS: Readonly<Record<Exclude<FieldShape, 'rest'>, RegExp>> = {
  text: /^/,
  id: /./s,
  count: /^\d{1,15}$/,
  digest: /^[0-9a-f]{64}$/,
  kind: new RegExp(`^[${Object.values(KINDS).join('')}]$`),
  number: /^[cn]$/,
  flag: /^[01]$/,
  rank: /^[012]$/,
}
