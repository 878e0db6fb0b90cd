/**
 * True for a 15-digit registration number (工商注册号) with the right check digit: GS 15-2006, which is
 * ISO 7064 MOD 11,10 over the first 14 digits.
 */
export function isRegistrationNumber(code: string): boolean {
  return /^\d{15}$/.test(code) && registrationCheckDigit(code) === code[14]
}

/** The check digit that belongs to the first 14 digits. */
export function registrationCheckDigit(body: string): string {
  let product = 10
  for (let i = 0; i < 14; i++) {
    const sum = (product + Number(body[i])) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return String((11 - product) % 10)
}
