import type { SideRow } from '../../core/exchange/difference.ts'
import {
  comparedCells,
  type ForeignHeadings,
  foreignHeadings,
  lackedHeadings,
} from '../../core/exchange/incoming.ts'
import type { Layout } from '../../core/exchange/layout.ts'
import { keyOf } from '../../core/exchange/outgoing.ts'
import type { ExchangeReasons } from '../../core/exchange/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { rowsBelow } from '../../files/reading/foreign-rows.ts'
import { type SortedRows, sortedRows } from '../../store/sorted-rows.ts'
import type { Desk } from '../../terminal/desk.ts'
import { headerRowOf, type ImportOptions, readOptions } from '../registry/import-options.ts'

const refuse = refusal<ExchangeReasons>()

/** A file of the other side, its rows under the layout's columns in byte order of what they go by, on the disk. */
export interface TheirRows {
  readonly headings: ForeignHeadings
  readonly rows: SortedRows<SideRow>
  /** The draws that its rows name, in the order in which they come; none where the layout has no column of them. */
  readonly draws: readonly string[]
}

/** Reads a file of the other side by a layout that has a key. Whoever asks closes the rows. */
export async function theirRows(
  desk: Desk,
  layout: Layout,
  file: string,
  options: Pick<ImportOptions, 'encoding' | 'delimiter' | 'sheet' | 'headerRow'>,
): Promise<TheirRows> {
  const rows = sortedRows<SideRow>()
  try {
    return { ...(await put(desk, layout, file, options, rows)), rows }
  } catch (error) {
    rows.close()
    throw error
  }
}

async function put(
  desk: Desk,
  layout: Layout,
  file: string,
  options: Pick<ImportOptions, 'encoding' | 'delimiter' | 'sheet' | 'headerRow'>,
  rows: SortedRows<SideRow>,
): Promise<Omit<TheirRows, 'rows'>> {
  const said = headerRowOf(options)
  let headings: ForeignHeadings | null = null
  let cellsOf: (cells: readonly string[]) => string[] = () => []
  const drawn = layout.columns.findIndex(({ from }) => from === 'draw')
  const draws = new Set<string>()
  const read = readOptions(desk, options)
  const below = rowsBelow(desk.path(file), read, top => {
    headings = foreignHeadings(layout, top, said)
    if (headings !== null) cellsOf = comparedCells(layout, headings)
    return headings?.row ?? null
  })
  for await (const { row, cells } of below) {
    const compared = cellsOf(cells)
    const draw = drawn < 0 ? '' : compared[drawn]!.normalize('NFKC')
    if (draw !== '') draws.add(draw)
    const key = keyOf(layout, compared) ?? ''
    rows.put(key, { key, at: String(row), cells: compared })
  }
  if (headings !== null) return { headings, draws: [...draws] }
  throw refuse('file-not-of-layout', { path: file, layout: layout.layout, expected: lackedHeadings(layout) })
}
