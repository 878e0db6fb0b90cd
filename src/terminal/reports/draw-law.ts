import { escapeControls } from '../../core/escape-controls.ts'
import type { DrawLaw } from '../../core/rules/draw-law.ts'
import { RULE_BOOK } from '../../core/rules/rule-book.ts'
import type { Desk } from '../desk.ts'

/** The items, and the rules that did not have their default values. */
export function lawLines({ say, language }: Desk, { rules, items }: DrawLaw): string[] {
  const set = rules === null ? [] : RULE_BOOK.filter(({ name, preset }) => (rules[name] ?? preset) !== preset)
  return [
    ...items.map(({ code, name, since }) => say.freeze.itemVersion(code, escapeControls(name), since)),
    ...set.map(rule => say.freeze.ruleWas(rule.name, rule[language], escapeControls(rules![rule.name]))),
  ]
}
