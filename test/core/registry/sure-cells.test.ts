import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCell, readUnsure } from '../../../src/core/registry/cells/cell.ts'
import { contextOf, NOTHING_KNOWN } from '../../../src/core/registry/cells/context.ts'
import { usccCheckCharacter } from '../../../src/core/registry/numbers/uscc.ts'

const CONTEXT = contextOf({ ...NOTHING_KNOWN, zeroed: new Map([['12', '0012']]) })
const code = fc.stringMatching(/^[A-Z]{0,5}[-. ]?[0-9E]{0,19}(?:\.0)?$/)
const body = fc.oneof(
  fc.stringMatching(/^9[1-3]\d{6}[0-9A-Z]{9}$/),
  fc.stringMatching(/^1[1-5]\d{6}(?:19|20)\d{2}0[1-9][12]\d\d{2}$/),
  fc.constantFrom('00000000000000000', '91141102000000000', '91141102058871200'),
)
const uscc = fc
  .tuple(body, fc.boolean())
  .map(([body, holds]) => body + (holds ? usccCheckCharacter(body) : 'X'))

test('a cell that is sure is read as it would be if nothing were known of it', () => {
  fc.assert(
    fc.property(fc.constantFrom('id' as const, 'uscc' as const), fc.oneof(code, uscc), (type, written) => {
      if (written === '') return
      const [found, asked] = [readCell, readUnsure].map(read => read(type, written, CONTEXT))
      expect({ doubt: null, ...found }).toEqual({ doubt: null, ...asked })
    }),
    { numRuns: 2000 },
  )
  expect(readCell('id', 'NULL', CONTEXT)).toEqual({ value: '', note: 'lost-value' })
})
