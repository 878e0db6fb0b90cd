import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodedPieces, inParts, whole, wholeLines } from '../../src/core/pieces.ts'

const PIECES = fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 10 })

it('parts are of one size but for the last, of the same bytes in the same order, wherever pieces begin', () => {
  fc.assert(
    fc.property(PIECES, fc.integer({ min: 1, max: 30 }), (pieces, size) => {
      const bytes = new Uint8Array(Buffer.concat(pieces))
      const parts = [...inParts(pieces, size)]
      expect(whole(parts)).toEqual(bytes)
      expect(Array.from(inParts(pieces, size, true), part => part.slice())).toEqual(parts)
      expect(whole(pieces)).toEqual(bytes)
      expect(parts.slice(0, -1).every(({ length }) => length === size)).toBe(true)
      expect(parts.at(-1)!.length).toBeLessThanOrEqual(size)
      expect(parts.length).toBe(Math.max(1, Math.ceil(bytes.length / size)))
    }),
  )
})

it('a piece may be overwritten once the next is asked for', () => {
  function* lent() {
    const room = new Uint8Array(3)
    for (let i = 1; i < 4; i++) yield room.fill(i)
  }
  expect([...inParts(lent(), 4)]).toEqual([
    Uint8Array.of(1, 1, 1, 2),
    Uint8Array.of(2, 2, 3, 3),
    Uint8Array.of(3),
  ])
  expect(whole(lent())).toEqual(Uint8Array.of(1, 1, 1, 2, 2, 2, 3, 3, 3))
})

it('texts are encoded as their sum is, however long they are', () => {
  const texts = ['企业\n', 'x'.repeat(70_000), '', '𬭊字'.repeat(90_000), 'é']
  const bytes = new TextEncoder().encode(texts.join(''))
  const pieces = encodedPieces(texts)
  for (const _ of [1, 2]) expect(Buffer.compare(whole(pieces), bytes)).toBe(0)
  expect(whole(encodedPieces([])).length).toBe(0)
})

it('lines are whole, wherever their bytes were parted', () => {
  const text = fc.array(fc.constantFrom('a', '企业', '\n', '\n\n', '\r\n', '𬭊'), { maxLength: 30 })
  fc.assert(
    fc.property(text, fc.array(fc.nat(60), { maxLength: 6 }), (parts, cuts) => {
      const bytes = new TextEncoder().encode(parts.join(''))
      const places = [0, ...cuts.map(cut => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
      const pieces = places.slice(1).map((to, i) => bytes.slice(places[i]!, to))
      const lines = Array.from(wholeLines(pieces), own => own.slice())
      expect(whole(lines)).toEqual(bytes)
      expect(lines.slice(0, -1).every(own => own.at(-1) === 10)).toBe(true)
      expect(lines.every(own => own.length > 0)).toBe(true)
    }),
  )
})
