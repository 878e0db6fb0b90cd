import { type Block, type Document, signedLines } from '../../../core/publication/document.ts'
import { fixedZip } from '../../zip.ts'
import { longestOf, organLines } from '../text/organ-lines.ts'
import { withoutControls } from '../text/printable.ts'
import { GAP } from '../text/word-line.ts'
import { dataTable, factsTable } from '../text/word-tables.ts'
import { escapedXml } from '../text/xml.ts'
import { brokenLines } from './lines.ts'
import { CHARACTERS, FONTS, type Font, PAGE, PITCH, SIZES, TO_HEAD, TO_NUMBER, TO_RULE } from './page.ts'
import { numberIn, organOf, titleLines } from './pages.ts'
import { readableBlocks, SMALLEST } from './readable-blocks.ts'

/**
 * A document for a word processor with the page of GB/T 9704-2012: margins, 22 lines of 28 characters, red head
 * and rule, page numbers outside. The seal's place stays free. The same document gives the same bytes.
 */
export function officialDocx(document: Document): Uint8Array {
  const text = new TextEncoder()
  const files = { ...FIXED, 'word/document.xml': documentXml(document) }
  return fixedZip(new Map(Object.entries(files).map(([name, xml]) => [name, text.encode(HEAD + xml)])))
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** Millimetres as twentieths of a point. */
function twips(mm: number): number {
  return Math.round((mm * 1440) / 25.4)
}

/** Millimetres of type as half points. */
function halfPoints(mm: number): number {
  return Math.round((mm * 144) / 25.4)
}

const BOTTOM = PAGE.height - PAGE.top - PAGE.textHeight
const WIDTH = twips(PAGE.textWidth)
/** Twenty-two of these are no more than 225 mm. */
const LINE = Math.floor((PITCH * 1440) / 25.4)
/**
 * What a character of 3号 gets beside its own 16 points, in twentieths of a point, so that 28 stand in 156 mm. Said of each
 * run and not as a grid of the page: programs differ in what they do with a grid that is narrower than its type.
 */
const CHARACTER_SPACE = Math.floor((PAGE.textWidth / 25.4) * 72 * 20) / 28 - 320
const SPACE = Math.floor(CHARACTER_SPACE)

function documentXml(document: Document): string {
  const organ = organOf(document)
  const blocks = readableBlocks(document.blocks)
  const body = [
    ...(organ === null ? [] : headOf(organ, numberIn(document))),
    line(titleLines(document), { font: 'head', size: SIZES.two, align: 'center' }),
    ...(document.subtitle === '' ? [] : [line(document.subtitle, { align: 'center' })]),
    line(''),
    ...blocks.map((block, i) => blockOf(block, endsBefore(blocks, i))),
  ]
  return `<w:document ${W} ${R}><w:body>${body.join('')}${SECTION}</w:body></w:document>`
}

const SECTION =
  '<w:sectPr><w:footerReference w:type="default" r:id="odd"/><w:footerReference w:type="even" r:id="even"/>' +
  `<w:pgSz w:w="${twips(PAGE.width)}" w:h="${twips(PAGE.height)}"/>` +
  `<w:pgMar w:top="${twips(PAGE.top)}" w:right="${twips(PAGE.width - PAGE.left - PAGE.textWidth)}" w:bottom="${twips(BOTTOM)}" ` +
  `w:left="${twips(PAGE.left)}" w:header="850" w:footer="${twips(BOTTOM - TO_NUMBER - SIZES.four)}" w:gutter="0"/>` +
  `<w:docGrid w:linePitch="${LINE}"/></w:sectPr>`

function headOf(organ: string, number: string): string[] {
  const lines = organLines(organ)
  const size = Math.min(14, (PAGE.textWidth - 4) / longestOf(lines))
  return [
    line(lines.join('\n'), { font: 'head', size, align: 'center', red: true, before: TO_HEAD, free: true }),
    line(''),
    line(''),
    line(number, { align: 'center', rule: true }),
    line(''),
    line(''),
  ]
}

/** Whether who signs follows, or does after a last text of one line: two lines stand with who signs. */
function endsBefore(blocks: readonly Block[], i: number): boolean {
  const [next, afterNext] = [blocks[i + 1], blocks[i + 2]]
  if (next?.kind === 'signature') return true
  if (afterNext?.kind !== 'signature' || (next?.kind !== 'text' && next?.kind !== 'address')) return false
  return brokenLines(next.text, 2 * CHARACTERS, next.kind === 'text' ? 4 : 0).length === 1
}

/** `isLast`: who signs follows, and the end of the text stays on that page. */
function blockOf(block: Block, isLast: boolean): string {
  switch (block.kind) {
    case 'text':
      return line(block.text, {
        ...{ indent: 2, keep: isLast && isShort(block.text) },
        // Programs part no code over lines, and would spread what stands before it over the line.
        ...(LONG_CODE.test(block.text) ? { align: 'left' } : {}),
      })
    case 'address':
      return line(block.text, { keep: isLast && isShort(block.text) })
    case 'heading':
      return line(block.text, { font: 'heading', indent: 2, keep: true, page: block.page === true })
    case 'facts':
      return tableWith(factsTable(block.facts, block.pairs, WIDTH), isLast)
    case 'table':
      return tableWith(dataTable(block, WIDTH, SMALLEST), isLast)
    case 'shaded':
      return line(block.caption, { font: 'heading', keep: true }) + tableWith(dataTable(block, WIDTH), isLast)
    case 'bars':
      return (
        line(block.caption, { font: 'heading', keep: true }) +
        factsTable(
          block.bars.map(({ label, shown }) => ({ label, value: shown })),
          1,
          WIDTH,
        ) +
        GAP
      )
    case 'signature':
      return [
        ...['', '', ''].map(text => line(text, { keep: true })),
        ...signedLines(block).map(text => line(text, { align: 'right', fromRight: 4, keep: true })),
      ].join('')
    default:
      return block satisfies never
  }
}

const LONG_CODE = /[!-~]{12}/

/** A long one has lines enough on the page of who signs, and programs keep a paragraph whole that is kept. */
function isShort(text: string): boolean {
  return [...text].length <= 5 * CHARACTERS
}

/** A table and what stays free below; of one that who signs follows the last two rows stay on that page. */
function tableWith(table: string, isLast: boolean): string {
  if (!isLast) return table + GAP
  const rows = table.split(ROW)
  const kept = rows.map((row, i) => (i < rows.length - 2 ? row : row.replaceAll(FREE, KEPT)))
  return kept.join(ROW) + GAP.replace('<w:pPr>', `<w:pPr>${KEPT}`)
}

const ROW = '<w:tr>'
const FREE = '<w:keepNext w:val="false"/>'
const KEPT = '<w:keepNext/>'

interface Look {
  readonly font?: Font
  readonly size?: number
  readonly align?: 'both' | 'left' | 'center' | 'right'
  /** Characters that the first line is set in. */
  readonly indent?: number
  readonly fromRight?: number
  readonly red?: boolean
  /** Millimetres above. */
  readonly before?: number
  /** As high as it is, off the lines of the page. */
  readonly free?: boolean
  readonly keep?: boolean
  /** On a page of its own. */
  readonly page?: boolean
  /** The red rule below. */
  readonly rule?: boolean
}

function line(text: string, look: Look = {}): string {
  const { font = 'body', size = SIZES.three, align = 'both', indent = 0, fromRight = 0, red = false } = look
  const { before = 0, free = false, keep = false, rule = false, page = false } = look
  const height = free ? '' : ` w:line="${LINE}" w:lineRule="exact"`
  const border = `<w:pBdr><w:bottom w:val="single" w:sz="16" w:space="${Math.round((TO_RULE * 72) / 25.4)}" w:color="FF0000"/></w:pBdr>`
  const properties =
    `<w:rPr><w:rFonts w:ascii="${FONTS[font]}" w:hAnsi="${FONTS[font]}" w:eastAsia="${FONTS[font]}" w:cs="${FONTS[font]}"/>` +
    `${red ? '<w:color w:val="FF0000"/>' : ''}${size === SIZES.three ? `<w:spacing w:val="${SPACE}"/>` : ''}<w:sz w:val="${halfPoints(size)}"/><w:szCs w:val="${halfPoints(size)}"/></w:rPr>`
  const runs = withoutControls(text)
    .split('\n')
    .map(
      (piece, i) =>
        `<w:r>${properties}${i > 0 ? '<w:br/>' : ''}<w:t xml:space="preserve">${escapedXml(piece)}</w:t></w:r>`,
    )
  return (
    `<w:p><w:pPr>${keep ? '<w:keepNext/>' : ''}${page ? '<w:pageBreakBefore/>' : ''}<w:widowControl w:val="0"/>${rule ? border : ''}<w:overflowPunct w:val="0"/><w:spacing w:before="${twips(before)}" w:after="0"${height}/>` +
    `<w:ind w:rightChars="${fromRight * 100}" w:right="${fromRight * 316}" w:firstLineChars="${indent * 100}" w:firstLine="${indent * 316}"/>` +
    `<w:jc w:val="${align}"/>${properties}</w:pPr>${runs.join('')}</w:p>`
  )
}

function footer(align: 'left' | 'right'): string {
  const side = align === 'left' ? 'left' : 'right'
  const run = (inner: string) =>
    `<w:r><w:rPr><w:rFonts w:ascii="${FONTS.table}" w:hAnsi="${FONTS.table}" w:eastAsia="${FONTS.table}"/><w:sz w:val="28"/></w:rPr>${inner}</w:r>`
  return (
    `<w:ftr ${W}><w:p><w:pPr><w:ind w:${side}Chars="100" w:${side}="280"/><w:jc w:val="${align}"/></w:pPr>` +
    `${run('<w:t xml:space="preserve">— </w:t>')}${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText>PAGE</w:instrText>')}` +
    `${run('<w:fldChar w:fldCharType="separate"/>')}${run('<w:t>1</w:t>')}${run('<w:fldChar w:fldCharType="end"/>')}` +
    `${run('<w:t xml:space="preserve"> —</w:t>')}</w:p></w:ftr>`
  )
}

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'

/** What is the same for every document. */
const FIXED = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    [
      ['document', 'document.main'],
      ['styles', 'styles'],
      ['settings', 'settings'],
      ['odd', 'footer'],
      ['even', 'footer'],
    ]
      .map(([file, type]) => `<Override PartName="/word/${file}.xml" ContentType="${TYPE}.${type}+xml"/>`)
      .join('') +
    '</Types>',
  '_rels/.rels': `<Relationships ${RELATIONS}><Relationship Id="main" Type="${RELATION}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `<Relationships ${RELATIONS}>${[
    ['styles', 'styles'],
    ['settings', 'settings'],
    ['odd', 'footer'],
    ['even', 'footer'],
  ]
    .map(([id, type]) => `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${id}.xml"/>`)
    .join('')}</Relationships>`,
  'word/styles.xml':
    `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${FONTS.body}" w:hAnsi="${FONTS.body}" w:eastAsia="${FONTS.body}"/>` +
    '<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style></w:styles>',
  'word/settings.xml': `<w:settings ${W}><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/></w:settings>`,
  'word/odd.xml': footer('right'),
  'word/even.xml': footer('left'),
}
