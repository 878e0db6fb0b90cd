import { nearest } from '../../core/nearest.ts'
import { refusal } from '../../core/refusal.ts'
import { contextOf } from '../../core/registry/cells/context.ts'
import type { Issue } from '../../core/registry/cells/issue.ts'
import { library } from '../../core/registry/libraries/library.ts'
import type { RuleNamed, RuleReasons } from '../../core/rules/reasons.ts'
import { RULE_BOOK, type Rule, type RuleName, ruleNamed, valuesWith } from '../../core/rules/rule-book.ts'
import { readRule } from '../../core/rules/rule-value.ts'
import { conflictIn } from '../../core/rules/rules.ts'
import { type EntryWriter, inEntry } from '../../store/entry.ts'
import type { Store } from '../../store/open.ts'
import { factsFor } from '../../store/registry/facts.ts'
import { ruleStanding, ruleValues, settingsAt, writeRule } from '../../store/rules.ts'
import type { Desk } from '../../terminal/desk.ts'
import { issueSentence } from '../../terminal/reports/import-report.ts'
import { occasionOf, withStore } from '../session.ts'

const refuse = refusal<RuleReasons>()

/** A wish for a rule, as written; `row` is where it stands in a file. */
export interface RuleWish {
  readonly name: string
  readonly value: string
  readonly reason: string
  readonly row: number | null
}

interface Changed {
  readonly rule: RuleName
  readonly was: string
  readonly value: string
  readonly reason: string
}

/** Gives rules new values, all or none, as one entry of the ledger; rules that contradict each other are refused. */
export async function changeRules(desk: Desk, action: string, wishes: readonly RuleWish[]): Promise<number> {
  return withStore(desk, async store => {
    const read = wishes.map(wish => readWish(desk, store, wish))
    const { entry, result } = await inEntry(store, occasionOf(desk), action, writer => {
      const changed = write(store, writer, read)
      refuseConflict(store, writer)
      return { subject: { rules: changed }, result: changed }
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

/** The rule that the user named, or the refusal that names the nearest. */
export function ruleWithName(name: string, row: number | null = null): Rule & { readonly name: RuleName } {
  const rule = ruleNamed(name.trim())
  if (rule !== null) return rule
  const names = RULE_BOOK.flatMap(({ name, zh }) => [name, zh])
  throw refuse('unknown-rule', { name, nearest: nearest(name, names), row })
}

function readWish(desk: Desk, store: Store, { name, value, reason, row }: RuleWish): Omit<Changed, 'was'> {
  const rule = ruleWithName(name, row)
  if (['默认', 'default'].includes(value.trim())) return { rule: rule.name, value: rule.preset, reason }
  const reading = readRule(rule, value, contextOf(factsFor(store, library('plan'))))
  if ('value' in reading) return { rule: rule.name, value: reading.value, reason }
  const place = { row: 1, column: null, heading: null, value }
  const issue =
    reading.issue === null ? null : issueSentence(desk.say, { ...place, ...reading.issue } as Issue)
  throw refuse('invalid-rule-value', {
    standing: ruleStanding(store, rule.name),
    value,
    kind: rule.kind,
    issue,
    row,
  })
}

function write(store: Store, writer: EntryWriter, wishes: readonly Omit<Changed, 'was'>[]): Changed[] {
  return wishes.flatMap(({ rule, value, reason }) => {
    const was = ruleValues(store)[rule]
    if (was === value) return []
    writeRule(writer, settingsAt(store).get(rule), rule, value, reason.trim())
    return [{ rule, was, value, reason: reason.trim() }]
  })
}

/** Looks at the rules as they would stand: within the entry, so that nothing stays of what is refused. */
function refuseConflict(store: Store, writer: EntryWriter): void {
  const values = new Map([...settingsAt(store)].map(([rule, { value }]) => [rule, value]))
  const conflict = conflictIn(valuesWith(values))
  if (conflict === null) return
  const [first, second] = conflict.rules
  throw refuse('conflicting-rules', {
    conflict,
    rules: [named(store, writer, first), named(store, writer, second)],
  })
}

function named(store: Store, writer: EntryWriter, rule: RuleName): RuleNamed {
  const standing = ruleStanding(store, rule)
  return settingsAt(store).get(rule)?.entry === writer.entry ? { ...standing, set: 'wished' } : standing
}
