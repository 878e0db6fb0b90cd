import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LINE_ENDS, type LineEnd, noteLineEnds } from '../../../src/files/reading/csv/line-ends.ts'
import type { RecordReader } from '../../../src/files/reading/csv/parsed-records.ts'
import { recordReader } from '../../../src/files/reading/csv/record-reader.ts'

const bit = fc.constantFrom(
  '甲',
  'a',
  'b c',
  '=',
  '0',
  '"',
  '""',
  '\0',
  ',',
  ',',
  ';',
  '\n',
  '\n',
  '\r\n',
  '\ufeff',
  '𬭊',
)
const cell = fc.constantFrom(
  '甲',
  '',
  '""',
  '"a"',
  '"a,b"',
  '"甲""乙"',
  '5" TV',
  '"A"股',
  '"a\nb"',
  '"a',
  ' "a"',
  '="1"',
)
const line = fc
  .tuple(fc.array(cell, { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\n', '\r\n'))
  .map(([cells, end]) => cells.join(',') + end)
const text = fc.oneof(fc.array(bit, { maxLength: 30 }), fc.array(line, { maxLength: 12 }))

/** The pieces as `wholePieces` gives them: whole characters, a CR with its LF. */
const pieces = text.chain(bits => {
  const characters = bits.join('').match(/\r\n|[\s\S]/gu) ?? []
  return fc.array(fc.nat(characters.length), { maxLength: 4 }).map(cuts => {
    const ends = [...cuts.sort((a, b) => a - b), characters.length]
    return ends.map((end, i) => characters.slice(ends[i - 1] ?? 0, end).join(''))
  })
})

function allOf(reader: RecordReader, parts: readonly string[]) {
  const rows: string[][] = []
  for (const part of parts) {
    const found = reader.read(Buffer.from(part))
    rows.push(...found.rows)
    if (found.problem) return { rows, problem: found.problem }
  }
  const last = reader.end()
  rows.push(...last.rows)
  return last.problem ? { rows, problem: last.problem } : { rows }
}

function lineEndsOf(text: string): LineEnd[] {
  const seen = new Set<LineEnd>()
  noteLineEnds(Buffer.from(text), seen)
  return LINE_ENDS.filter(end => seen.has(end))
}

describe('lines that need no parser', () => {
  test('are the records that csv-parse reads, however the text comes', () => {
    const delimiters = fc.constantFrom(',', ';', '，')
    fc.assert(
      fc.property(pieces, delimiters, fc.integer({ min: 1, max: 40 }), (parts, delimiter, some) => {
        const ends = lineEndsOf(parts.join(''))
        const parsed = allOf(recordReader(delimiter, ends, true), parts)
        expect(allOf(recordReader(delimiter, ends, false, some), parts)).toEqual(parsed)
      }),
      { numRuns: 800 },
    )
  })

  test.each([
    ['a row that never ends', `a,b\n${'1,2'.repeat(400_000)}`],
    ['a row that is long, and ends', `a,b\n${'1,2'.repeat(340_000)}\n3,4\n`],
    ['a quote that never closes', `a,b\n1,"2\n${'3,4\n'.repeat(300_000)}`],
    ['a quote that closes late', `a,b\n1,"2\n${'3,4\n'.repeat(7_000)}5",6\n7,8\n`],
  ])('%s: is told as csv-parse would have it told', (_, text) => {
    const parts = text.match(/[\s\S]{1,262144}/g)!
    const [one, other] = [true, false].map(all => allOf(recordReader(',', ['\n'], all), parts))
    expect(one!.problem).toEqual(other!.problem)
    expect(one!.rows.length).toBe(other!.rows.length)
    expect(one!.rows.at(-1)).toEqual(other!.rows.at(-1))
  })
})
