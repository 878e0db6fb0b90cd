import { escapeControls } from '../core/escape-controls.ts'
import type { Bar, Block, Document, Shade } from '../core/publication/document.ts'
import { barInSquares, scaleOfSquares } from '../core/publication/squares.ts'
import { type Align, labelled, table, type Window } from './table.ts'
import { widthOf } from './width.ts'

/** A document as a terminal shows it: its title, its tables in columns, its bars as bars. */
export function documentLines({ title, subtitle, blocks }: Document, window: Window = null): string[] {
  const lines = blocks.flatMap((block, i) =>
    i === 0 ? blockLines(block, window) : ['', ...blockLines(block, window)],
  )
  return [title.replace('\n', ' '), ...(subtitle === '' ? [] : [subtitle]), '', ...lines]
}

function blockLines(block: Block, window: Window): readonly string[] {
  switch (block.kind) {
    case 'text':
    case 'address':
    case 'heading':
      return [escapeControls(block.text)]
    case 'facts':
      return block.facts.map(({ label, value }) => `  ${label}  ${escapeControls(value)}`)
    case 'table':
      return table(window, block.headings, block.rows.map(shown), alignments(block.rows))
    case 'shaded':
      return [
        block.caption,
        ...labelled(
          block.rows.map(([name = ''], i) => [escapeControls(name), block.shades[i]!.map(markOf).join('')]),
          [],
          null,
        ),
      ]
    case 'bars':
      return [block.caption, ...table(null, ['', '', ''], barRows(block.bars, window)).slice(2)]
    case 'signature':
      return block.lines
    default:
      return block satisfies never
  }
}

function shown(row: readonly string[]): string[] {
  return row.map(escapeControls)
}

/** Columns of figures stand at the right. */
function alignments(rows: readonly (readonly string[])[]): Align[] {
  const [first = []] = rows
  return first.map((_, i) => (rows.every(row => FIGURE.test(row[i] ?? '')) ? 'right' : 'left'))
}

const FIGURE = /^(?:-?[\d.]+%?|—)$/

/** Bars between what they stand for and how much that is, on one scale of thirty squares at the most and what the window has room for. */
function barRows(bars: readonly Bar[], window: Window): string[][] {
  const beside =
    bars.reduce((most, { label, shown }) => Math.max(most, widthOf(label) + widthOf(shown)), 0) + 4
  const all = window === null ? 30 : Math.max(8, Math.min(30, window - beside))
  const most = scaleOfSquares(bars)
  return bars.map(bar => [escapeControls(bar.label), barInSquares(bar, all, most, ' '), bar.shown])
}

/** A cell of a picture in one character, the darker the more there is. */
function markOf(shade: Shade): string {
  if (shade === null) return ' '
  return shade === 'off' ? '-' : '·░▒▓█'[shade]!
}
