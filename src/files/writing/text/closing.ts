import type { Block } from '../../../core/publication/document.ts'

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

/** Whether a block is text that stays with the signature below it. */
export function isLastWords(blocks: readonly Block[], i: number): boolean {
  const next = blocks.findIndex(({ kind }, at) => at > i && kind !== 'text')
  return blocks[i]!.kind === 'text' && blocks[next]?.kind === 'signature'
}
