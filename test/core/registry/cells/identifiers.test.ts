import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCell } from '../../../../src/core/registry/cells/cell.ts'
import { contextOf } from '../../../../src/core/registry/cells/context.ts'
import {
  isRegistrationNumber,
  registrationCheckDigit,
} from '../../../../src/core/registry/numbers/registration-number.ts'
import {
  checkUscc,
  cutCandidates,
  hasOrganisationCode,
  isUscc,
  usccCheckCharacter,
} from '../../../../src/core/registry/numbers/uscc.ts'
import { NO_FACTS } from '../../../helpers/facts.ts'

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const body = fc.array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 }).map(all => all.join(''))

describe('checkUscc', () => {
  test.each([
    '91350100M000100Y43',
    '91141102MA0K3X7H5Y',
    '91141102058871239H',
    '92141102MA0KTL81XC',
    '93141102MA0HU6P36N',
    '52141102MJ1234AB4X',
    '911411027000000449',
  ])('%s of the standard or by hand is valid', code => {
    expect(checkUscc(code)).toEqual({ kind: 'valid' })
  })

  test('the often quoted …Y4Z is not valid: Z is no character of the alphabet', () => {
    expect(checkUscc('91350100M000100Y4Z')).toEqual({ kind: 'alphabet', character: 'Z', suggestion: null })
  })

  test('a slip of O for 0 is named with the code it stands for', () => {
    expect(checkUscc('91141102MAOK3X7H5Y')).toEqual({
      kind: 'alphabet',
      character: 'O',
      suggestion: '91141102MA0K3X7H5Y',
    })
  })

  test('says which check character the body asks for', () => {
    expect(checkUscc('91141102MA0K3X7H5X')).toEqual({ kind: 'check', expected: 'Y' })
  })

  test('every single substitution and every transposition of neighbours is found', () => {
    fc.assert(
      fc.property(body, fc.nat(17), fc.constantFrom(...ALPHABET), (text, place, character) => {
        const code = text + usccCheckCharacter(text)
        expect(isUscc(code)).toBe(true)
        const changed = code.slice(0, place) + character + code.slice(place + 1)
        expect(isUscc(changed)).toBe(changed === code)
        if (place === 17) return
        const swapped = code.slice(0, place) + code[place + 1] + code[place] + code.slice(place + 2)
        if (swapped !== code) expect(isUscc(swapped)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})

describe('hasOrganisationCode', () => {
  test.each(
    [
      '91350100M000100Y43 91141102MA0K3X7H5Y 91141102MA0L8B2TXD 91141102058871239H 91141102731900467Y',
      '91141102MA0P7E2C7G 92141102MA0M5Q9R3R 92141102MA0N1W4J1G 92141102MA0KTL81XC 93141102MA0HU6P36N',
      '52141102MJ1234AB4X 12141102407766120T 911411027000000449 911411027000000524 911411027000001087',
    ].flatMap(line => line.split(' ')),
  )('%s holds', code => {
    expect(hasOrganisationCode(code)).toBe(true)
  })

  test('one of eleven check characters holds, whatever the body', () => {
    fc.assert(
      fc.property(body, text => {
        const holding = [...'0123456789X'].filter(check =>
          hasOrganisationCode(`${text.slice(0, 16)}${check}0`),
        )
        expect(holding).toHaveLength(1)
      }),
    )
  })
})

describe('cutCandidates', () => {
  test.each(['911411027000000449', '911411027000000524', '911411027000001087', '911411027000001162'])(
    '%s is among those of its cut form',
    code => {
      const candidates = cutCandidates(`${code.slice(0, 15)}000`)
      expect(candidates).toContain(code)
      expect(candidates.every(isUscc)).toBe(true)
      expect(candidates.length).toBeLessThanOrEqual(10)
    },
  )
})

describe('isRegistrationNumber', () => {
  test.each(['110108000000016', '141102000001231', '141102012345674', '141102400000885', '141102600987654'])(
    '%s is valid',
    code => {
      expect(isRegistrationNumber(code)).toBe(true)
    },
  )

  test('every single wrong digit is found', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{14}$/),
        fc.nat(14),
        fc.integer({ min: 0, max: 9 }),
        (digits, place, digit) => {
          const code = digits + registrationCheckDigit(digits)
          const changed = code.slice(0, place) + digit + code.slice(place + 1)
          expect(isRegistrationNumber(changed)).toBe(changed === code)
        },
      ),
    )
  })
})

test.each(['=1+1', '+1', '-rf', '@SUM(A1)', '＝1', '－1'])(
  'no id is %s, which a spreadsheet would run',
  id => {
    const context = contextOf(NO_FACTS)
    expect(readCell('id', id, context)).toMatchObject({ code: 'invalid-id-character' })
  },
)
