import { type Fraction, parseFraction } from '../fraction.ts'

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
  const share = narrow(rate)
  return {
    rate: rateIn(share),
    count: LOWER.test(share)
      ? null
      : wholeIn(/^(?:不超过|至多|最多|≤|<=)?(?:\d+[-~—–]+)?(\d+)(?:户|家|个)$/.exec(share)),
    frequency: frequencyIn(narrow(frequency)),
  }
}

const LOWER = /^(≥|>=|>|不低于|不少于|至少|不小于)/
const narrow = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '')

function rateIn(text: string): Fraction | null {
  if (/^(全部|全覆盖|全查)$/.test(text)) return parseFraction('100%')
  const found =
    /^(?:不超过|至多|最多|≤|<=|=)?(?:\d+(?:\.\d+)?[%‰]?[-~—–至]+)?(\d+(?:\.\d+)?)(%|‰|)(?:\(.*\))?$/.exec(
      text,
    )
  if (found === null || LOWER.test(text)) return null
  const fraction = parseFraction(`${found[1]}${found[2]}`)!
  return fraction.numerator > fraction.denominator ? null : fraction
}

/** How often a year is the most, for each span of time. */
const TIMES: Readonly<Record<string, number>> = {
  年: 1,
  半年: 2,
  学期: 2,
  学年: 1,
  季度: 4,
  季: 4,
  月: 12,
  周: 52,
}

function frequencyIn(text: string): number | null {
  if (LOWER.test(text)) return null
  const bare = wholeIn(/^(?:=|≤|<=|不超过)?(\d+)(?:次)?$/.exec(text))
  if (bare !== null) return bare
  const each =
    /^(?:不超过|至多|最多|≤|<=)?(?:\d+[-~—–至]+)?(\d+)次[/每]?(年|半年|学期|学年|季度|季|月|周)$/.exec(text)
  if (each !== null) return Number(each[1]) * TIMES[each[2]!]!
  const every = /^每(年|半年|学期|学年|季度|季|月|周)(?:不超过|至多|最多)?(?:\d+[-~—–至]+)?(\d+)次$/.exec(
    text,
  )
  return every === null ? null : Number(every[2]) * TIMES[every[1]!]!
}

function wholeIn(found: RegExpExecArray | null): number | null {
  return found === null ? null : Number(found[1])
}
