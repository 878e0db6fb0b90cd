import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sortByBytes } from '../../../src/core/bytes.ts'
import { cursorOver, OddRow } from '../../../src/core/packed/packed-registry.ts'

const ID = fc.oneof(
  fc.integer({ min: 0, max: 9999 }).map(n => `91141102MA0P${n}`),
  fc
    .string({ unit: 'binary', minLength: 1, maxLength: 4 })
    .map(text => text.replaceAll(/[\p{Cs}\p{Cc}]/gu, 'x')),
  fc.constantFrom('某店', '某店铺', '\u{2CB4A}', '\uE000'),
)

const packed = (texts: readonly string[], each: number) =>
  Array.from({ length: Math.ceil(texts.length / each) }, (_, i) =>
    new TextEncoder().encode(texts.slice(i * each, (i + 1) * each).join('\u001e')),
  )

function shown(pieces: readonly Uint8Array[]): [string, number][] {
  const rows: [string, number][] = []
  const cursor = cursorOver(pieces)
  while (cursor.next())
    rows.push([new TextDecoder().decode(cursor.bytes.subarray(cursor.from, cursor.to)), cursor.number])
  return rows
}

it('ids pass in byte order with the numbers of their rows, wherever pieces begin, and in no other order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(ID, { maxLength: 40 }),
      fc.integer({ min: 1, max: 9 }),
      fc.nat(),
      (ids, each, at) => {
        const order = sortByBytes([...ids])
        const rows = order.map((id, i): [string, number] => [id, i * 37])
        const texts = rows.map(([id, number]) => `${id}\u001f${number}`)
        expect(shown(packed(texts, each))).toEqual(rows)
        if (ids.length < 2) return
        const place = at % (ids.length - 1)
        const swapped = texts.with(place, texts[place + 1]!).with(place + 1, texts[place]!)
        expect(() => shown(packed(swapped, each))).toThrow(OddRow)
      },
    ),
  )
})

it.each(['A', 'A\u001f', 'A\u001f1x', 'A\u001f1\u001f2'])('%j is no id with its number', text => {
  expect(() => shown(packed([text], 1))).toThrow(OddRow)
})
