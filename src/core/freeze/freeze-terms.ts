import type { Day } from '../dates.ts'
import type { SealReasons } from '../draw/seed/reasons.ts'
import { newSeal, type Seal } from '../draw/seed/seal.ts'
import { type Lending, type Lent, lentTo } from '../pool/lending.ts'
import type { LendingReasons } from '../pool/reasons.ts'
import { refusal } from '../refusal.ts'
import type { RecordCells } from '../registry/libraries/record-cells.ts'
import { type Task, taskOf } from '../registry/task.ts'
import { numberOfRow } from '../registry/task-id.ts'
import type { RuleValues } from '../rules/rule-book.ts'
import { type Rules, rulesOf } from '../rules/rules.ts'
import { type Attempt, type NextAttempt, nextAttempt } from './attempt.ts'

const refuse = refusal<LendingReasons & SealReasons>()

/** An attempt with what was settled when it was frozen. */
export interface FrozenAttempt extends Attempt {
  readonly detail: { readonly day: Day; readonly lent?: readonly Lent[] }
  readonly sealed: { readonly source: string } | null
}

/** What a freeze is asked to be, and what it meets. */
export interface FreezeWish<A extends FrozenAttempt> {
  /** The row of the plan, or of an ad-hoc task. */
  readonly row: RecordCells
  readonly today: Day
  readonly values: RuleValues
  readonly attempts: readonly A[]
  /** A further attempt is asked for. */
  readonly again: boolean
  /** Who is to be lent; null where nobody asks for it. */
  readonly lending: Lending | null
  /** Every name of a department, and its code. */
  readonly codes: ReadonlyMap<string, string>
  /** Chance for a seal that is asked for; null where none is. */
  readonly sealFrom: ((count: number) => Uint8Array) | null
}

/** What a freeze is about, before anything of the registries is looked at. */
export interface FreezeTerms<A extends FrozenAttempt> {
  readonly next: NextAttempt<A>
  readonly task: Task
  readonly rules: Rules
  readonly values: RuleValues
  readonly lent: readonly Lent[]
  readonly seal: Seal | null
}

/** Settles what a freeze is about. What stands frozen keeps its day, whom it was lent and its seal. */
export function freezeTerms<A extends FrozenAttempt>(wish: FreezeWish<A>): FreezeTerms<A> {
  const { row, today, values, attempts, again, lending, codes, sealFrom } = wish
  const next = nextAttempt(numberOfRow(row), attempts, again)
  if (next.kind === 'new') {
    const task = taskToFreeze(row, today, values, null)
    const seal = sealFrom === null ? null : newSeal(sealFrom)
    const lent = lending === null ? [] : lentTo(lending, task.departments, codes)
    return { next, task: sealedWith(task, seal), rules: rulesOf(values), values, lent, seal }
  }
  const { number, detail, sealed } = next.standing
  if (lending !== null) throw refuse('lending-already-fixed', { task: numberOfRow(row), draw: number })
  if (sealed === null && sealFrom !== null)
    throw refuse('task-not-sealed', { task: numberOfRow(row), draw: number })
  const seal = sealed === null ? null : { source: sealed.source, secret: null }
  const task = taskToFreeze(row, detail.day, values, seal?.source ?? null)
  return { next, task, rules: rulesOf(values), values, lent: detail.lent ?? [], seal }
}

/** The task in a row of the plan as it freezes: under these rules, with its sealed source where it has one. */
export function taskToFreeze(row: RecordCells, today: Day, values: RuleValues, sealed: string | null): Task {
  return sealedWith(taskOf(row, today, rulesOf(values).window), sealed === null ? null : { source: sealed })
}

function sealedWith(task: Task, seal: Pick<Seal, 'source'> | null): Task {
  return seal === null ? task : { ...task, sources: [...task.sources, seal.source] }
}
