import type { CsvError, Options } from 'csv-parse'
import { parse } from 'csv-parse/sync'

/** The column of the first cell with a line break whose text does not stand in the row as a quoted cell. */
export function badlyQuoted(row: readonly string[], text: string, delimiter: string): number {
  const between = delimiter + text.replace(/(?:\r\n|\n|\r)$/, '') + delimiter
  const bad = (cell: string) =>
    /[\r\n]/.test(cell) &&
    (cell.length > CELL_LIMIT || !between.includes(`${delimiter}"${cell.replaceAll('"', '""')}"${delimiter}`))
  return row.findIndex(bad) + 1
}

/** The column where a quote opens that the text never closes; 0 where there is none. */
export function openQuote(text: string, options: Options): number {
  try {
    parse(text, options)
    return 0
  } catch (error) {
    return columnOfOpenQuote(error)
  }
}

export function columnOfOpenQuote(error: unknown): number {
  const { code, column } = (error ?? {}) as Partial<CsvError> & { column?: unknown }
  return code === 'CSV_QUOTE_NOT_CLOSED' && typeof column === 'number' ? column + 1 : 0
}

/** Characters a spreadsheet's cell can hold. */
const CELL_LIMIT = 32_767
