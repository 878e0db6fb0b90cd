/**
 * True for a 15-digit registration number (工商注册号) with the right check digit: GS 15-2006, which is
 * ISO 7064 MOD 11,10 over the first 14 digits.
 */
export function isRegistrationNumber(code: string): boolean {
  return /^\d{15}$/.test(code) && registrationCheckDigit(code) === code[14]
}

/**
 * True for a number of the time before the 15 digits: 13 digits, or the words of foreign-invested firms and their like,
 * `企合晋吕总字第000112号`, `晋工商个字1411026001234号`. There is no check character in these.
 */
export function isOldRegistration(code: string): boolean {
  return /^\d{13}$/.test(code) || WITH_WORDS.test(code)
}

const WITH_WORDS = /^\p{Script=Han}{1,12}字第?\d{1,18}号?$|^\p{Script=Han}{2,12}第?\d{3,15}号?$/u

/** The check digit that belongs to the first 14 digits. */
export function registrationCheckDigit(body: string): string {
  let product = 10
  for (let i = 0; i < 14; i++) {
    const sum = (product + Number(body[i])) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return String((11 - product) % 10)
}
