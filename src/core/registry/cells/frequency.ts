import { type CellResult, parsed, unchanged } from './cell-result.ts'

/** How often an item is inspected: `from` times, or up to `to` times, in each span of time. */
export interface Frequency {
  readonly bound: 'least' | 'most' | null
  readonly from: number
  readonly to: number | null
  readonly span: string
}

/** The frequency that a text states, in any of the forms that offices write; null for anything else. */
export function parseFrequency(text: string): Frequency | null {
  const narrow = text.normalize('NFKC').replaceAll(/\s/g, '')
  const counted = narrow.replaceAll(NUMERAL, numeral => String(NUMERALS[numeral]))
  for (const [bound, form] of FORMS) {
    // A numeral is taken for a number only where the canonical text will show what it was taken for.
    const found = form.exec(bound === 'most' ? narrow : counted)?.groups
    if (found === undefined) continue
    const { from, to, span = '年' } = found
    return { bound, from: Number(from), to: to === undefined ? null : Number(to), span }
  }
  return null
}

/**
 * Reads a frequency (抽查频次): `1次/年`, `=1`, `>=1`, `1—2次/年`, `每月一次` … as `1次/年`, `≥1次/年`, `1-2次/年`, `1次/月`. A text that
 * is none of these forms (根据监管需要确定), and an upper limit (不超过2次/年), is what it is.
 */
export function readFrequency(text: string): CellResult {
  const frequency = parseFrequency(text)
  if (frequency === null || frequency.bound === 'most') return unchanged(text)
  const { bound, from, to, span } = frequency
  const times = to === null ? `${from}` : `${from}-${to}`
  return parsed(
    `${bound === 'least' ? '≥' : ''}${times}次/${span === '季' ? '季度' : span}`,
    text,
    'frequency-form',
  )
}

/** How many visits in a year a frequency allows at the most; null where it states a lower limit only. */
export function mostInYear({ bound, from, to, span }: Frequency): number | null {
  return bound === 'least' ? null : (to ?? from) * SPANS[span]!
}

/** How often each span of time fits into a year. */
const SPANS: Readonly<Record<string, number>> = {
  年: 1,
  半年: 2,
  季度: 4,
  季: 4,
  月: 12,
  周: 52,
  学期: 2,
  学年: 1,
}

const SPAN = `(?<span>${Object.keys(SPANS).join('|')})`
const TIMES = String.raw`(?<from>\d{1,2})(?:[-—–~～至到](?<to>\d{1,2}))?`
/** Of a range that is an upper limit only its end counts. */
const AT_MOST = String.raw`(?:\d+[-~—–至]+)?(?<from>\d+)`

/** The forms, the first that fits, and the bound that each states. */
const FORMS: readonly (readonly [Frequency['bound'], RegExp])[] = [
  [null, new RegExp(`^${TIMES}次?(?:/|每)?${SPAN}$`)],
  [null, new RegExp(`^(?:每一|每|一|全)?${SPAN}内?${TIMES}次$`)],
  ['least', /^(?:≥|>=)(?<from>\d{1,2})(?:次\/年)?$/],
  ['least', /^(?:不少于|至少)(?<from>\d{1,2})次(?:\/年)?$/],
  [null, /^=?(?<from>\d{1,2})次?$/],
  ['most', /^(?:=|≤|<=|不超过)?(?<from>\d+)次?$/],
  ['most', new RegExp(`^(?:不超过|至多|最多|≤|<=)?${AT_MOST}次[/每]?${SPAN}$`)],
  ['most', new RegExp(`^每${SPAN}(?:不超过|至多|最多)?${AT_MOST}次$`)],
]

/** A Chinese numeral before 次: `每年一次`. */
const NUMERAL = /[一二两三四五六七八九十](?=次)/g
const NUMERALS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
}
