import { nearest } from '../nearest.ts'
import { refusal } from '../refusal.ts'
import type { Context } from '../registry/cells/context.ts'
import type { Issue } from '../registry/cells/issue.ts'
import type { RuleNamed, RuleReasons, RuleStandings, WishPlace } from './reasons.ts'
import type { Rule } from './rule.ts'
import { RULE_BOOK, type RuleName, type RuleValues, ruleNamed, valuesWith } from './rule-book.ts'
import { readRule } from './rule-value.ts'
import { conflictIn } from './rules.ts'

const refuse = refusal<RuleReasons>()

/** A wish for a rule, as written; `place` is where it stands in a file. */
export interface RuleWish {
  readonly name: string
  readonly value: string
  readonly reason: string
  readonly place: WishPlace | null
}

/** A rule that changes. */
export interface RuleChange {
  readonly rule: RuleName
  readonly was: string
  readonly value: string
  readonly reason: string
}

/** What wishes are judged by. */
export interface RulesInput {
  readonly values: RuleValues
  readonly standings: RuleStandings
  readonly context: Context
  /** What is wrong with the value of a rule, as a sentence. */
  readonly sentence: (issue: Issue) => string
}

/** What these wishes change, one after the other; all or none: rules that would contradict each other are refused. */
export function ruleChanges(wishes: readonly RuleWish[], input: RulesInput): RuleChange[] {
  const read = wishes.map(wish => ({ ...wish, ...readWish(wish, input) }))
  const values: Record<RuleName, string> = { ...input.values }
  const changes = read.flatMap(({ rule, value, reason }): RuleChange[] => {
    const was = values[rule]
    values[rule] = value
    return was === value ? [] : [{ rule, was, value, reason: reason.trim() }]
  })
  refuseConflict(valuesWith(new Map(Object.entries(values))), changes, input.standings)
  return changes
}

/** The rule that the user named, or the refusal that names the nearest. */
export function ruleWithName(
  name: string,
  place: WishPlace | null = null,
): Rule & { readonly name: RuleName } {
  const rule = ruleNamed(name.trim())
  if (rule !== null) return rule
  const names = RULE_BOOK.flatMap(({ name, zh }) => [name, zh])
  throw refuse('unknown-rule', { name, nearest: nearest(name, names), place })
}

function readWish(
  { name, value, place }: RuleWish,
  { standings, context, sentence }: RulesInput,
): Pick<RuleChange, 'rule' | 'value'> {
  const rule = ruleWithName(name, place)
  if (['默认', 'default'].includes(value.trim())) return { rule: rule.name, value: rule.preset }
  const reading = readRule(rule, value, context)
  if ('value' in reading) return { rule: rule.name, value: reading.value }
  const cell = { row: 1, column: null, heading: null, value }
  const issue = reading.issue === null ? null : sentence({ ...cell, ...reading.issue } as Issue)
  throw refuse('invalid-rule-value', { standing: standings[rule.name], value, kind: rule.kind, issue, place })
}

/** Looks at the rules as they would stand. */
function refuseConflict(values: RuleValues, changes: readonly RuleChange[], standings: RuleStandings): void {
  const conflict = conflictIn(values)
  if (conflict === null) return
  const named = (rule: RuleName): RuleNamed =>
    changes.some(change => change.rule === rule)
      ? { rule, value: values[rule], set: 'wished' }
      : standings[rule]
  const [first, second] = conflict.rules
  throw refuse('conflicting-rules', { conflict, rules: [named(first), named(second)] })
}
