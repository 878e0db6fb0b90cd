import { stringify } from 'csv-stringify/sync'

/**
 * A table as the CSV that people open in a spreadsheet: UTF-8 with BOM, CRLF, codes that stay as they are, and no cell
 * that would run as a formula. It is for reading; what a program reads is the folder of the specification.
 */
export function peopleCsv(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\ufeff${stringify(
    [headings, ...rows].map(row => row.map(safeCell)),
    // Quoted is whatever a spreadsheet that is left to its defaults would part a cell at: LibreOffice takes tab and
    // semicolon for separators beside the comma. A line break of another kind than the record's must be quoted too.
    { record_delimiter: '\r\n', quoted_match: /[\r\n\t;]/ },
  )}`
}

/** The same table line by line, each still without its last LF, which `keptText` sets. */
export function* peopleCsvLines<Row>(
  headings: readonly string[],
  rows: Iterable<Row>,
  cellsOf: (row: Row) => readonly string[],
): Generator<string> {
  const line = (cells: readonly string[]) => peopleCsv(cells, []).slice(1, -1)
  yield `\ufeff${line(headings)}`
  for (const row of rows) yield line(cellsOf(row))
}

/**
 * A cell that a spreadsheet leaves alone. A tab before long numbers, numbers with a leading zero, E notation and what
 * would become a date (`3/5`, `1-2`) keeps them text (our own import takes it off again); an apostrophe before
 * `= + - @`, of full width too, keeps it from running.
 */
function safeCell(text: string): string {
  if (/^[=+\-@＝＋－＠\t\r]/.test(text)) return `'${text}`
  return NUMBER_LIKE.test(text) ? `\t${text}` : text
}

const NUMBER_LIKE = /^(?:\d{12,}|0\d+|\d+(?:\.\d+)?[eE]\+?\d+|\d{1,2}[-/]\d{1,4}(?:[-/]\d{1,4})?)$/
