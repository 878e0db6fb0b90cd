import { escapeControls } from '../../core/escape-controls.ts'
import { OFFICE_BOOK } from '../../core/office/office-book.ts'
import { officeSettingOf } from '../../core/office/office-changes.ts'
import { officeTime } from '../../core/office-time.ts'
import { paperNumber } from '../../core/publication/office-facts.ts'
import { numberToCome, officeAt, officeHistory } from '../../store/office.ts'
import type { Store } from '../../store/open.ts'
import { officeOffset } from '../../store/rules.ts'
import type { Desk } from '../../terminal/desk.ts'
import { table } from '../../terminal/table.ts'
import { entryNamed } from '../entry-named.ts'
import { inOneState } from '../session.ts'

/** office show — what papers print of the office, now or at a ledger entry; of one setting every value that it had. */
export async function showOffice(
  desk: Desk,
  name: string | undefined,
  options: { readonly at?: string },
): Promise<number> {
  const setting = name === undefined ? null : officeSettingOf(name)
  return inOneState(desk, store => {
    const at = options.at === undefined ? undefined : entryNamed(store, options.at)
    const standing = officeAt(store, at)
    const settings = OFFICE_BOOK.filter(one => setting === null || one === setting).map(
      ({ name, zh, en, kind }) => {
        const version = standing.get(name)
        const set =
          version === undefined ? null : { entry: version.entry, at: version.at, actor: version.actor }
        return { name, title: { zh, en }, kind, value: version?.value ?? '', set }
      },
    )
    const history = setting === null ? null : officeHistory(store, setting.name)
    const next = at === undefined ? comingNumber(desk, store) : null
    const say = desk.say.office
    const shown = (value: string) => (value === '' ? say.none : escapeControls(value))
    desk.result({ settings, next, ...(history === null ? {} : { history }) }, () => [
      ...table(
        desk.window,
        [say.columns.setting, say.columns.value, say.columns.set],
        settings.map(({ title, name, value, set }) => [
          desk.language === 'zh' ? title.zh : `${name} (${title.en})`,
          shown(value),
          set === null ? '' : `${desk.say.rules.entry(set.entry)} ${escapeControls(set.actor)}`,
        ]),
      ),
      ...(next === null ? [] : [say.next(next.text)]),
      ...(setting === null ? [] : [say.wanted[setting.kind]]),
      ...(history ?? []).map(version =>
        desk.say.rules.setting(
          shown(version.value),
          { ...version, at: officeTime(version.at, officeOffset(store)) },
          escapeControls(version.reason),
          version.until,
        ),
      ),
    ])
    return 0
  })
}

/** 发文字号 that the next paper will have. */
function comingNumber(desk: Desk, store: Store) {
  const next = numberToCome(store, desk.now)
  return next && { ...next, text: paperNumber(next.mark, next.year, next.number) }
}
