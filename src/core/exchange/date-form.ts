import { FOREVER } from '../dates.ts'
import { parseDay } from '../registry/cells/date.ts'

/** How systems write a day. */
export const DATE_FORMS = ['YYYY-MM-DD', 'YYYY/MM/DD', 'YYYYMMDD', 'YYYY年M月D日'] as const
export type DateForm = (typeof DATE_FORMS)[number]

/** A day in the form of a system; null for what is no day. */
export function writtenDay(text: string, form: DateForm, forever: string): string | null {
  const day = parseDay(text)?.value
  if (day === undefined) return null
  if (day === FOREVER && forever !== '') return forever
  const [year, month, date] = day.split('-') as [string, string, string]
  switch (form) {
    case 'YYYY-MM-DD':
      return day
    case 'YYYY/MM/DD':
      return `${year}/${month}/${date}`
    case 'YYYYMMDD':
      return year + month + date
    case 'YYYY年M月D日':
      return `${year}年${Number(month)}月${Number(date)}日`
    default:
      return form satisfies never
  }
}

/** The day that a cell of a system means, however it is written; null for what is no day. */
export function dayWritten(text: string, forever: string): string | null {
  if (forever !== '' && text === forever) return FOREVER
  return parseDay(text)?.value ?? null
}
