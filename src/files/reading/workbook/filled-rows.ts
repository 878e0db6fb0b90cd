import type { CellNote } from './cell-note.ts'
import { columnLetters, placeOf } from './cell-place.ts'
import { type CellContext, cellText } from './cell-text.ts'
import { damaged } from './fault.ts'
import { beyond, GAPS, LIMITS, stray } from './limits.ts'
import type { Package } from './package-parts.ts'
import { type Attributes, isTrue, type XmlListener, xmlReader } from './read-xml.ts'
import { richText } from './rich-text.ts'

/** A row in which something is written, by its number; cells from column A to the last that is filled. */
export interface SheetRow {
  readonly row: number
  readonly cells: string[]
  readonly notes: CellNote[]
}

/** What a sheet says above its rows. */
export interface SheetHead {
  readonly hiddenColumns: (readonly [first: number, last: number])[]
}

/** The rows of a sheet in which something is written, as they are unpacked. */
export async function* filledRows(
  parts: Package,
  path: string,
  context: CellContext,
  head: SheetHead,
): AsyncGenerator<readonly SheetRow[]> {
  let rows: SheetRow[] = []
  const reader = xmlReader(
    parts,
    path,
    sheetListener(context, head, row => rows.push(row)),
  )
  for await (const chunk of parts.read(path)) {
    reader.write(chunk)
    if (rows.length === 0) continue
    yield rows
    rows = []
  }
  reader.end()
}

interface OpenRow extends SheetRow {
  row: number
  /** The row says its number itself. */
  readonly said: boolean
  readonly hidden: boolean
  /** The column of its last cell, empty ones too. */
  column: number
}

interface OpenCell {
  column: number
  type: string
  style: string | undefined
  value: string | null
  inline: string | null
  formula: string | null
}

/** Where text that comes next belongs to. */
type Into = 'value' | 'formula' | 'inline' | null

function sheetListener(context: CellContext, head: SheetHead, take: (row: SheetRow) => void): XmlListener {
  let [inRows, seen, last, written, widest] = [false, 0, 0, 0, 0]
  let row: OpenRow | null = null
  let cell: OpenCell | null = null
  let into: Into = null
  const place = () => columnLetters(cell?.column ?? 1) + (row?.row ?? last)
  const string = richText(place)

  return {
    open(name, attributes) {
      if (name === 'sheetData') inRows = true
      else if (name === 'col' && isTrue(attributes.hidden)) hide(head, attributes)
      else if (!inRows) return
      else if (name === 'row') row = openRow(attributes)
      else if (name === 'c' && row !== null) cell = openCell(row, attributes)
      else if (cell !== null) openIn(cell, name)
    },
    text(text) {
      if (cell === null || into === null) return
      if (into === 'inline') return string.text(text)
      const longer = (cell[into] ?? '') + text
      if (longer.length > LIMITS.text) throw beyond('text', place())
      cell[into] = longer
    },
    close(name) {
      if (name === 'sheetData') inRows = false
      else if (name === 'row' && row !== null) closeRow(row)
      else if (name === 'c' && row !== null && cell !== null) closeCell(row, cell)
      else if (name === 'is' && cell !== null) cell.inline = string.take()
      else if (into === 'inline') return string.close(name)
      else if (name !== 'v' && name !== 'f') return
      if (name !== 'sheetData') into = null
    },
  }

  function openRow(attributes: Attributes): OpenRow {
    if (++seen > LIMITS.rows) throw beyond('rows', String(seen))
    const said = attributes.r
    last = said === undefined ? last + 1 : Number(said)
    const hidden = isTrue(attributes.hidden)
    return { row: last, said: said !== undefined, hidden, column: 0, cells: [], notes: [] }
  }

  function openCell(row: OpenRow, attributes: Attributes): OpenCell {
    const said = attributes.r === undefined ? null : placeOf(attributes.r)
    if (said === null && attributes.r !== undefined) throw damaged(attributes.r)
    if (said !== null && said.row !== row.row) {
      if (Math.max(said.row, row.row) > LIMITS.rows) throw stray(attributes.r!)
      if (row.said || said.row < row.row) throw damaged(attributes.r!)
      row.row = said.row
      last = said.row
    }
    row.column = said === null ? row.column + 1 : said.column
    const { t: type = 'n', s: style } = attributes
    return { column: row.column, type, style, value: null, inline: null, formula: null }
  }

  function openIn(cell: OpenCell, name: string): void {
    if (into === 'inline') string.open(name)
    else if (name === 'is') into = 'inline'
    else if (name === 'v') {
      into = 'value'
      cell.value = ''
    } else if (name === 'f') {
      into = 'formula'
      cell.formula = ''
    }
  }

  function closeCell(row: OpenRow, open: OpenCell): void {
    const { text, note } = cellText(open, context, place)
    if (text !== '') {
      const { column } = open
      if (column > LIMITS.columns) throw beyond('columns', place())
      if (!(row.row <= LIMITS.rows) || column > widest + GAPS.columns) throw stray(place())
      widest = Math.max(widest, column)
      while (row.cells.length < column) row.cells.push('')
      row.cells[column - 1] = text
      if (note !== null) row.notes.push({ row: row.row, column, note })
    }
    cell = null
  }

  function closeRow({ row: number, cells, notes, hidden }: OpenRow): void {
    row = null
    if (cells.length === 0) return
    if (!(number > written)) throw damaged(`${columnLetters(cells.length)}${number}`)
    written = number
    if (hidden) notes.push({ row: number, column: 0, note: 'hidden-row' })
    take({ row: number, cells, notes })
  }
}

function hide({ hiddenColumns }: SheetHead, { min, max }: Attributes): void {
  if (hiddenColumns.length >= LIMITS.columns) return
  hiddenColumns.push([Number(min), Math.min(Number(max), LIMITS.columns)])
}
