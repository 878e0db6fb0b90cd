import { type CellResult, invalid, unchanged } from './cell-result.ts'
import type { Context } from './context.ts'
import { isRegistrationNumber, registrationCheckDigit } from './registration-number.ts'
import { checkUscc, cutCandidates, isCut } from './uscc.ts'

/** The id of a record: not what a spreadsheet has made of it, and not short of zeros. */
export function readId(text: string, context: Context): CellResult {
  const alien = /[;,"]/.exec(text)
  if (alien !== null) return invalid('invalid-id-character', { character: alien[0] })
  const reading = readNarrow(text)
  const whole = 'value' in reading ? context.withZeros(reading.value) : null
  return whole === null ? reading : invalid('lost-zeros', { id: whole })
}

/** A code, a number of a telephone, anything that is a number only to a spreadsheet. */
export function readNarrow(text: string): CellResult {
  return EXPONENT.test(text) ? invalid('code-as-exponent', {}) : withoutTail(text)
}

/** What a spreadsheet makes of a long number, and of digits with one E among them. */
export const EXPONENT = /^\d(?:\.\d+)?E\+\d+$/i

/** `141102.0` is what a spreadsheet makes of a code it took for a number. */
export function withoutTail(text: string): CellResult {
  return /^\d+\.0+$/.test(text) ? { value: text.replace(/\.0+$/, ''), note: 'decimal-tail' } : unchanged(text)
}

/** A USCC, or the registration number that stands in its column. */
export function readUscc(text: string): CellResult {
  const packed = text.replaceAll(/[ -]/g, '').toUpperCase()
  const spelt = /^(\d)\.(\d{14})E\+?17$/.exec(packed)
  if (spelt !== null)
    return invalid('rounded-code', { candidates: cutCandidates(`${spelt[1]}${spelt[2]}000`) })
  if (/^\d(\.\d+)?E\+?\d+$/.test(packed)) return invalid('code-as-exponent', {})
  const note = packed === text ? null : packed === text.toUpperCase() ? 'case' : 'spaces'
  if (/^\d{15}$/.test(packed)) return readRegistration(packed)
  const verdict = checkUscc(packed)
  switch (verdict.kind) {
    case 'valid':
      if (isCut(packed)) return invalid('rounded-code', { candidates: cutCandidates(packed) })
      return { value: packed, note }
    case 'length':
      return invalid('uscc-length', { found: verdict.found })
    case 'alphabet':
      return invalid('uscc-alphabet', { character: verdict.character, suggestion: verdict.suggestion })
    case 'check':
      if (/^\d{15}000$/.test(packed)) return invalid('rounded-code', { candidates: cutCandidates(packed) })
      return invalid('uscc-check', { expected: verdict.expected })
    default:
      return verdict satisfies never
  }
}

/** A registration number (工商注册号). */
export function readRegistration(text: string): CellResult {
  const digits = text.replace(/\.0+$/, '').replaceAll(' ', '')
  if (/^\d(\.\d+)?E\+?\d+$/i.test(digits)) return invalid('code-as-exponent', {})
  if (!isRegistrationNumber(digits)) {
    return invalid('registration-check', {
      expected: /^\d{15}$/.test(digits) ? registrationCheckDigit(digits) : null,
    })
  }
  return { value: digits, note: digits === text ? null : 'decimal-tail' }
}
