import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sortByBytes } from '../../../../src/core/bytes.ts'
import { PLAIN_HASHING } from '../../../../src/core/packed/hashing/plain-hashing.ts'
import { packLists } from '../../../../src/core/packed/lists.ts'
import {
  type LineFinder,
  loopFinder,
  newLines,
  plainFinder,
} from '../../../../src/core/packed/loops/line-finder.ts'
import { newRowLoops, type RowLoops } from '../../../../src/core/packed/loops/row-loops.ts'
import { IS_EMPTY, IS_ODD, sortLoop } from '../../../../src/core/packed/loops/sort-loop.ts'
import type { Place } from '../../../../src/core/packed/open-list.ts'
import { memorySpill } from '../../../../src/core/packed/spill.ts'
import { whole } from '../../../../src/core/pieces.ts'

const encoder = new TextEncoder()
const PLACES: readonly Place[] = [
  { stratum: '甲', target: '', departments: ['D1'], area: '城关所' },
  { stratum: '乙', target: '', departments: ['D1', 'D2'], area: '' },
  { stratum: '甲', target: '', departments: ['D2'], area: '西关所' },
  { target: '', reason: '注销' },
]

/** Ids with the numbers of their rows, so many in each piece. */
function idPieces(ids: readonly string[], each: number): Uint8Array[] {
  const texts = ids.map((id, i) => `${id}\u001f${i}`)
  return Array.from({ length: Math.ceil(texts.length / each) }, (_, i) =>
    encoder.encode(texts.slice(i * each, (i + 1) * each).join('\u001e')),
  )
}

function listed(ids: readonly string[], each: number, isPublic: boolean, loops: RowLoops | null) {
  const placeOf = (row: number) => (row % 5) - 1
  const rows = ids.filter((_, i) => placeOf(i) >= 0).length
  const { files, seen, digests } = packLists(
    () => idPieces(ids, each),
    { places: PLACES, placeOf, rows, isPublic, spec: 'ssj-draw/2' },
    { spill: memorySpill(), hashing: PLAIN_HASHING, loops, written: () => {} },
  )
  return {
    files: Array.from(files, ([name, pieces]) => [name, new TextDecoder().decode(whole(pieces))]),
    ...{ seen, frame: digests.frame, exclusions: digests.exclusions },
    roots: [digests.rootOfExclusions(), ...digests.rootsOfStrata()],
  }
}

const ID = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 999 }).map(n => `9114110${n}MA0P63NK2C`) },
  {
    weight: 4,
    arbitrary: fc.string({ unit: fc.constantFrom('A', 'z', '0', '-', '~'), minLength: 1, maxLength: 70 }),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom('93141102MA0P63NK2C', '某店', '\u{2CB4A}', '\uE000', '141102605002185'),
  },
  { weight: 1, arbitrary: fc.constantFrom('a,b', ' x', '13800138000', '11010519491231002X') },
)

it('lists are written by the loops as by plain code, whatever the ids are and wherever pieces begin', () => {
  const loops = newRowLoops()
  fc.assert(
    fc.property(
      fc.uniqueArray(ID, { minLength: 1, maxLength: 50 }),
      fc.integer({ min: 1, max: 60 }),
      fc.boolean(),
      (ids, each, isPublic) => {
        const order = sortByBytes([...ids])
        expect(listed(order, each, isPublic, loops)).toEqual(listed(order, each, isPublic, null))
      },
    ),
  )
})

it('lists of more lines than are hashed at once, and ids that are out of order', () => {
  const ids = Array.from({ length: 12_000 }, (_, i) => `91141102${String(i).padStart(6, '0')}`)
  const loops = newRowLoops()
  expect(listed(ids, 8192, false, loops)).toEqual(listed(ids, 8192, false, null))
  for (const place of [5, 8191, 8192]) {
    const swapped = ids.with(place, ids[place + 1]!).with(place + 1, ids[place]!)
    expect(() => listed(swapped, 8192, false, loops)).toThrow()
  }
})

const CELL = fc.string({ unit: fc.constantFrom('a', 'b', '所', ''), maxLength: 24 })
const ROW = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(CELL, CELL, CELL).map(cells => cells.join('\u001f')) },
  { weight: 1, arbitrary: fc.constantFrom('', 'a', '\u001f\u001f\u001f') },
)

it('rows that are alike have one outcome, which is asked once; empty and odd ones are told', () => {
  const loops = newRowLoops()!
  fc.assert(
    fc.property(fc.array(fc.array(ROW, { minLength: 1, maxLength: 30 }), { maxLength: 4 }), pieces => {
      const loop = sortLoop(loops)
      const asked: string[] = []
      for (const rows of pieces) {
        const bytes = encoder.encode(rows.join('\u001e'))
        const count = loop.pass(
          bytes,
          3,
          (_, from, to) => asked.push(new TextDecoder().decode(bytes.subarray(from, to))) - 1,
        )
        expect(count).toBe(rows.length)
        for (const [i, row] of rows.entries()) {
          const wanted =
            row === '' ? IS_EMPTY : row.split('\u001f').length === 3 ? asked.indexOf(row) : IS_ODD
          expect(loop.outcomeAt(i)).toBe(wanted)
          expect(new TextDecoder().decode(bytes.subarray(...loop.placeOf(i)))).toBe(row)
        }
      }
      expect(new Set(asked).size).toBe(asked.length)
    }),
  )
})

it('more different rows than are remembered are asked for again, and what is too much for it is told', () => {
  const loop = sortLoop(newRowLoops()!)
  const texts = Array.from({ length: 150_000 }, (_, i) => `row ${i}`)
  for (let from = 0; from < texts.length; from += 10_000) {
    const rows = texts.slice(from, from + 10_000)
    expect(loop.pass(encoder.encode(rows.join('\u001e')), 1, i => from + i)).toBe(rows.length)
    for (const i of [0, 1234, 9999]) expect(loop.outcomeAt(i)).toBe(from + i)
  }
  expect(loop.pass(encoder.encode('a\u001e'.repeat(20_000)), 1, () => 1)).toBe(-1)
  expect(loop.pass(new Uint8Array(1 << 25), 1, () => 1)).toBe(-1)
})

const FIELD = fc.string({ unit: fc.constantFrom('a', 'b', '甲'), maxLength: 20 })
const LINE = fc.tuple(fc.constantFrom('', '甲', 'abababababababab', 'ababababababababc'), FIELD, FIELD)

it('lines are found by the loop as by plain code, to the last that is whole', () => {
  const [quick, plain] = [loopFinder(newRowLoops()!), plainFinder()]
  fc.assert(
    fc.property(fc.array(LINE, { maxLength: 30 }), fc.nat({ max: 40 }), (rows, cut) => {
      const text = encoder.encode(rows.map(row => `${row.join(',')}\n`).join(''))
      const bytes = text.subarray(0, Math.max(0, text.length - cut))
      expect(foundBy(quick, bytes)).toEqual(foundBy(plain, bytes))
    }),
  )
  const many = encoder.encode(Array.from({ length: 10_000 }, (_, i) => `${i >> 11},${i},\n`).join(''))
  expect(foundBy(quick, many)).toEqual(foundBy(plain, many))
})

function foundBy(finder: LineFinder, bytes: Uint8Array): number[][] {
  const found: number[][] = []
  const lines = newLines()
  finder.over(bytes)
  for (let from = 0; ; ) {
    const count = finder.find(from, lines)
    if (count === 0) return found
    found.push([...lines.subarray(0, 4 * count + 1)])
    from = lines[4 * count]!
  }
}
