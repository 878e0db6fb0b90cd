import { NEEDS_QUOTES } from './table.ts'

/** One record of a CSV text: its fields, where the next one begins, and how many lines it took. */
export interface TextRecord {
  readonly fields: readonly string[]
  readonly end: number
  readonly lines: number
}

/** The record at `at` in a text without quotes and carriage returns, or what is wrong with it. */
export function nextSimpleRecord(text: string, at: number): TextRecord | 'line-end' {
  const end = text.indexOf('\n', at)
  if (end < 0) return 'line-end'
  return { fields: text.slice(at, end).split(','), end: end + 1, lines: 1 }
}

/** The record at `at` (RFC 4180), where a field is quoted if and only if it must be. */
export function nextRecord(text: string, at: number): TextRecord | 'line-end' | 'quotes' {
  const fields: string[] = []
  let lines = 1
  for (FIELD.lastIndex = at; ; ) {
    const match = FIELD.exec(text)
    if (!match) return text.indexOf('\n', at) < 0 ? 'line-end' : 'quotes'
    const [, inQuotes, plain, separator] = match
    if (inQuotes !== undefined && !NEEDS_QUOTES.test(inQuotes)) return 'quotes'
    fields.push(plain ?? inQuotes!.replaceAll('""', '"'))
    lines += inQuotes?.split('\n').length ?? 1
    lines--
    if (separator === '\n') return { fields, end: FIELD.lastIndex, lines }
    if (separator === '') return 'line-end'
  }
}

const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\n|$)/y
