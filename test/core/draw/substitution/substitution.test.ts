import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byBytes } from '../../../../src/core/bytes.ts'
import type { AssignmentRow } from '../../../../src/core/draw/folder/rows.ts'
import { tableText } from '../../../../src/core/draw/folder/table.ts'
import {
  ASSIGNMENT,
  FRAME,
  POOL,
  SUBSTITUTIONS,
  type SubstitutionRow,
} from '../../../../src/core/draw/folder/tables.ts'
import { type Standing, standingAfter } from '../../../../src/core/draw/substitution/standing.ts'
import {
  replaceInspector,
  replaceTarget,
  type Substitution,
} from '../../../../src/core/draw/substitution/substitution.ts'
import { agreement, changed, difference, drawIn, rowsOf, vector } from '../folders.ts'

const MEDIUM = vector('medium')
const DRAW = drawIn(MEDIUM)
const BEGIN: Standing = standingAfter(rowsOf(MEDIUM, ASSIGNMENT), [])
const BECAUSE = { reason: '已注销, "迁出"', approver: '张三', at: '2026-03-01T09:00:00+08:00' }

/** Falls that come one after the other: each number picks a target or somebody's seats. */
const falls = fc.array(fc.record({ inspector: fc.boolean(), pick: fc.nat() }), { minLength: 1, maxLength: 6 })

test('replaceTarget calls the next unused reserve of the stratum, and keeps every other seat', () => {
  const [first, second] = DRAW.selection.filter(row => row.stratum === 'C' && row.status === 'reserve')
  const [gone] = DRAW.selection.filter(row => row.stratum === 'C')
  const one = expectDone(replaceTarget(DRAW, BEGIN, 1, gone!.target))
  expect(one.changes[0]).toMatchObject({ kind: 'target', out: gone!.target, in: first!.target, seat: null })
  const two = expectDone(replaceTarget(DRAW, one.standing, 2, first!.target))
  expect(two.changes[0]).toMatchObject({ kind: 'target', out: first!.target, in: second!.target })
  const stayed = BEGIN.seats.filter(seat => seat.target !== gone!.target)
  expect(two.standing.seats).toEqual(expect.arrayContaining(stayed))
})

test('replaceTarget leaves the place empty when the reserves are used up', () => {
  let standing = BEGIN
  for (const [i, { target }] of DRAW.selection.filter(row => row.stratum === 'D').entries()) {
    const { changes, standing: next } = expectDone(replaceTarget(DRAW, standing, i + 1, target))
    expect(changes[0]!.in === '').toBe(i > 0)
    standing = next
    if (i === 4) break
  }
})

test('replaceTarget and replaceInspector decline who does not stand there', () => {
  const [reserve] = DRAW.selection.filter(({ status }) => status === 'reserve')
  const [seat] = BEGIN.seats
  expect(replaceTarget(DRAW, BEGIN, 1, reserve!.target).kind).toBe('not-standing')
  expect(replaceTarget(DRAW, BEGIN, 1, 'nobody').kind).toBe('not-standing')
  const once = expectDone(replaceTarget(DRAW, BEGIN, 1, seat!.target))
  expect(replaceTarget(DRAW, once.standing, 2, seat!.target).kind).toBe('not-standing')
  expect(replaceInspector(DRAW, once.standing, 2, seat!.inspector, [seat!], 'duty').kind).toBe('not-standing')
  expect(replaceInspector(DRAW, BEGIN, 1, 'nobody', [seat!], 'duty').kind).toBe('not-standing')
  expect(replaceInspector(DRAW, BEGIN, 1, seat!.inspector, [], 'duty').kind).toBe('not-standing')
})

test('after any falls, all seats are filled, by people of the department, never the one who fell out', () => {
  fc.assert(
    fc.property(falls, list => {
      const { standing, rows } = fallen(list)
      const departmentOf = new Map(rowsOf(MEDIUM, POOL).map(row => [row.inspector, row.department]))
      for (const { department, inspector } of standing.seats)
        expect(departmentOf.get(inspector)).toBe(department)
      for (const row of rows) if (row.kind === 'inspector') expect(row.in).not.toBe(row.out)
      const at = standing.seats.map(({ target, inspector }) => `${target} ${inspector}`)
      expect(new Set(at).size).toBe(at.length)
      const seats = standing.seats.map(({ target, department, seat }) => `${target} ${department} ${seat}`)
      expect(new Set(seats)).toEqual(seatsWanted(standing))
      expect(seats.length).toBe(seatsWanted(standing).size)
    }),
    { numRuns: 40 },
  )
})

test('verify replays substitutions, and finds a change in any of their lines', async () => {
  await fc.assert(
    fc.asyncProperty(falls, fc.nat(), async (list, pick) => {
      const { rows } = fallen(list)
      const folder = changed(MEDIUM, { [SUBSTITUTIONS.file]: tableText(SUBSTITUTIONS, rows) })
      expect((await agreement(folder)).shown).toContain('substitutions')
      const i = pick % rows.length
      const other = rows[i]!.in === 'NYNC-001' ? 'NYNC-002' : 'NYNC-001'
      const forged = rows.map((row, k) => (k === i ? { ...row, in: other } : row))
      const found = await difference(
        changed(folder, { [SUBSTITUTIONS.file]: tableText(SUBSTITUTIONS, forged) }),
      )
      expect(found).toMatchObject({ file: SUBSTITUTIONS.file, line: i + 2, check: 'line' })
    }),
    { numRuns: 30 },
  )
})

test('verify of a public folder still replays the targets', async () => {
  const { rows } = fallen([
    { inspector: false, pick: 3 },
    { inspector: true, pick: 8 },
    { inspector: false, pick: 30 },
  ])
  const leftOut = { 'pool.csv': undefined, 'recusals.csv': undefined, 'assignment.csv': undefined }
  const open = changed(MEDIUM, { ...leftOut, [SUBSTITUTIONS.file]: tableText(SUBSTITUTIONS, rows) })
  expect((await agreement(open)).shown).toContain('substitutions')
  const targets = rows.map(row => (row.kind === 'target' && row.number === 3 ? { ...row, in: 'X' } : row))
  const forged = changed(open, { [SUBSTITUTIONS.file]: tableText(SUBSTITUTIONS, targets) })
  expect(await difference(forged)).toMatchObject({ file: SUBSTITUTIONS.file, check: 'line' })
})

test.each([
  ['a number left out', (row: SubstitutionRow) => ({ ...row, number: row.number + 1 }), 'order'],
  ['a stranger falling out', (row: SubstitutionRow) => ({ ...row, out: 'X' }), 'not-standing'],
  [
    'a target that is called an inspector',
    (row: SubstitutionRow) => ({ ...row, kind: 'inspector' as const }),
    'not-standing',
  ],
  ['a lost line', (row: SubstitutionRow) => (row.kind === 'inspector' ? undefined : row), 'line'],
] as const)('verify finds %s', async (_, forge, check) => {
  const { rows } = fallen([{ inspector: false, pick: 0 }])
  const forged = rows.map(forge).filter(row => row !== undefined)
  const folder = changed(MEDIUM, { [SUBSTITUTIONS.file]: tableText(SUBSTITUTIONS, forged) })
  expect(await difference(folder)).toMatchObject({ file: SUBSTITUTIONS.file, check })
})

test('verify takes no line of substitutions for granted, however odd', async () => {
  const odd = fc.record({
    number: fc.integer({ min: 1, max: 3 }),
    kind: fc.constantFrom('target' as const, 'inspector' as const),
    out: fc.constantFrom('', 'NYNC-001', DRAW.selection[0]!.target),
    in: fc.constantFrom('', 'NYNC-002'),
    target: fc.constantFrom('', BEGIN.seats[0]!.target),
    department: fc.constantFrom('', 'LS-NYNC'),
    seat: fc.constantFrom(null, 1, 2, 9),
    reason: fc.string(),
    approver: fc.string(),
    at: fc.string(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(odd, { minLength: 1, maxLength: 4 }), async rows => {
      const folder = changed(MEDIUM, { [SUBSTITUTIONS.file]: tableText(SUBSTITUTIONS, rows) })
      expect((await difference(folder)).file).toBe(SUBSTITUTIONS.file)
    }),
  )
})

function expectDone(outcome: Substitution): Extract<Substitution, { kind: 'substituted' }> {
  if (outcome.kind !== 'substituted') throw new Error(outcome.kind)
  return outcome
}

/** What cannot be done (nobody left for a seat) does not happen, as the tool would refuse it. */
function fallen(list: readonly { inspector: boolean; pick: number }[]): {
  standing: Standing
  rows: SubstitutionRow[]
} {
  let standing = BEGIN
  const rows: SubstitutionRow[] = []
  let number = 1
  for (const { inspector, pick } of list) {
    const outcome = inspector ? seatsFall(standing, number, pick) : targetFalls(standing, number, pick)
    if (outcome.kind !== 'substituted') continue
    rows.push(...outcome.changes.map(change => ({ ...change, number, ...BECAUSE })))
    standing = outcome.standing
    number++
  }
  return rows.length > 0 ? { standing, rows } : fallen([{ inspector: false, pick: 0 }])
}

function targetFalls(standing: Standing, number: number, pick: number): Substitution {
  const { fallen: gone, called } = standing
  const there = DRAW.selection.filter(
    ({ target, status }) => (status === 'drawn' || called.includes(target)) && !gone.includes(target),
  )
  return replaceTarget(DRAW, standing, number, there[pick % there.length]!.target)
}

function seatsFall(standing: Standing, number: number, pick: number): Substitution {
  const { inspector } = standing.seats[pick % standing.seats.length]!
  const own = standing.seats.filter(seat => seat.inspector === inspector)
  return replaceInspector(
    DRAW,
    standing,
    number,
    inspector,
    own.slice(0, 1 + (pick % own.length)).sort(bySeat),
    'duty',
  )
}

function bySeat(a: AssignmentRow, b: AssignmentRow): number {
  return byBytes(a.target, b.target) || a.seat - b.seat
}

function seatsWanted({ fallen: gone, called }: Standing): Set<string> {
  const frame = new Map(rowsOf(MEDIUM, FRAME).map(row => [row.target, row]))
  const there = DRAW.selection.filter(
    ({ target, status }) => (status === 'drawn' || called.includes(target)) && !gone.includes(target),
  )
  return new Set(
    there.flatMap(({ target }) =>
      DRAW.staff!.teams.filter(({ department }) =>
        frame.get(target)!.departments.includes(department),
      ).flatMap(({ department, seats }) => seats.map((_, i) => `${target} ${department} ${i + 1}`)),
    ),
  )
}
