import fc from 'fast-check'
import { expect, it } from 'vitest'
import { byteMap, hashOf } from '../../../src/core/packed/byte-map.ts'

/** Codes of firms that share their beginning, own numbers, names, and ids that differ only at their ends. */
const ID = fc.oneof(
  fc.integer({ min: 0, max: 9999 }).map(n => `91141102MA0P${n}`),
  fc.integer({ min: 0, max: 99 }).map(n => `T${n}`),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }).map(text => text.replaceAll(/\p{Cs}/gu, '')),
  fc.constantFrom('某店', '某店铺', '\u{2CB4A}', '\uE000'),
  fc.integer({ min: 0, max: 99 }).map(n => `${'x'.repeat(70)}${n}`),
)

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
