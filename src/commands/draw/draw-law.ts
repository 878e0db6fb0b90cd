import { library } from '../../core/registry/libraries/library.ts'
import { columnOf } from '../../core/registry/libraries/record-cells.ts'
import { RULE_BOOK, type RuleValues } from '../../core/rules/rule-book.ts'
import type { DrawRecord } from '../../store/draws/draw-record.ts'
import type { Desk } from '../../terminal/desk.ts'
import { inert } from '../../terminal/table.ts'

/** What a draw was frozen under: the rules, and the version of each item. Null and none for draws of before. */
export interface DrawLaw {
  readonly rules: RuleValues | null
  readonly items: readonly { readonly code: string; readonly name: string; readonly since: number }[]
}

export function lawOf({ detail }: DrawRecord): DrawLaw {
  const name = columnOf(library('items'), 'name')
  return {
    rules: detail.rules ?? null,
    items: (detail.itemsUsed ?? []).map(({ code, since, row }) => ({ code, since, name: row[name]! })),
  }
}

/** The rules that were not at their presets, and the items. */
export function lawLines({ say, language }: Desk, { rules, items }: DrawLaw): string[] {
  const set = rules === null ? [] : RULE_BOOK.filter(({ name, preset }) => (rules[name] ?? preset) !== preset)
  return [
    ...items.map(({ code, name, since }) => say.freezing.itemVersion(code, inert(name), since)),
    ...set.map(rule => say.freezing.ruleWas(rule.name, rule[language], inert(rules![rule.name]))),
  ]
}
