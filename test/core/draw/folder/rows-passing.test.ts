import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byBytes } from '../../../../src/core/bytes.ts'
import { readTable, rowsPassing } from '../../../../src/core/draw/folder/read-table.ts'
import { frameRowsPassing } from '../../../../src/core/draw/folder/repeats.ts'
import type { FrameRow } from '../../../../src/core/draw/folder/rows.ts'
import { type Table, tableText } from '../../../../src/core/draw/folder/table.ts'
import { EXCLUSIONS_OF, FRAME, SELECTION } from '../../../../src/core/draw/folder/tables.ts'
import type { Pieces } from '../../../../src/core/pieces.ts'
import { asLarge } from '../folders.ts'

const FIRST = EXCLUSIONS_OF['ssj-draw/1']
const SECOND = EXCLUSIONS_OF['ssj-draw/2']

/** Any file, sound or not. */
const PART = fc.constantFrom(
  ...[
    'A',
    'B',
    '层',
    'a',
    'b',
    '𬭊',
    '名',
    ';',
    ',',
    ',',
    ',',
    '\n',
    '\n',
    '\n',
    '"',
    '""',
    ' ',
    '\r\n',
    '\ufeff',
  ],
  ...['e\u0301', ',D1,所\n', ',"a,b"\n', ',"a\nb"\n', ',"a\r\n\nb"\n', 'A,a,D1,\n', 'B,a,D1,\n', '名,r\n'],
)
const SIZE = fc.integer({ min: 1, max: 60 })
/** A byte to be put somewhere, most often one that makes the file no text. */
const STRAYS = fc.array(fc.tuple(fc.nat(400), fc.oneof(fc.constantFrom(0x80, 0xff, 0xe5), fc.nat(255))), {
  maxLength: 1,
})

type Read<Row> = (pieces: Pieces) => Generator<Row, boolean>

const inPartsOf =
  (size: number) =>
  <Row>(table: Table<Row>): Read<Row> =>
  pieces =>
    rowsPassing(table, pieces, size)

function agree<Row>(
  table: Table<Row>,
  read: Read<Row>,
  text: string,
  strays: [number, number][],
  size: number,
) {
  const bytes = new TextEncoder().encode(text)
  for (const [place, byte] of strays) if (bytes.length > 0) bytes[place % bytes.length] = byte
  const rows: Row[] = []
  const reading = read(asLarge(new Map([['x', bytes]]), size).get('x')!.pieces)
  let next = reading.next()
  for (; next.done !== true; next = reading.next()) rows.push(next.value)
  const held = readTable(table, bytes)
  expect(next.value).toBe(held.kind === 'rows')
  if (held.kind === 'rows') expect(rows).toEqual(held.rows)
}

test('a file that passes has the rows that readTable reads, and is refused where that refuses it', () => {
  fc.assert(
    fc.property(fc.array(PART, { maxLength: 30 }), STRAYS, SIZE, SIZE, (parts, strays, size, part) => {
      const text = parts.join('')
      const by = inPartsOf(part)
      agree(FRAME, frameRowsPassing, `stratum,target,departments,area\n${text}`, strays, size)
      agree(FRAME, by(FRAME), `stratum,target,departments,area\n${text}`, strays, size)
      agree(FIRST, by(FIRST), `target,reason\n${text}`, strays, size)
      agree(SECOND, by(SECOND), `target,reason\n${text}`, strays, size)
      agree(SECOND, by(SECOND), text, strays, size)
    }),
    { numRuns: 400 },
  )
})

test('so has one that is sound but for a place or two, wherever it is cut', () => {
  const row = fc.record({
    stratum: fc.constantFrom('A', 'B', '层'),
    target: fc.stringMatching(/^[a-c名𬭊]{1,3}$/u),
    departments: fc.constantFrom(['D1'], ['D1', 'D2'], []),
    area: fc.constantFrom('', '一所', 'a,b', '"'),
  })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), STRAYS, SIZE, SIZE, (rows, strays, size, part) => {
      const sorted = rows.toSorted((a, b) => byBytes(a.stratum, b.stratum) || byBytes(a.target, b.target))
      agree(FRAME, frameRowsPassing, tableText(FRAME, sorted), strays, size)
      agree(FRAME, inPartsOf(part)(FRAME), tableText(FRAME, sorted), strays, size)
    }),
    { numRuns: 400 },
  )
  const reasons = fc.uniqueArray(fc.stringMatching(/^[a"名\n\r,]{1,9}$/u), { maxLength: 9 })
  fc.assert(
    fc.property(reasons, STRAYS, SIZE, SIZE, (reasons, strays, size, part) => {
      const rows = reasons.map((reason, i) => ({ target: `t${i}`, reason }))
      agree(FIRST, inPartsOf(part)(FIRST), tableText(FIRST, rows as never), strays, size)
    }),
    { numRuns: 400 },
  )
})

test('a target in two strata is found behind the rows, and one of them makes no frame twice', () => {
  const row = (stratum: string, target: string): FrameRow => ({
    stratum,
    target,
    departments: ['D'],
    area: '',
  })
  const read = (rows: readonly FrameRow[], size: number) =>
    agree(FRAME, frameRowsPassing, tableText(FRAME, rows), [], size)
  for (const size of [1, 7, 99]) {
    read([row('A', 'x'), row('B', 'x')], size)
    read([row('A', 'x'), row('A', 'x')], size)
    read([row('A', 'x'), row('B', 'y')], size)
    read([], size)
    agree(SELECTION, inPartsOf(size)(SELECTION), '', [], 1)
  }
})
