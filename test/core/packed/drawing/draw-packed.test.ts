import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keyOfTickets } from '../../../../src/commands/draw/draw-here.ts'
import { rowHashing } from '../../../../src/commands/row-hashing.ts'
import type { Commitment } from '../../../../src/core/draw/commitment/commitment.ts'
import { draw, type Fixed } from '../../../../src/core/draw/draw.ts'
import { countedRows } from '../../../../src/core/draw/drawn-rows.ts'
import type { FrameRow } from '../../../../src/core/draw/folder/rows.ts'
import { headingOf, sortRows, tablePieces, tableText } from '../../../../src/core/draw/folder/table.ts'
import { FRAME } from '../../../../src/core/draw/folder/tables.ts'
import { parseSeedLines, type Seed } from '../../../../src/core/draw/seed/seed.ts'
import { simulate, trialsOf } from '../../../../src/core/draw/simulation.ts'
import { drawPacked } from '../../../../src/core/packed/drawing/draw-packed.ts'
import { lowRows } from '../../../../src/core/packed/drawing/low-rows.ts'
import { inTicketOrder } from '../../../../src/core/packed/drawing/row-orders.ts'
import { trialsPacked } from '../../../../src/core/packed/drawing/trials-packed.ts'
import { PLAIN_HASHING } from '../../../../src/core/packed/hashing/plain-hashing.ts'
import { lowestRows } from '../../../../src/core/packed/lowest.ts'
import { whole } from '../../../../src/core/pieces.ts'
import type { Desk } from '../../../../src/terminal/desk.ts'
import { keyOf } from '../../draw/matching/departments.ts'

/** What passes as bytes comes to what it comes to as records: every file, row and count, and why there is no draw. */

const of = <T>(...values: T[]) => fc.constantFrom(...values)
const NAMES = [
  ...Array.from({ length: 24 }, (_, n) => `9114110${n}MA0P63NK2C`),
  ...Array.from({ length: 24 }, (_, n) => `T${n}`),
  ...['企业甲', '\u{2CB4A}店', '\uE000', '东风饭店1'],
]
const STRATA = ['A', 'B', '高', '\u{2CB4A}', '\uE000']
const DEPARTMENTS = ['D1', 'D2', '所']

const CASE = fc.record({
  rows: fc.uniqueArray(
    fc.record({
      target: of(...NAMES),
      stratum: of(...STRATA),
      departments: of(['D1'], ['D1', 'D2'], ['D2', '所'], []),
      area: of('', '东', '西“关", 所', 'a,b'),
    }),
    { selector: ({ target }) => target, maxLength: 50 },
  ),
  share: of(0, 0.2, 0.5, 1),
  reserve: of(0, 1, 3),
  seats: fc.array(of([''], ['', ''], ['leader', '']), { minLength: 3, maxLength: 3 }),
  people: fc.array(
    fc.record({
      department: of(...DEPARTMENTS),
      tags: of([], ['leader'], ['expert']),
      area: of('', '东', 'a,b'),
      capacity: of(null, null, null, 2, 30),
      load: fc.nat(3),
    }),
    { maxLength: 40 },
  ),
  pairs: fc.array(fc.record({ inspector: fc.nat(39), target: of(...NAMES) }), { maxLength: 20 }),
  avoidSameArea: fc.boolean(),
  seed: fc.nat(),
})

type Case = typeof CASE extends fc.Arbitrary<infer T> ? T : never

function fixedFrom({ rows, share, reserve, seats, people, pairs, ...rest }: Case): Fixed {
  const frame = sortRows(FRAME, rows as unknown as FrameRow[])
  const sizes = new Map<string, number>()
  for (const { stratum } of frame) sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1)
  const none = { sha256: keyOf(''), rows: 0, root: keyOf('') }
  const strata = [...sizes].map(([stratum, size]) => {
    const take = Math.floor(size * share)
    return { stratum, size, take, reserve: Math.min(reserve, size - take) }
  })
  const commitment = {
    spec: 'ssj-draw/1',
    task: { id: 'P', name: 'p' },
    ...{ frame: { ...none, rows: frame.length }, exclusions: none, pool: none, recusals: none },
    strata,
    teams: DEPARTMENTS.map((department, i) => ({ department, seats: seats[i]! })),
    avoidSameArea: rest.avoidSameArea,
    seedSources: ['s'],
  } as unknown as Commitment
  const nameOf = (n: number) => `R${String(n).padStart(2, '0')}`
  const unique = new Map(pairs.map(pair => [`${pair.inspector} ${pair.target}`, pair]))
  return {
    ...{ commitment, frame },
    pool: people.map((row, i) => ({ ...row, inspector: nameOf(i) })),
    recusals: [...unique.values()].map(({ inspector, target }) => ({
      inspector: nameOf(inspector),
      target,
    })),
  } as unknown as Fixed
}

function seedOf(value: number): Seed {
  const reading = parseSeedLines(['s'], [`s=${value}`])
  if (reading.kind !== 'seed') throw new Error('no seed')
  return reading.seed
}

const HEADING = headingOf(FRAME).length
const lanes = rowHashing({ world: { env: {} } } as Desk)

it('a draw of rows that pass as bytes is that of records: files, rows, counts, people, and why there is none', () => {
  const kinds = new Set<string>()
  fc.assert(
    fc.property(CASE, given => {
      const fixed = fixedFrom(given)
      const seed = seedOf(given.seed)
      const wanted = countedRows(draw(fixed, seed))
      const hashing = given.seed % 2 === 0 ? lanes : PLAIN_HASHING
      const { strata } = fixed.commitment
      // Whatever the cut-offs, more lines than are wanted change nothing: here now and then all.
      const low =
        given.seed % 3 === 0
          ? new TextEncoder().encode(tableText(FRAME, fixed.frame)).subarray(HEADING)
          : lowestRows(tablePieces(FRAME, fixed.frame), strata, keyOfTickets(fixed.commitment, seed), hashing)
              .lines
      const found = drawPacked(fixed, low, seed, hashing)
      kinds.add(found.kind)
      if (wanted.kind === 'infeasible' || found.kind === 'infeasible') {
        expect(found).toEqual(wanted)
        return
      }
      const texts = (files: typeof found.files) =>
        [...files].map(([name, file]) => [
          name,
          new TextDecoder().decode(file instanceof Uint8Array ? file : whole(file)),
        ])
      expect(texts(found.files)).toEqual(texts(wanted.files))
      expect(texts(found.files)).toEqual(texts(wanted.files))
      expect([...found.selection]).toEqual(wanted.selection)
      expect([...found.assignment]).toEqual(wanted.assignment)
      expect([found.counts, found.inspectors]).toEqual([wanted.counts, wanted.inspectors])
    }),
    { numRuns: Number(process.env.RUNS ?? 150) },
  )
  expect([...kinds].sort()).toEqual(['drawn', 'infeasible'])
})

it('trials of rows that pass as bytes come to what those of records come to', () => {
  fc.assert(
    fc.property(CASE, given => {
      const fixed = fixedFrom(given)
      const hashing = given.seed % 2 === 0 ? lanes : PLAIN_HASHING
      const packed = trialsPacked(fixed, tablePieces(FRAME, fixed.frame), hashing)
      expect(simulate(packed, 3, `${given.seed}`)).toEqual(simulate(trialsOf(fixed), 3, `${given.seed}`))
    }),
    { numRuns: Number(process.env.RUNS ?? 50) },
  )
})

it('lists that are longer than a piece go out in several, each ending with a line', () => {
  const rows = Array.from({ length: 3000 }, (_, n) => ({
    ...{ target: `T${String(n).padStart(5, '0')}`, stratum: 'A', departments: ['D1'], area: '' },
  }))
  const people = Array.from({ length: 9 }, () => ({
    department: 'D1',
    tags: [],
    area: '',
    capacity: null,
    load: 0,
  }))
  const given = {
    rows,
    people,
    share: 1,
    reserve: 0,
    seats: [['', ''], [''], ['']],
    pairs: [],
    avoidSameArea: false,
    seed: 1,
  }
  const fixed = fixedFrom(given as unknown as Case)
  const seed = seedOf(1)
  const wanted = countedRows(draw(fixed, seed))
  const found = drawPacked(
    fixed,
    new TextEncoder().encode(tableText(FRAME, fixed.frame)).subarray(HEADING),
    seed,
    lanes,
  )
  if (wanted.kind === 'infeasible' || found.kind === 'infeasible') throw new Error('there is a draw')
  const pieces = [...(found.files.get('selection.csv') as Iterable<Uint8Array>)]
  expect(pieces.length).toBeGreaterThan(2)
  expect([...found.selection]).toEqual(wanted.selection)
  expect([...found.assignment]).toEqual(wanted.assignment)
})

it('tickets that begin alike are ordered by all their words, and then by their targets', () => {
  const rows = lowRows(new TextEncoder().encode('A,b,D1,\nA,c,D1,\nB,a,D1,\nB,d,D1,\n'))
  const tickets = new Int32Array(32)
  tickets.set([-1, 0, 0, 0, 0, 0, 0, 2], 0)
  tickets.set([-1, 0, 0, 0, 0, 0, 0, -2], 8)
  tickets.set([-1, 0, 0, 0, 0, 0, 0, 2], 16)
  tickets.set([1, 9, 9, 9, 9, 9, 9, 9], 24)
  expect([...inTicketOrder(rows, tickets, Uint32Array.of(0, 1, 2, 3))]).toEqual([3, 2, 0, 1])
})
