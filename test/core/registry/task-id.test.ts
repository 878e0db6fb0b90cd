import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contextOf, type KnownTask } from '../../../src/core/registry/cells/context.ts'
import { library } from '../../../src/core/registry/libraries/library.ts'
import {
  cellCount,
  columnOf,
  ID,
  type RecordCells,
} from '../../../src/core/registry/libraries/record-cells.ts'
import { settleTask, taskId, taskNames, yearOfTask } from '../../../src/core/registry/task-id.ts'
import { NO_FACTS } from '../../helpers/facts.ts'

const PLAN = library('plan')

function line(cells: Readonly<Record<string, string>>): RecordCells {
  const row: RecordCells = Array(cellCount(PLAN)).fill('')
  for (const [field, value] of Object.entries(cells)) row[columnOf(PLAN, field as never)] = value
  return row
}

/** What a row of the plan is settled to be, in a year and among tasks that stand: its id, or the candidates. */
function settled(cells: Readonly<Record<string, string>>, known: readonly KnownTask[], year = '2030') {
  const names = new Map<string, KnownTask[]>()
  for (const task of known)
    for (const name of new Set([task.id, task.number])) names.set(name, [...(names.get(name) ?? []), task])
  const row = line(cells)
  const unclear = settleTask('plan', row, contextOf({ ...NO_FACTS, tasks: names }, { year }))
  if (unclear === null) return row[ID]
  return 'candidates' in unclear.details ? unclear.details.candidates : unclear.code
}

const year = fc.integer({ min: 2020, max: 2035 }).map(String)
const number = fc.constantFrom('P01', 'P02', '7', 'LS-2026-0001', '甲/1')
const tasks = fc.uniqueArray(
  fc.tuple(year, number).map(
    ([of, name]): KnownTask => ({
      id: taskId(of, name),
      number: name,
      from: '',
      to: '',
    }),
  ),
  { selector: ({ id }) => id, minLength: 1, maxLength: 12 },
)

describe('a task is a year and a number', () => {
  it('whole lines of two years never meet, those of one year always do', () => {
    fc.assert(
      fc.property(tasks, year, year, number, (known, a, b, name) => {
        const of = (y: string) =>
          settled({ code: name, name: '任务', lead: 'SJ', period: `${y}-03-01~${y}-06-30` }, known)
        expect(of(a)).toBe(taskId(a, name))
        expect(of(a) === of(b)).toBe(a === b)
      }),
    )
  })

  it('is found by its id whatever others there are, by its number where one has it or the present year has', () => {
    fc.assert(
      fc.property(tasks, year, fc.nat(), (known, now, pick) => {
        const one = known[pick % known.length]!
        expect(settled({ code: one.id, rate: '3%' }, known, now)).toBe(one.id)
        const like = known.filter(({ number: other }) => other === one.number).map(({ id }) => id)
        const present = like.find(id => yearOfTask(id) === now)
        const meant = like.length === 1 ? like[0] : (present ?? [...like].sort())
        expect(settled({ code: one.number, rate: '3%' }, known, now)).toEqual(meant)
      }),
    )
  })

  it('is called by its number, and by year and number where others share it', () => {
    fc.assert(
      fc.property(tasks, known => {
        const nameOf = taskNames(known)
        const names = known.map(nameOf)
        expect(new Set(names).size).toBe(known.length)
        for (const [i, { id, number: own }] of known.entries()) expect([id, own]).toContain(names[i])
      }),
    )
  })

  it.each([
    [{ code: 'P1', period: '2026-03-01~2026-06-30' }, '2026/P1'],
    [{ code: '2026/P1', period: '2027-01-01~2027-02-28' }, '2026/P1'],
    [{ code: 'P1', name: '2028年餐饮检查' }, '2028/P1'],
    [{ code: 'P1', name: '对2028年问题的检查' }, '2030/P1'],
    [{ code: 'P1' }, '2030/P1'],
  ])('%o is of the year that it states', (cells, id) => {
    expect(settled({ name: '任务', lead: 'SJ', ...cells }, [])).toBe(id)
  })
})
