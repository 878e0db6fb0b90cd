import { clauseText } from '../../frame/clause-text.ts'
import { clausesOf } from '../../registry/cells/condition.ts'
import { RULE_BOOK } from '../../rules/rule-book.ts'
import { officialShown } from '../official.ts'
import { maskText } from '../private-data.ts'
import { publicDecision, type Showing } from '../public-facts.ts'
import type { DrawOccasion, LedgerPlace } from './record.ts'

/** `record.json` as the public reads it. */
export function publicOccasion(occasion: DrawOccasion, { officials }: Showing): DrawOccasion {
  const { again, sealed, rules, items } = occasion
  const place = (of: LedgerPlace) => ({ ...of, by: officialShown(of.by, officials) })
  return {
    ...occasion,
    frozen: place(occasion.frozen),
    drawn: place(occasion.drawn),
    again: again && { ...again, ...publicDecision(again, officials) },
    void: occasion.void && publicDecision(occasion.void, officials),
    ...(occasion.weakSeed == null ? {} : { weakSeed: publicDecision(occasion.weakSeed, officials) }),
    witnesses: occasion.witnesses.map(name => officialShown(name, officials)),
    ...(occasion.enteredBy === undefined
      ? {}
      : { enteredBy: occasion.enteredBy.map(name => officialShown(name, officials)) }),
    sealed: sealed && { ...sealed, revealed: sealed.revealed && place(sealed.revealed) },
    rules: rules && publicRules(rules),
    items: items.map(item => ({ ...item, name: maskText(item.name) })),
  }
}

/** The rules as the public reads them: not who works where, and of conditions what the terms say of them. */
function publicRules(rules: NonNullable<DrawOccasion['rules']>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(rules)
      .filter(([name]) => KINDS.get(name) !== 'writers')
      .map(([name, value]) => [
        name,
        maskText(KINDS.get(name) === 'condition' ? conditionText(value) : value),
      ]),
  )
}

const KINDS: ReadonlyMap<string, string> = new Map(RULE_BOOK.map(({ name, kind }) => [name, kind.kind]))

function conditionText(value: string): string {
  return clausesOf(value).map(clauseText).join(';')
}
