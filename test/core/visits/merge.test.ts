import { describe, expect, it } from 'vitest'
import type { Day } from '../../../src/core/dates.ts'
import type { Visiting } from '../../../src/core/visits/common-visits.ts'
import { mergeProposals, mergeVisits } from '../../../src/core/visits/merge.ts'
import { drawNumber } from '../../helpers/ids.ts'
import { refused } from '../../helpers/refused.ts'

const merged = (guest: string, host: string) => ({
  guest: drawNumber(guest),
  target: 'T1',
  host: drawNumber(host),
})

function visiting(draw: string, changes: Partial<Visiting> = {}): Visiting {
  return {
    draw: drawNumber(draw),
    task: `R-${draw}`,
    from: '2026-03-01',
    to: '2026-03-31',
    seats: [{ target: 'T1', department: 'SJ', seat: 1, inspector: 'P1' }],
    teams: [{ department: 'SJ', seats: [''] }],
    pool: [{ department: 'SJ', inspector: 'P1', tags: [], area: '', capacity: null, load: 0 }],
    ...changes,
  }
}

const code = (work: () => unknown) => refused(work)?.code ?? null

const [HOST, GUEST] = [visiting('2026-0001'), visiting('2026-0002')]
const both = { host: HOST, guest: GUEST, targets: ['T1', 'T1'], merged: [], inspected: () => [] }

describe('mergeVisits', () => {
  it('makes one visit of two, once for each target', () => {
    expect(mergeVisits(both)).toMatchObject([{ target: 'T1', host: '2026-0001', shared: ['SJ'], lacks: [] }])
  })

  it.each([
    ['one draw with itself', { guest: HOST }, 'merge-needs-two-draws'],
    [
      'draws of other weeks',
      { guest: visiting('3', { from: '2026-05-01', to: '2026-05-31' }) },
      'periods-do-not-overlap',
    ],
    ['a target that one of them does not visit', { targets: ['T2'] }, 'target-not-visited'],
    ['what is merged already', { merged: [merged('2026-0002', '2026-0009')] }, 'already-merged'],
    [
      'visits that took place apart',
      { inspected: (draw: string) => [(draw === '2026-0001' ? '2026-03-02' : '2026-03-09') as Day] },
      'visited-apart',
    ],
    [
      'a host that lacks a qualification',
      { guest: visiting('3', { teams: [{ department: 'SJ', seats: ['食品'] }] }) },
      'merge-lacks-qualification',
    ],
  ])('refuses %s', (_, changes, refused) => {
    expect(code(() => mergeVisits({ ...both, ...changes }))).toBe(refused)
  })
})

describe('mergeProposals', () => {
  it('proposes every pair that meets, the earlier as host, without what is merged', () => {
    const third = visiting('2026-0003', { from: '2026-03-31', to: '2026-04-30' })
    const pairs = (done: Parameters<typeof mergeProposals>[1]) =>
      mergeProposals([HOST, GUEST, third], done).map(({ host, guest }) => `${host} ${guest}`)
    expect(pairs([])).toEqual(['2026-0001 2026-0002', '2026-0001 2026-0003', '2026-0002 2026-0003'])
    expect(pairs([merged('2026-0003', '2026-0002')])).toEqual(['2026-0001 2026-0002'])
  })
})
