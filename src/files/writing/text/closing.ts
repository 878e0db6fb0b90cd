import type { Block } from '../../../core/publication/document.ts'
import { printedWidth } from './printed-width.ts'

/**
 * From which block on a document stays on one page with who signs it; how many blocks there are where nobody signs. Cells to be
 * signed stay with the signature, and so does a small table before: no page has signatures alone and can be exchanged for another.
 */
export function closingFrom(blocks: readonly Block[]): number {
  const signature = blocks.findIndex(({ kind }) => kind === 'signature')
  if (signature === -1) return blocks.length
  let from = signature
  while (from > 0 && staysWith(blocks[from - 1]!)) from--
  return from
}

function staysWith(block: Block): boolean {
  switch (block.kind) {
    case 'facts':
      return block.facts.length <= MOST_ROWS
    case 'table':
      return block.rows.length <= MOST_ROWS
    default:
      return false
  }
}

/** So many rows are a small table. */
const MOST_ROWS = 8

/**
 * Whether a text stays on one page with what follows: the last words before a signature with it, and what stands below a
 * heading together, where it is not long.
 */
export function staysWithNext(blocks: readonly Block[], i: number): boolean {
  if (blocks[i]!.kind !== 'text') return false
  const next = blocks.findIndex(({ kind }, at) => at > i && kind !== 'text')
  if (blocks[next]?.kind === 'signature') return true
  const before = blocks.findLastIndex(({ kind }, at) => at < i && kind !== 'text')
  const end = next === -1 ? blocks.length : next
  const texts = blocks.slice(before + 1, end)
  return blocks[before]?.kind === 'heading' && i < end - 1 && charactersIn(texts) <= MOST_CHARACTERS
}

function charactersIn(blocks: readonly Block[]): number {
  // A short text takes a line all the same.
  return blocks.reduce(
    (sum, block) => sum + (block.kind === 'text' ? Math.max(30, printedWidth(block.text) / 2) : 0),
    0,
  )
}

/** Some fourteen lines. */
const MOST_CHARACTERS = 600
