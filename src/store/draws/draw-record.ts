import type { Day } from '../../core/dates.ts'
import type { DrawState, Ending } from '../../core/draw/draw-state.ts'
import type { SeedSource } from '../../core/draw/seed/announced-source.ts'
import type { ItemUsed } from '../../core/frame/items-of-task.ts'
import type { Snapshot } from '../../core/freeze/fix.ts'
import { lastDayToRun } from '../../core/freeze/lapse.ts'
import type { DepartmentCode, Digest, DrawNumber, EntryNumber } from '../../core/ids.ts'
import type { Lent } from '../../core/pool/lending.ts'
import type { RegistryCounts } from '../../core/publication/export/record.ts'
import type { RuleValues } from '../../core/rules/rule-book.ts'
import { rulesAtFreeze, rulesOf } from '../../core/rules/rules.ts'

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
  /** How it ended without a result; null while it waits, and of one that was run. */
  readonly ended: Ended | null
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
  readonly again: AgainAfter | null
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
  /** Where its frame lies; absent where that is this database. */
  readonly snapshot?: Snapshot
}

/** Why there was a further attempt, who approved, and how the one before ended where it was not made void. */
export interface AgainAfter {
  readonly draw: DrawNumber
  readonly reason: string
  readonly approver: string
  readonly ended?: Ending
}

/** A draw that ended without a result: its seed found no teams, or it was not run by the last day that it could be. */
export type Ended =
  | { readonly how: 'failed'; readonly since: EntryNumber; readonly detail: FailedDetail }
  | { readonly how: 'lapsed'; readonly since: EntryNumber; readonly detail: LapsedDetail }

/** What is known of a seed that found no teams, and the department that it found none for. */
export interface FailedDetail extends RunDetail {
  readonly department: DepartmentCode
}

export interface LapsedDetail {
  /** The last day on which it could be run. */
  readonly last: Day
}

/** What is known of the seed of a draw, whether it found teams or not; null while it has none. */
export function seedRun({
  run,
  ended,
}: Pick<DrawRecord, 'run' | 'ended'>): { readonly since: EntryNumber; readonly detail: RunDetail } | null {
  return run ?? (ended?.how === 'failed' ? ended : null)
}

/** What has become of a draw. */
export function stateOf({ run, ended, void: voided }: Pick<DrawRecord, 'run' | 'ended' | 'void'>): DrawState {
  if (voided !== null) return 'void'
  if (ended !== null) return ended.how
  return run === null ? 'frozen' : 'drawn'
}

/** The last day on which a draw that waits may be run; null for one that does not lapse. */
export function lastDayOf({ sources, rules }: Pick<DrawDetail, 'sources' | 'rules'>): Day | null {
  const { lapseDays, offset } = rulesOf(rulesAtFreeze(rules))
  return lastDayToRun(sources ?? [], lapseDays, offset)
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
  /** The two people who read the dice and entered them, each alone; absent where the seed was given as an option. */
  readonly enteredBy?: readonly [string, string]
}
