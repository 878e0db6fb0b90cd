import type { Block, Document } from '../../core/publication/document.ts'
import { asLine, blockLines, htmlLines, STYLE } from './document-html.ts'
import { barsHtml, shadedHtml } from './pictures-html.ts'

/**
 * A report as one HTML file with its pictures: prints as papers do, is read on a phone and in the dark, runs nothing and
 * fetches nothing. `language` is the one that its words are in.
 */
export function reportHtml(document: Document, language: 'zh' | 'en'): string {
  const lines = htmlLines({
    language: language === 'zh' ? 'zh-CN' : 'en',
    title: document.title,
    style: STYLE + REPORT,
    documents: [document],
    linesIn: reportLines,
  })
  return [...lines].join('')
}

function reportLines(part: Block): Iterable<string> {
  switch (part.kind) {
    case 'table':
      return part.headings.length > FEW ? scrolled(blockLines(part)) : blockLines(part)
    case 'shaded':
      return [asLine(shadedHtml(part))]
    case 'bars':
      return [asLine(barsHtml(part))]
    default:
      return blockLines(part)
  }
}

/** A table of many columns scrolls within itself, by keys too. */
function* scrolled(table: Iterable<string>): Generator<string> {
  yield asLine('<div class="scroll" tabindex="0">')
  yield* table
  yield asLine('</div>')
}

/** So many columns have room on a phone. */
const FEW = 3

/** What reports have beside the style of papers. */
const REPORT = `table.figures { font-size: 9.5pt; }
.figures th { min-width: 3.4em; white-space: normal; overflow-wrap: normal; }
.figures td:first-child { text-align: left; }
figure { margin: 8pt 0; }
figure:has(.shaded) { break-inside: avoid; }
figcaption { margin: 4pt 0; font-weight: bold; break-after: avoid; }
.bars th, .bars td { padding: 1pt 5pt; border: 0; }
.bars th { width: 28%; text-align: right; font-weight: normal; }
.bars td:last-child { width: 22%; font-variant-numeric: tabular-nums; }
.bars svg { display: block; overflow: visible; font-size: 9pt; }
.bar { fill: #1f5fa8; }
.mark { fill: none; stroke: #b45f00; stroke-width: 1.5; }
.rule { stroke: #999; stroke-width: 1; }
.bar, .mark, .shaded td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.shaded { width: auto; font-size: 8.5pt; }
.shaded th, .shaded td { padding: 1pt 3pt; min-width: 1.9em; text-align: center; white-space: nowrap; }
.shaded th:first-child { text-align: left; }
.s1 { background: #dce9f6; }
.s2 { background: #a9cbea; }
.s3 { background: #5b9bd0; }
.s4 { background: #1f5fa8; color: #fff; }
.off { background: #eee; color: #555; }
.none { border: 0; }
@media screen {
  .scroll { overflow-x: auto; }
}
@media screen and (max-width: 700px) {
  body { padding: 0; }
  article, article.wide { width: auto; min-height: 0; margin: 0; padding: 12px; box-shadow: none; overflow-x: visible; }
  .scroll .figures th { min-width: 3.4em; }
  .bars, .bars tbody { display: block; }
  .bars tr { display: grid; grid-template-columns: 1fr auto; margin: 4pt 0; }
  .bars th, .bars td:last-child { width: auto; text-align: left; }
  .bars td:nth-child(2) { grid-area: 2 / 1 / 3 / 3; }
}
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; }
  body { color: #e4e6e9; background: #14171a; }
  article { background: #1d2125; }
  th, td { border-color: #6b737c; }
  .bar { fill: #6da8e0; }
  .mark { stroke: #ffb84d; }
  text { fill: #e4e6e9; }
  .s1 { background: #22384f; }
  .s2 { background: #2d5580; }
  .s3 { background: #7fb2e2; color: #000; }
  .s4 { background: #d3e6f8; color: #000; }
  .off { background: #2a2f35; color: #b3bac2; }
}
`
