import { type CellResult, invalid, parsed } from './cell-result.ts'

/**
 * A rate, kept as `3%`, `2‰` or `0.03`; all targets are `100%`. `≥3%` and `不低于3%` are read as 3 %, which rounding
 * up fulfils; `10%（20户）` as 10 %. A bare number above 1 is a rate above 100 %, for nobody knows what it meant.
 */
export function readRate(text: string): CellResult {
  if (ALL.test(text)) return parsed('100%', text, 'rate-form')
  const found = RATE.exec(text)
  if (found === null) return invalid('invalid-rate', { seems: seemingOf(text) })
  const [, number, unit] = found as unknown as [string, string, string]
  const value = number.replace(/^0+(?=\d)/, '').replace(/^\./, '0.') + unit.replace('%', '%')
  if (isAbove(number, unit)) return invalid('rate-above-100', {})
  return parsed(value, text, 'rate-form')
}

const ALL = /^(全部|全覆盖|全查|100%)$/
const RATE =
  /^(?:≥|>=|=|不低于|不少于|至少)?\s*(\d+(?:\.\d+)?|\.\d+)\s*(%|‰|)(?:以上)?(?:\s*[(（]\d+(?:户|家)[)）])?$/

function seemingOf(text: string): 'range' | 'count' | null {
  if (/^\d+(?:[-~～—–至到]+\d+)? ?(?:户|家|个|人)(?:次|以上)?$/.test(text)) return 'count'
  return /^[\d.]+\s*[%‰]?\s*(?:[-~～—–]+|至|到)\s*[\d.]+\s*[%‰]$/.test(text) ? 'range' : null
}

/** More than one whole, compared digit by digit. */
function isAbove(number: string, unit: string): boolean {
  const [whole, part = ''] = number.split('.') as [string, string?]
  const one = unit === '%' ? 100 : unit === '‰' ? 1000 : 1
  return Number(whole) > one || (Number(whole) === one && /[1-9]/.test(part))
}

/** Rates by stratum, `A=1%;B=3%;D=100%`; the `=` may be missing (`A1%`) or a colon. */
export function readRates(text: string): CellResult {
  const written: string[] = []
  for (const part of partsOf(text)) {
    const found = RATED.exec(part)
    const rate = found === null ? null : readRate(found[2]!)
    if (found === null || rate === null || !('value' in rate)) {
      return rate !== null && 'code' in rate && rate.code === 'rate-above-100'
        ? rate
        : invalid('invalid-rates', { part })
    }
    written.push(`${found[1]!.trim()}=${rate.value}`)
  }
  const strata = written.map(part => part.slice(0, part.lastIndexOf('=')))
  const twice = strata.find((stratum, i) => strata.indexOf(stratum) !== i)
  if (twice !== undefined) return invalid('invalid-rates', { part: twice })
  return parsed(written.join(';'), text, 'rate-form')
}

const RATED =
  /^(.+?)\s*(?:[=:：]\s*)?((?:≥|>=|不低于|不少于)?\s*(?:\d+(?:\.\d+)?\s*[%‰]|全部|全覆盖)|(?<=[=:：]\s*)\d+(?:\.\d+)?)$/

/** The rates of a canonical cell, by stratum. */
export function ratesOf(cell: string): ReadonlyMap<string, string> {
  return new Map(
    partsOf(cell).map(part => [part.slice(0, part.lastIndexOf('=')), part.slice(part.lastIndexOf('=') + 1)]),
  )
}

/** Reserves of a stratum: a share of what is drawn (`20%`) or a count (`5`). */
export function readReserve(text: string): CellResult {
  const count = /^(\d{1,9})(?:户|家|个)?$/.exec(text)
  if (count !== null) return parsed(String(Number(count[1])), text, 'word')
  const rate = readRate(text)
  return 'value' in rate ? rate : invalid('invalid-reserve', {})
}

function partsOf(text: string): string[] {
  return text
    .split(/[;；,，、]/)
    .map(part => part.trim())
    .filter(part => part !== '')
}
