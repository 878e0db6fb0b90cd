import type { Day } from '../../core/dates.ts'
import type { SeedSource } from '../../core/draw/seed/announced-source.ts'
import type { ItemUsed } from '../../core/frame/items-of-task.ts'
import type { DepartmentCode, Digest, DrawNumber, EntryNumber } from '../../core/ids.ts'
import type { Lent } from '../../core/pool/lending.ts'
import type { RegistryCounts } from '../../core/publication/export/record.ts'
import type { RuleValues } from '../../core/rules/rule-book.ts'
import { rulesAtFreeze } from '../../core/rules/rules.ts'

/** A frozen task: what was fixed, before or with the draw. */
export interface DrawRecord {
  /** `YYYY-NNNN`. */
  readonly number: DrawNumber
  /** The ledger entry that froze it: the registries as they stood then are its frame. */
  readonly since: EntryNumber
  /** The number (任务编号) of its task, as it was announced. */
  readonly task: string
  /** The id of its task, `2026/P01`: draws of one id are attempts at one task. */
  readonly taskId: string
  readonly attempt: number
  readonly digest: Digest
  readonly starts: Day
  readonly ends: Day
  readonly detail: DrawDetail
  /** The entry that drew it, and what is known of the seed; null while it is only frozen. */
  readonly run: { readonly since: EntryNumber; readonly detail: RunDetail } | null
  readonly void: { readonly since: EntryNumber; readonly reason: string; readonly approver: string } | null
  /** Its sealed source, and the entry that opened it; null for a draw without one. */
  readonly sealed: { readonly source: string; readonly revealed: EntryNumber | null } | null
}

/** What belongs to the occasion of freezing and is shown again later. */
export interface DrawDetail {
  readonly name: string
  readonly lead: DepartmentCode
  readonly items: readonly string[]
  readonly publishList: boolean
  readonly day: Day
  readonly frozenAt: string
  readonly actor: string
  /** Why it is not the first attempt, and who approved. */
  readonly again: { readonly draw: DrawNumber; readonly reason: string; readonly approver: string } | null
  /** The row of the plan, or of the ad-hoc task, as it was frozen. */
  readonly row: readonly string[]
  readonly program: string
  /** The rules that it was frozen under; draws of before there were any have none. */
  readonly rules?: RuleValues
  /** Inspectors that a neighbour lent. */
  readonly lent?: readonly Lent[]
  /** The items as they stood, each with the entry its version is valid since. */
  readonly itemsUsed?: readonly ItemUsed[]
  /** Why it was frozen outside its period. */
  readonly late?: string
  /** The sources as they were announced; absent in draws of version 1 of the law. */
  readonly sources?: readonly SeedSource[]
  /** Why it was frozen with a seed that can be steered, and who approved; absent where it cannot. */
  readonly weak?: { readonly reason: string; readonly approver: string }
  /** The draws that waited with the same targets and sources when it was frozen, and why it was. */
  readonly twins?: { readonly draws: readonly DrawNumber[]; readonly reason: string }
  /** Absent in draws of version 0.1.0. */
  readonly registry?: RegistryCounts
}

/** How far the office's clock was from UTC when a draw was frozen. */
export function offsetAtFreeze({ rules }: Pick<DrawDetail, 'rules'>): string {
  return rulesAtFreeze(rules)['utc-offset']
}

export interface RunDetail {
  readonly drawnAt: string
  readonly actor: string
  readonly committed: 'before' | 'at-once'
  /** Why what stood frozen was drawn although its period was over. */
  readonly late?: string
  readonly machine: boolean
  /** Who looked on; draws of earlier versions say nothing of them. */
  readonly witnesses?: readonly string[]
  readonly signatures: Readonly<Record<string, string>>
}
