import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256Hex } from '../../../src/core/hash.ts'
import { whole } from '../../../src/core/pieces.ts'
import { inEncoding } from '../../../src/files/writing/csv-encoding.ts'
import { growingCsv } from '../../../src/files/writing/growing-csv.ts'
import { peopleCsv } from '../../../src/files/writing/people-csv.ts'

const HEADINGS = ['编号', '名称']

/** Lays pieces aside in memory. */
function spill() {
  const kept: Uint8Array[] = []
  return {
    write: (bytes: Uint8Array) => kept.push(bytes.slice()) - 1,
    read: (piece: number) => kept[piece]!,
  }
}

it('a CSV that grew is the one that is written at once, in either encoding, read as often as one likes', () => {
  const cell = fc.constantFrom('', '甲公司', 'a,b', '"', '=1', '00123', '一\n二', 'é')
  const rows = fc.array(fc.tuple(cell, cell), { maxLength: 4 })
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom(1, 300),
      fc.constantFrom('utf-8', 'gb18030'),
      (some, times, encoding) => {
        const all = Array.from({ length: times }, () => some).flat()
        const csv = growingCsv(HEADINGS, encoding, spill())
        for (const row of all) csv.add(row)
        const grown = csv.end()
        const written = inEncoding(peopleCsv(HEADINGS, all), encoding)
        const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written
        expect(Buffer.from(whole(grown.pieces)).equals(bytes)).toBe(true)
        expect([grown.length, grown.sha256()]).toEqual([bytes.length, sha256Hex(bytes)])
      },
    ),
    { numRuns: 50 },
  )
})
