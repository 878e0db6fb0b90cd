import { escapeControls } from '../../core/escape-controls.ts'
import { RULE_BOOK } from '../../core/rules/rule-book.ts'
import { ruleValues, settingsAt } from '../../store/rules.ts'
import type { Desk } from '../../terminal/desk.ts'
import { table } from '../../terminal/table.ts'
import { entryNamed } from '../entry-named.ts'
import { inOneState } from '../session.ts'

/** rules list — every rule with its value, now or at a ledger entry, and the entry that set it. */
export async function listRules(desk: Desk, options: { readonly at?: string }): Promise<number> {
  return inOneState(desk, store => {
    const at = options.at === undefined ? undefined : entryNamed(store, options.at)
    const values = ruleValues(store, at)
    const settings = settingsAt(store, at)
    const say = desk.say.rules
    const rules = RULE_BOOK.map(({ name, zh, en, kind, preset, source }) => {
      const setting = settings.get(name)
      const set =
        setting === undefined ? null : { entry: setting.entry, at: setting.at, actor: setting.actor }
      return { name, title: { zh, en }, kind, value: values[name], preset, source, set }
    })
    desk.result({ rules }, () =>
      table(
        desk.window,
        [say.columns.rule, say.columns.title, say.columns.value, say.columns.set],
        rules.map(({ name, title, value, set }) => [
          name,
          title[desk.language],
          value === '' ? say.none : escapeControls(value),
          set === null ? say.preset : `${say.entry(set.entry)} ${escapeControls(set.actor)}`,
        ]),
      ),
    )
    return 0
  })
}
