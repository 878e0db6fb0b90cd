import { parseFraction } from '../../fraction.ts'
import { type CellResult, firstRepeated, invalid, parsed } from './cell-result.ts'

/** A rate as offices state it, by itself or as a limit. */
export interface StatedRate {
  readonly bound: 'least' | 'most' | null
  /** Of a range, its end. */
  readonly isRange: boolean
  /** `3%`, `2‰` or `0.03`. */
  readonly rate: string
  /** What stands behind it in brackets. */
  readonly remark: string | null
}

/** The rate that a text states; null for anything else. */
export function parseRate(text: string): StatedRate | null {
  if (ALL.test(text)) return { bound: null, isRange: false, rate: '100%', remark: null }
  const found = STATED.exec(text)?.groups
  if (found === undefined) return null
  const { least, most, from, number, unit, upwards, remark } = found
  if (most && upwards) return null
  return {
    bound: least || upwards ? 'least' : most ? 'most' : null,
    isRange: from !== undefined,
    rate: number!.replace(/^0+(?=\d)/, '') + unit,
    remark: remark ?? null,
  }
}

const ALL = /^(全部|全覆盖|全查|100%)$/
const STATED = new RegExp(
  [
    '^(?:(?<least>≥|>=|不低于|不少于|至少)|(?<most>≤|<=|不超过|至多|最多)|=)?\\s*',
    '(?:(?<from>\\d+(?:\\.\\d+)?[%‰]?)[-~—–至]+)?',
    '(?<number>\\d+(?:\\.\\d+)?)\\s*(?<unit>%|‰|)(?<upwards>以上)?',
    '(?:\\s*[(（](?<remark>.*)[)）])?$',
  ].join(''),
)

/**
 * A rate, kept as `3%`, `2‰` or `0.03`; all targets are `100%`. `≥3%` and `不低于3%` are read as 3 %, which rounding
 * up fulfils; `10%（20户）` as 10 %. A bare number above 1 is a rate above 100 %, for nobody knows what it meant.
 */
export function readRate(text: string): CellResult {
  const stated = parseRate(text.replace(BARE_POINT, '0.'))
  if (stated === null || stated.bound === 'most' || stated.isRange || !isCount(stated.remark))
    return invalid('invalid-rate', { seems: seemingOf(text) })
  const { numerator, denominator } = parseFraction(stated.rate)!
  if (numerator > denominator) return invalid('rate-above-100', {})
  return parsed(stated.rate, text, 'rate-form')
}

/** `.5%`, as spreadsheets write it. */
const BARE_POINT = /(?<![\d.])\.(?=\d)/

function isCount(remark: string | null): boolean {
  return remark === null || /^\d+(?:户|家)$/.test(remark)
}

function seemingOf(text: string): 'range' | 'count' | null {
  if (/^\d+(?:[-~～—–至到]+\d+)? ?(?:户|家|个|人)(?:次|以上)?$/.test(text)) return 'count'
  return /^[\d.]+\s*[%‰]?\s*(?:[-~～—–]+|至|到)\s*[\d.]+\s*[%‰]$/.test(text) ? 'range' : null
}

/** Rates by stratum, `A=1%;B=3%;D=100%`; the `=` may be missing (`A1%`) or a colon. */
export function readRates(text: string): CellResult {
  const written: string[] = []
  for (const part of partsOf(text)) {
    const found = part.length > LONGEST_RATED ? null : RATED.exec(part)
    const rate = found === null ? null : readRate(found[2]!)
    if (found === null || rate === null || !('value' in rate)) {
      return rate !== null && 'code' in rate && rate.code === 'rate-above-100'
        ? rate
        : invalid('invalid-rates', { part })
    }
    written.push(`${found[1]!.trim()}=${rate.value}`)
  }
  const strata = written.map(part => part.slice(0, part.lastIndexOf('=')))
  const twice = firstRepeated(strata)
  if (twice !== undefined) return invalid('invalid-rates', { part: twice })
  return parsed(written.join(';'), text, 'rate-form')
}

/** Longer than any stratum with its rate; what finds the end of its name looks at each place again. */
const LONGEST_RATED = 500

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
    .split(/[;；,，、|]/)
    .map(part => part.trim())
    .filter(part => part !== '')
}
