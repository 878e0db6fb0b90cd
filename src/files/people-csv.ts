import { stringify } from 'csv-stringify/sync'

/**
 * A table as the CSV that people open in a spreadsheet: UTF-8 with BOM, CRLF, codes that stay as they are, and no cell
 * that would run as a formula. It is for reading; what a program reads is the folder of the specification.
 */
export function peopleCsv(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\ufeff${stringify(
    [headings, ...rows].map(row => row.map(safeCell)),
    { record_delimiter: '\r\n' },
  )}`
}

/**
 * A cell that a spreadsheet leaves alone. A tab before long numbers, numbers with a leading zero and E notation keeps
 * them text (our own import takes it off again); an apostrophe before `= + - @` keeps it from running.
 */
export function safeCell(text: string): string {
  if (/^[=+\-@\t\r]/.test(text)) return `'${text}`
  return /^(?:\d{12,}|0\d+|\d+(?:\.\d+)?[eE]\+?\d+)$/.test(text) ? `\t${text}` : text
}
