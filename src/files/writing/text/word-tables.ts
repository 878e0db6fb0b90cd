import type { Bar, Block, DataTable, Fact, Shade } from '../../../core/publication/document.ts'
import { columnNeeds, columnWidths } from './column-widths.ts'
import { widthOf } from './printable.ts'
import { inGroups } from './printed-width.ts'
import { GAP, type Look, line } from './word-line.ts'

/** Labels and values in a grid, as wide as `width` twentieths of a point. */
export function factsTable(facts: readonly Fact[], pairs: 1 | 2, width: number): string {
  const [label, value] = pairs === 1 ? [25, 75] : [16, 34]
  const room = (share: number) => ((share / 100) * width - EDGES) / HALF
  const rows: string[] = []
  for (let i = 0; i < facts.length; i += pairs) {
    const row = facts.slice(i, i + pairs)
    const lines = Math.max(...row.map(fact => fact.lines ?? 1))
    const height = lines > 1 ? `<w:trHeight w:val="${lines * 400}" w:hRule="atLeast"/>` : ''
    const alone = row.length < pairs
    const cells = row.map(
      fact =>
        cell(fact.label, { bold: true, align: 'center', share: label }) +
        (alone
          ? cell(inGroups(fact.value, room(84)), { share: 84, span: 3 })
          : cell(inGroups(fact.value, room(value)), { share: value })),
    )
    rows.push(`<w:tr><w:trPr><w:cantSplit/>${height}</w:trPr>${cells.join('')}</w:tr>`)
  }
  const isOneAlone = pairs === 2 && facts.length === 1
  const columns = isOneAlone ? [16, 28, 28, 28] : Array(pairs).fill([label, value]).flat()
  return table(rows, facts.length === 0 ? [] : columns, width)
}

/** A table with its headings on every page. */
export function dataTable(data: DataTable, width: number): string {
  const { headings, rows } = data
  const { shares, rooms, size } = layoutOf(data, width)
  const head = headings.map((text, i) =>
    cell(text, { bold: true, align: 'center', share: shares[i]!, size, keep: true }),
  )
  const body = rows.map(row => {
    const cells = row.map((text, i) => cell(inGroups(text, rooms[i]!), { share: shares[i]!, size }))
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`
  })
  const first = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr>`
  return table([first, ...body], shares, width)
}

/** A table of numbers: what names a row stands whole at the left, numbers in the middle; headings may have two lines. */
export function figuresTable({ headings, rows }: DataTable, width: number): string {
  const widest = headings.map((heading, i) => {
    const cells = Math.max(0, ...rows.map(row => widthOf(row[i]!) * LATIN_WIDTH))
    return Math.min(Math.max(cells, Math.ceil(widthOf(heading) / 2) + 1, NARROWEST_FIGURE) + 5, WIDEST_FIGURE)
  })
  const total = widest.reduce((sum, one) => sum + one, 0)
  const columns = widest.map(one => Math.floor((100 * one) / total))
  const look = { size: 18 } as const
  const head = headings.map((text, i) =>
    cell(text, { ...look, bold: true, align: 'center', share: columns[i]! }),
  )
  const body = rows.map(row => {
    const cells = row.map((text, i) =>
      cell(text, { ...look, align: FIGURE.test(text) ? 'center' : 'left', share: columns[i]! }),
    )
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`
  })
  const first = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr>`
  return table([first, ...body], columns, width)
}

const NARROWEST_FIGURE = 5
const LATIN_WIDTH = 1.15
const WIDEST_FIGURE = 30
const FIGURE = /^(?:-?[\d.]+(?:–[\d.]+)?%?|—)$/

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

/** Columns so wide that no code is broken; where there is no room for that, smaller letters. */
export function layoutOf(data: DataTable, width: number): TableLayout {
  const room = (width - EDGES * data.headings.length) / HALF
  const widths = columnWidths(columnNeeds(data), room)
  const sum = widths.reduce((all, one) => all + one, 0)
  const scale = Math.min(1, room / sum)
  const size = Math.max(SMALLEST, Math.floor(TABLE_SIZE * scale))
  // What is left of the width goes to all alike.
  const stretch = room / sum
  const twips = widths.map(one => one * stretch * HALF + EDGES)
  return {
    shares: twips.map(one => Math.floor((10_000 * one) / width) / 100),
    rooms: widths.map(one => (one * stretch * TABLE_SIZE) / size),
    size,
  }
}

/** Six points. */
const SMALLEST = 12

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map(side => `<w:${side} w:val="single" w:color="auto" w:sz="4"/>`)
  .join('')

/** `shares` of the width of the text, in per cent: shares in fiftieths of a per cent, and the grid in twentieths of a point. */
function table(rows: readonly string[], columns: readonly number[], width: number): string {
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

function cell(
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

/** So many bars have room on one sheet with what stands above them. */
const TOGETHER = 12

/** Bars as squares beside their labels, twenty-two at the most: blank before they begin, hollow where they are a mark alone. */
export function barsTable(bars: readonly Bar[], width: number): string {
  const most = Math.max(1, ...bars.map(({ start = 0, value }) => start + value))
  const squares = (value: number) => Math.ceil((SQUARES * value) / most)
  const drawn = ({ start = 0, value, mark }: Bar) => {
    const blank = '　'.repeat(Math.min(SQUARES - 1, Math.floor((SQUARES * start) / most)))
    if (value > 0 || mark === undefined) return blank + '■'.repeat(squares(value))
    return blank + '□'.repeat(Math.min(squares(mark[1] - mark[0]), SQUARES - blank.length))
  }
  const rows = bars.map((bar, i) => {
    const { label, shown } = bar
    const keep = bars.length <= TOGETHER && i < bars.length - 1
    const cells = [
      cell(label, { share: 30, keep }),
      cell(drawn(bar), { share: 50, keep }),
      cell(shown, { share: 20, keep }),
    ]
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`
  })
  return table(rows, [30, 50, 20], width)
}

const SQUARES = 22

/** A table whose cells are as dark as there is much in them, its columns alike but the first, which names the rows. */
export function shadedTable(
  { headings, rows, shades }: Extract<Block, { kind: 'shaded' }>,
  width: number,
): string {
  const [size, half] = [16, 80]
  const named = Math.max(...[headings, ...rows].map(row => widthOf(row[0] ?? '')), 4)
  const first = Math.min(40, Math.ceil((100 * (named * half + 100)) / width))
  // Few columns are no wider than what they hold needs.
  const each = Math.min(8, (100 - first) / Math.max(1, headings.length - 1))
  const shares = headings.map((_, i) => (i === 0 ? first : Math.floor(100 * each) / 100))
  const together = rows.length <= TOGETHER
  const line = (
    row: readonly string[],
    fill: (i: number) => string,
    { bold, head, keep }: { readonly bold: boolean; readonly head: string; readonly keep: boolean },
  ) => {
    const cells = row.map((text, i) =>
      cell(text, {
        keep,
        size,
        bold,
        align: i === 0 ? 'left' : 'center',
        share: shares[i]!,
        fill: fill(i),
      }),
    )
    return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${cells.join('')}</w:tr>`
  }
  return table(
    [
      line(headings, () => FILLS[0], { bold: true, head: '<w:tblHeader/>', keep: together }),
      ...rows.map((row, i) =>
        line(row, k => fillOf(k === 0 ? 0 : shades[i]![k - 1]!), {
          ...{ bold: false, head: '', keep: together && i < rows.length - 1 },
        }),
      ),
    ],
    shares,
    width,
  )
}

const FILLS = ['FFFFFF', 'DCE9F6', 'A9CBEA', '7FB2E2', '5B9BD0'] as const

function fillOf(shade: Shade): string {
  return shade === null ? FILLS[0] : shade === 'off' ? 'E6E6E6' : FILLS[shade]
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
