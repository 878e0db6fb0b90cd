/** @module-tag campaign */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AssignmentRow, Change, PoolRow } from '../../../../src/core/draw/folder/rows.ts'
import { below, type Rng, rngFrom } from '../../../../src/core/draw/matching/hat.ts'
import { type Draw, type Standing, standingAfter } from '../../../../src/core/draw/substitution/standing.ts'
import { replaceInspector, replaceTarget } from '../../../../src/core/draw/substitution/substitution.ts'
import { matchTeams } from '../../../../src/core/draw/teams.ts'
import { sha256Hex } from '../../../../src/core/hash.ts'
import { keyOf } from '../matching/departments.ts'
import { smallDraws } from './small-draws.ts'

const REASONS = [
  'on-leave',
  'duty',
  'recused:x',
  'other',
  'certificate',
  'transferred:x',
  'unqualified',
] as const

const falls = fc.array(
  fc.record({
    isTarget: fc.boolean(),
    pick: fc.nat(20),
    all: fc.boolean(),
    reason: fc.constantFrom(...REASONS),
  }),
  { minLength: 1, maxLength: 7 },
)

test('under version 2 every substitution is what a listing of all assignments gives', () => {
  const met = { target: 0, inspector: 0, empty: 0, again: 0, several: 0 }
  fc.assert(
    fc.property(smallDraws('ssj-draw/2'), falls, (draw, list) => {
      const begun = matchTeams(draw.staff!, draw.selection, department => keyOf(department))
      if (begun.kind === 'infeasible') return
      const law = new ByLaw(draw, begun.assignment)
      let standing: Standing = standingAfter(begun.assignment, [])
      for (const [i, { isTarget, pick, all, reason }] of list.entries()) {
        const there = law.targets()
        const seat = law.seats[pick % Math.max(1, law.seats.length)]
        if (isTarget ? there.length === 0 : seat === undefined) continue
        const own = law.seats.filter(({ inspector }) => inspector === seat?.inspector)
        const slots = all || BARRING.test(reason) ? own : [seat!]
        const gone = there[pick % there.length]!
        const outcome = isTarget
          ? replaceTarget(draw, standing, i + 1, gone)
          : replaceInspector(draw, standing, i + 1, seat!.inspector, slots, reason)
        if (outcome.kind !== 'substituted') throw new Error(outcome.kind)
        const expected = isTarget ? law.targetFalls(gone) : law.inspectorFalls(slots, reason)
        expect(outcome.changes).toEqual(expected)
        standing = outcome.standing
        const bySeat = (a: AssignmentRow, b: AssignmentRow) => (slotOf(a) < slotOf(b) ? -1 : 1)
        expect([...standing.seats].sort(bySeat)).toEqual([...law.seats].sort(bySeat))
        met[isTarget ? 'target' : 'inspector']++
        if (slots.length > 1 && !isTarget) met.several++
        if (expected.some(change => change.kind === 'inspector' && change.in === '')) met.empty++
        if (Math.max(...law.times.values()) > 2) met.again++
      }
    }),
    { numRuns: 3000 },
  )
  expect(met.target).toBeGreaterThan(1000)
  expect(met.inspector).toBeGreaterThan(1000)
  expect(met.empty).toBeGreaterThan(300)
  expect(met.several).toBeGreaterThan(300)
  expect(met.again).toBeGreaterThan(100)
})

const BARRING = /^(?:certificate|transferred|unqualified)/
const slotOf = ({ target, department, seat }: Omit<AssignmentRow, 'inspector'>) =>
  `${target} ${department} ${seat}`

interface Slot extends Omit<AssignmentRow, 'inspector'> {
  readonly tag: string
}

/** Section 7 of draw-2.md read once more, with the memory that it asks for. */
class ByLaw {
  readonly draw: Draw
  seats: readonly AssignmentRow[]
  readonly times = new Map<string, number>()
  private readonly away = new Set<string>()
  private readonly barred = new Set<string>()
  private readonly fallen = new Set<string>()
  private readonly called = new Set<string>()

  constructor(draw: Draw, assignment: readonly AssignmentRow[]) {
    this.draw = draw
    this.seats = assignment
    for (const row of assignment) this.times.set(slotOf(row), 1)
  }

  targets(): string[] {
    return this.draw.selection
      .filter(
        ({ target, status }) => (status === 'drawn' || this.called.has(target)) && !this.fallen.has(target),
      )
      .map(({ target }) => target)
  }

  targetFalls(out: string): Change[] {
    const { selection, staff } = this.draw
    const { stratum } = selection.find(row => row.target === out)!
    const reserve = selection.find(
      row => row.stratum === stratum && row.status === 'reserve' && !this.called.has(row.target),
    )?.target
    this.fallen.add(out)
    if (reserve !== undefined) this.called.add(reserve)
    this.seats = this.seats.filter(seat => seat.target !== out)
    const change: Change = { kind: 'target', out, in: reserve ?? '', target: '', department: '', seat: null }
    const row = staff!.frame.find(({ target }) => target === reserve)
    const slots = staff!.teams.flatMap(({ department, seats }) =>
      row?.departments.includes(department)
        ? seats.map((tag, i): Slot => ({ target: row.target, department, seat: i + 1, tag }))
        : [],
    )
    return [change, ...this.fill(slots, '')]
  }

  inspectorFalls(rows: readonly AssignmentRow[], reason: string): Change[] {
    const [{ inspector: out }] = rows as [AssignmentRow]
    if (BARRING.test(reason)) this.barred.add(out)
    for (const { target } of rows) this.away.add(`${out} ${target}`)
    this.seats = this.seats.filter(seat => !rows.some(row => slotOf(row) === slotOf(seat)))
    const tags = new Map(this.draw.staff!.teams.map(({ department, seats }) => [department, seats]))
    const slots = rows.map(({ target, department, seat }): Slot => {
      return { target, department, seat, tag: tags.get(department)![seat - 1]! }
    })
    return this.fill(slots, out)
  }

  private fill(slots: readonly Slot[], out: string): Change[] {
    const departments = this.draw.staff!.teams.map(({ department }) => department)
    return departments.flatMap(department => {
      const own = slots.filter(slot => slot.department === department).sort((a, b) => this.order(a, b))
      const group: Slot[] = []
      for (const slot of own) if (this.assignments([...group, slot]).length > 0) group.push(slot)
      const names = this.names(group)
      return own.map(({ target, seat, ...slot }): Change => {
        const inspector = names.get(slotOf({ target, department, seat })) ?? ''
        if (inspector !== '') {
          this.seats = [...this.seats, { target, department, seat, inspector }]
          const key = slotOf({ target, department, seat })
          this.times.set(key, (this.times.get(key) ?? 0) + 1)
        }
        return { kind: 'inspector', out, in: inspector, target, department: slot.department, seat }
      })
    })
  }

  private order(a: Slot, b: Slot): number {
    const ticket = (of: string) => this.draw.selection.find(({ target }) => target === of)!.ticket
    const [x, y] = [a, b].map(({ target }) => `${ticket(target)} ${target}`) as [string, string]
    return x < y ? -1 : x > y ? 1 : a.seat - b.seat
  }

  /** Draws from the hats, asking the whole list whether an even assignment still agrees. */
  private names(group: readonly Slot[]): ReadonlyMap<string, string> {
    const all = this.assignments(group)
    const cost = (names: readonly string[]) =>
      this.draw
        .staff!.pool.filter(({ department }) => department === group[0]?.department)
        .map(row => this.carried(row) + names.filter(name => name === row.inspector).length)
        .reduce((sum, load) => sum + load * load, 0)
    const least = Math.min(...all.map(cost))
    let even = all.filter(names => cost(names) === least)
    const found = new Map<string, string>()
    for (const [i, slot] of group.entries()) {
      const taken = group.slice(0, i).filter(({ target }) => target === slot.target)
      const sitting = taken.map(other => found.get(slotOf(other))!)
      const hat = this.candidates(slot).filter(name => !sitting.includes(name))
      const { target, department, seat } = slot
      const times = this.times.get(slotOf(slot)) ?? 0
      const key = `${this.draw.drawKey}/seat\n${target}\n${department}\n${seat}\n${times}`
      const name = drawn(hat, rngFrom(sha256Hex(key)), wanted => even.some(names => names[i] === wanted))
      even = even.filter(names => names[i] === name)
      found.set(slotOf(slot), name)
    }
    return found
  }

  /** Every admissible assignment of these slots, given the kept seats. */
  private assignments(slots: readonly Slot[]): readonly (readonly string[])[] {
    const [slot, ...rest] = slots.toReversed()
    if (slot === undefined) return [[]]
    const before = this.assignments(rest.reverse())
    const others = slots.slice(0, -1)
    const pool = new Map(this.draw.staff!.pool.map(row => [row.inspector, row]))
    return before.flatMap(names =>
      this.candidates(slot)
        .filter(name => !others.some((other, i) => other.target === slot.target && names[i] === name))
        .filter(name => {
          const row = pool.get(name)!
          const load = this.carried(row) + names.filter(other => other === name).length + 1
          return row.capacity === null || load <= row.capacity
        })
        .map(name => [...names, name]),
    )
  }

  private carried(row: PoolRow): number {
    return row.load + this.seats.filter(({ inspector }) => inspector === row.inspector).length
  }

  private candidates({ target, department, tag }: Slot): string[] {
    const { pool, recusals, frame, avoidSameArea } = this.draw.staff!
    const { area } = frame.find(row => row.target === target)!
    return pool
      .filter(row => row.department === department)
      .filter(({ tags }) => tag === '' || tags.includes(tag))
      .filter(({ tags }) => tag === 'expert' || !tags.includes('expert'))
      .filter(row => !(avoidSameArea && area !== '' && row.area === area))
      .map(({ inspector }) => inspector)
      .filter(name => !recusals.some(row => row.inspector === name && row.target === target))
      .filter(name => !this.seats.some(seat => seat.inspector === name && seat.target === target))
      .filter(name => !this.barred.has(name) && !this.away.has(`${name} ${target}`))
      .sort()
  }
}

function drawn(hat: string[], rng: Rng, fits: (name: string) => boolean): string {
  for (;;) {
    const j = below(hat.length, rng)
    const name = hat[j]!
    hat[j] = hat.at(-1)!
    hat.pop()
    if (fits(name)) return name
  }
}
