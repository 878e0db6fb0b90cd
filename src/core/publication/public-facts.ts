import { isNaturalPerson } from '../registry/libraries/natural-person.ts'
import type { Rules } from '../rules/rules.ts'
import type { DrawFacts } from './draw-facts.ts'
import { maskName } from './mask.ts'
import { officialShown } from './official.ts'
import type { Answered, TargetFacts } from './people.ts'
import { maskText } from './private-data.ts'

/** How an office shows people in public. */
export type Showing = Pick<Rules, 'officials' | 'personWords'>

/** What the public may read of a target: persons by the one rule, numbers in free text too, nothing of who can be called. */
export function publicTarget(facts: TargetFacts, { personWords }: Showing): TargetFacts {
  const { answered, type, authority, station, departments } = facts
  return {
    ...facts,
    name: shownName(facts, personWords),
    ...(answered && { answered: publicAnswered(answered, personWords) }),
    authority: maskText(authority),
    type: maskText(type),
    station: maskText(station),
    departments: departments.map(maskText),
    address: '',
    representative: '',
    phone: '',
  }
}

/** What the public may read of a text about a target: no number of a person, and its own name where that is a person's as it stands beside it. */
export function publicText(
  text: string,
  facts: Pick<TargetFacts, 'name' | 'type' | 'representative' | 'answered'>,
  { personWords }: Pick<Showing, 'personWords'>,
): string {
  const named = [facts, ...(facts.answered?.firm ? [facts.answered.firm] : [])]
  const persons = named
    .filter(({ name }) => [...name].length > 1)
    .filter(one => isNaturalPerson(one, personWords))
  return maskText(persons.reduce((told, { name }) => told.replaceAll(name, maskName(name)), text))
}

function publicAnswered({ kind, firm }: Answered, words: ReadonlySet<string>): Answered {
  const hidden = { address: '', representative: '', phone: '' }
  return { kind, firm: firm && { ...firm, ...hidden, id: firm.code, name: shownName(firm, words) } }
}

function shownName(
  facts: Pick<TargetFacts, 'name' | 'type' | 'representative'>,
  words: ReadonlySet<string>,
): string {
  return isNaturalPerson(facts, words) ? maskName(facts.name) : maskText(facts.name)
}

/** What the public may read of a draw: names of those who acted as the office shows them, no number of a person in any text. */
export function publicDrawFacts(facts: DrawFacts, { officials }: Showing): DrawFacts {
  const { task, items, again, frozen, drawn } = facts
  const { weak } = facts.circumstances
  return {
    ...facts,
    again: again && { ...again, ...publicDecision(again, officials) },
    void: facts.void && publicDecision(facts.void, officials),
    circumstances: { ...facts.circumstances, weak: weak && publicDecision(weak, officials) },
    task: {
      ...task,
      name: maskText(task.name),
      kind: maskText(task.kind),
      scope: maskText(task.scope),
      method: maskText(task.method),
    },
    items: items.map(({ name, content, basis, methods }) => ({
      name: maskText(name),
      content: maskText(content),
      basis: maskText(basis),
      methods: methods.map(maskText),
    })),
    lead: maskText(facts.lead),
    departments: facts.departments.map(maskText),
    frozen: { ...frozen, by: officialShown(frozen.by, officials) },
    drawn: { ...drawn, by: officialShown(drawn.by, officials) },
    witnesses: facts.witnesses.map(name => officialShown(name, officials)),
    ...(facts.enteredBy === undefined
      ? {}
      : { enteredBy: facts.enteredBy.map(name => officialShown(name, officials)) }),
  }
}

/** A reason and who approved, as the public reads them. */
export function publicDecision(
  { reason, approver }: { readonly reason: string; readonly approver: string },
  officials: Showing['officials'],
): { reason: string; approver: string } {
  return { reason: maskText(reason), approver: officialShown(approver, officials) }
}
