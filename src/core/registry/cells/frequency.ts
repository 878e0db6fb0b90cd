import { type CellResult, parsed } from './cell-result.ts'

const UNITS = '年|半年|季度|季|月|周|学期|学年'
const TIMES = String.raw`(\d{1,2})(?:[-—–~～至到](\d{1,2}))?`

/** How often an item is inspected, as offices write it, each form with what makes its canonical text. */
const FORMS: readonly (readonly [RegExp, (parts: readonly string[]) => string])[] = [
  [new RegExp(`^${TIMES}次?(?:/|每)?(${UNITS})$`), ([, from, to, unit]) => times(from!, to, unit!)],
  [
    new RegExp(`^(?:每一|每|一|全)?(${UNITS})内?${TIMES}次$`),
    ([, unit, from, to]) => times(from!, to, unit!),
  ],
  [/^(?:≥|>=)(\d{1,2})(?:次\/年)?$/, ([, from]) => `≥${from}次/年`],
  [/^(?:不少于|至少)(\d{1,2})次(?:\/年)?$/, ([, from]) => `≥${from}次/年`],
  [/^=?(\d{1,2})次?$/, ([, from]) => `${from}次/年`],
]

/**
 * Reads a frequency (抽查频次): `1次/年`, `=1`, `>=1`, `1—2次/年`, `每月一次` … as `1次/年`, `≥1次/年`, `1-2次/年`, `1次/月`. A text that
 * is none of these forms (根据监管需要确定) is what it is.
 */
export function readFrequency(text: string): CellResult {
  const packed = text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(NUMERAL, numeral => String(NUMERALS[numeral]))
  for (const [form, write] of FORMS) {
    const parts = form.exec(packed)
    if (parts !== null) return parsed(write(parts), text, 'frequency-form')
  }
  return { value: text, note: null }
}

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

function times(from: string, to: string | undefined, unit: string): string {
  return `${Number(from)}${to === undefined ? '' : `-${Number(to)}`}次/${unit === '季' ? '季度' : unit}`
}
