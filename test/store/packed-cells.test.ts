import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { headingOf } from '../../src/core/draw/folder/table.ts'
import { SELECTION } from '../../src/core/draw/folder/tables.ts'
import { packedCells } from '../../src/store/packed-cells.ts'
import { DRAWN } from '../../src/store/schema/ledger-tables.ts'
import { openDatabase } from '../../src/store/sqlite.ts'
import { tableDigest } from '../../src/store/table-digest.ts'

const TICKET = 'f'.repeat(64)
const ID = fc.oneof(
  fc.string({ unit: fc.constantFrom('A', '9', '"', '\\', '某', '\u{2CB4A}'), maxLength: 14 }),
  fc.constantFrom('x'.repeat(11), 'x'.repeat(12), '甲'.repeat(90), 'y'.repeat(66_000)),
)
const ROW = fc.tuple(ID, fc.nat(), ID, fc.constantFrom('drawn', 'reserve'))

it('lines of a list become the rows and the digest that records would, wherever their pieces end', () => {
  const db = openDatabase(':memory:', {})
  const select = db
    .prepare('select value ->> 0, value ->> 1, value ->> 2, value ->> 3 from jsonb_each(?)')
    .raw()
  fc.assert(
    fc.property(
      fc.array(ROW, { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 5 }),
      (rows, most, parts) => {
        const lines = rows.map(([stratum, rank, target, status]) =>
          [stratum, rank, target, TICKET, status].join(),
        )
        const file = Buffer.from([headingOf(SELECTION).trimEnd(), ...lines, ''].join('\n'))
        const size = Math.ceil(file.length / parts)
        const pieces = Array.from({ length: parts }, (_, i) => file.subarray(i * size, (i + 1) * size))
        const [packed, plain] = [tableDigest(), tableDigest()]
        const found: unknown[] = []
        for (const { rows, digested, count } of packedCells(DRAWN, pieces, {
          draw: '2026-0001',
          entry: 7,
          most,
        })) {
          expect(count).toBeLessThanOrEqual(most)
          found.push(...select.all(rows))
          packed.writtenBytes(digested, count)
        }
        for (const row of rows) plain.written(['2026-0001', ...row, 7])
        expect(found).toEqual(rows)
        expect(packed.close()).toEqual(plain.close())
      },
    ),
    { numRuns: 60 },
  )
  db.close()
})

it('rows as text and as bytes are taken into one digest in their order', () => {
  const digest = tableDigest()
  digest.written(['a'])
  digest.writtenBytes(Buffer.from('b\u001f\u001e'), 1)
  digest.written(['c'])
  const sha256 = createHash('sha256').update('a\u001f\u001eb\u001f\u001ec\u001f\u001e').digest('hex')
  expect(digest.close()).toEqual({ written: 3, ended: 0, sha256 })
})
