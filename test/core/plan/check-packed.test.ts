/** @module-tag slow */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rowLoops } from '../../../src/commands/row-hashing.ts'
import { dayOf } from '../../../src/core/dates.ts'
import { previewFrame } from '../../../src/core/frame/preview.ts'
import type { FreezeInput } from '../../../src/core/freeze/freeze.ts'
import { staffedPreview } from '../../../src/core/freeze/staffed-preview.ts'
import { previewOfRows } from '../../../src/core/packed/fix-packed.ts'
import { checkPlan, type PlanInput } from '../../../src/core/plan/check.ts'
import { foundRows, rowNumbers } from '../../../src/core/plan/planned-rows.ts'
import { type PlannedTask, plannedTask } from '../../../src/core/plan/planned-task.ts'
import type { Desk } from '../../../src/terminal/desk.ts'
import { ID, input, PAST, ROW, RULES, registryOf, TASK } from '../packed/random-freeze.ts'

/** What a look ahead finds of a large registry, of which it holds a bit for each row, is what it finds of all its records. */

const PERIOD = fc.constantFrom('2026-03-01~2026-03-31', '2026-03-20~2026-06-30', '2026-07-01~2026-07-31')

const PLAN = fc.record({
  ids: fc.uniqueArray(ID, { minLength: 1, maxLength: 60 }),
  rows: fc.array(ROW, { minLength: 61, maxLength: 61 }),
  tasks: fc.array(fc.tuple(TASK, PERIOD, PAST), { minLength: 1, maxLength: 4 }),
  rules: RULES,
  each: fc.integer({ min: 1, max: 30 }),
})

const desk = { world: { env: {} } } as Desk

type Given = ReturnType<typeof peopled>

/** Nothing waits where a plan is looked at; what is read once is asked for twice here. */
function peopled(given: FreezeInput) {
  const { recusals, experts, inspectors } = given
  const people = { recusals: [...recusals], experts: [...experts], inspectors: [...inspectors] }
  return { ...given, ...people, awaited: [], awaitedVisits: new Map(), lent: [] }
}

function checked(plan: readonly Given[], planned: (given: Given, i: number) => PlannedTask) {
  const [{ rules }] = plan as [Given]
  const asked: PlanInput = {
    ...{ year: '2026', today: dayOf('2026-02-03'), rules, withdrawn: [], departments: [] },
    ...{ planned: plan.map(planned), history: new Map() },
  }
  return checkPlan(asked)
}

const aheadOf = ({ task, items }: Given, i: number) =>
  [
    { ...task, number: `T${i}` as never },
    { filing: null, frozen: false, drawn: false, elsewhere: false, itemsUsed: items },
  ] as const

it('a plan is found to be the same whether targets are records or pass as bytes', () => {
  let found = new Set<string>()
  fc.assert(
    fc.property(PLAN, ({ ids, rows, tasks, rules, each }) => {
      const named = ids.map((id, i) => ({ ...rows[i]!, id }))
      const plan = () =>
        tasks.map(([task, period, past]) =>
          peopled(input({ rows: named, task: { ...task, period }, rules, past } as never)),
        )
      const rowsOf = rowNumbers()
      const wanted = checked(plan(), (given, i) => {
        const [task, state] = aheadOf(given, i)
        const staffed = staffedPreview(given.task, given.rules, previewFrame(given), given)
        return plannedTask(task, state, staffed.preview, staffed.pooled.pool, staffed.unstaffable, rowsOf)
      })
      const packed = checked(plan(), (given, i) => {
        const [task, state] = aheadOf(given, i)
        const loops = each % 3 === 0 ? null : rowLoops(desk)
        const { preview, ...numbered } = previewOfRows(given, given, registryOf(given, each), loops)
        const staffed = staffedPreview(given.task, given.rules, preview, given)
        return plannedTask(task, state, staffed.preview, staffed.pooled.pool, staffed.unstaffable, frame =>
          foundRows(frame, numbered, given.task.departments),
        )
      })
      expect(packed).toEqual(wanted)
      found = new Set([...found, ...wanted.findings.map(({ code }) => code)])
    }),
    // These cases meet every finding that is named below.
    { numRuns: 30, seed: 2 },
  )
  expect([...found]).toEqual(
    expect.arrayContaining([
      'overlap',
      'unstaffable',
      'cap-total-beyond',
      'cap-department-beyond',
      'item-beyond',
    ]),
  )
})
