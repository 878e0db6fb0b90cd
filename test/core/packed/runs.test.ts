import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sortByBytes } from '../../../src/core/bytes.ts'
import { byteMap, hashOf } from '../../../src/core/packed/byte-map.ts'
import type { Cursor } from '../../../src/core/packed/runs.ts'
import { sortedRuns } from '../../../src/core/packed/runs.ts'
import { memorySpill } from '../../../src/core/packed/spill.ts'

/** Codes of firms that share their beginning, own numbers, names, and ids that differ only at their ends. */
const ID = fc.oneof(
  fc.integer({ min: 0, max: 9999 }).map(n => `91141102MA0P${n}`),
  fc.integer({ min: 0, max: 99 }).map(n => `T${n}`),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }).map(text => text.replaceAll(/\p{Cs}/gu, '')),
  fc.constantFrom('某店', '某店铺', '\u{2CB4A}', '\uE000'),
  fc.integer({ min: 0, max: 99 }).map(n => `${'x'.repeat(70)}${n}`),
)

function shown(cursor: Cursor): [string, number][] {
  const rows: [string, number][] = []
  while (cursor.next())
    rows.push([new TextDecoder().decode(cursor.bytes.subarray(cursor.from, cursor.to)), cursor.number])
  return rows
}

it('rows come in the byte order of their ids, with their numbers, however many are sorted at once', () => {
  fc.assert(
    fc.property(fc.uniqueArray(ID, { maxLength: 60 }), fc.integer({ min: 1, max: 70 }), (ids, most) => {
      const runs = sortedRuns(memorySpill(), most)
      for (const [i, id] of ids.entries()) {
        const bytes = new TextEncoder().encode(`--${id}`)
        runs.add(bytes, 2, bytes.length, i)
      }
      const order = sortByBytes([...ids])
      expect(shown(runs.sorted())).toEqual(order.map(id => [id, ids.indexOf(id)]))
      expect(shown(runs.sorted())).toHaveLength(ids.length)
    }),
  )
})

it('texts keep the numbers in whose order they came', () => {
  fc.assert(
    fc.property(fc.array(ID, { maxLength: 60 }), ids => {
      const map = byteMap()
      const numbers = new Map<string, number>()
      for (const id of ids) {
        const bytes = new TextEncoder().encode(id)
        const hash = hashOf(bytes, 0, bytes.length)
        const found = map.find(bytes, 0, bytes.length, hash)
        expect(found).toBe(numbers.get(id) ?? -1)
        if (found < 0) numbers.set(id, map.add(bytes, 0, bytes.length, hash))
      }
      expect([map.size(), ...numbers.values()]).toEqual([numbers.size, ...numbers.values()])
      map.clear()
      expect(map.size()).toBe(0)
    }),
  )
})

it('a map holds more than it had room for', () => {
  const map = byteMap()
  const bytes = Array.from({ length: 5000 }, (_, i) => new TextEncoder().encode(`某街道${i}号`))
  for (const text of bytes) map.add(text, 0, text.length, hashOf(text, 0, text.length))
  expect(bytes.map(text => map.find(text, 0, text.length, hashOf(text, 0, text.length)))).toEqual([
    ...bytes.keys(),
  ])
})
