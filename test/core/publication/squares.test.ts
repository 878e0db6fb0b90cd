import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Bar } from '../../../src/core/publication/document.ts'
import { barInSquares, scaleOfSquares } from '../../../src/core/publication/squares.ts'

const bar = (more: Partial<Bar>): Bar => ({ label: 'x', shown: '', value: 0, ...more })
const drawn = (more: Partial<Bar>, most = 10) => barInSquares(bar(more), 10, most, '·')

test.each([
  [{ value: 4 }, '■■■■'],
  [{ value: 0 }, ''],
  [{ value: 3, start: 2 }, '··■■■'],
  [{ value: 4, mark: [2, 8] }, '■■■■□□□□'],
  [{ value: 1, mark: [3, 5] }, '■··□□'],
  [{ value: 9, mark: [2, 5] }, '■■■■■■■■■'],
  [{ value: 4, mark: [7, 7] }, '■■■■···│'],
  [{ value: 4, mark: [2, 2] }, '■■│■■'],
  [{ value: 0, start: 3, mark: [3, 6] }, '···□□□'],
] as [Partial<Bar>, string][])('%j is drawn as %s', (more, squares) => expect(drawn(more)).toBe(squares))

test('no bar is longer than the scale and its line', () => {
  const bars = fc.array(
    fc
      .tuple(fc.nat(500), fc.option(fc.tuple(fc.nat(500), fc.nat(300)), { nil: undefined }))
      .map(([value, mark]) => bar({ value, ...(mark && { mark: [mark[0], mark[0] + mark[1]] as const }) })),
    { minLength: 1, maxLength: 8 },
  )
  fc.assert(
    fc.property(bars, all => {
      const most = scaleOfSquares(all)
      for (const one of all) {
        const squares = barInSquares(one, 22, most, '　')
        expect([...squares].length).toBeLessThanOrEqual(23)
        expect(squares.includes('■')).toBe(one.value > 0)
        expect(squares.includes('│')).toBe(one.mark !== undefined && one.mark[0] === one.mark[1])
      }
    }),
  )
})
