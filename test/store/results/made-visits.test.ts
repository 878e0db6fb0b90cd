import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Day } from '../../../src/core/dates.ts'
import type { InspectorId, TargetId } from '../../../src/core/ids.ts'
import type { JudgedVisit } from '../../../src/core/results/judging-input.ts'
import { madeVisits } from '../../../src/store/inputs/made-visits.ts'
import { openStore } from '../../../src/store/open.ts'
import { office } from '../../helpers/ssj.ts'

const oneOf = <const T extends string>(...texts: readonly T[]) => fc.constantFrom(...texts)
/** The id of a result names its target. */
const visit: fc.Arbitrary<JudgedVisit> = fc
  .record({
    id: oneOf('a', 'b', 'c', 'd', 'e', 'f'),
    occasion: oneOf('2026-0001', '2026-0002'),
    day: oneOf('2025-03-01', '2026-03-01', '2026-03-02') as fc.Arbitrary<Day>,
    people: fc.uniqueArray(oneOf('P1', 'P2', 'P3'), { minLength: 1 }) as fc.Arbitrary<InspectorId[]>,
    found: fc.boolean(),
  })
  .map(one => ({ ...one, target: (one.id < 'd' ? 'T1' : 'T2') as TargetId }))

/** Visits of somebody in the year of this one that found nothing, counted from nothing. */
function emptyAmong(told: ReadonlyMap<string, JudgedVisit>, inspector: string, visit: JudgedVisit): number {
  const others = [...told.values()].filter(
    ({ id, people }) => id !== visit.id && people.includes(inspector as InspectorId),
  )
  const ofYear = [...others, visit].filter(({ day }) => day.slice(0, 4) === visit.day.slice(0, 4))
  const key = ({ occasion, target, day }: JudgedVisit) => `${occasion} ${target} ${day}`
  const found = new Set(ofYear.filter(one => one.found).map(key))
  return new Set(ofYear.map(key).filter(one => !found.has(one))).size
}

it('counts empty visits of a person as one does from nothing, whatever is told again otherwise', async () => {
  const here = office()
  await here.done('init')
  const store = openStore({ written: here.db, full: here.db }, 0)
  fc.assert(
    fc.property(
      fc.array(visit, { maxLength: 12 }),
      visit,
      oneOf('P1', 'P2', 'P3'),
      (all, asked, inspector) => {
        const made = madeVisits(store)
        for (const one of all) made.take(one)
        const told = new Map(all.map(one => [one.id, one]))
        const count = () => made.empty(inspector as InspectorId, asked)
        expect(count()).toBe(emptyAmong(told, inspector, asked))
        // Asking leaves it as it was.
        expect(count()).toBe(emptyAmong(told, inspector, asked))
        const near = made.to(asked.target, asked.id)
        expect(near).toHaveLength(
          [...told.values()].filter(one => one.target === asked.target && one.id !== asked.id).length,
        )
      },
    ),
    { numRuns: 100 },
  )
  store.close()
})
