import type { ZipEntry } from '../../core/zip/zip-directory.ts'
import { unzip } from '../zip.ts'

/** A sheet of an .xlsx by its name, and the part of the zip that holds it. */
export interface SheetPart {
  readonly name: string
  readonly path: string
  readonly hidden: boolean
}

/** The sheets in the order of their tabs, or undefined where the list of them is damaged. */
export function sheetParts(
  zip: Buffer,
  entries: ReadonlyMap<string, ZipEntry>,
): readonly SheetPart[] | undefined {
  const workbook = partText(zip, entries, 'xl/workbook.xml')
  const relations = partText(zip, entries, 'xl/_rels/workbook.xml.rels')
  if (workbook === undefined || relations === undefined) return undefined
  const targets = new Map(
    tags(relations, 'Relationship').map(tag => [attribute(tag, 'Id'), attribute(tag, 'Target') ?? '']),
  )
  return tags(workbook, 'sheet').map(tag => {
    const target = targets.get(attribute(tag, '\\w+:id')) ?? ''
    return {
      name: attribute(tag, 'name') ?? '',
      path: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
      hidden: /hidden/i.test(attribute(tag, 'state') ?? ''),
    }
  })
}

/** True for a sheet in which something is written; one that cannot be unpacked counts as filled, to be named. */
export function hasCells(xml: Buffer | undefined): boolean {
  return xml === undefined || /<(?:\w+:)?c\b[^>]*[^/]>/.test(xml.toString('latin1', 0, FIRST_CELLS))
}

/** Bytes in which a sheet's first cell is looked for. */
const FIRST_CELLS = 1 << 20

/** Below a cell that was merged over several rows: the places left empty, each with the row its text stands in. */
export interface MergedCell {
  readonly row: number
  readonly column: number
  readonly from: number
}

/** The cells that merging left empty, down one column; a title merged over the columns of its row is none of them. */
export function* mergedCells(xml: Buffer, rows: number): Generator<MergedCell> {
  if (!xml.includes('mergeCell ')) return
  for (const [, letters, from, to] of xml.toString('latin1').matchAll(MERGED)) {
    for (let row = Number(from) + 1; row <= Math.min(Number(to), rows); row++)
      yield { row, column: columnNumber(letters!), from: Number(from) }
  }
}

const MERGED = /<(?:\w+:)?mergeCell ref="([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)"/g

export interface ErrorCell {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** Cells whose formula failed (`#REF!`, `#N/A`): read-excel-file passes them over as if they were empty. */
export function errorCells(xml: Buffer): readonly ErrorCell[] {
  if (!xml.includes('t="e"')) return []
  return [...xml.toString().matchAll(ERROR_CELL)].flatMap(([, attributes, text]) => {
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(attribute(attributes!, 'r') ?? '') ?? []
    return letters === undefined ? [] : [{ row: Number(row), column: columnNumber(letters), text: text! }]
  })
}

/**
 * The first row or filled cell that no register has (beyond column ZZ or a sheet's last row, or one that makes the
 * sheet too large an area), if there is one: read-excel-file fills the sheet up to it, which a stray one makes endless.
 */
export function farAway(xml: Buffer): string | undefined {
  let [rows, columns] = [0, 0]
  for (const [, letters, row, next] of xml.toString('latin1').matchAll(PLACE)) {
    if (next === '/') continue
    if (letters!.length > 2 || Number(row) > LAST_ROW) return letters! + row
    rows = Math.max(rows, Number(row))
    columns = Math.max(columns, columnNumber(letters!))
    if (rows * columns > LARGEST_AREA) return letters! + row
  }
  return undefined
}

const ERROR_CELL = /<(?:\w+:)?c\b([^>]*\bt="e"[^>]*)>(?:(?!<\/(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)</gs
const PLACE = /\br="([A-Z]*)(\d+)"[^>]*?(\/?)>/g
const LAST_ROW = 1_048_576

/** Cells, empty ones included: more than fit into the sizes that are read at all (spreadsheet.ts). */
const LARGEST_AREA = 10_000_000

export function partBytes(
  zip: Buffer,
  entries: ReadonlyMap<string, ZipEntry>,
  path: string,
): Buffer | undefined {
  const entry = entries.get(path)
  return entry && unzip(zip, entry)
}

function partText(zip: Buffer, entries: ReadonlyMap<string, ZipEntry>, path: string): string | undefined {
  return partBytes(zip, entries, path)?.toString()
}

function tags(xml: string, name: string): readonly string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? []
}

function attribute(tag: string, name: string): string | undefined {
  const [, , value] = new RegExp(`\\s${name}=(["'])(.*?)\\1`).exec(tag) ?? []
  return value?.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => ENTITIES[entity]!)
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A is 1, Z is 26, AA is 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}
