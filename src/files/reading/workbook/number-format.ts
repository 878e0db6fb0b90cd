/** What a number format makes of a number, as far as a register needs it. */
export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'percent' }
  /** Shows at least so many digits (`0000`), between texts such as `GS-` and `号`. */
  | { readonly kind: 'digits'; readonly parts: readonly (string | number)[]; readonly count: number }
  | { readonly kind: 'date'; readonly day: boolean; readonly time: boolean }
  /** Hours, minutes or seconds beyond a day (`[h]:mm`). */
  | { readonly kind: 'elapsed' }

export const PLAIN: NumberFormat = { kind: 'plain' }

/** The formats that are not written in the workbook (ECMA-376, 18.8.30, and the Chinese ones beside it). */
export function builtInFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return { kind: 'percent' }
  if (id === 46) return { kind: 'elapsed' }
  if ([18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56].includes(id)) return CLOCK
  if (id === 22) return { kind: 'date', day: true, time: true }
  if ([14, 15, 16, 17].includes(id) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return DAY
  return PLAIN
}

const DAY: NumberFormat = { kind: 'date', day: true, time: false }
const CLOCK: NumberFormat = { kind: 'date', day: false, time: true }

/** A format by its code: what it shows of a number above nought. */
export function numberFormat(code: string): NumberFormat {
  if (code.length > LONGEST || /general|通用格式/i.test(code)) return PLAIN
  const tokens: readonly string[] = code.match(TOKENS) ?? []
  const end = tokens.indexOf(';')
  const shown = end < 0 ? tokens : tokens.slice(0, end)
  if (shown.some(token => CONDITION.test(token))) return PLAIN
  if (shown.some(token => ELAPSED.test(token))) return { kind: 'elapsed' }
  const codes = shown.filter(token => !isText(token) && !token.startsWith('[')).join('')
  const time = /[hs]|AM\/PM|A\/P/i.test(codes)
  const day = /[yd]|e(?![+-])/i.test(codes) || (/m/i.test(codes) && !time)
  if (day || time) return { kind: 'date', day, time }
  if (codes.includes('%')) return { kind: 'percent' }
  return digits(shown) ?? PLAIN
}

/** At least two noughts and nothing but texts between them: what else a format does to a number is only its dress. */
function digits(tokens: readonly string[]): NumberFormat | null {
  const parts: (string | number)[] = []
  let count = 0
  for (const token of tokens) {
    if (/^0+$/.test(token)) {
      parts.push(token.length)
      count += token.length
    } else if (isText(token)) parts.push(textOf(token))
    else if (token === '-') parts.push(token)
    else if (!/^(?:#|\[[^\]]*\])$/.test(token)) return null
  }
  return count < 2 ? null : { kind: 'digits', parts, count }
}

/** A number without sign or fraction under such a format. */
export function withDigits(value: string, parts: readonly (string | number)[], count: number): string {
  const padded = value.padStart(count, '0')
  let at = 0
  let extra = padded.length - count
  return parts
    .map(part => {
      if (typeof part === 'string') return part
      const text = padded.slice(at, at + part + extra)
      at += part + extra
      extra = 0
      return text
    })
    .join('')
}

function isText(token: string): boolean {
  return /^["\\_*]/.test(token) || /^[^\x20-\x7e]+$/.test(token)
}

function textOf(token: string): string {
  if (token.startsWith('"')) return token.slice(1).replace(/"$/, '')
  if (token.startsWith('\\')) return token.slice(1)
  return /^[_*]/.test(token) ? '' : token
}

/** Quoted text, a character taken as it is, room and filling, brackets, runs of noughts, anything else. */
const TOKENS = /"[^"]*"?|\\.|[_*].|\[[^\]]*\]|0+|[^\x20-\x7e]+|./gsu
const CONDITION = /^\[[<>=]/
const ELAPSED = /^\[(?:h+|m+|s+)\]$/i
/** Characters that Excel lets a format have. */
const LONGEST = 255
