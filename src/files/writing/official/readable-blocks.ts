import type { Block, DataTable } from '../../../core/publication/document.ts'
import { ALIKE, saidOnce } from '../../../core/publication/said-once.ts'
import { linesIn } from '../text/printed-width.ts'
import { layoutOf } from '../text/table-layout.ts'
import { PAGE } from './page.ts'

/** The smallest letters of a table in an official document, in half points: 小五, as small as print is read without trouble. */
export const SMALLEST = 18
/** Rows that are higher than so many lines on average are columns of single characters. */
const MOST_LINES = 5

/** The width of the text, in twentieths of a point. */
const WIDTH = (PAGE.textWidth * 1440) / 25.4

/**
 * The blocks of a document with its tables as the upright page of an official document has room for them, in letters that are
 * read: where a table has too many columns, those in which all rows say the same stand once above it; where that is not
 * enough, each row is a grid of its own. No column is left out, and no letter is smaller than {@link SMALLEST}.
 */
export function readableBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap(block => (block.kind === 'table' ? readableTable(block) : [block]))
}

function readableTable(block: Extract<Block, { kind: 'table' }>): readonly Block[] {
  if (hasRoom(block)) return [block]
  const once = saidOnce(block)
  if (once === null) return asGrids(block)
  const { alike, table } = once
  return [
    { kind: 'heading', text: ALIKE },
    { kind: 'facts', pairs: 1, facts: alike },
    ...(hasRoom(table) ? [{ ...table, kind: 'table' } as const] : asGrids(table)),
  ]
}

function hasRoom(data: DataTable): boolean {
  const { size, rooms } = layoutOf(data, WIDTH, SMALLEST)
  if (size < SMALLEST) return false
  const measured = data.rows.slice(0, MEASURED)
  const lines = measured.map(row => Math.max(...row.map((text, i) => linesIn(text, rooms[i]!))))
  return lines.reduce((sum, own) => sum + own, 0) <= MOST_LINES * measured.length
}

/** So many rows say how high they are. */
const MEASURED = 48

/** A grid for each row, two columns of the table to a line of it. */
function asGrids({ headings, rows }: DataTable): Block[] {
  return rows.map(row => ({
    ...{ kind: 'facts', pairs: 2 },
    facts: headings.map((label, i) => ({ label, value: row[i]! })),
  }))
}
