import type { Issue, Note, Place } from './cells/issue.ts'

/** A sheet of a workbook whose rows are read: its row 1 is line `after` + 1 of all that is read of the file. */
export interface ReadSheet {
  readonly name: string
  readonly after: number
  /** Letters of columns that hold something and are not shown. */
  readonly hiddenColumns: readonly string[]
}

/** A sheet that holds something and is not read: nobody asked for it, or it has other headings. */
export interface UnreadSheet {
  readonly name: string
  readonly hidden: boolean
  readonly otherHeadings: boolean
}

/** An issue or note with the row of its sheet, and its sheet's name where several are read. */
export function inItsSheet<T extends Issue | Note>(sheets: readonly ReadSheet[], told: T): T {
  if (sheets.length < 2) return told
  const placed = { ...told, ...placeOfLine(sheets, told.row) }
  if (!('details' in placed) || !('other' in placed.details)) return placed
  const { other } = placed.details
  return typeof other === 'number'
    ? { ...placed, details: { ...placed.details, other: lineName(sheets, other) } }
    : placed
}

/** A line of the file as a spreadsheet names it: its row, behind `sheet!` where several are read. */
export function lineName(sheets: readonly ReadSheet[], line: number): number | string {
  const { sheet, row } = placeOfLine(sheets, line)
  return sheets.length < 2 ? line : `${sheet}!${row}`
}

function placeOfLine(sheets: readonly ReadSheet[], line: number): Pick<Place, 'row'> & { sheet: string } {
  const found = sheets.findLast(({ after }) => after < line)
  return { sheet: found?.name ?? '', row: line - (found?.after ?? 0) }
}
