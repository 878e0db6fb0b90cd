import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Desk } from '../../src/terminal/desk.ts'
import { longList } from '../../src/terminal/reports/long-list.ts'
import { table } from '../../src/terminal/table.ts'

const list = (items: readonly (readonly string[])[], headings: readonly string[] | null = ['甲', 'b']) => ({
  items: () => items,
  data: (item: readonly string[]) => item,
  headings,
  cells: (item: readonly string[]) => item,
})
const lines = (
  json: boolean,
  ...rest: Parameters<typeof longList<readonly string[]>> extends [Desk, ...infer R] ? R : never
) => [...longList({ json } as Desk, ...rest)].join('\n')

const rows = fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 4 })
const fields = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,5}$/),
  fc.oneof(fc.jsonValue(), fc.constant(undefined)),
  { maxKeys: 4 },
)

test('the document of a long list is what JSON.stringify makes of the whole', () => {
  fc.assert(
    fc.property(rows, fields, fields, (items, before, after) => {
      const apart = Object.keys(after).every(name => !(name in before))
      fc.pre(apart && !('rows' in before) && !('rows' in after))
      const whole = { ...before, rows: items, ...after }
      expect(lines(true, list(items), { field: 'rows', before, after })).toBe(JSON.stringify(whole, null, 2))
    }),
  )
})

test('on the screen it is a table between what stands above and below; none where there is nothing to list', () => {
  const items = [
    ['1', '二'],
    ['三三', '4'],
  ]
  const around = { field: 'rows', above: ['上'], below: (count: number) => [`共 ${count}`] }
  expect(lines(false, list(items), around)).toBe(
    ['上', ...table(null, ['甲', 'b'], items), '共 2'].join('\n'),
  )
  expect(lines(false, list([], null), around)).toBe('上\n共 0')
})
