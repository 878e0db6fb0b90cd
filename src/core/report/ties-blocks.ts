import type { Block } from '../publication/document.ts'
import type { FigureWords } from './figure-words.ts'
import type { LedgerOfResults, Tie } from './ties.ts'

/** What a report says of how its figures hang together and from which state of the ledger they were counted. */
export interface Tied {
  readonly ties: readonly Tie[]
  readonly ledger: LedgerOfResults
}

/** 口径: how the figures of a report are counted, a paragraph each. */
export function formulaBlocks(
  formulas: readonly string[],
  { formulas: heading }: Pick<FigureWords, 'formulas'>,
): Block[] {
  return [{ kind: 'heading', text: heading }, ...formulas.map(text => ({ kind: 'text', text }) as const)]
}

/** 核对: what adds up in one line, what does not in one each, and the entry of the ledger that all was counted at. */
export function tieBlocks({ ties, ledger }: Tied, { ties: words }: FigureWords): Block[] {
  const told = ({ of, here, there }: Tie) => words.told[of](here, there)
  const [holding, broken] = [ties.filter(({ holds }) => holds), ties.filter(({ holds }) => !holds)]
  const { entry, digest, written, ended } = ledger
  return [
    { kind: 'heading', text: words.heading },
    ...(holding.length === 0 ? [] : [{ kind: 'text', text: words.holding(holding.map(told)) } as const]),
    ...broken.map(one => ({ kind: 'text', text: words.broken(told(one)) }) as const),
    { kind: 'text', text: words.ledger(entry, digest, written, ended) },
  ]
}
