import { expect, test } from 'vitest'
import { type Day, isDay } from '../../src/core/dates.ts'
import type { PoolRow, RecusalRow } from '../../src/core/draw/folder/rows.ts'
import { isDigest } from '../../src/core/hex.ts'
import type {
  DepartmentCode,
  Digest,
  DrawNumber,
  EntryNumber,
  InspectorId,
  TargetId,
} from '../../src/core/ids.ts'
import { library } from '../../src/core/registry/libraries/library.ts'
import { cellCount } from '../../src/core/registry/libraries/record-cells.ts'
import { asRecord } from '../../src/core/registry/record.ts'

const [target, inspector, department]: [TargetId, InspectorId, DepartmentCode] = ['T', 'P', 'D']

test('an id of one kind does not pass for another', () => {
  const pair: RecusalRow = { inspector, target }
  // @ts-expect-error a department is no target
  const mixed: RecusalRow = { inspector, target: department }
  // @ts-expect-error inspector and target the wrong way round
  const turned: RecusalRow = { inspector: target, target: inspector }
  // @ts-expect-error a target is no key of the visits that inspectors have made
  new Map<InspectorId, number>().get(target)
  expect([pair, mixed, turned]).toHaveLength(3)
})

test('a record gives its ids as what they are', () => {
  const recusal = asRecord('recusals', Array(cellCount(library('recusals'))).fill('X'))
  const who: InspectorId = recusal.get('inspector')
  // @ts-expect-error whom a recusal keeps away is no department
  const wrong: PoolRow['department'] = recusal.get('inspector')
  const plan = asRecord('plan', Array(cellCount(library('plan'))).fill('X'))
  // @ts-expect-error partners are departments
  const targets: TargetId[] = plan.list('partners')
  expect([who, wrong, targets]).toEqual(['X', 'X', ['X']])
})

test('a number or a text is no entry, draw or day by itself', () => {
  // @ts-expect-error entries are counted by the store
  const entry: EntryNumber = 7
  // @ts-expect-error draws are numbered by the store
  const draw: DrawNumber = '2026-0001'
  // @ts-expect-error days are read from the calendar
  const day: Day = '2026-02-30'
  expect([entry, draw, isDay(day)]).toEqual([7, '2026-0001', false])
})

test('a text is no digest until it has been read as one', () => {
  const text: string = 'ab'.repeat(32)
  // @ts-expect-error whoever hashes or checks it mints it
  const before: Digest = text
  const after: Digest | null = isDigest(text) ? text : null
  expect(before).toBe(after)
})
