import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byBytes } from '../../../../src/core/bytes.ts'
import { cutsOf } from '../../../../src/core/draw/cuts.ts'
import { passOver } from '../../../../src/core/draw/folder/list-pass.ts'
import { readTable } from '../../../../src/core/draw/folder/read-table.ts'
import { firstRepeat } from '../../../../src/core/draw/folder/repeats.ts'
import type { FrameRow } from '../../../../src/core/draw/folder/rows.ts'
import { type Table, tableText } from '../../../../src/core/draw/folder/table.ts'
import { EXCLUSIONS_OF, FRAME } from '../../../../src/core/draw/folder/tables.ts'
import { selectionFromList } from '../../../../src/core/draw/selected.ts'
import { select } from '../../../../src/core/draw/selection.ts'
import { sha256Hex } from '../../../../src/core/hash.ts'
import { asLarge } from '../folders.ts'

const FIRST = EXCLUSIONS_OF['ssj-draw/1']
const SECOND = EXCLUSIONS_OF['ssj-draw/2']

/** What may stand in a file, sound or not: repeated, so that the same ends of lines come again and again. */
const PART = fc.constantFrom(
  ...['A', 'B', '层', 'a', 'b', 'c', '91', '𬭊', '名', ';', ',', ',', ',', '\n', '\n', '\n', '"', '""', ' '],
  ...['\r\n', '\ufeff', 'é', 'e\u0301', 'D1', 'D1;D2', ',D1,所\n', ',"a,b"\n', ',"a\nb"\n', 'A,a,D1,\n'],
)
const STRAY = fc.constantFrom(0x80, 0xff, 0xc3, 0xe5)

/** A file with some of its bytes made stray ones: no longer UTF-8. */
function bytesOf(text: string, strays: readonly (readonly [number, number])[]): Uint8Array {
  const bytes = new TextEncoder().encode(text)
  for (const [place, byte] of strays) if (bytes.length > 0) bytes[place % bytes.length] = byte
  return bytes
}

const STRAYS = fc.oneof(
  { weight: 4, arbitrary: fc.constant([] as [number, number][]) },
  { weight: 1, arbitrary: fc.array(fc.tuple(fc.nat(400), STRAY), { minLength: 1, maxLength: 2 }) },
)

/** Both readings of a file, with what targets that stand twice make of them. */
const both =
  <Row>(table: Table<Row>) =>
  (bytes: Uint8Array, size: number) => {
    const held = readTable(table, bytes)
    const { pieces } = asLarge(new Map([['x', bytes]]), size).get('x')!
    const pass = passOver(table, pieces)
    const repeat = table.once === undefined ? null : firstRepeat({ pieces, rows: pass.rows }, null, 2)
    const isUnreadable = pass.kind === 'misread' && pass.misreading.check === 'utf8'
    const read =
      repeat !== null && !isUnreadable
        ? { check: 'once', column: 'target', expected: '', line: repeat.row + 2, found: repeat.target }
        : pass.kind === 'misread'
          ? pass.misreading
          : pass.rows
    return [read, held.kind === 'misread' ? held.misreading : held.rows.length]
  }

describe('passOver', () => {
  test.each([
    ['frame.csv', both(FRAME), 'stratum,target,departments,area\n'],
    ['exclusions.csv of version 1', both(FIRST), 'target,reason\n'],
    ['exclusions.csv of version 2', both(SECOND), 'target,reason\n'],
  ])('finds what readTable finds in any %s', (_, read, heading) => {
    fc.assert(
      fc.property(
        fc.array(PART, { maxLength: 40 }),
        fc.boolean(),
        STRAYS,
        fc.integer({ min: 1, max: 60 }),
        (parts, headed, strays, size) => {
          const [passed, held] = read(bytesOf(`${headed ? heading : ''}${parts.join('')}`, strays), size)
          expect(passed).toEqual(held)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('finds what readTable finds in files that are sound but for a place or two', () => {
    const row = fc.record({
      stratum: fc.constantFrom('A', 'B', '层'),
      target: fc.stringMatching(/^[a-c名𬭊]{1,3}$/u),
      departments: fc.constantFrom(['D1'], ['D1', 'D2'], []),
      area: fc.constantFrom('', '一所', 'a,b'),
    })
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 1 }),
        fc.integer({ min: 1, max: 60 }),
        (rows, strays, size) => {
          const sorted = rows.toSorted((a, b) => byBytes(a.stratum, b.stratum) || byBytes(a.target, b.target))
          const [passed, held] = both(FRAME)(bytesOf(tableText(FRAME, sorted), strays), size)
          expect(passed).toEqual(held)
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('firstRepeat', () => {
  const list = <Row>(table: Table<Row>, rows: readonly Row[]) => ({
    pieces: [new TextEncoder().encode(tableText(table, rows))],
    rows: rows.length,
  })

  test('finds a target of the exclusions that is framed, after those that are framed twice', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-d]{1,4}$/), { maxLength: 12 }),
        fc.uniqueArray(fc.stringMatching(/^[a-d]{1,4}$/), { maxLength: 4 }),
        fc.integer({ min: 1, max: 20 }),
        (framed, excluded, atOnce) => {
          const frame = framed.map(
            (target): FrameRow => ({ stratum: 'A', target, departments: [], area: '' }),
          )
          const others = excluded.map(target => ({ target, reason: 'r' }))
          const row = excluded.findIndex(target => framed.includes(target))
          expect(firstRepeat(list(FRAME, frame), list(SECOND, others), atOnce)).toEqual(
            row < 0 ? null : { of: 'exclusions', row, target: excluded[row] },
          )
        },
      ),
    )
  })
})

describe('selectionFromList', () => {
  test('draws as select does, with the rows of those drawn', () => {
    const shares = fc.array(
      fc.record({ size: fc.integer({ min: 1, max: 80 }), take: fc.nat(80), reserve: fc.nat(9) }),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(shares, fc.nat(), (wished, salt) => {
        const strata = wished.map(({ size, take, reserve }, i) => {
          const drawn = Math.min(size, take)
          return { stratum: `层${i}`, size, take: drawn, reserve: Math.min(size - drawn, reserve) }
        })
        const frame = strata.flatMap(({ stratum, size }, i) =>
          Array.from({ length: size }, (_, k): FrameRow => {
            return {
              stratum,
              target: `T${i}-${1000 + k}`,
              departments: ['D'],
              area: k % 3 === 0 ? 'a,b' : '',
            }
          }),
        )
        const key = sha256Hex(String(salt))
        const pieces = [new TextEncoder().encode(tableText(FRAME, frame))]
        const selected = selectionFromList(pieces, strata, key)
        const selection = select(frame, strata, key)
        expect(selected.selection).toEqual(selection)
        const targets = new Set(selection.map(({ target }) => target))
        expect(selected.frame).toEqual(frame.filter(({ target }) => targets.has(target)))
      }),
    )
  })

  test('asks again with a higher cut-off where too few tickets lie below the first', () => {
    const strata = [{ stratum: 'A', size: 1000, take: 50, reserve: 0 }]
    const [first, second] = [0, 1].map(further => cutsOf(strata, further)[0]!.below!)
    expect(first! < second!).toBe(true)
    expect(cutsOf(strata, 20)[0]!.below).toBe(null)
  })
})
