import type { EntryNumber } from '../ids.ts'
import { NO } from '../registry/cells/words.ts'
import type { RecordCells } from '../registry/libraries/record-cells.ts'
import { asRecord, type RecordOf } from '../registry/record.ts'
import type { Task } from '../registry/task.ts'
import type { Rules } from '../rules/rules.ts'
import { type ItemLimit, itemLimit } from './item-limit.ts'

/** A version of an item as a draw uses it: the entry it is valid since, and its row. */
export interface ItemUsed {
  readonly code: string
  readonly since: EntryNumber
  readonly row: RecordCells
}

/** An 一般 item whose upper limits hold for a task. */
export interface LimitedItem extends ItemLimit {
  readonly code: string
  readonly name: string
  /** 抽查比例 and 抽查频次 as the list writes them. */
  readonly rateText: string
  readonly frequencyText: string
}

/** The 一般 items of a task that the rules bind it to. 重点 items, and those that nobody has classed, have no limit. */
export function limitedItems(task: Task, items: readonly ItemUsed[], rules: Rules): LimitedItem[] {
  if (!rules.itemLimitKinds.has(task.kind)) return []
  return items
    .map(({ row }) => asRecord('items', row))
    .filter(item => item.get('class') === '一般检查事项')
    .map(item => ({
      code: item.id,
      name: item.get('name'),
      rateText: item.get('rate'),
      frequencyText: item.get('frequency'),
      ...itemLimit(item.get('rate'), item.get('frequency')),
    }))
}

/** What an 一般 item fails to limit. */
export function unlimited({ rate, count, frequency }: ItemLimit): ('rate' | 'frequency')[] {
  return [
    ...(rate === null && count === null ? (['rate'] as const) : []),
    ...(frequency === null ? (['frequency'] as const) : []),
  ]
}

/** True for an item that may be inspected: it stands in the list and is not marked as out of force. */
export function inForce(item: RecordOf<'items'>): boolean {
  return item.get('valid') !== NO
}

/** An 一般 item whose list states no upper limit of rate or of frequency. */
export interface UnlimitedItem {
  readonly item: string
  readonly name: string
  readonly lacks: readonly ('rate' | 'frequency')[]
}

/** The 一般 items that lack an upper limit. */
export function unlimitedItems(items: readonly LimitedItem[]): UnlimitedItem[] {
  return items
    .map(item => ({ item: item.code, name: item.name, lacks: unlimited(item) }))
    .filter(({ lacks }) => lacks.length > 0)
}

/** The items that may be visited at a target so often in a year. */
export function frequenciesOf(items: readonly LimitedItem[]): ReadonlyMap<string, number> {
  return new Map(
    items.flatMap(({ code, frequency }) => (frequency === null ? [] : [[code, frequency] as const])),
  )
}
