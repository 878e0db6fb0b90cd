import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Digest, EntryNumber } from '../../../../src/core/ids.ts'
import { meetingsOf, targetsMet, type YearSeat } from '../../../../src/core/report/pictures/meetings.ts'
import { tiesOfMeetings } from '../../../../src/core/report/pictures/ties-of-pictures.ts'

const LEDGER = { entry: 7 as EntryNumber, digest: 'abc' as Digest, written: 6, ended: 1, standing: 5 }
const word = (...words: string[]) => fc.constantFrom(...words)
const SEAT = fc.record({
  draw: word('2026-0001', '2026-0002'),
  target: word('T1', 'T2', 'T"3'),
  department: word('JIA', 'YI'),
  inspector: word('P1', 'P2', 'P3 4', 'P3'),
}) as fc.Arbitrary<YearSeat>
const SEATS = fc.uniqueArray(SEAT, { selector: seat => JSON.stringify(seat), maxLength: 40 })

test('pairs are what the sizes of teams say, visits what the seats say, in whatever order they come', () => {
  fc.assert(
    fc.property(SEATS, seats => {
      const meetings = meetingsOf(seats, [])
      for (const tie of tiesOfMeetings(meetings, LEDGER)) expect(tie).toMatchObject({ holds: true })
      expect({ ...meetings, teamSizes: [] }).toEqual({
        ...meetingsOf([...seats].reverse(), []),
        teamSizes: [],
      })
      for (const { pairs } of meetings.departments)
        for (const { people, times } of pairs)
          expect([people[0] < people[1], times > 0]).toEqual([true, true])
      const met = targetsMet(seats)
      expect(met.reduce((sum, { draws }) => sum + draws.length, 0)).toBe(seats.length)
    }),
  )
})

test('departments that go together are counted by visits, and one that goes alone met nobody', () => {
  const visit = (...departments: string[]) =>
    ({ target: 'T1', draws: new Set(), leads: new Set(), departments: new Set(departments) }) as never
  expect(meetingsOf([], [visit('YI', 'JIA'), visit('JIA', 'BING', 'YI'), visit('JIA')]).joint).toEqual([
    { departments: ['JIA', 'YI'], times: 2 },
    { departments: ['BING', 'JIA'], times: 1 },
    { departments: ['BING', 'YI'], times: 1 },
  ])
})
