import { describe, expect, it } from 'vitest'
import { ASSIGNMENT, SELECTION, type SubstitutionRow } from '../../../../src/core/draw/folder/tables.ts'
import type { StandingDraw } from '../../../../src/core/draw/substitution/replaced-seat.ts'
import { standingAfter } from '../../../../src/core/draw/substitution/standing.ts'
import { nextSubstitution, substitute } from '../../../../src/core/draw/substitution/substitute.ts'
import { refused } from '../../../helpers/refused.ts'
import { drawIn, rowsOf, vector } from '../folders.ts'

const SMALL = vector('medium')
const SEATS = rowsOf(SMALL, ASSIGNMENT)

function standing(changes: readonly SubstitutionRow[] = []): StandingDraw {
  const named = new Map([['旧号', [SEATS[0]!.target]]])
  return { number: '2026-0001', draw: drawIn(SMALL), changes, standing: standingAfter(SEATS, changes), named }
}

const target = (name: string, leaveEmpty = false) => ({ kind: 'target', target: name, leaveEmpty }) as const
const inspector = (name: string, visits: readonly string[] | null = null) =>
  ({ kind: 'inspector', inspector: name, department: null, visits, reason: 'duty' }) as const
const said = { reason: 'other：x', approver: '张三', at: '2026-03-01T00:00:00Z' }

describe('substitute', () => {
  it('knows a target by any code that was looked up', () => {
    const [first] = substitute(standing(), target('旧号'))
    expect(first).toMatchObject({ kind: 'target', out: SEATS[0]!.target })
  })

  it('numbers from the last substitution, and a target falls out once', () => {
    const changes = substitute(standing(), target('旧号'))
    const after = standing(changes.map(change => ({ ...change, ...said, number: 1 })))
    expect(nextSubstitution(after)).toBe(2)
    expect(refused(() => substitute(after, target('旧号')))).toMatchObject({
      code: 'target-already-replaced',
      details: { number: 1 },
    })
  })

  it('tells a reserve and a stranger from who stands there', () => {
    const reserve = rowsOf(SMALL, SELECTION).find(({ status }) => status === 'reserve')!
    const codes = [reserve.target, 'nobody'].map(
      name => refused(() => substitute(standing(), target(name)))?.code,
    )
    expect(codes).toEqual(['target-is-reserve', 'target-not-selected'])
  })

  it('fills the seats that an inspector holds, at the visits that are named', () => {
    const seat = SEATS[0]!
    const all = SEATS.filter(other => other.inspector === seat.inspector)
    expect(
      substitute(standing(), inspector(seat.inspector))
        .map(change => change.target)
        .sort(),
    ).toEqual(all.map(other => other.target).sort())
    const one = substitute(standing(), inspector(seat.inspector, [seat.target]))
    expect(one.map(change => change.target)).toEqual([seat.target])
  })

  it('refuses seats that an inspector does not hold, and another department', () => {
    const seat = SEATS[0]!
    const elsewhere = SEATS.find(
      ({ target: other, inspector: who }) =>
        who !== seat.inspector &&
        !SEATS.some(row => row.target === other && row.inspector === seat.inspector),
    )!
    expect(refused(() => substitute(standing(), inspector(seat.inspector, [elsewhere.target])))?.code).toBe(
      'inspector-not-seated',
    )
    const other = { ...inspector(seat.inspector), department: { name: '别的局', code: 'XX' } }
    expect(refused(() => substitute(standing(), other))?.code).toBe('inspector-of-other-department')
  })
})
