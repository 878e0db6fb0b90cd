import type { ZipEntry } from '../../../core/zip/zip-directory.ts'
import type { CellContext } from './cell-text.ts'
import { WorkbookFault } from './fault.ts'
import { filledRows } from './filled-rows.ts'
import { openPackage, type Package } from './package-parts.ts'
import { sharedStrings } from './shared-strings.ts'
import { type SheetPart, sheetList } from './sheet-list.ts'
import { cellFormats } from './styles.ts'

export interface Workbook {
  readonly parts: Package
  readonly sheets: readonly SheetPart[]
  readonly context: CellContext
}

/** A workbook with what its sheets share in memory, and none of their rows. */
export async function openWorkbook(zip: Buffer, entries: ReadonlyMap<string, ZipEntry>): Promise<Workbook> {
  const parts = openPackage(zip, entries)
  const { sheets, system, styles, strings } = await sheetList(parts)
  const formats = await cellFormats(parts, styles)
  return { parts, sheets, context: { system, formats, strings: await sharedStrings(parts, strings) } }
}

/** True for a sheet in which something is written; one that cannot be read counts as filled, to be named. */
export async function isFilled({ parts, context }: Workbook, { path }: SheetPart): Promise<boolean> {
  try {
    const rows = filledRows(parts, path, context, { hiddenColumns: [] })
    const { done } = await rows.next()
    await rows.return(undefined)
    return done !== true
  } catch (error) {
    if (error instanceof WorkbookFault) return true
    throw error
  }
}

/** The sheets to be read: the one named or numbered from 1, `all` that show something, else the first of these. */
export async function sheetsWished(
  book: Workbook,
  wish: string | number | undefined,
): Promise<readonly SheetPart[]> {
  const { sheets } = book
  const names = sheets.map(({ name }) => name)
  if (wish !== undefined && (wish !== ALL || names.includes(ALL))) {
    const number = names.indexOf(String(wish)) + 1 || Number(wish)
    const sheet = sheets[number - 1]
    if (sheet === undefined) throw new WorkbookFault({ kind: 'no-such-sheet', sheet: wish, sheets: names })
    return [sheet]
  }
  const shown: SheetPart[] = []
  for (const sheet of sheets) {
    if (sheet.hidden || !(await isFilled(book, sheet))) continue
    shown.push(sheet)
    if (wish === undefined) break
  }
  return shown.length > 0 ? shown : sheets.slice(0, 1)
}

const ALL = 'all'
