/** @module-tag campaign */
import { expect, test } from 'vitest'
import { drawNumbered } from '../../../src/store/draws/draws.ts'
import { openStore } from '../../../src/store/open.ts'
import { dueResults } from '../../../src/store/results/due-results.ts'
import { isStray, keyOf } from '../../helpers/noted-year.ts'
import { yearOfResults } from '../../helpers/year-of-results.ts'

const count = <T>(of: readonly T[], by: (one: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const one of of) counts[by(one)] = (counts[by(one)] ?? 0) + 1
  return counts
}

test('a district of 3 000 targets through a year: each result, state and figure is what was put in', async () => {
  const { here, noted: year } = (await yearOfResults(20260101, 3000)).last
  const { draws, results } = year
  const { results: listed } = await here.done('results', 'list')
  expect(listed.map(({ id }: { id: string }) => id).sort()).toEqual(results.map(keyOf).sort())
  expect(count(listed, (one: { state: string }) => one.state)).toEqual(count(results, ({ state }) => state))
  expect(count(listed, (one: { outcomes: string[] }) => one.outcomes.join(';'))).toEqual(
    count(results, ({ outcomes }) => [...outcomes].sort().join(';')),
  )
  expect(count(listed, (one: { department: string }) => one.department)).toEqual(
    count(results, ({ department }) => department),
  )
  const noted = new Map(results.map(one => [keyOf(one), one]))
  for (const { id, inspected, published, followUp, steps } of listed) {
    const own = noted.get(id)!
    expect([id, inspected, published, followUp.settled]).toEqual([
      id,
      own.inspected,
      own.published,
      own.settled,
    ])
    expect(steps.some(({ step }: { step: string }) => step === 'corrected')).toBe(own.corrected)
  }
  expect((await here.done('results', 'list', '--open')).results).toHaveLength(
    results.filter(({ settled }) => settled === '未完结').length,
  )

  // What is due, what came of it, and what is due no more, draw by draw.
  const store = openStore({ written: here.db, full: here.db }, 0)
  for (const { draw, teams, items, void: isVoid } of draws) {
    const beside = [...dueResults(store, drawNumbered(store, draw, '')!)]
    const own = results.filter(one => one.draw === draw)
    const strays = own.filter(one => isStray(year, one))
    const isDue = beside.filter(({ kind }) => kind === 'due')
    const due = isVoid ? 0 : [...teams.values()].reduce((sum, team) => sum + team.size * items.length, 0)
    expect([draw, isDue.length]).toEqual([draw, due])
    expect(isDue.filter(({ result }) => result !== null)).toHaveLength(own.length - strays.length)
    expect(beside.length - isDue.length).toBe(strays.length)
  }
  store.close()

  // The year had all of it.
  expect(draws.filter(one => one.void)).toHaveLength(3)
  expect(new Set(results.flatMap(({ outcomes }) => outcomes)).size).toBe(19)
  expect(results.filter(one => isStray(year, one)).length).toBeGreaterThan(5)
  expect(
    results.some(({ corrected }) => corrected) && results.some(({ state }) => state === 'returned'),
  ).toBe(true)
  expect(results.filter(({ draw }) => draw.startsWith('C')).length).toBeGreaterThan(10)

  for (const target of [...new Set(results.map(one => one.target))].filter((_, i) => i % 40 === 0)) {
    const { results: seen } = await here.done('show', 'targets', target, '--history')
    expect(seen).toHaveLength(results.filter(one => one.target === target).length)
  }
  for (const { draw } of draws.filter((_, i) => i % 8 === 0))
    expect(await here.done('draw', 'replay', draw)).toMatchObject({ same: true })
  expect(await here.done('log', '--verify')).toMatchObject({ holds: true })
}, 600_000)
