import fc from 'fast-check'
import { expect, it } from 'vitest'
import { byBytes } from '../../../src/core/bytes.ts'
import { type Difference, differences, type SideRow } from '../../../src/core/exchange/difference.ts'
import type { Layout } from '../../../src/core/exchange/layout.ts'
import { type LayoutFlaw, readLayout } from '../../../src/core/exchange/read-layout.ts'

const LAYOUT = readLayout({
  layout: 'x',
  system: 'y',
  of: 'targets',
  key: ['a'],
  columns: [
    { heading: 'a', from: 'id' },
    { heading: 'b', from: 'name' },
  ],
}) as Layout

const side = fc
  .array(fc.record({ key: fc.constantFrom('a', 'b', 'é', '𬭊', 'c'), b: fc.constantFrom('1', '2') }), {
    maxLength: 8,
  })
  .map(rows =>
    rows
      .map(({ key, b }, i): SideRow => ({ key, at: String(i), cells: [key, b] }))
      .sort((one, other) => byBytes(one.key, other.key)),
  )

it('every key of either side is told once, as the sides say it', () => {
  fc.assert(
    fc.property(side, side, (ours, theirs) => {
      const found: Difference[] = []
      const run = differences(LAYOUT.columns, () => true, ours, theirs)
      let next = run.next()
      for (; !next.done; next = run.next()) found.push(next.value)
      const of = (rows: readonly SideRow[], key: string) => rows.filter(row => row.key === key)
      const keys = [...new Set([...ours, ...theirs].map(({ key }) => key))].sort(byBytes)
      const expected = keys.flatMap(key => {
        const [own, other] = [of(ours, key), of(theirs, key)]
        if (own.length > 1 || other.length > 1) return [['repeated', key]]
        if (other.length === 0) return [['only-ours', key]]
        if (own.length === 0) return [['only-theirs', key]]
        return own[0]!.cells[1] === other[0]!.cells[1] ? [] : [['different', key]]
      })
      expect(found.map(({ kind, key }) => [kind, key])).toEqual(expected)
      expect(next.value).toEqual({
        ours: ours.length,
        theirs: theirs.length,
        same: keys.length - found.length,
      })
    }),
  )
})

it('a layout of any shape is read or told where it is wrong, and never thrown at', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const found = readLayout(value)
      expect('columns' in found || typeof (found as LayoutFlaw).place === 'string').toBe(true)
    }),
  )
})
