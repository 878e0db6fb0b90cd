import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { Department } from '../../../../src/core/draw/matching/department.ts'
import type { Digest } from '../../../../src/core/ids.ts'
import { digest } from '../../../helpers/ids.ts'

/** Departments of every shape the rules know, small enough for a reference that is slow and plain. */
export function departments(size: {
  readonly people: number
  readonly visits: number
  readonly seats: number
  readonly slots: number
}): fc.Arbitrary<Department> {
  const area = fc.constantFrom('', '', '东', '西')
  const seat = fc.constantFrom(
    '',
    '',
    '',
    '',
    '',
    'leader',
    'leader',
    'leader',
    '食品',
    '食品',
    '食品',
    'expert',
  )
  const seats = fc.array(seat, { minLength: 1, maxLength: size.seats })
  const names = Array.from({ length: size.people }, (_, i) => `P${String(i).padStart(2, '0')}`)
  const targets = Array.from({ length: size.visits }, (_, i) => `T${String(i).padStart(2, '0')}`)
  const name = fc.constantFrom(...names)
  const person = fc.record({
    department: fc.constant('D'),
    tags: fc.constantFrom(
      ...[
        [],
        ['leader'],
        ['食品'],
        ['leader', '食品'],
        ['leader', '食品'],
        ['leader', '食品'],
        ['leader', '食品'],
      ],
      ...[['expert'], ['expert', 'leader']],
    ),
    area,
    load: fc.nat(3),
    capacity: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 8 }) },
    ),
  })
  return fc
    .record({
      team: seats,
      people: fc.array(person, { minLength: Math.ceil(size.people * 0.6), maxLength: size.people }),
      visits: fc.array(
        fc.record({
          area,
          open: fc.option(seats, { freq: 4 }),
          sitting: fc.oneof(
            { weight: 4, arbitrary: fc.constant([]) },
            { weight: 1, arbitrary: fc.tuple(name) },
          ),
        }),
        { minLength: 1, maxLength: size.visits },
      ),
      recusals: fc.uniqueArray(fc.record({ inspector: name, target: fc.constantFrom(...targets) }), {
        maxLength: size.people,
        selector: pair => `${pair.inspector} ${pair.target}`,
      }),
      avoidSameArea: fc.boolean(),
    })
    .map(({ team, people, visits, recusals, avoidSameArea }) => {
      let left = size.slots
      return {
        visits: visits.map(visit => {
          const open = (visit.open ?? team).slice(0, left)
          left -= open.length
          return { ...visit, target: targets[visits.indexOf(visit)]!, open }
        }),
        pool: people.map((row, i) => ({ ...row, inspector: names[i]! })),
        recusals,
        avoidSameArea,
      }
    })
}

export function keyOf(text: string): Digest {
  return digest(createHash('sha256').update(text).digest('hex'))
}

export const keys: fc.Arbitrary<Digest> = fc.nat().map(number => keyOf(String(number)))
