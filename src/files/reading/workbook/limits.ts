import type { SheetLimit } from '../../../core/file-problem.ts'
import { WorkbookFault } from './fault.ts'

/** What is read of one workbook: more than any register has, and little enough for any office machine. */
export const LIMITS = {
  /** Characters that the cells share, which are kept in memory. */
  strings: 1 << 27,
  /** Rows of a sheet, those without a cell too: what Excel can hold. */
  rows: 1_048_576,
  /** Columns of a sheet: what Excel can hold. */
  columns: 16_384,
  /** Cells of a sheet, the empty ones before a filled one and those filled by merging too. */
  cells: 50_000_000,
  /** Characters of one cell; Excel holds 32 767. */
  text: 1 << 20,
  /** Characters of one tag, or of text without a tag. */
  piece: 1 << 22,
  /** Tags within tags. */
  depth: 64,
  /** Sheets, styles and relations of a workbook. */
  entries: 65_536,
  /** Merged ranges of a sheet. */
  merged: 1_000_000,
} as const satisfies Readonly<Record<SheetLimit, number>>

/** Bytes of a part when it is unpacked. */
const MOST_BYTES = 1 << 30

/** How far apart filled cells may lie before the sheet is mostly emptiness. */
export const GAPS = { rows: 100_000, columns: 256 } as const

/** Holds what was unpacked of a part to what is read at all. */
export function withinBytes(bytes: number): void {
  if (bytes > MOST_BYTES) throw new WorkbookFault({ kind: 'spreadsheet-too-large', bytes, limit: MOST_BYTES })
}

/** The limit that was met, and where. */
export function beyond(limit: SheetLimit, place: string): WorkbookFault {
  return new WorkbookFault({ kind: 'spreadsheet-limit', what: limit, limit: LIMITS[limit], place })
}

/** A cell so far from all others that the sheet is mostly emptiness up to it. */
export function stray(place: string): WorkbookFault {
  return new WorkbookFault({ kind: 'stray-cell', place })
}
