import { isIdentityNumber } from '../numbers/identity-number.ts'
import { isOldRegistration, isRegistrationNumber } from '../numbers/registration-number.ts'
import { isRepeated } from '../numbers/repeated.ts'
import { checkUscc, cutCandidates, isCut, isUscc, slipsRighted } from '../numbers/uscc.ts'
import { type CellResult, invalid, unchanged } from './cell-result.ts'
import type { Context } from './context.ts'

/**
 * The id of a record: not what a spreadsheet has made of it, and not short of zeros. The files of the law keep ids as they
 * are, and a spreadsheet would run one that begins like a formula.
 */
export function readId(text: string, context: Context): CellResult {
  const alien = /[;,"]|^[=+\-@]/.exec(text)
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
export function readUscc(text: string, context: Context): CellResult {
  if (isUscc(text) && !isRepeated(text) && !isCut(text)) return unchanged(text)
  const raw = text.replaceAll(/[ -]/g, '')
  const packed = raw.toUpperCase()
  const spelt = /^(\d)\.(\d{14})E\+?17$/.exec(packed)
  if (spelt !== null)
    return invalid('rounded-code', { candidates: cutCandidates(`${spelt[1]}${spelt[2]}000`) })
  if (/^\d(\.\d+)?E\+?\d+$/.test(packed)) return invalid('code-as-exponent', {})
  const note = packed === text ? null : packed === text.toUpperCase() ? 'case' : 'spaces'
  if (/^\d{15}$/.test(packed) || isOldRegistration(packed)) return readRegistration(packed, context)
  if (isRepeated(packed)) return invalid('no-code', {})
  const verdict = checkUscc(packed)
  switch (verdict.kind) {
    case 'valid':
      if (isCut(packed)) return invalid('rounded-code', { candidates: cutCandidates(packed) })
      return { value: packed, note }
    case 'length':
      // Lists for people have one column for all numbers, own ones too.
      if (context.stands(text)) return unchanged(text)
      return invalid('uscc-length', { found: verdict.found })
    case 'alphabet':
      return invalid('uscc-alphabet', { character: verdict.character, suggestion: slipsRighted(raw) })
    case 'check':
      return unchecked(raw, packed, context)
    default:
      return verdict satisfies never
  }
}

/** A code of the right form whose check character does not hold: a slip, something else, or one that was issued so. */
function unchecked(raw: string, packed: string, context: Context): CellResult {
  if (/^\d{15}000$/.test(packed)) return invalid('rounded-code', { candidates: cutCandidates(packed) })
  if (isIdentityNumber(packed)) return invalid('identity-number', {})
  const suggestion = raw.includes('l') ? slipsRighted(raw) : null
  if (suggestion !== null) return invalid('uscc-alphabet', { character: 'l', suggestion })
  return context.asRegistered ? { value: packed, note: 'as-registered' } : invalid('uscc-check', {})
}

/** A firm by its USCC or registration number, which must hold, or by its name: one, whom letters go to. */
export function readFirm(text: string, context: Context): CellResult {
  const several = firmsIn(text)
  if (several.length > 1) return invalid('several-firms', { names: several })
  const code = text.normalize('NFKC').replaceAll(/[ -]/g, '')
  if (!/^(?=.*\d)[0-9A-Z.+]{13,}$/i.test(code)) return unchanged(text)
  const reading = readUscc(code, context)
  const rewritten = 'value' in reading && reading.note === null && reading.value !== text
  return rewritten ? { ...reading, note: 'width' } : reading
}

/** The firms that a cell names: parted by `;` or lines, codes also as lists are; a name may have the other separators in it. */
function firmsIn(text: string): string[] {
  const parts = (separators: RegExp) =>
    text
      .split(separators)
      .map(part => part.trim())
      .filter(part => part !== '')
  const codes = parts(/[;；,，、/\n]/)
  return codes.every(code => /^[0-9A-Z]{15,18}$/i.test(code)) ? codes : parts(/[;；\n]/)
}

/** A registration number (工商注册号). */
export function readRegistration(text: string, context: Context): CellResult {
  const digits = text.replace(/\.0+$/, '').replaceAll(' ', '')
  if (/^\d(\.\d+)?E\+?\d+$/i.test(digits)) return invalid('code-as-exponent', {})
  if (isRepeated(digits)) return invalid('no-code', {})
  if (isRegistrationNumber(digits)) return { value: digits, note: digits === text ? null : 'decimal-tail' }
  if (isIdentityNumber(digits)) return invalid('identity-number', {})
  const isOld = isOldRegistration(digits)
  if (context.asRegistered && (isOld || /^\d{15}$/.test(digits)))
    return { value: digits, note: 'as-registered' }
  return isOld ? invalid('old-registration', {}) : invalid('registration-check', { found: digits.length })
}
