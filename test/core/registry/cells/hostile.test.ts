/** @module-tag campaign */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCell } from '../../../../src/core/registry/cells/cell.ts'
import { CELL_TYPES } from '../../../../src/core/registry/cells/cell-types.ts'
import { contextOf } from '../../../../src/core/registry/cells/context.ts'
import type { CellTypeName } from '../../../../src/core/registry/libraries/field.ts'
import { NO_FACTS } from '../../../helpers/facts.ts'
import { expectLinear, type StepCounter, stepCounter } from '../../../helpers/steps.ts'

/** What a row of a megabyte can hold: each is one text over and over. */
const SHAPES = [
  ' ',
  '1',
  '\n',
  ' \n',
  ',',
  ', ',
  ';',
  'a;',
  '.',
  '1.',
  '=',
  '-',
  ' -',
  '%',
  '1%',
  '"',
  '(',
  '甲',
  '\t',
  '～',
  '1-',
  '全部',
  '/',
  'E',
  '?',
  "'",
  '\\"',
  '年',
  '\u200b',
]
const TYPES = Object.keys(CELL_TYPES) as CellTypeName[]

let counter: StepCounter
beforeAll(() => {
  counter = stepCounter('text-readers.mjs')
})
afterAll(() => counter.end())

describe.each(TYPES)('a cell of type %s', type => {
  test('of one text over and over is read in steps that grow with it', async () => {
    for (const shape of SHAPES) {
      const of = (length: number) => [shape.repeat(length / shape.length)]
      // The longest number or word that is read at all has 500 characters, the longest list 20 000.
      for (const most of [480, 16_000])
        expectLinear(await counter.of(type, [of(0), of(most / 4), of(most)]), most, JSON.stringify(shape))
    }
  })
})

test('who looks at each with each is found', async () => {
  const [none, once, fourfold] = await counter.of(
    'each with each',
    [0, 500, 2000].map(length => ['1'.repeat(length)]),
  )
  expect(fourfold!.steps - none!.steps).toBeGreaterThan(15 * (once!.steps - none!.steps))
})

const context = contextOf(NO_FACTS)

test('what is too long for its kind is told with the limit', () => {
  expect(readCell('date', '1'.repeat(501), context)).toEqual({
    code: 'too-long',
    details: { limit: 500, found: 501 },
  })
  expect(readCell('list', 'a;'.repeat(10_001), context)).toMatchObject({
    code: 'too-long',
    details: { limit: 20_000 },
  })
})
