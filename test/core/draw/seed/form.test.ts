import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { chanceOf } from '../../../../src/core/draw/seed/chance.ts'
import { type Form, isValueOf, outcomesOf, readForm } from '../../../../src/core/draw/seed/form.ts'

/** A form, its outcomes or `refused`, a value of it, and texts that are none: computed by an independent program. */
const OUTCOMES = new URL('../../../../fixtures/vectors-2/outcomes.csv', import.meta.url)
const ROWS = readFileSync(OUTCOMES, 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map(line => [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, a, b]) => a ?? b!))

describe('outcomes.csv', () => {
  test.each(ROWS.filter(([, outcomes]) => outcomes !== 'refused'))('%s', (form, outcomes, valid, invalid) => {
    const read = readForm(form!)!
    expect(String(outcomesOf(read))).toBe(outcomes)
    expect(isValueOf(read, valid!)).toBe(true)
    for (const value of invalid!.split('|')) expect([value, isValueOf(read, value)]).toEqual([value, false])
  })

  test.each(ROWS.filter(([, outcomes]) => outcomes === 'refused'))('%s is refused', form => {
    expect(readForm(form!)).toBeUndefined()
  })
})

test.each([
  ...['', '/', 'dice', 'dice/', 'dice/+5', 'dice/ 5', 'dice/5 ', 'dice/5/6', 'dice/1e2', 'dice/5.0'],
  ...[
    'digits/201',
    'hex/0',
    'hex/01',
    'HEX/4',
    'numbers/6',
    'numbers/6/33/1',
    'numbers/06/33',
    'numbers/6/033',
  ],
  ...['numbers/6/33+17/16', 'numbers/6/33 + 1/16', 'numbers/+1/2', 'text/', 'text/5', 'Text', 'secret/'],
  ...['drand/quicknet/0', 'drand/quicknet/18446744073709551616', 'drand/quicknet/', 'drand/quicknet/1/2'],
])('readForm refuses %j', written => {
  expect(readForm(written)).toBeUndefined()
})

test('readForm takes the last round there can be', () => {
  expect(readForm('drand/quicknet/18446744073709551615')).toEqual({ kind: 'drand', round: 2n ** 64n - 1n })
})

test('chanceOf is exact at the bound, and names the strata that miss it', () => {
  const million: Form = { kind: 'digits', length: 6 }
  const strata = [
    { stratum: 'A', size: 10, take: 10, reserve: 0 },
    { stratum: 'B', size: 10, take: 9, reserve: 0 },
    { stratum: 'C', size: 10, take: 0, reserve: 0 },
  ]
  expect(chanceOf([million, { kind: 'text' }], strata)).toEqual({ outcomes: 1_000_000n, weak: ['B'] })
  const dice: Form = { kind: 'dice', length: 200 }
  expect(chanceOf([million, dice], strata)).toEqual({ outcomes: 10n ** 6n * 6n ** 200n, weak: [] })
  expect(chanceOf([{ kind: 'text' }], strata)).toEqual({ outcomes: 1n, weak: ['A', 'B'] })
})
