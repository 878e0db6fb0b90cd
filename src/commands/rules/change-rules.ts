import { contextOf } from '../../core/registry/cells/context.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { type RuleWish, ruleChanges } from '../../core/rules/change.ts'
import { inEntry } from '../../store/entry.ts'
import { factsFor } from '../../store/registry/facts.ts'
import { ruleStandings, ruleValues, settingsAt, writeRule } from '../../store/rules.ts'
import type { Desk } from '../../terminal/desk.ts'
import { issueSentence } from '../../terminal/reports/issue.ts'
import { occasionOf, withStore } from '../session.ts'

/** Gives rules new values, all or none, as one entry of the ledger; rules that contradict each other are refused. */
export async function changeRules(desk: Desk, action: string, wishes: readonly RuleWish[]): Promise<number> {
  return withStore(desk, async store => {
    const { entry, result } = await inEntry(store, occasionOf(desk), action, writer => {
      const changes = ruleChanges(wishes, {
        values: ruleValues(store),
        standings: ruleStandings(store),
        context: contextOf(factsFor(store, library('plan'))),
        sentence: issue => issueSentence(desk.say, issue),
      })
      for (const { rule, value, reason } of changes)
        writeRule(writer, settingsAt(store).get(rule), rule, value, reason)
      return { subject: { rules: changes }, result: changes }
    })
    const { rules: say } = desk.say
    const shown = (value: string) => (value === '' ? say.none : value)
    desk.result({ changed: result, entry: entry?.number ?? null, digest: entry?.digest ?? null }, () => [
      ...result.map(({ rule, was, value }) => say.changed(rule, shown(was), shown(value))),
      ...(entry === null ? [say.same] : [desk.say.log.entry(entry.number, entry.digest)]),
    ])
    return 0
  })
}

/** rules set — gives one rule a value, as an entry of the ledger. */
export async function setRule(
  desk: Desk,
  name: string,
  value: string,
  options: { readonly reason?: string },
): Promise<number> {
  return changeRules(desk, 'rules set', [{ name, value, reason: options.reason ?? '', place: null }])
}
