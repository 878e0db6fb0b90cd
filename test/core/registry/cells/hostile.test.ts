/** @module-tag campaign */
import { describe, expect, test } from 'vitest'
import { readCell } from '../../../../src/core/registry/cells/cell.ts'
import { CELL_TYPES } from '../../../../src/core/registry/cells/cell-types.ts'
import { contextOf } from '../../../../src/core/registry/cells/context.ts'
import type { CellTypeName } from '../../../../src/core/registry/libraries/field.ts'
import { NO_FACTS } from '../../../helpers/facts.ts'

const context = contextOf({
  ...NO_FACTS,
  departments: new Map([['甲局', 'JIA']]),
  items: new Set(['I1']),
  inspectors: new Set(['P1']),
  targets: new Map([['X1', 'X1']]),
})

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

/** Of the processor, not of the clock: other programs may have the machine meanwhile. The least of three. */
function millisecondsOf(work: () => void): number {
  const times = [0, 1, 2].map(() => {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
  return Math.min(...times)
}

describe.each(TYPES)('a cell of type %s', type => {
  test.each(SHAPES)('of %j over and over is read in time that grows with it', shape => {
    const of = (length: number) => shape.repeat(length / shape.length)
    const read = (length: number) => {
      const cell = of(length)
      return millisecondsOf(() => readCell(type, cell, context))
    }
    // Sixteen times as long: linear is 16 times, quadratic 256, and a quadratic reader takes seconds for it.
    const large = read(64_000)
    if (large < 200) return
    const small = read(4_000)
    expect(large < small * 64, `${small} ms, then ${large} ms`).toBe(true)
  })
})

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
