import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boolean, count, exactly, list, object, oneBy, oneOf, orNull, text } from '../../src/core/shape.ts'

const SHAPE = object({
  name: text,
  strata: list(exactly({ size: count, open: boolean })),
  void: orNull(object({ reason: text })),
  finding: oneBy('verdict', {
    drawn: object({ verdict: oneOf('drawn'), rank: count }),
    excluded: object({ reason: text }),
  }),
})

const SOUND = fc.record({
  name: fc.string(),
  strata: fc.array(fc.record({ size: fc.nat(), open: fc.boolean() }, { noNullPrototype: true })),
  void: fc.option(fc.record({ reason: fc.string() })),
  finding: fc.oneof(
    fc.record({ verdict: fc.constant('drawn'), rank: fc.nat() }),
    fc.record({ verdict: fc.constant('excluded'), reason: fc.string() }),
  ),
})

describe('a shape', () => {
  test('has no flaw to find in a value of its own', () => {
    fc.assert(
      fc.property(SOUND, value => {
        expect(SHAPE(value)).toBeUndefined()
      }),
    )
  })

  test.each([
    [[], '', 'json', '[]'],
    [{}, 'name', 'text', ''],
    [{ strata: {} }, 'strata', 'list', '{}'],
    [{ strata: [{ size: 1, open: true }, 7] }, 'strata[1]', 'json', '7'],
    [{ strata: [{ size: 1, open: true, more: 1 }] }, 'strata[0]', 'fields', '["size","open","more"]'],
    [{ strata: [{ open: true, size: 1 }] }, 'strata[0]', 'fields', '["open","size"]'],
    [{ strata: [{ size: -1, open: true }] }, 'strata[0].size', 'count', '-1'],
    [{ strata: [{ size: 1, open: 'yes' }] }, 'strata[0].open', 'boolean', '"yes"'],
    [{ void: { reason: 1 } }, 'void.reason', 'text', '1'],
    [{ finding: { verdict: 'toString' } }, 'finding.verdict', 'value', '"toString"'],
    [{ finding: { verdict: 'drawn', rank: 0.5 } }, 'finding.rank', 'count', '0.5'],
  ])('finds the first flaw of %j at %j', (value, path, expected, found) => {
    const whole = { name: 'x', strata: [], void: null, finding: { verdict: 'excluded', reason: '' } }
    const given = Array.isArray(value) || Object.keys(value).length === 0 ? value : { ...whole, ...value }
    expect(SHAPE(given)).toEqual({ path, expected, found })
  })
})
