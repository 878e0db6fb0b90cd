import type { DataTable, Fact } from '../../../core/publication/document.ts'
import { type ColumnNeed, columnNeeds, columnWidths } from './column-widths.ts'
import { BOLD, linesIn, printedWidth } from './printed-width.ts'

/** The size of the letters of a table in half points, and how many twentieths of a point half a character of it takes. */
const TABLE_SIZE = 21
export const HALF = TABLE_SIZE * 5
/** What the edges of a cell take, in twentieths of a point. */
export const EDGES = 170

export interface TableLayout {
  /** Of the columns, in per cent of the width. */
  readonly shares: readonly number[]
  /** How wide each is within its edges, in halves of a character. */
  readonly rooms: readonly number[]
  /** Of the letters, in half points: less where codes have no room else. */
  readonly size: number
}

/**
 * Columns so wide that no code is broken and rows as low as they can be; in smaller letters where codes have no room else, or
 * where these make the table lower by a third: then in none that are smaller than `smallest`.
 */
export function layoutOf(data: DataTable, width: number, smallest = 0): TableLayout {
  const needs = columnNeeds(data)
  let chosen = laidIn(data, needs, width, TABLE_SIZE)
  let height = heightOf(data, chosen)
  // Rows of one line each, as of most forms, become no lower by a third in any letters.
  if (chosen.size === TABLE_SIZE && height <= TABLE_SIZE * Math.min(MEASURED, data.rows.length)) return chosen
  for (const size of SMALL_SIZES) {
    if (size < smallest) break
    const smaller = laidIn(data, needs, width, size)
    const lower = heightOf(data, smaller)
    if (smaller.size < chosen.size && 3 * lower < 2 * height) [chosen, height] = [smaller, lower]
  }
  return chosen
}

function laidIn(data: DataTable, needs: readonly ColumnNeed[], width: number, most: number): TableLayout {
  const room = (width - EDGES * data.headings.length) / (most * 5)
  const widths = columnWidths(data, room, needs)
  const sum = widths.reduce((all, one) => all + one, 0)
  const scale = Math.min(1, room / sum)
  const size = Math.max(SMALLEST, Math.floor(most * scale))
  // What is left of the width goes to all alike.
  const stretch = room / sum
  const twips = widths.map(one => one * stretch * most * 5 + EDGES)
  return {
    shares: twips.map(one => Math.floor((10_000 * one) / width) / 100),
    rooms: widths.map(one => (one * stretch * most) / size),
    size,
  }
}

/** How high the first rows of a table are, in half points. */
function heightOf({ rows }: DataTable, { rooms, size }: TableLayout): number {
  let lines = 0
  for (const row of rows.slice(0, MEASURED))
    lines += row.reduce((most, text, i) => Math.max(most, linesIn(text, rooms[i]!)), 1)
  return lines * size
}

/** So many rows say how high a table is. */
const MEASURED = 48
/** 小五 and 六号: nine points, and seven and a half. */
const SMALL_SIZES = [18, 15]
/** Six points. */
const SMALLEST = 12

/** How wide the labels of facts are, in per cent of `width`: as wide as the longest needs for one line, within bounds. */
export function labelShare(facts: readonly Fact[], pairs: 1 | 2, width: number): number {
  const [narrow, broad] = pairs === 1 ? [20, 34] : [16, 22]
  // Labels are bold, which is a little wider.
  const widest = Math.max(0, ...facts.map(({ label }) => printedWidth(label))) * HALF * BOLD + EDGES
  return Math.min(broad, Math.max(narrow, Math.ceil((100 * widest) / width)))
}

/** So many rows are a small table, which stands whole on a page. */
const SMALL = 8

/** Whether a row of a table stays with the next: of a small table all do. */
export function staysWithNextRow(row: number, rows: number, small = SMALL): boolean {
  return rows <= small && row < rows - 1
}
