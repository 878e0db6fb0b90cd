import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nameIndex } from '../../../src/core/results/name-index.ts'

it('gives every row that goes by a name, each once and in order, whatever stands beside them', () => {
  const name = fc.string({ maxLength: 3 })
  const rows = fc.array(fc.array(name, { maxLength: 3 }), { maxLength: 20 })
  fc.assert(
    fc.property(rows, name, (all, asked) => {
      const index = nameIndex()
      for (const [row, names] of all.entries()) for (const one of names) index.add(one, row)
      const found = index.end()(asked)
      const named = all.flatMap((names, row) => (names.includes(asked) ? [row] : []))
      expect(found.filter(row => named.includes(row))).toEqual(named)
      expect(found).toEqual([...new Set(found)].sort((a, b) => a - b))
    }),
  )
})

it('tells nearly all names of a large registry apart', () => {
  const index = nameIndex()
  for (let row = 0; row < 20_000; row++) index.add(`示例${row}号有限公司`, row)
  const rowsOf = index.end()
  const others = Array.from({ length: 20_000 }, (_, row) => rowsOf(`示例${row}号有限公司`).length - 1)
  expect(others.reduce((sum, one) => sum + one)).toBeLessThan(20)
})
