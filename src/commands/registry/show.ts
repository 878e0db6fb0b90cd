import { escapeControls } from '../../core/escape-controls.ts'
import { officeTime } from '../../core/office-time.ts'
import type { PlanChange } from '../../core/plan/check.ts'
import { idOf } from '../../core/registry/libraries/record-cells.ts'
import { versionsOf } from '../../store/registry/registry.ts'
import { officeOffset } from '../../store/rules.ts'
import { entryOf } from '../../store/views/plan-versions.ts'
import type { Desk } from '../../terminal/desk.ts'
import { recordData, recordLines } from '../../terminal/reports/record.ts'
import { entryNamed } from '../entry-named.ts'
import { idNamed, libraryNamed, recordNamed } from '../lookup.ts'
import { naming, recordTold } from '../naming.ts'
import { inOneState } from '../session.ts'
import { calendarLines, calendarOf } from './calendar.ts'

/** show — one record, now or at a ledger entry, or every version of it. */
export async function show(
  desk: Desk,
  name: string,
  id: string,
  options: { readonly at?: string; readonly history?: boolean },
): Promise<number> {
  const of = libraryNamed(name)
  return inOneState(desk, store => {
    const at = options.at === undefined ? undefined : entryNamed(store, options.at)
    const all = options.history === true ? versionsOf(store, of, idNamed(store, desk, of, id)) : []
    const versions = all.length > 0 ? all : [recordNamed(store, desk, name, id, at)]
    const data = versions.map(({ since, until, row }) => ({
      since,
      until,
      because: entryOf(store, since),
      ended: until === null ? null : entryOf(store, until),
      ...recordData(of, row),
    }))
    const offset = officeOffset(store)
    const calendar =
      of.name === 'targets' && options.history === true ? calendarOf(store, idOf(versions[0]!.row)) : null
    desk.result({ library: of.name, versions: data, ...calendar }, () => [
      ...versions.flatMap(({ since, until, row }, i) => [
        `${recordTold(desk, store, of.name, idOf(row))}  ${desk.say.registry.versionSpan(since, until)}`,
        ...(options.history === true ? because(desk, data[i]!, offset) : []),
        ...recordLines(naming(desk, store), of, row),
      ]),
      ...(calendar === null ? [] : calendarLines(naming(desk, store), calendar)),
    ])
    return 0
  })
}

/** Who wrote a version, when and why; who ended it, if they said why. */
function because(
  { say }: Desk,
  { because, ended }: { readonly because: PlanChange; readonly ended: PlanChange | null },
  offset: string,
): string[] {
  const told = [because, ...(ended === null || ended.reason === '' ? [] : [ended])]
  return told.map(({ at, actor, reason }) =>
    say.plan.because(officeTime(at, offset), escapeControls(actor), escapeControls(reason)),
  )
}
