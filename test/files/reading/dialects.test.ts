/** @module-tag campaign */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LINE_ENDS } from '../../../src/files/reading/csv/line-ends.ts'
import { BOM, encode, read } from './clerk.ts'

const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const
const DELIMITERS = [',', ';', '\t', '，'] as const
const HEADINGS = ['统一社会信用代码', '名称', '法定代表人', '地址', '所属子库']

/** What stands in clerks' cells, and what makes CSV hard. */
const fragment = fc.oneof(
  fc.constantFrom(...'离石区青禾商贸有限公司示例龘𠮷😀（）、，；。３Ａ'),
  fc.constantFrom(
    '"',
    '""',
    ',',
    ';',
    '\t',
    '|',
    '，',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '　',
    "'",
    '=',
    'A1',
    '0',
    '91141102',
  ),
)
const cell = fc.array(fragment, { maxLength: 6 }).map(parts => parts.join(''))

const dialect = fc.record({
  encoding: fc.constantFrom(...ENCODINGS),
  bom: fc.boolean(),
  delimiter: fc.constantFrom(...DELIMITERS),
  lineEnds: fc.uniqueArray(fc.constantFrom(...LINE_ENDS), { minLength: 1 }),
  lastLineEnd: fc.boolean(),
  quoteAll: fc.boolean(),
  chunkBytes: fc.oneof(fc.integer({ min: 1, max: 64 }), fc.constant(1 << 18)),
})

const table = fc
  .integer({ min: 2, max: HEADINGS.length })
  .chain(width =>
    fc
      .array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 })
      .map(rows => [HEADINGS.slice(0, width), ...rows]),
  )

interface Writing {
  readonly delimiter: string
  readonly lineEnds: readonly string[]
  readonly lastLineEnd: boolean
  readonly quoteAll: boolean
}

/** CSV as a spreadsheet writes it; a quote inside a bare cell may stay as it is. */
function write(
  rows: readonly (readonly string[])[],
  { delimiter, lineEnds, lastLineEnd, quoteAll }: Writing,
) {
  const needsQuotes = (cell: string) =>
    cell.startsWith('"') || /[\r\n]/.test(cell) || cell.includes(delimiter)
  const written = (cell: string) => (quoteAll || needsQuotes(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const lines = rows.map(row => row.map(written).join(delimiter))
  const text = lines.map((line, i) => line + lineEnds[i % lineEnds.length]).join('')
  return lastLineEnd ? text : text.replace(/(?:\r\n|\n|\r)$/, '')
}

describe('readRows', () => {
  test('reads back what was written in any dialect', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(table, dialect, async (rows, how) => {
        const bom = how.bom || how.encoding.startsWith('utf-16')
        const body = encode(write(rows, how), how.encoding)
        const bytes = bom ? Buffer.concat([BOM[how.encoding], body]) : body
        const { facts, rows: found, problem } = await read(bytes, { chunkBytes: how.chunkBytes })
        expect(problem).toBeUndefined()
        expect(found).toEqual(rows)
        expect(facts).toMatchObject({
          format: 'csv',
          encoding: how.encoding,
          bom,
          delimiter: how.delimiter,
          bytes: bytes.length,
        })
      }),
      { numRuns: 600 },
    )
  })

  test('reads ragged, blank and wide rows as they are', async () => {
    const raggedCell = cell.map(text => text.replaceAll('，', '')) // no row that looks like a heading
    const ragged = fc.array(fc.array(raggedCell, { minLength: 1, maxLength: 9 }), {
      minLength: 1,
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(ragged, dialect, async (body, how) => {
        const rows = [HEADINGS, ...body]
        // A blank line between CR and LF would be one line end.
        const writing = { ...how, lineEnds: how.lineEnds.slice(0, 1), lastLineEnd: true }
        const bytes = Buffer.concat([BOM[how.encoding], encode(write(rows, writing), how.encoding)])
        const { delimiter, chunkBytes } = how
        const { rows: found, problem } = await read(bytes, { delimiter, chunkBytes })
        expect(problem).toBeUndefined()
        expect(found).toEqual(rows)
      }),
      { numRuns: 250 },
    )
  })
})
