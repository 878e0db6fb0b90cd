import { parseFrequency } from '../cells/frequency.ts'
import { readRate, readRates } from '../cells/rates.ts'

/** What one cell says of how much and how often, field by field. */
export type QuantitySaid = Partial<Record<'rate' | 'rates' | 'count' | 'frequency', string>>

/**
 * How much is drawn as lists for people say it in one cell: `3%`, `3%（A类1%、B类3%）`, `餐饮：5%、零售：3%`, `20户`. Null for
 * anything else.
 */
export function quantityIn(text: string): QuantitySaid | null {
  const count = COUNT.exec(text)?.[1]
  if (count !== undefined) return { count }
  if ('value' in readRate(text)) return { rate: text }
  const [, rate = '', beside] = WITH_RATES.exec(text) ?? []
  const rates = stratumRates(beside ?? text)
  if (rates === null) return null
  return rate === '' ? { rates } : { rate, rates }
}

/** The same with how often (抽查频次) beside it, in either order: `3%，1次/年`, `每年一次；20户`. */
export function quantityAndFrequencyIn(text: string): QuantitySaid | null {
  const whole = quantityIn(text)
  if (whole !== null) return whole
  if (text.length > LONGEST) return null
  if (parseFrequency(text) !== null) return { frequency: text }
  for (const { index } of text.matchAll(/[，,；;\n]|\s/g)) {
    const [left, right] = [text.slice(0, index).trim(), text.slice(index + 1).trim()]
    const first = quantityIn(left)
    if (first !== null && right !== '') return { ...first, frequency: right }
    const last = quantityIn(right)
    if (last !== null && parseFrequency(left) !== null) return { ...last, frequency: left }
  }
  return null
}

/** `20户（实际以名录为准）` */
const COUNT = /^(\d{1,9}) ?(?:户|家|个)(?:次)?(?:[（(].*[）)])?$/
const WITH_RATES = /^([^（(]+?) ?[（(]([^（(]*)[）)]$/

/** Rates by stratum as they are published, or null: `A类1%、B类3%` is `A=1%;B=3%`. */
function stratumRates(text: string): string | null {
  if (text.length > LONGEST) return null
  const parts = text.split(/[;；,，、]/).map(part => part.trim().replace(/^([A-D])类 ?[:：=]? ?/, '$1='))
  if (parts.some(part => !/[=:：]/.test(part))) return null
  const reading = readRates(parts.join(';'))
  return 'value' in reading ? reading.value : null
}

/** Longer than any list of strata that somebody writes into a cell for a rate. */
const LONGEST = 2_000
