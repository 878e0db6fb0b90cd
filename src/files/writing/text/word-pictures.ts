import type { Bar, Block, Shade } from '../../../core/publication/document.ts'
import { barInSquares, scaleOfSquares } from '../../../core/publication/squares.ts'
import { widthOf } from './printable.ts'
import { cell, table } from './word-tables.ts'

/** So many bars have room on one sheet with what stands above them. */
const TOGETHER = 12
/** So many rows of a picture whose cells are small. */
const TOGETHER_SHADED = 24

/** Bars as squares beside their labels, twenty-two on their scale: solid, hollow where a range goes on, a line across for a mark. */
export function barsTable(bars: readonly Bar[], width: number): string {
  const most = scaleOfSquares(bars)
  const rows = bars.map((bar, i) => {
    const { label, shown } = bar
    const keep = bars.length <= TOGETHER && i < bars.length - 1
    const cells = [
      cell(label, { share: 30, keep }),
      cell(barInSquares(bar, SQUARES, most, '　'), { share: 50, keep }),
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
  const together = rows.length <= TOGETHER_SHADED
  const line = (
    row: readonly string[],
    fill: (i: number) => string,
    { bold, head, keep }: { readonly bold: boolean; readonly head: string; readonly keep: boolean },
  ) => {
    const cells = row.map((text, i) =>
      cell(text, {
        ...{ keep, size, bold, ...CLOSE },
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

/** Rows so low that two pictures of a year stand on one sheet. */
const CLOSE = { before: 0, after: 0 } as const

const FILLS = ['FFFFFF', 'DCE9F6', 'A9CBEA', '7FB2E2', '5B9BD0'] as const

function fillOf(shade: Shade): string {
  return shade === null ? FILLS[0] : shade === 'off' ? 'E6E6E6' : FILLS[shade]
}
