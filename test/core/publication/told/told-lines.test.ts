import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ToldPapers, toldLines } from '../../../../src/core/publication/told/told-papers.ts'

test('papers.json, row by row, is the JSON of the whole', () => {
  const told = fc.dictionary(
    fc.string(),
    fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()), fc.constant(undefined)),
    {
      minKeys: 1,
    },
  )
  fc.assert(
    fc.property(told, value => {
      const some = { laying: 1, ...value } as unknown as ToldPapers
      expect([...toldLines(some)].join('')).toBe(`${JSON.stringify(some, null, 1)}\n`)
    }),
  )
})
