/** The 31 characters of a unified social credit code (GB 32100-2015): digits and letters without I O S V Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Weight of place i: 3^i mod 31 (GB 32100-2015, table of weights). */
export const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Value of each character by its code, −1 outside the alphabet. */
export const CODE_VALUES = Int8Array.from({ length: 128 }, (_, code) =>
  ALPHABET.indexOf(String.fromCharCode(code)),
)

export type CodeVerdict =
  | { readonly kind: 'valid' }
  | { readonly kind: 'length'; readonly found: number }
  /** `suggestion` is the code with O→0, I→1, l→1, S→5, Z→2 put right, where that makes it valid. */
  | { readonly kind: 'alphabet'; readonly character: string; readonly suggestion: string | null }
  | { readonly kind: 'check'; readonly expected: string }

/** Checks a unified social credit code (统一社会信用代码) written in upper case without spaces. */
export function checkUscc(code: string): CodeVerdict {
  if (isUscc(code)) return VALID
  if (code.length !== 18) return { kind: 'length', found: code.length }
  const alien = [...code].find(character => !ALPHABET.includes(character))
  if (alien !== undefined) return { kind: 'alphabet', character: alien, suggestion: slipsRighted(code) }
  return { kind: 'check', expected: usccCheckCharacter(code) }
}

const VALID: CodeVerdict = { kind: 'valid' }

/** True for 18 characters of the alphabet whose last is the right check character. */
export function isUscc(code: string): boolean {
  if (code.length !== 18) return false
  let sum = 0
  for (let i = 0; i < 17; i++) {
    const value = CODE_VALUES[code.charCodeAt(i)] ?? -1
    if (value < 0) return false
    sum += value * CODE_WEIGHTS[i]!
  }
  return (31 - (sum % 31)) % 31 === CODE_VALUES[code.charCodeAt(17)]
}

/** The same of a code whose characters are bytes, beginning at a place. */
export function isUsccAt(bytes: Uint8Array, from: number): boolean {
  let sum = 0
  for (let i = 0; i < 17; i++) {
    const value = CODE_VALUES[bytes[from + i]!] ?? -1
    if (value < 0) return false
    sum += value * CODE_WEIGHTS[i]!
  }
  return (31 - (sum % 31)) % 31 === CODE_VALUES[bytes[from + 17]!]
}

/** The check character that belongs to the first 17 characters, all of the alphabet. Remainder 0 gives `0`. */
export function usccCheckCharacter(body: string): string {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += CODE_VALUES[body.charCodeAt(i)]! * CODE_WEIGHTS[i]!
  return ALPHABET[(31 - (sum % 31)) % 31]!
}

/**
 * True for digits that end in `000` and whose organisation code (GB 11714) does not hold: the check character of the
 * whole fits by chance, once in 31.
 */
export function isCut(code: string): boolean {
  return /^\d{15}000$/.test(code) && organisationCheck(code, 8) !== 0
}

/**
 * The codes that a spreadsheet may have cut to 15 digits and `000`: of the ten that have the right check digit of the
 * organisation code (GB 11714, places 9–17), those whose own check character is a digit too. None for other text.
 */
export function cutCandidates(cut: string): string[] {
  if (!/^\d{15}000$/.test(cut)) return []
  const candidates: string[] = []
  for (let digit = 0; digit <= 9; digit++) {
    const check = organisationCheck(cut.slice(8, 15) + digit, 0)
    if (check === 10) continue
    const body = `${cut.slice(0, 15)}${digit}${check}`
    const code = body + usccCheckCharacter(body)
    if (/^\d+$/.test(code)) candidates.push(code)
  }
  return candidates
}

/**
 * True where places 9–17 of a unified social credit code are an organisation code with its right check character
 * (GB 11714-1997). Registers hold a few valid codes of which this is not true, so it is no reason to refuse one.
 */
export function hasOrganisationCode(code: string): boolean {
  return '0123456789X'[organisationCheck(code, 8)] === code[16]
}

/** The check value that belongs to the eight characters from `at` on of an organisation code; 10 is written `X`. */
function organisationCheck(code: string, at: number): number {
  let sum = 0
  for (let i = 0; i < 8; i++) sum += ORGANISATION_VALUES[code.charCodeAt(at + i)]! * ORGANISATION_WEIGHTS[i]!
  return (11 - (sum % 11)) % 11
}

/** Value of each character of an organisation code by its code: digits as they are, letters from 10 on (GB 11714). */
const ORGANISATION_VALUES = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = Number.parseInt(String.fromCharCode(code), 36)
  return Number.isNaN(value) ? 0 : value
})

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

const SLIPS: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  I: '1',
  i: '1',
  l: '1',
  S: '5',
  s: '5',
  Z: '2',
  z: '2',
}

/** A code as it was typed with the characters put right that look like digits, where that makes it valid; else null. */
export function slipsRighted(typed: string): string | null {
  const righted = typed.replace(/[OoIilSsZz]/g, letter => SLIPS[letter]!).toUpperCase()
  return isUscc(righted) ? righted : null
}
