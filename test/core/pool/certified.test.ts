import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf } from '../../../src/core/dates.ts'
import { mayAnswer } from '../../../src/core/draw/matching/candidates.ts'
import { CERTIFIED, certifiedTeams, isCertified, othersSit } from '../../../src/core/pool/certified.ts'
import { poolOf } from '../../../src/core/pool/pool.ts'
import { library } from '../../../src/core/registry/libraries/library.ts'
import { asRecord } from '../../../src/core/registry/record.ts'
import { taskOf } from '../../../src/core/registry/task.ts'

const cells = (name: 'plan' | 'inspectors', id: string, fields: Readonly<Record<string, string>>) => [
  id,
  ...library(name).fields.map(field => fields[field.name] ?? ''),
  '{}',
]
const SEATS = fc.array(fc.constantFrom('', 'leader', '食品', 'expert'), { minLength: 1, maxLength: 6 })
const staffOf = (seats: readonly string[]) => seats.filter(seat => seat !== 'expert')

describe('certifiedTeams', () => {
  test('leaves every seat its place; only seats for anyone become seats for a certificate', () => {
    fc.assert(
      fc.property(SEATS, fc.nat(6), (seats, least) => {
        const [team] = certifiedTeams([{ department: 'JIA', seats }], least)
        expect(team!.seats.map(seat => (seat === CERTIFIED ? '' : seat))).toEqual(seats)
      }),
    )
  })

  test('so many at each target are certified, whoever of the pool sits where, and no more are asked for', () => {
    fc.assert(
      fc.property(SEATS, fc.integer({ min: 1, max: 6 }), (seats, least) => {
        fc.pre(staffOf(seats).length >= least)
        const [team] = certifiedTeams([{ department: 'JIA', seats }], least)
        const task = { ...taskOf(cells('plan', 'A', { lead: 'JIA' }), dayOf('2026-02-03')), teams: [team!] }
        const terms = { anyDayOff: false, lent: new Map(), awaited: new Map(), certified: least }
        const person = { department: 'JIA', leader: '是', skills: '食品' }
        const people = [
          asRecord('inspectors', cells('inspectors', 'P1', { ...person, certificate: '14110200001' })),
          asRecord('inspectors', cells('inspectors', 'P2', { ...person, certificate: '办理中' })),
        ]
        const { pool, leftOut, uncertified } = poolOf(task, people, new Map(), terms)
        const bare = pool.find(({ inspector }) => inspector === 'P2')
        const forOthers = staffOf(team!.seats).filter(seat => bare !== undefined && mayAnswer(bare, seat))
        expect(staffOf(seats).length - forOthers.length).toBeGreaterThanOrEqual(least)
        // The certified can take any seat that is not an expert's.
        const proved = pool.find(({ inspector }) => inspector === 'P1')!
        expect(staffOf(team!.seats).every(seat => mayAnswer(proved, seat))).toBe(true)
        expect(leftOut.map(row => row.reason)).toEqual(bare === undefined ? ['uncertified'] : [])
        expect([uncertified, bare !== undefined]).toEqual(othersSit(team!, least) ? [1, true] : [0, false])
        // As few as the rule asks for, where the seats for anyone allow it.
        const needed = Math.max(least, staffOf(seats).filter(seat => seat !== '').length)
        expect(staffOf(seats).length - forOthers.length).toBe(needed)
      }),
    )
  })

  test('a rule that asks for none changes nothing', () => {
    fc.assert(
      fc.property(SEATS, seats => {
        expect(certifiedTeams([{ department: 'JIA', seats }], 0)[0]!.seats.includes(CERTIFIED)).toBe(false)
      }),
    )
  })
})

test.each([
  ['14110200001', true],
  ['晋A-0012', true],
  ['', false],
  ['无', false],
  ['办理中', false],
  ['—', false],
])('“%s” is a certificate number: %s', (certificate, is) => {
  expect(isCertified(asRecord('inspectors', cells('inspectors', 'P1', { certificate })))).toBe(is)
})
