import { type Fraction, parseFraction } from '../fraction.ts'
import { mostInYear, parseFrequency } from '../registry/cells/frequency.ts'
import { parseRate } from '../registry/cells/rates.ts'

/** The upper limits that an item states: share of the base in a year, number of targets, visits to one target in a year. */
export interface ItemLimit {
  readonly rate: Fraction | null
  readonly count: number | null
  readonly frequency: number | null
}

/**
 * The upper limits in an item's 抽查比例 and 抽查频次. `5%`, `不超过5%` and `3-5%` are 5 %; `≥3%` is a lower limit and
 * says nothing here, nor does 根据实际情况确定. `每学期1次` is twice a year, `1-2次/年` twice.
 */
export function itemLimit(rate: string, frequency: string): ItemLimit {
  const share = rate.normalize('NFKC').replaceAll(/\s/g, '')
  const often = parseFrequency(frequency)
  return { rate: rateIn(share), count: countIn(share), frequency: often && mostInYear(often) }
}

function rateIn(share: string): Fraction | null {
  const stated = parseRate(share)
  if (stated === null || stated.bound === 'least') return null
  const fraction = parseFraction(stated.rate)!
  return fraction.numerator > fraction.denominator ? null : fraction
}

function countIn(share: string): number | null {
  const found = COUNT.exec(share)
  return found && Number(found[1])
}

const COUNT = /^(?:不超过|至多|最多|≤|<=)?(?:\d+[-~—–]+)?(\d+)(?:户|家|个)$/
