import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FrameRow } from '../../../../src/core/draw/folder/rows.ts'
import { rowsOfTargets } from '../../../../src/core/draw/folder/rows-of-targets.ts'
import { tablePieces } from '../../../../src/core/draw/folder/table.ts'
import { FRAME } from '../../../../src/core/draw/folder/tables.ts'

test('rowsOfTargets gives the rows of these targets in their order, whatever their areas hold', () => {
  const target = fc.stringMatching(/^[a-c名𬭊]{1,3}$/u)
  fc.assert(
    fc.property(fc.uniqueArray(target), fc.uniqueArray(target), (framed, wanted) => {
      const rows = framed.map((id, i): FrameRow => {
        return { stratum: `层${i % 2}`, target: id, departments: ['D'], area: ['', '一所', 'a,"b"'][i % 3]! }
      })
      expect(rowsOfTargets(tablePieces(FRAME, rows), new Set(wanted))).toEqual(
        rows.filter(row => wanted.includes(row.target)),
      )
    }),
  )
})

test('rowsOfTargets gives none of a frame whose row of one is not as the law writes it', () => {
  const bytes = new TextEncoder().encode('stratum,target,departments,area\nA,x,D;D,\n')
  expect(rowsOfTargets([bytes], new Set(['x']))).toBe(null)
  expect(rowsOfTargets([bytes], new Set(['y']))).toEqual([])
})
