import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countBy, groupBy } from '../../src/core/tally.ts'

test('groupBy keeps every item once, in its order, under its key; countBy counts the same groups', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.integer({ min: 1, max: 5 }), (items, by) => {
      const groups = groupBy(items, item => item % by)
      expect([...groups.keys()]).toEqual([...new Set(items.map(item => item % by))])
      for (const [key, own] of groups) expect(own).toEqual(items.filter(item => item % by === key))
      const counts = [...groups].map(([key, own]) => [key, own.length])
      expect([...countBy(items, item => item % by)]).toEqual(counts)
    }),
  )
})
