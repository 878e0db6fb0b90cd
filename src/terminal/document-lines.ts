import { escapeControls } from '../core/escape-controls.ts'
import type { Block, Document } from '../core/publication/document.ts'
import { type Align, table } from './table.ts'

/** A document as a terminal shows it: its title, its tables in columns, its bars as bars. */
export function documentLines({ title, subtitle, blocks }: Document): string[] {
  const lines = blocks.flatMap((block, i) => (i === 0 ? blockLines(block) : ['', ...blockLines(block)]))
  return [title.replace('\n', ' '), ...(subtitle === '' ? [] : [subtitle]), '', ...lines]
}

function blockLines(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
    case 'address':
    case 'heading':
      return [escapeControls(block.text)]
    case 'facts':
      return block.facts.map(({ label, value }) => `  ${label}  ${escapeControls(value)}`)
    case 'table':
      return table(block.headings, block.rows.map(shown), alignments(block.rows))
    case 'bars':
      return [
        block.caption,
        ...table(
          ['', '', ''],
          block.bars.map(({ label, value, shown }) => [escapeControls(label), barOf(value, block), shown]),
        ).slice(2),
      ]
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

/** As long as its share of the longest, thirty squares at the most. */
function barOf(value: number, { bars }: Extract<Block, { kind: 'bars' }>): string {
  const most = Math.max(1, ...bars.map(bar => bar.value))
  return '■'.repeat(Math.ceil((30 * value) / most))
}
