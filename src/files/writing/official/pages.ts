import { type Block, type DataTable, type Document, signedLines } from '../../../core/publication/document.ts'
import { longestOf, organLines } from '../text/organ-lines.ts'
import { brokenLines, halfWidth } from './lines.ts'
import {
  ADVANCE,
  CHARACTERS,
  type Font,
  type Mark,
  PAGE,
  PITCH,
  SIZES,
  TO_HEAD,
  TO_NUMBER,
  TO_RULE,
} from './page.ts'
import { readableBlocks } from './readable-blocks.ts'
import { newSheet, type Page, type Sheet } from './sheet.ts'
import { beginningOf, dataGrid, factRows, layFacts, layTable } from './tables.ts'
import { textMark } from './text-mark.ts'

/** Who issues a document: by its signature, or the first line of a title of two. Null for a form that nobody issues. */
export function organOf({ title, blocks, head }: Document): string | null {
  if (head !== undefined && head.organ !== '') return head.organ
  const signed = blocks.find(({ kind }) => kind === 'signature') as
    | Extract<Block, { kind: 'signature' }>
    | undefined
  const [first, second] = title.split('\n')
  return signed?.lines[0] ?? (second === undefined ? null : first!)
}

/** A title as it has lines: each breaks where its words do. */
export function titleLines({ title }: Document): string {
  return title
}

/** 发文字号; where nobody gave one, room to write it in. */
export function numberIn({ head }: Document): string {
  return head?.number || '〔　　　　〕　　号'
}

/**
 * A document laid out page by page as GB/T 9704 has it: red head, rule, title, text on 22 lines of 28 characters, tables of
 * 5号 between, page numbers outside. Where the seal goes stays free: three lines above who signs. The same document gives the same pages.
 */
export function officialPages(document: Document): Page[] {
  const sheet = newSheet()
  headOf(sheet, document)
  for (const line of brokenLines(titleLines(document), 40)) centred(sheet, line, 'head', SIZES.two)
  if (document.subtitle !== '') centred(sheet, document.subtitle, 'body', SIZES.three)
  sheet.skip(1)
  const blocks = readableBlocks(document.blocks)
  for (const [i, block] of blocks.entries()) LAYERS[block.kind](sheet, block as never, roomAfter(blocks, i))
  return sheet.pages.map((marks, i) => [...marks, pageNumber(i + 1)])
}

function headOf(sheet: Sheet, document: Document): void {
  const organ = organOf(document)
  if (organ === null) return
  const lines = organLines(organ)
  const size = Math.min(14, (PAGE.textWidth - 4) / longestOf(lines))
  sheet.take(TO_HEAD)
  for (const line of lines) {
    const width = (halfWidth(line) * size) / 2
    sheet.put(
      textMark(line, 'head', size, {
        x: PAGE.left + (PAGE.textWidth - width) / 2,
        top: sheet.take(lines.length === 1 ? size : size * 1.3),
        height: size,
        advance: size / 2,
        red: true,
      }),
    )
  }
  sheet.skip(2)
  centred(sheet, numberIn(document), 'body', SIZES.three)
  const y = sheet.take(TO_RULE) + TO_RULE
  sheet.put({
    kind: 'rule',
    from: [PAGE.left, y],
    to: [PAGE.left + PAGE.textWidth, y],
    width: 0.7,
    red: true,
  })
  sheet.skip(2)
}

function centred(sheet: Sheet, line: string, font: Font, size: number): void {
  const advance = size > SIZES.three ? size / 2 : ADVANCE / 2
  const width = halfWidth(line) * advance
  const top = sheet.take(PITCH)
  sheet.put(
    textMark(line, font, size, {
      x: PAGE.left + (PAGE.textWidth - width) / 2,
      top,
      height: PITCH,
      advance,
      red: false,
    }),
  )
}

/** What follows a block on its last page; before a last text of one line that line too, so that who signs has two lines with it. */
function roomAfter(blocks: readonly Block[], i: number): number {
  const [block, next, afterNext] = [blocks[i]!, blocks[i + 1], blocks[i + 2]]
  const room = beginningAfter(block, next)
  if (room > 0 || afterNext?.kind !== 'signature') return room
  if (next?.kind !== 'text' && next?.kind !== 'address') return room
  return brokenLines(next.text, 2 * CHARACTERS, next.kind === 'text' ? 4 : 0).length > 1
    ? 0
    : PITCH + beginningAfter(next, afterNext)
}

/** How much of what follows stands on the page of this block's end: of a heading the beginning of its text, of the last text who signs. */
function beginningAfter({ kind }: Block, next: Block | undefined): number {
  if (next === undefined || (kind !== 'heading' && next.kind !== 'signature')) return 0
  switch (next.kind) {
    case 'signature':
      return (3 + signatureLines(next).length) * PITCH
    case 'facts':
      return beginningOf(factRows(next.facts, next.pairs), false)
    case 'table':
      return beginningOf(dataGrid(next), true)
    case 'shaded':
    case 'bars':
    case 'heading':
    case 'address':
    case 'text':
      return 2 * PITCH
    default:
      return next satisfies never
  }
}

/** `after` is the room that the last two lines keep free on their page. */
type Layers = {
  readonly [K in Block['kind']]: (sheet: Sheet, block: Extract<Block, { kind: K }>, after: number) => void
}

const LAYERS: Layers = {
  text: (sheet, { text }, after) => paragraph(sheet, text, 'body', 4, after),
  address: (sheet, { text }, after) => paragraph(sheet, text, 'body', 0, after),
  heading(sheet, { text, page }, after) {
    if (page) sheet.keep(PAGE.textHeight)
    paragraph(sheet, text, 'heading', 4, after)
  },
  facts: (sheet, { facts, pairs }, after) => layFacts(sheet, facts, pairs, after),
  table: layData,
  shaded(sheet, block, after) {
    paragraph(sheet, block.caption, 'heading', 0, 2 * PITCH)
    layData(sheet, block, after)
  },
  bars(sheet, { caption, bars }, after) {
    paragraph(sheet, caption, 'heading', 0, 2 * PITCH)
    const rows = bars.map(({ label, shown }) => [label, shown])
    layTable(sheet, { rows, columns: [70, 30] }, false, after)
  },
  signature: (sheet, block) => signature(sheet, signatureLines(block)),
}

/** A table below its headings. */
function layData(sheet: Sheet, data: DataTable, after: number): void {
  layTable(sheet, dataGrid(data), true, after)
}

function paragraph(sheet: Sheet, text: string, font: Font, indent: number, after: number): void {
  sheet.skip(0)
  const lines = brokenLines(text, 2 * CHARACTERS, indent)
  for (const [i, line] of lines.entries()) {
    if (i === Math.max(0, lines.length - 2) && after > 0) sheet.keep((lines.length - i) * PITCH + after)
    const x = PAGE.left + (i === 0 ? (indent * ADVANCE) / 2 : 0)
    sheet.put(
      textMark(line, font, SIZES.three, {
        x,
        top: sheet.take(PITCH),
        height: PITCH,
        advance: ADVANCE / 2,
        red: false,
      }),
    )
  }
}

/** The lines of who signs, broken where the page ends. */
function signatureLines(block: Extract<Block, { kind: 'signature' }>): string[] {
  return signedLines(block).flatMap(line => brokenLines(line, 2 * (CHARACTERS - 4)))
}

/** Who signs, four characters from the edge, with room above for the seal; the end of the text stands on the same page. */
function signature(sheet: Sheet, lines: readonly string[]): void {
  sheet.skip(0)
  const top = sheet.take((3 + lines.length) * PITCH) + 3 * PITCH
  for (const [i, line] of lines.entries()) {
    const width = (halfWidth(line) * ADVANCE) / 2
    const x = Math.max(PAGE.left, PAGE.left + PAGE.textWidth - 4 * ADVANCE - width)
    sheet.put(
      textMark(line, 'body', SIZES.three, {
        x,
        top: top + i * PITCH,
        height: PITCH,
        advance: ADVANCE / 2,
        red: false,
      }),
    )
  }
}

/** 4号, outside: at the right on odd pages, at the left on even ones, a character from the edge. */
function pageNumber(number: number): Mark {
  const text = `— ${number} —`
  const advance = SIZES.four / 2
  const width = halfWidth(text) * advance
  const x = number % 2 === 1 ? PAGE.left + PAGE.textWidth - SIZES.four - width : PAGE.left + SIZES.four
  const top = PAGE.top + PAGE.textHeight + TO_NUMBER
  return textMark(text, 'table', SIZES.four, { x, top, height: SIZES.four, advance, red: false })
}
