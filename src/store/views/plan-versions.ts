import type { EntryNumber } from '../../core/ids.ts'
import { officeMoment } from '../../core/office-time.ts'
import type { PlanChange } from '../../core/plan/check.ts'
import { idOf } from '../../core/registry/libraries/record-cells.ts'
import { groupBy } from '../../core/tally.ts'
import type { Store } from '../open.ts'
import { taskVersions } from '../registry/registry.ts'
import { officeOffset } from '../rules.ts'

/** The entries that wrote each line of the plan, oldest first. */
export function planHistory(store: Store): Map<string, PlanChange[]> {
  const offset = officeOffset(store)
  const known = new Map<EntryNumber, PlanChange>()
  const changes = taskVersions(store).map(({ since, row }) => {
    if (!known.has(since)) {
      const { at, ...entry } = entryOf(store, since)
      known.set(since, { ...entry, at: officeMoment(at, offset) })
    }
    return [idOf(row), known.get(since)!] as const
  })
  return new Map(
    [...groupBy(changes, ([id]) => id)].map(([id, own]) => [id, own.map(([, change]) => change)]),
  )
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
