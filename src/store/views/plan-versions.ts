import type { EntryNumber } from '../../core/ids.ts'
import { officeMoment } from '../../core/office-time.ts'
import type { PlanChange } from '../../core/plan/check.ts'
import { groupBy } from '../../core/tally.ts'
import type { Store } from '../open.ts'
import { officeOffset } from '../rules.ts'

/** The entries that wrote each line of the plan, oldest first. */
export function planHistory(store: Store): Map<string, PlanChange[]> {
  const rows = store
    .sql<{ id: string; entry: EntryNumber; at: string; actor: string; subject: string }>(
      `select task.id, entry.number as entry, entry.at, entry.actor, seal.subject
       from task join entry on entry.number = task.since join seal on seal.entry = task.since order by task.version`,
    )
    .all()
  const offset = officeOffset(store)
  const changes = rows.map(({ subject, at, ...row }) => {
    const { reason = '' } = JSON.parse(subject) as { reason?: string }
    return { ...row, at: officeMoment(at, offset), reason }
  })
  return groupBy(changes, ({ id }) => id)
}

/** What an entry says of itself: when, who, and why where it says so. */
export function entryOf(store: Store, number: EntryNumber): PlanChange {
  const { at, actor, subject } = store
    .sql<{ at: string; actor: string; subject: string }>(
      'select at, actor, subject from entry join seal on seal.entry = entry.number where number = ?',
    )
    .get(number)!
  return { entry: number, at, actor, reason: (JSON.parse(subject) as { reason?: string }).reason ?? '' }
}
