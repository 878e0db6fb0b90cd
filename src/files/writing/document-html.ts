import { hasher } from '../../core/hash.ts'
import { base64Of } from '../../core/ledger/base64.ts'
import {
  type Block,
  type DataTable,
  type Document,
  type Fact,
  signedLines,
} from '../../core/publication/document.ts'
import { escaped } from './escaped.ts'
import { cardsOf, phoneStyle } from './phone-style.ts'

/**
 * Documents as one HTML file for print on A4, a page for each: no script, no network, nothing but text from the data. A
 * policy in the file forbids the rest even if the escaping should ever fail.
 */
export function documentsHtml(documents: readonly Document[]): string {
  return [...documentLines(documents, documents[0])].join('')
}

/** The same, some lines at a time, of documents that look like the first of them: they need never all be at hand. */
export function documentLines(documents: Iterable<Document>, first: Document | undefined): Generator<string> {
  const style = STYLE + (first?.head === undefined ? '' : HEAD) + phoneStyle(first?.blocks ?? [])
  return htmlLines({ language: 'zh-CN', title: first?.title ?? '', style, documents, linesIn: blockLines })
}

/** What a file of HTML is made of; `linesIn` writes a block as whole lines. */
interface HtmlFile {
  readonly language: 'zh-CN' | 'en'
  readonly title: string
  readonly style: string
  readonly documents: Iterable<Document>
  readonly linesIn: (part: Block) => Iterable<string>
}

/** A file of one style that runs nothing and fetches nothing, some lines at a time. */
export function* htmlLines({ language, title, style, documents, linesIn }: HtmlFile): Generator<string> {
  const digest = base64Of(hasher().update(style).bytes())
  yield linesOf([
    '<!DOCTYPE html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${digest}'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title.replace('\n', ''))}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
  ])
  for (const one of documents) yield* articleLines(one, linesIn)
  yield linesOf(['</main>', '</body>', '</html>'])
}

function linesOf(lines: readonly string[]): string {
  return lines.map(asLine).join('')
}

/** A line with its end. */
export function asLine(line: string): string {
  return `${line}\n`
}

/** A document as a page of the file. */
function* articleLines(
  { title, subtitle, blocks, wide, bundle, head }: Document,
  linesIn: (part: Block) => Iterable<string>,
): Generator<string> {
  const kinds = [...(wide ? ['wide'] : []), ...(bundle === undefined ? [] : ['form'])]
  yield linesOf([
    `<article${kinds.length === 0 ? '' : ` class="${kinds.join(' ')}"`}>`,
    ...(head === undefined ? [] : headOf(head)),
    `<h1>${escaped(title)}</h1>`,
    ...(subtitle === '' ? [] : [`<p class="subtitle">${escaped(subtitle)}</p>`]),
  ])
  for (const part of blocks) yield* linesIn(part)
  yield linesOf(['</article>'])
}

/** The name of the office and the number of the paper, above a red rule. */
function headOf({ organ, number }: NonNullable<Document['head']>): string[] {
  return [
    '<div class="head">',
    ...(organ === '' ? [] : [`<p class="organ">${escaped(organ)}</p>`]),
    `<p class="number">${escaped(number)}</p>`,
    '</div>',
  ]
}

/** A block as papers show it: pictures as the tables that they are. */
export function blockLines(part: Block): Iterable<string> {
  switch (part.kind) {
    case 'text':
      return [asLine(`<p>${choices(part.text)}</p>`)]
    case 'address':
      return [asLine(`<p class="address">${escaped(part.text)}</p>`)]
    case 'heading':
      return [asLine(`<h2${part.page ? ' style="break-before:page"' : ''}>${escaped(part.text)}</h2>`)]
    case 'facts':
      return [asLine(factsTable(part.facts, part.pairs))]
    case 'table':
      return tableLines(part, part.figures === true)
    case 'shaded':
      return tableLines(part, true)
    case 'bars': {
      const rows = part.bars.map(({ label, shown }) => [label, shown])
      return tableLines({ headings: [part.caption, ''], rows }, true)
    }
    case 'signature':
      return [asLine(signatureIn(part))]
    default:
      return part satisfies never
  }
}

function signatureIn(part: Extract<Block, { kind: 'signature' }>): string {
  const lines = signedLines(part).map(line => `<p>${escaped(line)}</p>`)
  return `<div class="signature${part.seal === undefined ? '' : ' sealed'}">${lines.join('')}</div>`
}

function factsTable(facts: readonly Fact[], pairs: 1 | 2): string {
  const rows: string[] = []
  for (let i = 0; i < facts.length; i += pairs) {
    const row = facts.slice(i, i + pairs)
    const lines = Math.max(...row.map(fact => fact.lines ?? 1))
    const span = row.length < pairs ? ' colspan="3"' : ''
    const cells = row.map(
      ({ label, value }) => `<th scope="row">${escaped(label)}</th><td${span}>${choices(value)}</td>`,
    )
    rows.push(`<tr${lines > 1 ? ' class="room"' : ''}>${cells.join('')}</tr>`)
  }
  return `<table class="facts pairs-${pairs}">\n${rows.join('\n')}\n</table>`
}

/** A table whose codes stay whole and whose numbers stand in the middle. */
function* tableLines({ headings, rows }: DataTable, figures: boolean): Generator<string> {
  const kinds = headings.map((_, i) => {
    if (rows.length > 0 && rows.every(row => row[i] === '')) return 'empty'
    if (rows.every(row => SHORT.test(row[i]!) || (figures && FIGURE.test(row[i]!)))) return 'narrow'
    return rows.every(row => !LONG_RUN.test(row[i]!)) ? 'whole' : ''
  })
  const tag = (i: number) => (kinds[i] === '' ? '' : ` class="${kinds[i]}"`)
  yield linesOf([
    `<table class="data${figures ? ' figures' : columnsClass(headings)} ${cardsOf(headings)}">`,
    `<thead><tr>${headings.map((text, i) => `<th scope="col"${tag(i)}>${escaped(text)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
  ])
  for (const row of rows)
    yield asLine(`<tr>${row.map((text, i) => `<td${tag(i)}>${escaped(text)}</td>`).join('')}</tr>`)
  yield linesOf(['</tbody>', '</table>'])
}

function columnsClass({ length }: readonly string[]): string {
  return length <= FEW_COLUMNS ? ' few' : length > MANY_COLUMNS ? ' many' : ''
}

/** So many columns of words have room on an upright sheet; of more, each takes what it gets. */
const FEW_COLUMNS = 7
/** More are shown in smaller letters, so that none becomes a column of single characters. */
const MANY_COLUMNS = 9

/** What would widen its column beyond the sheet if it were not broken: all else keeps its numbers whole. */
const LONG_RUN = /[!-~]{25}/

/** Numbers, codes, periods and short words: in the middle of their cell, and not broken over lines. */
const SHORT = /^(?:[0-9A-Z~-]{0,21}|.{1,4})$/u

/** Numbers, shares, days, times and what stands where there is none. */
const FIGURE = /^(?:-?[\d.]+(?:–[\d.]+)?%?|[\d :～-]{10,21}|—)$/

/** A box and its words stay on one line. */
function choices(text: string): string {
  return escaped(text).replace(/[☐☑][^　\s☐☑]+/gu, choice => `<span class="choice">${choice}</span>`)
}

/** Fonts of the reader's system; A4 with page numbers; on a screen the sheets lie on a desk. */
export const STYLE = `
@page { size: A4; margin: 25mm 22mm 24mm; @bottom-center { content: "— " counter(page) " —"; font: 10.5pt "SimSun", "Songti SC", "Noto Serif CJK SC", serif; } }
@page sideways { size: A4 landscape; margin: 20mm 18mm; }
@page form { margin: 18mm 20mm 16mm; @bottom-center { content: none; } }
* { box-sizing: border-box; }
body { margin: 0; color: #000; background: #fff; font: 12pt/1.65 "FangSong", "STFangsong", "仿宋", "SimSun", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif; }
article { page: auto; break-after: page; }
article:last-child { break-after: auto; }
article.wide { page: sideways; }
article.form { page: form; font-size: 10.5pt; line-height: 1.5; }
h1 { margin: 0 0 4pt; font: bold 20pt/1.4 "FZXiaoBiaoSong-B05S", "STZhongsong", "SimSun", "Songti SC", "Noto Serif CJK SC", serif; text-align: center; text-wrap: balance; white-space: pre-line; }
.subtitle { margin: 0 0 12pt; text-align: center; text-indent: 0; }
h2 { margin: 12pt 0 4pt; font: bold 13pt/1.5 "SimHei", "Heiti SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; break-after: avoid; }
.form h2 { margin: 8pt 0 3pt; font-size: 11pt; }
p { margin: 4pt 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
p.address { text-indent: 0; font-weight: bold; }
table { width: 100%; margin: 4pt 0 8pt; border-collapse: collapse; font: 10.5pt/1.5 "SimSun", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 3pt 5pt; border: 0.75pt solid #000; vertical-align: middle; text-align: left; white-space: pre-line; overflow-wrap: anywhere; unicode-bidi: isolate; }
th { font-weight: bold; text-align: center; }
.facts th { width: 8.5em; }
.pairs-2 td { width: 32%; }
.room td, .room th { height: 3.6em; }
.narrow { text-align: center; white-space: nowrap; overflow-wrap: normal; width: 1%; }
thead th { min-width: 3.2em; }
th.narrow { white-space: normal; }
@media print, screen and (min-width: 601px) {
  .many { font-size: 9pt; line-height: 1.4; }
  .many th, .many td { padding: 2pt 3pt; }
}
.empty { width: 8%; }
.form .empty { width: 18%; }
.whole { overflow-wrap: normal; }
.few .whole { min-width: 5em; }
.choice { white-space: nowrap; }
.signature { margin: 18pt 0 12pt; break-inside: avoid; }
.sealed { padding-top: 36pt; }
.signature p { text-align: right; text-indent: 0; padding-right: 2em; }
@media screen {
  body { padding: 8mm; background: #e8e8e8; }
  article { width: 210mm; max-width: 100%; min-height: 297mm; margin: 0 auto 8mm; padding: 25mm 22mm; background: #fff; box-shadow: 0 1px 6px rgb(0 0 0 / 30%); overflow-x: auto; }
  article.wide { width: 297mm; min-height: 210mm; }
}
`

/** What only papers of an office that has set its head have. */
const HEAD = `.head { margin: 0 0 14pt; border-bottom: 1.5pt solid #d00; text-align: center; }
.head p { margin: 0; text-indent: 0; text-align: center; }
.head .organ { color: #d00; font: bold 26pt/1.3 "FZXiaoBiaoSong-B05S", "STZhongsong", "SimSun", "Songti SC", "Noto Serif CJK SC", serif; text-wrap: balance; }
.head .number { min-height: 1.6em; padding: 6pt 0 4pt; }
.form .head .organ { font-size: 20pt; }
`
