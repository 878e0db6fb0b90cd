import { hasher } from '../../core/hash.ts'
import type { Block } from '../../core/publication/document.ts'

/**
 * How a paper is read on a phone and in the dark: its lists as cards, a line for each cell with the heading before it. What
 * stands before a cell are the headings of the tables of these blocks; a table with others has cards without.
 */
export function phoneStyle(blocks: readonly Block[]): string {
  const labels = new Map(
    blocks.flatMap(part => (part.kind === 'table' ? [[cardsOf(part.headings), part.headings] as const] : [])),
  )
  const rules = [...labels].flatMap(([name, headings]) =>
    headings.map(
      (heading, i) => `  .${name} td:nth-child(${i + 1})::before { content: "${inCss(heading)}"; }\n`,
    ),
  )
  return `${SCREEN}@media screen and (max-width: 600px) {\n${rules.join('')}}\n`
}

/** The class of tables with these headings. */
export function cardsOf(headings: readonly string[]): string {
  return `t${hasher().update(JSON.stringify(headings)).hex().slice(0, 8)}`
}

/** A text within the quotes of a style sheet: all but letters, figures and blanks by number, whatever it means elsewhere. */
function inCss(text: string): string {
  return text.replace(/[^\p{L}\p{N} ]/gu, sign => {
    const number = /[\0\p{Cs}]/u.test(sign) ? 0xfffd : sign.codePointAt(0)!
    return `\\${number.toString(16)} `
  })
}

const SCREEN = `@media screen and (max-width: 600px) {
  body { padding: 0; }
  article, article.wide { width: auto; min-height: 0; margin: 0 0 8px; padding: 20px 14px; box-shadow: none; overflow-x: visible; }
  h1 { font-size: 17pt; }
  p { text-align: left; }
  .facts, .facts tbody { display: block; }
  .facts tr { display: grid; grid-template-columns: 7em 1fr; margin-bottom: -0.75pt; }
  .facts th, .facts td { width: auto; margin: 0 -0.75pt -0.75pt 0; }
  .room td, .room th { height: auto; min-height: 3.6em; }
  .data, .data tbody, .data tr { display: block; }
  .data thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .data tr { margin: 0 0 10px; padding: 6px 10px; border: 0.75pt solid #767676; border-radius: 4px; }
  .data td { display: grid; grid-template-columns: 6em 1fr; gap: 8px; width: auto; min-width: 0; padding: 2px 0; border: 0; text-align: left; white-space: pre-line; overflow-wrap: anywhere; }
  .data td::before { content: ""; color: #595959; }
  .data td:empty { display: none; }
  .signature p { padding-right: 0; }
}
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; }
  body { color: #e4e6e9; background: #14171a; }
  article { background: #1d2125; box-shadow: none; }
  th, td, .data tr { border-color: #6b737c; }
  .data td::before { color: #b3bac2; }
  .head { border-color: #ff7b72; }
  .head .organ { color: #ff7b72; }
}
`
