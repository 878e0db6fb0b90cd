import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byBytes } from '../../../../src/core/bytes.ts'
import { readTable, readTableText } from '../../../../src/core/draw/folder/read-table.ts'
import type { ExclusionRow, FrameRow, PoolRow } from '../../../../src/core/draw/folder/rows.ts'
import { sortRows, type Table, tableChunks, tableText } from '../../../../src/core/draw/folder/table.ts'
import * as tables from '../../../../src/core/draw/folder/tables.ts'
import { isId } from '../../../../src/core/text.ts'
import { rowsOf, textOf, vector } from '../folders.ts'

const ids = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter(isId)
const reasons = fc.string({ unit: fc.constantFrom('a', '因', ',', '"', '\n', '\r', ' ', ';', '𠮷') })
const lists = fc.uniqueArray(ids, { maxLength: 3 }).map(list => list.sort(byBytes))

const frames = fc.uniqueArray(ids, { maxLength: 30 }).chain(targets =>
  fc.tuple(
    ...targets.map(target =>
      fc.record({
        stratum: fc.constantFrom('A', 'B', '\uff21', '𠮷'),
        target: fc.constant(target),
        departments: lists,
        area: fc.constantFrom('', '滨河所', 'a,b', 'say "no"'),
      }),
    ),
  ),
)
const exclusions = fc
  .uniqueArray(ids, { maxLength: 20 })
  .chain(targets =>
    fc.tuple(...targets.map(target => fc.record({ target: fc.constant(target), reason: reasons }))),
  )
const pools = fc.uniqueArray(ids, { maxLength: 20 }).chain(inspectors =>
  fc.tuple(
    ...inspectors.map(inspector =>
      fc.record({
        department: ids,
        inspector: fc.constant(inspector),
        tags: lists,
        area: fc.constantFrom('', '凤山所'),
        capacity: fc.option(fc.nat()),
        load: fc.nat(),
      }),
    ),
  ),
)

test('the tables of the vectors are read and written again, byte for byte', () => {
  for (const folder of [vector('small'), vector('medium')]) {
    const again = <Row>(table: Table<Row>): void => {
      expect(tableText(table, rowsOf(folder, table))).toBe(textOf(folder, table.file))
    }
    again(tables.FRAME)
    again(tables.EXCLUSIONS)
    again(tables.POOL)
    again(tables.RECUSALS)
    again(tables.SELECTION)
    again(tables.ASSIGNMENT)
  }
})

test('tableText and readTable are each the other turned round, whatever order the rows came in', () => {
  const holds = <Row>(table: Table<Row>, rows: readonly Row[]): void => {
    const sorted = sortRows(table, rows)
    expect(sortRows(table, rows.toReversed())).toEqual(sorted)
    expect(readTable(table, new TextEncoder().encode(tableText(table, sorted)))).toEqual({
      kind: 'rows',
      rows: sorted,
    })
  }
  fc.assert(fc.property(frames, rows => holds<FrameRow>(tables.FRAME, rows)))
  fc.assert(fc.property(exclusions, rows => holds<ExclusionRow>(tables.EXCLUSIONS, rows)))
  fc.assert(fc.property(pools, rows => holds<PoolRow>(tables.POOL, rows)))
})

test('readTable takes a changed file only if it is canonical too', () => {
  fc.assert(
    fc.property(exclusions, fc.nat(), fc.nat(255), (rows, place, byte) => {
      const bytes = new TextEncoder().encode(tableText(tables.EXCLUSIONS, sortRows(tables.EXCLUSIONS, rows)))
      bytes[place % bytes.length] = byte
      const reading = readTable(tables.EXCLUSIONS, bytes)
      if (reading.kind === 'rows') {
        expect(new TextEncoder().encode(tableText(tables.EXCLUSIONS, reading.rows))).toEqual(bytes)
      }
    }),
    { numRuns: 1000 },
  )
})

test('tableChunks of many rows are the text in pieces', () => {
  const rows = Array.from({ length: 25_000 }, (_, i) => ({ target: String(i).padStart(6, '0'), reason: '' }))
  const chunks = [...tableChunks(tables.EXCLUSIONS, rows)]
  expect(chunks.length).toBe(3)
  expect(chunks.join('')).toBe(tableText(tables.EXCLUSIONS, rows))
  expect([...tableChunks(tables.EXCLUSIONS, [])]).toEqual(['target,reason\n'])
})

test('sortRows orders rare characters by their bytes', () => {
  const rows = ['𠮷', '\uff21', 'b', 'a'].map(target => ({ target, reason: '' }))
  expect(sortRows(tables.EXCLUSIONS, rows).map(({ target }) => target)).toEqual(['a', 'b', '\uff21', '𠮷'])
})

test('lists are written in byte order, each member once', () => {
  const row = { stratum: 'A', target: 't', departments: ['b', 'a', 'b'], area: '' }
  expect(tableText(tables.FRAME, [row])).toBe('stratum,target,departments,area\nA,t,a;b,\n')
})

const HEADING = 'stratum,target,departments,area\n'

test.each([
  ['', 1, 'heading', 'stratum,target,departments,area', ''],
  [HEADING.trimEnd(), 1, 'heading', 'stratum,target,departments,area', HEADING.trimEnd()],
  [`\ufeff${HEADING}`, 1, 'heading', 'stratum,target,departments,area', `\ufeff${HEADING.trimEnd()}`],
  [
    HEADING.replace('\n', '\r\n'),
    1,
    'heading',
    'stratum,target,departments,area',
    HEADING.replace('\n', '\r'),
  ],
  [`${HEADING}A,t,d,`, 2, 'line-end', '', 'A,t,d,'],
  [`${HEADING}A,t,d,x\r\n`, 2, 'quotes', '', 'A,t,d,x\r'],
  [`${HEADING}A,t,d\n`, 2, 'columns', '4', 'A,t,d'],
  [`${HEADING}A,t,d,,\n`, 2, 'columns', '4', 'A,t,d,,'],
  [`${HEADING}\n`, 2, 'columns', '4', ''],
  [`${HEADING}A,t,d,\n\n`, 3, 'columns', '4', ''],
  [`${HEADING}A,"t",d,\n`, 2, 'quotes', '', 'A,"t",d,'],
  [`${HEADING}A,t,d,"a,b\n`, 2, 'quotes', '', 'A,t,d,"a,b'],
  [`${HEADING}A,t,d,a"b\n`, 2, 'quotes', '', 'A,t,d,a"b'],
  [`${HEADING}A,t,d,"a""b"`, 2, 'line-end', '', 'A,t,d,"a""b"'],
  [`${HEADING}A,,d,\n`, 2, 'field', 'id', ''],
  [`${HEADING}A, t,d,\n`, 2, 'field', 'id', ' t'],
  [`${HEADING}A,t\u0000,d,\n`, 2, 'field', 'id', 't\u0000'],
  [`${HEADING}A,e\u0301,d,\n`, 2, 'field', 'id', 'e\u0301'],
  [`${HEADING}A,t,d;b,\n`, 2, 'field', 'ids', 'd;b'],
  [`${HEADING}A,t,d;d,\n`, 2, 'field', 'ids', 'd;d'],
  [`${HEADING}A,t,d;,\n`, 2, 'field', 'ids', 'd;'],
  [`${HEADING}A,t,d, x\n`, 2, 'field', 'word-or-empty', ' x'],
  [`${HEADING}A,t,d,\nA,s,d,\n`, 3, 'order', 'A,t', 'A,s,d,'],
  [`${HEADING}A,t,d,\nA,t,d,\n`, 3, 'order', 'A,t', 'A,t,d,'],
  [`${HEADING}A,t,d,\nB,t,d,\n`, 3, 'once', '', 't'],
])('readTable of %j names line %i: %s', (text, line, check, expected, found) => {
  expect(readTableText(tables.FRAME, text)).toMatchObject({
    kind: 'misread',
    misreading: { line, check, expected, found },
  })
})

test.each(['01', '-1', '1.0', '+1', ' 1', '1e3', '9007199254740993', '１'])(
  'readTable declines the number %j',
  load => {
    const text = `department,inspector,tags,area,capacity,load\nd,i,,,,${load}\n`
    expect(readTableText(tables.POOL, text)).toMatchObject({
      misreading: { column: 'load', expected: 'count', found: load },
    })
  },
)

test('readTable counts the line ends inside quotes, and names the line that is not UTF-8', () => {
  const text = 'target,reason\na,"one\ntwo\nthree"\na,\n'
  expect(readTableText(tables.EXCLUSIONS, text)).toMatchObject({ misreading: { line: 5, check: 'order' } })
  const bytes = new TextEncoder().encode('target,reason\na,x\nb,y\n')
  bytes[bytes.length - 2] = 0xff
  expect(readTable(tables.EXCLUSIONS, bytes)).toMatchObject({ misreading: { line: 3, check: 'utf8' } })
})
