import { isRegistrationNumber } from '../registry/numbers/registration-number.ts'
import { isUscc } from '../registry/numbers/uscc.ts'

/** What a column may ask of its values beside their length; an empty cell is asked by `must` alone. */
export const CHECKS = {
  /** Digits and nothing else. */
  digits: text => /^[0-9]+$/.test(text),
  /** 统一社会信用代码, with its check digit. */
  uscc: isUscc,
  /** 统一社会信用代码 or 注册号. */
  'firm-number': text => isUscc(text) || isRegistrationNumber(text),
  /** 监管事项检查实施清单编码: begins with the USCC of the body; the 19th character is one of 1 to 5. */
  'implementation-code': text => isUscc(text.slice(0, 18)) && /^.{18}[1-5]/.test(text),
  /** 行政区划 of a county: six digits, none of a province alone. */
  region: text => /^[1-9]\d{5}$/.test(text),
  /** At least two values: an inspection is made by no fewer than two people. */
  two: text => text.split(/[,，、;；]/).filter(part => part.trim() !== '').length >= 2,
} as const satisfies Readonly<Record<string, (text: string) => boolean>>

export type Check = keyof typeof CHECKS
