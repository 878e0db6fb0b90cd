import fc from 'fast-check'
import type { FrameRow, PoolRow, SelectionRow } from '../../../../src/core/draw/folder/rows.ts'
import type { Spec } from '../../../../src/core/draw/folder/spec.ts'
import type { Draw } from '../../../../src/core/draw/substitution/standing.ts'
import { sha256Hex } from '../../../../src/core/hash.ts'
import { keyOf } from '../matching/departments.ts'

/** Draws of a handful of targets in two strata, two departments of a handful of people, every rule in play. */
export function smallDraws(spec: Spec): fc.Arbitrary<Draw> {
  return fc
    .record({
      key: fc.nat(),
      targets: fc.array(
        fc.record({
          stratum: fc.constantFrom('A', 'B'),
          departments: fc.constantFrom(['D', 'E'], ['D'], ['E']),
          area: fc.constantFrom('', '东', '西'),
        }),
        { minLength: 4, maxLength: 6 },
      ),
      people: fc.array(
        fc.record({
          department: fc.constantFrom('D', 'E'),
          tags: fc.constantFrom([], [], ['leader'], ['食品'], ['leader', '食品'], ['expert']),
          area: fc.constantFrom('', '东', '西'),
          capacity: fc.constantFrom(null, null, null, 2, 3),
          load: fc.nat(1),
        }),
        { minLength: 7, maxLength: 9 },
      ),
      team: fc.constantFrom([''], ['', ''], ['leader', ''], ['食品'], ['', 'expert']),
      recused: fc.array(fc.tuple(fc.nat(8), fc.nat(5)), { maxLength: 4 }),
      avoidSameArea: fc.boolean(),
    })
    .map(({ key, targets, people, team, recused, avoidSameArea }): Draw => {
      const frame = targets.map((row, i): FrameRow => ({ ...row, target: `T${i}` }))
      const pool = people.map((row, i): PoolRow => ({ ...row, inspector: `P${i}` }))
      const teams = ['D', 'E'].map(department => ({ department, seats: department === 'D' ? team : [''] }))
      const recusals = recused.map(([person, target]) => ({ inspector: `P${person}`, target: `T${target}` }))
      return {
        spec,
        layout: { frame, teams },
        selection: selectionOf(frame),
        drawKey: keyOf(String(key)),
        staff: { frame, pool, recusals, teams, avoidSameArea },
      }
    })
}

/** One drawn in each stratum that has two, the others reserves; tickets as they come. */
function selectionOf(frame: readonly FrameRow[]): SelectionRow[] {
  return ['A', 'B'].flatMap(stratum => {
    const own = frame.filter(row => row.stratum === stratum)
    return own.map(
      ({ target }, i): SelectionRow => ({
        stratum,
        rank: i + 1,
        target,
        ticket: sha256Hex(target),
        status: i < Math.ceil(own.length / 2) ? 'drawn' : 'reserve',
      }),
    )
  })
}
