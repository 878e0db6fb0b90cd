/** The 31 characters of a unified social credit code (GB 32100-2015): digits and letters without I O S V Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Weight of place i: 3^i mod 31 (GB 32100-2015, table of weights). */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Value of each character by its code, −1 outside the alphabet. */
const VALUES = Int8Array.from({ length: 128 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)))

export type CodeVerdict =
  | { readonly kind: 'valid' }
  | { readonly kind: 'length'; readonly found: number }
  /** `suggestion` is the code with O→0, I→1, S→5, Z→2 put right, where that makes it valid. */
  | { readonly kind: 'alphabet'; readonly character: string; readonly suggestion: string | null }
  | { readonly kind: 'check'; readonly expected: string }

/** Checks a unified social credit code (统一社会信用代码) written in upper case without spaces. */
export function checkUscc(code: string): CodeVerdict {
  if (isUscc(code)) return VALID
  if (code.length !== 18) return { kind: 'length', found: code.length }
  const alien = [...code].find(character => !ALPHABET.includes(character))
  if (alien !== undefined) return { kind: 'alphabet', character: alien, suggestion: withSlipsRighted(code) }
  return { kind: 'check', expected: usccCheckCharacter(code) }
}

const VALID: CodeVerdict = { kind: 'valid' }

/** True for 18 characters of the alphabet whose last is the right check character. */
export function isUscc(code: string): boolean {
  if (code.length !== 18) return false
  let sum = 0
  for (let i = 0; i < 17; i++) {
    const value = VALUES[code.charCodeAt(i)] ?? -1
    if (value < 0) return false
    sum += value * WEIGHTS[i]!
  }
  return (31 - (sum % 31)) % 31 === VALUES[code.charCodeAt(17)]
}

/** The check character that belongs to the first 17 characters, all of the alphabet. Remainder 0 gives `0`. */
export function usccCheckCharacter(body: string): string {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += VALUES[body.charCodeAt(i)]! * WEIGHTS[i]!
  return ALPHABET[(31 - (sum % 31)) % 31]!
}

const SLIPS: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', Z: '2' }

function withSlipsRighted(code: string): string | null {
  const righted = code.replace(/[OISZ]/g, letter => SLIPS[letter]!)
  return isUscc(righted) ? righted : null
}
