import type { EntryNumber } from '../core/ids.ts'
import { officeMoment } from '../core/office-time.ts'
import type { RuleNamed, RuleStandings } from '../core/rules/reasons.ts'
import { RULE_BOOK, type RuleName, type RuleValues, ruleNamed, valuesWith } from '../core/rules/rule-book.ts'
import { type Rules, rulesOf } from '../core/rules/rules.ts'
import type { EntryWriter } from './entry.ts'
import type { Store } from './open.ts'
import { RULE } from './schema/history-tables.ts'
import { type SettingVersion, settingHistory, standingVersions } from './setting-history.ts'

export interface RuleSetting extends SettingVersion {
  readonly rule: string
}

/** Every setting of every rule, or of one, oldest first. */
export function settingsOf(store: Store, rule?: string): RuleSetting[] {
  return settingHistory(store, { table: 'rule', called: 'rule' }, rule)
}

/** The settings that stand, or stood when `entry` was written, by rule. */
export function settingsAt(store: Store, entry?: EntryNumber): Map<string, RuleSetting> {
  return new Map(standingVersions(settingsOf(store), entry).map(setting => [setting.rule, setting]))
}

/** The value of every rule as it stands, or stood when `entry` was written. */
export function ruleValues(store: Store, entry?: EntryNumber): RuleValues {
  return valuesWith(new Map([...settingsAt(store, entry)].map(([rule, { value }]) => [rule, value])))
}

/** How far the office's clock is from UTC. */
export function officeOffset(store: Store): string {
  return ruleValues(store)['utc-offset']
}

/** What the rules mean as they stand. */
export function rulesNow(store: Store): Rules {
  return rulesOf(ruleValues(store))
}

/** A rule as a refusal names it: with its value, and the entry that set it. */
export function ruleStanding(store: Store, rule: RuleName): RuleNamed {
  return named(rule, settingsAt(store).get(rule), officeOffset(store))
}

/** Every rule as a refusal names it. */
export function ruleStandings(store: Store): RuleStandings {
  const settings = settingsAt(store)
  const offset = officeOffset(store)
  const standings = RULE_BOOK.map(({ name }) => [name, named(name, settings.get(name), offset)] as const)
  return Object.fromEntries(standings) as RuleStandings
}

function named(rule: RuleName, setting: RuleSetting | undefined, offset: string): RuleNamed {
  if (setting === undefined) return { rule, value: ruleNamed(rule)!.preset, set: null }
  const { value, entry, actor, at } = setting
  return { rule, value, set: { entry, actor, at: officeMoment(at, offset) } }
}

/** Gives a rule a value. The value it had ends. */
export function writeRule(
  writer: EntryWriter,
  standing: RuleSetting | undefined,
  rule: RuleName,
  value: string,
  reason: string,
): void {
  if (standing !== undefined) writer.end(RULE, standing.version)
  writer.write(RULE, { id: rule, value, reason })
}
