import type { DataTable, Fact } from '../../../core/publication/document.ts'
import { widthOf } from './printable.ts'
import { BOLD, inGroups, printedWidth, wordsIn } from './printed-width.ts'
import { EDGES, HALF, labelShare, layoutOf, staysWithNextRow } from './table-layout.ts'
import { GAP, type Look, line } from './word-line.ts'

/** Labels and values in a grid, as wide as `width` twentieths of a point. */
export function factsTable(facts: readonly Fact[], pairs: 1 | 2, width: number): string {
  const label = labelShare(facts, pairs, width)
  const value = 100 / pairs - label
  const alone = 100 - label
  const room = (share: number) => ((share / 100) * width - EDGES) / HALF
  const rows: string[] = []
  for (let i = 0; i < facts.length; i += pairs) {
    const row = facts.slice(i, i + pairs)
    const lines = Math.max(...row.map(fact => fact.lines ?? 1))
    const height = lines > 1 ? `<w:trHeight w:val="${lines * 400}" w:hRule="atLeast"/>` : ''
    const isAlone = row.length < pairs
    const cells = row.map(
      fact =>
        cell(fact.label, { bold: true, align: 'center', share: label }) +
        (isAlone
          ? cell(inGroups(fact.value, room(alone)), { share: alone, span: 3 })
          : cell(inGroups(fact.value, room(value)), { share: value })),
    )
    rows.push(`<w:tr><w:trPr><w:cantSplit/>${height}</w:trPr>${cells.join('')}</w:tr>`)
  }
  const isOneAlone = pairs === 2 && facts.length === 1
  const columns = isOneAlone
    ? [label, ...Array<number>(3).fill(alone / 3)]
    : Array(pairs).fill([label, value]).flat()
  return table(rows, facts.length === 0 ? [] : columns, width)
}

/** A table with its headings on every page, its letters made smaller to save room down to `smallest` half points. */
export function dataTable(data: DataTable, width: number, smallest = 0): string {
  const { headings, rows } = data
  const { shares, rooms, size } = layoutOf(data, width, smallest)
  const head = headings.map((text, i) =>
    cell(text, { bold: true, align: 'center', share: shares[i]!, size, keep: true }),
  )
  const body = rows.map((row, r) => {
    const keep = staysWithNextRow(r, rows.length)
    const cells = row.map((text, i) => cell(inGroups(text, rooms[i]!), { share: shares[i]!, size, keep }))
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`
  })
  const first = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr>`
  return table([first, ...body], shares, width)
}

/** A table of numbers: what names a row stands whole at the left, numbers in the middle; headings may have two lines. */
export function figuresTable({ headings, rows }: DataTable, width: number): string {
  const wished = headings.map((heading, i) => {
    const cells = Math.max(0, ...rows.map(row => widthOf(row[i]!) * LATIN_WIDTH))
    return Math.min(Math.max(cells, Math.ceil(widthOf(heading) / 2) + 1, NARROWEST_FIGURE) + 5, WIDEST_FIGURE)
  })
  const needed = headings.map(heading => Math.max(0, ...wordsIn(heading).map(printedWidth)) * BOLD + 2)
  const columns = sharesOf(wished, needed, width / (5 * 18))
  const look = { size: 18 } as const
  const head = headings.map((text, i) =>
    cell(text, { ...look, bold: true, align: 'center', share: columns[i]!, keep: true }),
  )
  const body = rows.map((row, r) => {
    const keep = staysWithNextRow(r, rows.length, MOST_FIGURES)
    const cells = row.map((text, i) =>
      cell(text, { ...look, align: FIGURE.test(text) ? 'center' : 'left', share: columns[i]!, keep }),
    )
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`
  })
  const first = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr>`
  return table([first, ...body], columns, width)
}

/** Shares of the width in per cent: as wished, but that no column is narrower than it needs where `room` has what all need. */
export function sharesOf(wished: readonly number[], needed: readonly number[], room: number): number[] {
  const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)
  const least = needed.map(one => (sum(needed) > room ? 0 : one))
  const over = wished.map((wish, i) => Math.max(0, (wish * room) / sum(wished) - least[i]!))
  const left = room - sum(least)
  return least.map(
    (one, i) => Math.floor((10_000 * (one + (left * over[i]!) / (sum(over) || 1))) / room) / 100,
  )
}

/** So many rows of numbers stand whole on a page. */
const MOST_FIGURES = 14
const NARROWEST_FIGURE = 5
const LATIN_WIDTH = 1.15
const WIDEST_FIGURE = 30
const FIGURE = /^(?:-?[\d.]+(?:–[\d.]+)?%?|—)$/

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map(side => `<w:${side} w:val="single" w:color="auto" w:sz="4"/>`)
  .join('')

/** `shares` of the width of the text, in per cent: shares in fiftieths of a per cent, and the grid in twentieths of a point. */
export function table(rows: readonly string[], columns: readonly number[], width: number): string {
  const grid = columns.map(share => `<w:gridCol w:w="${Math.round((share / 100) * width)}"/>`)
  return (
    `<w:tbl><w:tblPr><w:tblW w:type="pct" w:w="5000"/><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr>` +
    `<w:tblGrid>${grid.join('')}</w:tblGrid>${rows.join('')}</w:tbl>`
  )
}

const MARGINS = margins(40, 80)
/** Of the narrow cells of a picture. */
const TIGHT = margins(20, 20)

function margins(above: number, beside: number): string {
  return Object.entries({ top: above, left: beside, bottom: above, right: beside })
    .map(([side, size]) => `<w:${side} w:type="dxa" w:w="${size}"/>`)
    .join('')
}

export function cell(
  text: string,
  {
    share,
    span,
    fill,
    ...look
  }: Look & { readonly share: number; readonly span?: number; readonly fill?: string },
): string {
  const spanned = span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`
  const filled = fill === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`
  const margins = fill === undefined ? MARGINS : TIGHT
  return (
    `<w:tc><w:tcPr><w:tcW w:type="pct" w:w="${Math.round(share * 50)}"/>${spanned}${filled}<w:tcMar>${margins}</w:tcMar>` +
    `<w:vAlign w:val="center"/></w:tcPr>${line(text, { size: 21, font: 'table', ...look })}</w:tc>`
  )
}

/**
 * What stays on one page: the one cell of a table without lines, whose row is not split. Programs differ in whether rows that are
 * kept with what follows are; this is one row to all of them.
 */
export function together(parts: readonly string[]): string {
  const none = ['top', 'left', 'bottom', 'right'].map(side => `<w:${side} w:type="dxa" w:w="0"/>`).join('')
  return (
    '<w:tbl><w:tblPr><w:tblW w:type="pct" w:w="5000"/></w:tblPr><w:tblGrid><w:gridCol/></w:tblGrid>' +
    `<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:type="pct" w:w="5000"/><w:tcMar>${none}</w:tcMar></w:tcPr>` +
    `${parts.join('')}</w:tc></w:tr></w:tbl>${GAP}`
  )
}
