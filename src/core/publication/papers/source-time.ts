import { kindOfSource } from '../../draw/seed/seed-source.ts'
import { beijingOfSeconds, chineseDay, dayIn } from '../beijing-time.ts'

/** What a source's name says of when its value comes, and what it is: for the announcement. Empty where it says nothing. */
export function sourceNote(source: string): string {
  const named = kindOfSource(source)
  switch (named.kind) {
    case 'secret':
      return '封存：其值由本机关保存，检查结束后公开，届时公开的值必须与此摘要相符'
    case 'drand': {
      const at = beijingOfSeconds(QUICKNET.genesis + (named.round - 1n) * QUICKNET.period)
      return at === null ? '' : `预计产生时间：${at}`
    }
    case 'plain': {
      const date = dayIn(source)
      return date === null ? '' : `预计产生日期：${chineseDay(date)}`
    }
    case 'malformed':
      return ''
    default:
      return named satisfies never
  }
}

/** Round 1 of drand's quicknet, in seconds since 1970, and how far rounds are apart (its chain information). */
const QUICKNET = { genesis: 1_692_803_367n, period: 3n }
