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
    rules: rules && Object.fromEntries(Object.entries(rules).map(([name, value]) => [name, maskText(value)])),
    items: items.map(item => ({ ...item, name: maskText(item.name) })),
  }
}
