import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refusePrivateData } from '../../../../src/core/publication/export/refuse-private-data.ts'
import { privateDataIn } from '../../../../src/core/publication/private-data.ts'
import { UserError } from '../../../../src/core/refusal.ts'
import { usccCheckCharacter } from '../../../../src/core/registry/numbers/uscc.ts'

const uscc = fc.stringMatching(/^9[1-3]14[0-9TEL]{13}$/).map(code => code + usccCheckCharacter(code))
const part = fc.constantFrom(
  'A',
  '',
  '所',
  '电话',
  'tel',
  '13812341111',
  '138',
  '1234',
  '1111',
  '-',
  ' ',
  'E1234567',
  '护照',
)

/** What a line by itself is refused for. */
function refused(lines: readonly string[]): unknown {
  try {
    refusePrivateData('2026-0001', new Map([['frame.csv', new TextEncoder().encode(lines.join('\n'))]]))
    return null
  } catch (error) {
    if (error instanceof UserError) return (error.reason.details as { text: string }).text
    throw error
  }
}

test('a file is refused for the first number of a person in its lines, however alike they are', () => {
  const rest = fc.array(part, { maxLength: 3 }).map(parts => parts.join(''))
  const rests = fc.array(rest, { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(rests, fc.array(fc.tuple(uscc, fc.nat(), fc.nat()), { maxLength: 12 }), (ends, codes) => {
      const lines = codes.map(
        ([code, a, b]) => `${ends[a % ends.length]!},${code},LS-SCJG,${ends[b % ends.length]!}`,
      )
      const first = lines.map(line => privateDataIn(line)[0]).find(found => found !== undefined)
      expect(refused(lines)).toBe(first?.masked ?? null)
    }),
    { numRuns: 300 },
  )
})
