import {
  type Bar,
  type Block,
  type DataTable,
  type Document,
  type Fact,
  signedLines,
} from '../../../core/publication/document.ts'
import { widthOf, withoutControls } from './printable.ts'
import { escapedXml } from './xml.ts'

/** A4 and its margins at the sides, in twentieths of a point. */
export const PAGE = { width: 11_906, height: 16_838 }
export const MARGIN = 1250

export const FONTS = {
  body: fontOf('仿宋'),
  table: fontOf('宋体'),
  title: fontOf('宋体'),
  heading: fontOf('黑体'),
} as const
type Font = keyof typeof FONTS

/**
 * The text of a notice in WordprocessingML (ECMA-376, part 1, 17), from its title on: what the library for documents gives,
 * block by block, which takes a hundredth of a second for each of thousands of notices.
 */
export function wordBody({ title, subtitle, blocks, wide, bundle, head }: Document): string {
  const text = (wide ? PAGE.height : PAGE.width) - 2 * MARGIN
  const size = bundle === undefined ? 24 : 21
  return [
    ...(head === undefined ? [] : headOf(head)),
    line(title, { bold: true, size: 40, font: 'title', align: 'center' }),
    ...(subtitle === '' ? [] : [line(subtitle, { align: 'center' })]),
    ...blocks.map(part => blockOf(part, size, text)),
  ].join('')
}

/** A seal is some forty millimetres across; half of it stands above the line that it goes on. */
const ROOM_FOR_SEAL = 900

/** The name of the office and the number of the paper, above a red rule. */
function headOf({ organ, number }: NonNullable<Document['head']>): string[] {
  const size = Math.min(56, Math.floor(880 / Math.max(1, [...organ].length)))
  return [
    ...(organ === ''
      ? []
      : [line(organ, { bold: true, size, font: 'title', align: 'center', red: true, keep: true })]),
    line(number, { align: 'center', rule: true, keep: true }),
  ]
}

function blockOf(part: Block, size: number, width: number): string {
  switch (part.kind) {
    case 'text':
      return line(part.text, { size, indent: size * 20 })
    case 'address':
      return line(part.text, { size, bold: true })
    case 'heading':
      return line(part.text, { size: size + 2, bold: true, font: 'heading', keep: true })
    case 'facts':
      return factsTable(part.facts, part.pairs, width) + GAP
    case 'table':
      return (part.figures ? figuresTable(part, width) : dataTable(part, width)) + GAP
    case 'bars':
      return line(part.caption, { size, bold: true, keep: true }) + barsTable(part.bars, width) + GAP
    case 'signature':
      return signedLines(part)
        .map((text, i) =>
          line(text, {
            size,
            align: 'right',
            keep: i === 0,
            before: i === 0 && part.seal !== undefined ? ROOM_FOR_SEAL : 40,
          }),
        )
        .join('')
    default:
      return part satisfies never
  }
}

/** So many bars have room on one sheet with what stands above them. */
const TOGETHER = 12

/** Bars as squares beside their labels, twenty-four at the most. */
function barsTable(bars: readonly Bar[], width: number): string {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const rows = bars.map(({ label, value, shown }, i) => {
    const keep = bars.length <= TOGETHER && i < bars.length - 1
    const squares = '■'.repeat(Math.ceil((24 * value) / most))
    const cells = [
      cell(label, { share: 30, keep }),
      cell(squares, { share: 55, keep }),
      cell(shown, { share: 15, keep }),
    ]
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`
  })
  return table(rows, [30, 55, 15], width)
}

interface Look {
  readonly size?: number
  readonly bold?: boolean
  readonly font?: Font
  readonly align?: 'left' | 'center' | 'right'
  readonly indent?: number
  readonly keep?: boolean
  readonly red?: boolean
  /** A red rule below. */
  readonly rule?: boolean
  /** Twentieths of a point above. */
  readonly before?: number
}

function line(text: string, look: Look = {}): string {
  const { size = 24, bold = false, font = 'body', align = 'left', indent = 0, keep = false } = look
  const { red = false, rule = false, before = 40 } = look
  const { ascii, cs, eastAsia, hAnsi } = FONTS[font]
  const on = (tag: string, is: boolean) => (is ? `<w:${tag}/>` : `<w:${tag} w:val="false"/>`)
  const properties =
    `<w:rPr><w:rFonts w:ascii="${ascii}" w:cs="${cs}" w:eastAsia="${eastAsia}" w:hAnsi="${hAnsi}"/>` +
    `${on('b', bold)}${on('bCs', bold)}${red ? '<w:color w:val="DD0000"/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`
  const runs = withoutControls(text)
    .split('\n')
    .map((piece, i) => {
      const inner = `${i > 0 ? '<w:br/>' : ''}<w:t xml:space="preserve">${escapedXml(piece)}</w:t>`
      return `<w:r>${properties}${inner}</w:r>`
    })
  return (
    `<w:p><w:pPr>${on('keepNext', keep)}${rule ? RULE : ''}<w:spacing w:after="${rule ? 240 : 40}" w:before="${before}"/>` +
    `<w:ind w:firstLine="${indent}"/><w:jc w:val="${align}"/></w:pPr>${runs.join('')}</w:p>`
  )
}

const RULE = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="4" w:color="DD0000"/></w:pBdr>'

/** Labels and values in a grid, as wide as `width` twentieths of a point. */
export function factsTable(facts: readonly Fact[], pairs: 1 | 2, width: number): string {
  const [label, value] = pairs === 1 ? [22, 78] : [16, 34]
  const rows: string[] = []
  for (let i = 0; i < facts.length; i += pairs) {
    const row = facts.slice(i, i + pairs)
    const lines = Math.max(...row.map(fact => fact.lines ?? 1))
    const height = lines > 1 ? `<w:trHeight w:val="${lines * 400}" w:hRule="atLeast"/>` : ''
    const alone = row.length < pairs
    const cells = row.map(
      fact =>
        cell(fact.label, { bold: true, align: 'center', share: label }) +
        (alone ? cell(fact.value, { share: 84, span: 3 }) : cell(fact.value, { share: value })),
    )
    rows.push(`<w:tr><w:trPr><w:cantSplit/>${height}</w:trPr>${cells.join('')}</w:tr>`)
  }
  const isOneAlone = pairs === 2 && facts.length === 1
  const columns = isOneAlone ? [16, 28, 28, 28] : Array(pairs).fill([label, value]).flat()
  return table(rows, facts.length === 0 ? [] : columns, width)
}

/** A table with its headings on every page. */
export function dataTable({ headings, rows }: DataTable, width: number): string {
  const columns = shares(headings.map((heading, i) => [heading, ...rows.map(row => row[i]!)]))
  const head = headings.map((text, i) => cell(text, { bold: true, align: 'center', share: columns[i]! }))
  const body = rows.map(row => {
    const cells = row.map((text, i) => cell(text, { share: columns[i]! }))
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`
  })
  const first = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr>`
  return table([first, ...body], columns, width)
}

/** A table of numbers: what names a row stands whole at the left, numbers in the middle; headings may have two lines. */
function figuresTable({ headings, rows }: DataTable, width: number): string {
  const widest = headings.map((heading, i) => {
    const cells = Math.max(0, ...rows.map(row => widthOf(row[i]!) * LATIN_WIDTH))
    return Math.min(Math.max(cells, Math.ceil(widthOf(heading) / 2) + 1, NARROWEST) + 5, WIDEST_FIGURE)
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

const LATIN_WIDTH = 1.15
const WIDEST_FIGURE = 30
const FIGURE = /^(?:-?[\d.]+(?:–[\d.]+)?%?|—)$/

/** Each column's share of the width in per cent: by its longest text, within bounds; a column to be filled in has room. */
function shares(columns: readonly (readonly string[])[]): number[] {
  const weights = columns.map(texts => {
    if (texts.slice(1).every(text => text === '')) return ROOM
    let widest = NARROWEST
    for (const text of texts) widest = Math.max(widest, widthOf(text) * (LATIN.test(text) ? 1.3 : 1))
    return Math.min(widest, WIDEST)
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map(weight => Math.floor((100 * weight) / total))
}

/** Capital letters and digits are wider than half a Chinese character. */
const LATIN = /^[0-9A-Z]+$/
const NARROWEST = 5
const ROOM = 14
const WIDEST = 24

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

const MARGINS = Object.entries({ top: 40, left: 80, bottom: 40, right: 80 })
  .map(([side, size]) => `<w:${side} w:type="dxa" w:w="${size}"/>`)
  .join('')

function cell(
  text: string,
  { share, span, ...look }: Look & { readonly share: number; readonly span?: number },
): string {
  const spanned = span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`
  return (
    `<w:tc><w:tcPr><w:tcW w:type="pct" w:w="${share * 50}"/>${spanned}<w:tcMar>${MARGINS}</w:tcMar>` +
    `<w:vAlign w:val="center"/></w:tcPr>${line(text, { size: 21, font: 'table', ...look })}</w:tc>`
  )
}

/** Word wants a paragraph between tables and after the last. */
export const GAP =
  '<w:p><w:pPr><w:spacing w:after="0" w:before="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'

function fontOf(chinese: string) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: chinese }
}
