/** @module-tag slow */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byBytes } from '../../../src/core/bytes.ts'
import type { FrameRow, SelectionRow, Stratum } from '../../../src/core/draw/folder/rows.ts'
import { tableText } from '../../../src/core/draw/folder/table.ts'
import { FRAME, SELECTION } from '../../../src/core/draw/folder/tables.ts'
import { drawKeyOf, seedOfLines, selectKeyOf } from '../../../src/core/draw/seed/seed.ts'
import { select, ticketOf } from '../../../src/core/draw/selection.ts'
import { sha256Hex } from '../../../src/core/hash.ts'
import { digest } from '../../helpers/ids.ts'
import { lawOfMany } from '../../helpers/law-of-many.ts'
import { rowsOf, textOf, vector } from './folders.ts'

/** A frame, a size for each stratum, and a key. */
const draws = fc
  .record({
    targets: fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), { maxLength: 60 }),
    names: fc.uniqueArray(fc.constantFrom('A', 'B', 'C', '𠮷', '\uff21'), { minLength: 1 }),
    spread: fc.infiniteStream(fc.nat()),
    key: fc.string().map(sha256Hex),
  })
  .map(({ targets, names, spread, key }) => {
    const frame = targets.map(target => rowIn(names[spread.next().value % names.length]!, target))
    const strata = names.map((stratum): Stratum => {
      const size = frame.filter(row => row.stratum === stratum).length
      const take = spread.next().value % (size + 1)
      return { stratum, size, take, reserve: spread.next().value % (size - take + 1) }
    })
    return { frame, strata, key }
  })

test.each(['small', 'medium'])('select gives the selection of the %s vector, byte for byte', name => {
  const folder = vector(name)
  const text = (file: string): string => textOf(folder, file)
  const [source, value] = ['骰子', '福彩3D 第2026312期'].map(own => {
    return { source: own, value: text('seed.txt').split(`${own}=`)[1]!.split('\n')[0]! }
  })
  const reading = seedOfLines([source!.source, value!.source], [source!, value!])
  if (reading.kind !== 'seed') throw new Error(reading.kind)
  const key = selectKeyOf(drawKeyOf('ssj-draw/1', sha256Hex(text('commitment.json')), reading.seed))
  const { strata } = JSON.parse(text('commitment.json'))
  expect(tableText(SELECTION, select(rowsOf(folder, FRAME), strata, key))).toBe(text('selection.csv'))
})

test('select is the sentence of the law: order by ticket, take the first, then the reserves', () => {
  fc.assert(
    fc.property(draws, ({ frame, strata, key }) => {
      expect(select(frame, strata, key)).toEqual(byLaw(frame, strata, key))
    }),
  )
})

lawOfMany('select does so in a frame of fifty thousand, whether a few or all are taken', 10, part => {
  const many = 50_000 / part
  const frame = frameOf(many)
  const key = sha256Hex('fifty thousand')
  for (const take of [0, 1, 2, 1500, many - 1, many]) {
    const strata = [{ stratum: 'A', size: many, take, reserve: 0 }]
    expect(select(frame, strata, key)).toEqual(byLaw(frame, strata, key))
  }
})

test('select does not depend on the order of the frame or of the strata', () => {
  fc.assert(
    fc.property(draws, fc.infiniteStream(fc.nat()), ({ frame, strata, key }, chance) => {
      const shuffled = frame
        .map(row => ({ row, place: chance.next().value }))
        .sort((a, b) => a.place - b.place)
        .map(({ row }) => row)
      expect(select(shuffled, strata.toReversed(), key)).toEqual(select(frame, strata, key))
    }),
  )
})

test('select draws nobody twice, and of each stratum as many as it should', () => {
  fc.assert(
    fc.property(draws, ({ frame, strata, key }) => {
      const rows = select(frame, strata, key)
      expect(new Set(rows.map(({ target }) => target)).size).toBe(rows.length)
      for (const { stratum, take, reserve } of strata) {
        const own = rows.filter(row => row.stratum === stratum)
        expect(own.map(({ rank }) => rank)).toEqual(own.map((_, i) => i + 1))
        expect(own.filter(({ status }) => status === 'drawn').length).toBe(take)
        expect(own.length).toBe(take + reserve)
      }
    }),
  )
})

test('a larger take only adds, and the reserves come first', () => {
  fc.assert(
    fc.property(draws, ({ frame, strata, key }) => {
      const less = select(
        frame,
        strata.map(row => ({ ...row, reserve: 0 })),
        key,
      )
      const more = select(
        frame,
        strata.map(row => ({ ...row, take: row.take + row.reserve, reserve: 0 })),
        key,
      )
      const ids = (rows: readonly SelectionRow[]): string[] => rows.map(({ target }) => target)
      expect(ids(more)).toEqual(expect.arrayContaining(ids(less)))
      expect(new Set(ids(more))).toEqual(new Set(ids(select(frame, strata, key))))
    }),
  )
})

test('another row in the frame moves nobody else up or down', () => {
  fc.assert(
    fc.property(draws, ({ frame, strata, key }) => {
      const all = strata.map(row => ({ ...row, take: row.size, reserve: 0 }))
      const without = select(frame.slice(1), all, key).map(({ target }) => target)
      const withIt = select(frame, all, key).map(({ target }) => target)
      expect(withIt.filter(target => target !== frame[0]?.target)).toEqual(without)
    }),
  )
})

test('ticketOf is what the citizen computes with sha256sum', () => {
  const key = sha256Hex('key')
  const expected = createHash('sha256').update(`${key}91141102MA0K3X7H5Y`).digest('hex')
  expect(ticketOf(key, '91141102MA0K3X7H5Y')).toBe(expected)
})

lawOfMany(
  'every target is drawn equally often over many seeds, the last N mod n of the frame too',
  6,
  part => {
    const [size, take, seeds] = [107, 10, 6000 / part]
    const frame = frameOf(size)
    const times = new Map(frame.map(({ target }) => [target, 0]))
    for (let seed = 0; seed < seeds; seed++) {
      const strata = [{ stratum: 'A', size, take, reserve: 0 }]
      for (const { target } of select(frame, strata, sha256Hex(String(seed))))
        times.set(target, times.get(target)! + 1)
    }
    const share = take / size
    const expected = seeds * share
    const deviation = Math.sqrt(seeds * share * (1 - share))
    const chiSquare =
      [...times.values()].reduce((sum, n) => sum + ((n - expected) / deviation) ** 2, 0) * ((size - 1) / size)
    // 106 degrees of freedom: one in a thousand lies above 156.4, one in a thousand below 65.9
    expect(chiSquare).toBeLessThan(156.4)
    expect(chiSquare).toBeGreaterThan(65.9)
    const last = [...times.values()].slice(-(size % take))
    for (const n of last) expect(Math.abs(n - expected)).toBeLessThan(4 * deviation)
  },
)

test('two targets are drawn together as often as two drawn by lot', () => {
  const [size, take, seeds] = [30, 6, 6000]
  const frame = frameOf(size)
  let together = 0
  for (let seed = 0; seed < seeds; seed++) {
    const strata = [{ stratum: 'A', size, take, reserve: 0 }]
    const drawn = new Set(select(frame, strata, sha256Hex(`pair ${seed}`)).map(({ target }) => target))
    if (drawn.has(frame[0]!.target) && drawn.has(frame[1]!.target)) together++
  }
  const share = (take * (take - 1)) / (size * (size - 1))
  expect(Math.abs(together - seeds * share)).toBeLessThan(4 * Math.sqrt(seeds * share * (1 - share)))
})

function rowIn(stratum: string, target: string): FrameRow {
  return { stratum, target, departments: [], area: '' }
}

function frameOf(size: number): FrameRow[] {
  return Array.from({ length: size }, (_, i) => rowIn('A', `9114110${i % 10}MA${String(i).padStart(8, '0')}`))
}

function byLaw(frame: readonly FrameRow[], strata: readonly Stratum[], key: string): SelectionRow[] {
  return strata
    .toSorted((a, b) => byBytes(a.stratum, b.stratum))
    .flatMap(({ stratum, take, reserve }) =>
      frame
        .filter(row => row.stratum === stratum)
        .map(({ target }) => ({
          target,
          ticket: digest(
            createHash('sha256')
              .update(key + target)
              .digest('hex'),
          ),
        }))
        .sort((a, b) => byBytes(a.ticket, b.ticket) || byBytes(a.target, b.target))
        .slice(0, take + reserve)
        .map(({ target, ticket }, i) => ({
          stratum,
          rank: i + 1,
          target,
          ticket,
          status: i < take ? 'drawn' : 'reserve',
        })),
    )
}
