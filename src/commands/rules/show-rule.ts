import { escapeControls } from '../../core/escape-controls.ts'
import { officeTime } from '../../core/office-time.ts'
import { ruleWithName } from '../../core/rules/change.ts'
import { officeOffset, ruleValues, settingsOf } from '../../store/rules.ts'
import type { Desk } from '../../terminal/desk.ts'
import { inOneState } from '../session.ts'

/** rules show — one rule: its value, what it may be, its preset with the source, and every value that it had. */
export async function showRule(desk: Desk, name: string): Promise<number> {
  const rule = ruleWithName(name)
  return inOneState(desk, store => {
    const value = ruleValues(store)[rule.name]
    const history = settingsOf(store, rule.name)
    const offset = officeOffset(store)
    const say = desk.say.rules
    const shown = (text: string) => (text === '' ? say.none : escapeControls(text))
    const { zh, en, kind, preset, source } = rule
    const data = { name: rule.name, title: { zh, en }, kind, value, preset, source, history }
    desk.result(data, () => [
      `${rule.name}  ${rule[desk.language]}`,
      say.line.value(shown(value)),
      say.line.range(say.wanted(kind)),
      say.line.preset(shown(preset)),
      say.line.source(source),
      ...history.map(setting =>
        say.setting(
          shown(setting.value),
          { ...setting, at: officeTime(setting.at, offset) },
          escapeControls(setting.reason),
          setting.until,
        ),
      ),
    ])
    return 0
  })
}
