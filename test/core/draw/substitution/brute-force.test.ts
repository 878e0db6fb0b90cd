/** @module-tag campaign */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AssignmentRow, Change } from '../../../../src/core/draw/folder/rows.ts'
import type { Department, Visit } from '../../../../src/core/draw/matching/department.ts'
import { rngFrom } from '../../../../src/core/draw/matching/hat.ts'
import { type Draw, type Standing, standingAfter } from '../../../../src/core/draw/substitution/standing.ts'
import { replaceInspector, replaceTarget } from '../../../../src/core/draw/substitution/substitution.ts'
import { matchTeams } from '../../../../src/core/draw/teams.ts'
import { sha256Hex } from '../../../../src/core/hash.ts'
import { matchByList } from '../matching/brute-force.ts'
import { keyOf } from '../matching/departments.ts'
import { smallDraws } from './small-draws.ts'

const draws = smallDraws('ssj-draw/1')
const falls = fc.array(fc.tuple(fc.boolean(), fc.nat(20), fc.boolean()), { minLength: 1, maxLength: 4 })

test('replaceTarget and replaceInspector give what a listing of all assignments gives, one after the other', () => {
  const met = { target: 0, inspector: 0, infeasible: 0 }
  fc.assert(
    fc.property(draws, falls, (draw, list) => {
      const begun = matchTeams(draw.staff!, draw.selection, department => keyOf(department))
      if (begun.kind === 'infeasible') return
      let standing: Standing = standingAfter(begun.assignment, [])
      for (const [i, [isTarget, pick, allSeats]] of list.entries()) {
        const wish = isTarget ? targetOf(draw, standing, pick) : slotsOf(standing, pick, allSeats)
        if (wish === undefined) continue
        const outcome =
          typeof wish === 'string'
            ? replaceTarget(draw, standing, i + 1, wish)
            : replaceInspector(draw, standing, i + 1, wish[0]!.inspector, wish, 'duty')
        const expected = byLaw(draw, standing, i + 1, wish)
        if (expected === null) {
          met.infeasible++
          expect(outcome.kind).toBe('infeasible')
          continue
        }
        if (outcome.kind !== 'substituted') throw new Error(outcome.kind)
        met[isTarget ? 'target' : 'inspector']++
        expect(outcome.changes).toEqual(expected)
        standing = outcome.standing
      }
    }),
    { numRuns: 1500 },
  )
  expect(met.target).toBeGreaterThan(200)
  expect(met.inspector).toBeGreaterThan(200)
  expect(met.infeasible).toBeGreaterThan(50)
})

function targetOf(draw: Draw, { fallen, called }: Standing, pick: number): string | undefined {
  const there = draw.selection.filter(
    ({ target, status }) => (status === 'drawn' || called.includes(target)) && !fallen.includes(target),
  )
  return there[pick % there.length]?.target
}

function slotsOf({ seats }: Standing, pick: number, all: boolean): readonly AssignmentRow[] | undefined {
  const one = seats[pick % seats.length]
  if (one === undefined) return undefined
  return all ? seats.filter(({ inspector }) => inspector === one.inspector) : [one]
}

/** Section 7 of draw.md read once more: whom each department draws for which seats. Null where nobody can. */
function byLaw(
  draw: Draw,
  standing: Standing,
  number: number,
  wish: string | readonly AssignmentRow[],
): Change[] | null {
  const { frame, pool, recusals, teams, avoidSameArea } = draw.staff!
  const isTarget = typeof wish === 'string'
  const stratum = draw.selection.find(row => row.target === wish)?.stratum
  const reserve = draw.selection.find(
    row => row.stratum === stratum && row.status === 'reserve' && !standing.called.includes(row.target),
  )
  const out = isTarget ? '' : wish[0]!.inspector
  const kept = standing.seats.filter(seat =>
    isTarget
      ? seat.target !== wish
      : !wish.some(
          own => own.target === seat.target && own.seat === seat.seat && own.department === seat.department,
        ),
  )
  const changes: Change[] = isTarget
    ? [{ kind: 'target', out: wish, in: reserve?.target ?? '', target: '', department: '', seat: null }]
    : []
  const seated: Change[] = []
  for (const { department, seats } of teams) {
    const open = isTarget
      ? frame.some(row => row.target === reserve?.target && row.departments.includes(department))
        ? seats.map((tag, i) => ({ target: reserve!.target, tag, seat: i + 1 }))
        : []
      : wish
          .filter(seat => seat.department === department)
          .map(({ target, seat }) => ({ target, tag: seats[seat - 1]!, seat }))
    if (open.length === 0) continue
    const ticket = (target: string) => draw.selection.find(row => row.target === target)!.ticket
    const targets = [...new Set(open.map(({ target }) => target))].sort((a, b) =>
      ticket(a) < ticket(b) ? -1 : 1,
    )
    const visits = targets.map(
      (target): Visit => ({
        target,
        area: frame.find(row => row.target === target)!.area,
        open: open.filter(slot => slot.target === target).map(({ tag }) => tag),
        sitting: kept.filter(seat => seat.target === target).map(({ inspector }) => inspector),
      }),
    )
    const own: Department = {
      visits,
      pool: pool
        .filter(row => row.department === department && row.inspector !== out)
        .map(row => ({
          ...row,
          load: row.load + kept.filter(seat => seat.inspector === row.inspector).length,
        })),
      recusals,
      avoidSameArea,
    }
    const found = matchByList(own, rngFrom(sha256Hex(`${draw.drawKey}/substitute/${number}/${department}`)))
    if (found === null) return null
    for (const [i, target] of targets.entries()) {
      const numbers = open.filter(slot => slot.target === target).map(({ seat }) => seat)
      for (const [k, seat] of numbers.entries())
        seated.push({ kind: 'inspector', out, in: found[i]![k]!, target, department, seat })
    }
  }
  const key = ({ target, department, seat }: Change) => `${target} ${department} ${seat}`
  return [...changes, ...seated.sort((a, b) => (key(a) < key(b) ? -1 : 1))]
}
