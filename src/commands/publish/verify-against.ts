import { type Agreement, agreementOf } from '../../core/ledger/contradiction.ts'
import type { LedgerReasons } from '../../core/ledger/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import type { Desk } from '../../terminal/desk.ts'
import { publishedClaims } from '../ledger/published-claims.ts'
import type { Answer } from './answer.ts'

const refuse = refusal<LedgerReasons>()

/** Compares what a folder says of its ledger with other files that were published of it; no database is needed. */
export function answerAgainst(desk: Desk, path: string, others: readonly string[]): Answer {
  const own = publishedClaims(desk.path(path))
  const found = others.map(file => {
    const claims = publishedClaims(desk.path(file))
    const strange = claims.origins.find(origin => own.origins.length > 0 && !own.origins.includes(origin))
    if (strange !== undefined)
      throw refuse('published-of-other-log', { path: file, found: strange, log: own.origins[0]! })
    return { file, ...agreementOf(own, claims) }
  })
  return {
    holds: found.every(({ kind }) => kind !== 'contradict'),
    data: found,
    lines: found.map(({ file, ...agreement }) => lineOf(desk, file, agreement)),
  }
}

function lineOf({ say, colours }: Desk, file: string, found: Agreement): string {
  const { agreement } = say.ledger
  switch (found.kind) {
    case 'agree':
      return colours.out.agrees(agreement.agree(file, found.shown))
    case 'nothing-common':
      return agreement.nothingCommon(file)
    case 'contradict':
      return colours.out.differs(agreement.contradict(file, found.from, found.to))
    default:
      return found satisfies never
  }
}
