import { isDay } from '../../dates.ts'
import { isRegistrationNumber } from './registration-number.ts'
import { isUscc } from './uscc.ts'

/**
 * Whether a text is the number of a resident's identity card: 18 digits with a true check digit (GB 11643), or 15 of
 * the first generation, province and day of birth true. Of 15 digits a sound registration number is none: every tenth
 * old card passes for one, but every thirtieth registration number has a day in it. A credit code has none in practice.
 */
export function isIdentityNumber(text: string): boolean {
  if (!PROVINCE.test(text)) return false
  if (/^\d{17}[\dXx]$/.test(text))
    return isBirthday(text.slice(6, 14)) && checkDigit(text) === text[17]!.toUpperCase()
  return /^\d{15}$/.test(text) && isBirthday(`19${text.slice(6, 12)}`) && !isRegistrationNumber(text)
}

/**
 * Whether 18 digits are the number of a resident's identity card but for its check digit, as when it was mistyped: province
 * and the birthday of somebody who is grown up.
 */
export function isAlmostIdentityNumber(text: string): boolean {
  return (
    PROVINCE.test(text) &&
    /^\d{6}(?:19\d\d|200\d)\d{7}[\dXx]$/.test(text) &&
    isBirthday(text.slice(6, 14)) &&
    !isUscc(text)
  )
}

function isBirthday(digits: string): boolean {
  const [, year, month, date] = /^((?:18|19|20)\d\d)(\d\d)(\d\d)$/.exec(digits) ?? []
  return year !== undefined && isDay(`${year}-${month}-${date}`)
}

function checkDigit(text: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i]), 0)
  return '10X98765432'[sum % 11]!
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The first two digits of a division code (GB/T 2260). */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/
