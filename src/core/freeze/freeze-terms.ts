import type { Day } from '../dates.ts'
import type { SeedSource } from '../draw/seed/announced-source.ts'
import type { SealReasons } from '../draw/seed/reasons.ts'
import { announcedSource, readSaidSource } from '../draw/seed/said-source.ts'
import { newSeal, type Seal } from '../draw/seed/seal.ts'
import { usualSources } from '../draw/seed/usual-sources.ts'
import type { DrawNumber } from '../ids.ts'
import { certifiedTeams } from '../pool/certified.ts'
import { type Lending, type Lent, lentTo } from '../pool/lending.ts'
import type { LendingReasons } from '../pool/reasons.ts'
import { refusal } from '../refusal.ts'
import type { RecordCells } from '../registry/libraries/record-cells.ts'
import { asRecord } from '../registry/record.ts'
import { type Task, taskOf } from '../registry/task.ts'
import { numberOfRow } from '../registry/task-id.ts'
import type { RuleValues } from '../rules/rule-book.ts'
import { type Rules, rulesOf } from '../rules/rules.ts'
import { assignedTask, valuesForTask } from './assigned.ts'
import { type Attempt, type NextAttempt, nextAttempt } from './attempt.ts'
import type { FreezeReasons } from './reasons.ts'

const refuse = refusal<FreezeReasons & LendingReasons & SealReasons>()

/** An attempt with what was settled when it was frozen. */
export interface FrozenAttempt extends Attempt {
  readonly detail: {
    readonly day: Day
    readonly lent?: readonly Lent[]
    /** As they were announced; version 1 of the law has none. */
    readonly sources?: readonly SeedSource[]
  }
  readonly sealed: { readonly source: string } | null
}

/** What a freeze is asked to be, and what it meets. */
export interface FreezeWish<A extends FrozenAttempt> {
  /** The row of the plan, or of an ad-hoc task. */
  readonly row: RecordCells
  readonly today: Day
  /** The moment, and the number that a new draw gets: usual sources go by them. */
  readonly now: string
  readonly number: DrawNumber
  /** It is announced before it is run: only then the office's usual sources stand for those that the task does not name. */
  readonly announced: boolean
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
  readonly announced: Announced
}

/** The version of the law that a draw is frozen under, with its sources as that version announces them. */
export type Announced =
  | { readonly spec: 'ssj-draw/1'; readonly seedSources: readonly string[] }
  | { readonly spec: 'ssj-draw/2'; readonly seedSources: readonly SeedSource[] }

/** Settles what a freeze is about. What stands frozen keeps its day, whom it was lent and its seal. */
export function freezeTerms<A extends FrozenAttempt>(wish: FreezeWish<A>): FreezeTerms<A> {
  const { row, values, attempts, again, lending, codes, sealFrom } = wish
  const next = nextAttempt(numberOfRow(row), attempts, again)
  if (next.kind === 'new') {
    const task = taskToFreeze(row, wish.today, values)
    const seal = sealFrom === null ? null : newSeal(sealFrom)
    const lent = lending === null ? [] : lentTo(lending, task.departments, codes)
    const announced = announcedAnew(wish, task, seal)
    const own = valuesForTask(task, values)
    return { next, task, rules: rulesOf(own), values: own, lent, seal, announced }
  }
  const { number, detail, sealed } = next.standing
  if (lending !== null) throw refuse('lending-already-fixed', { task: numberOfRow(row), draw: number })
  if (sealed === null && sealFrom !== null)
    throw refuse('task-not-sealed', { task: numberOfRow(row), draw: number })
  const seal = sealed === null ? null : { source: sealed.source, secret: null }
  const task = taskToFreeze(row, detail.day, values)
  const announced = announcedBefore(task, detail.sources, sealed)
  const own = valuesForTask(task, values)
  return { next, task, rules: rulesOf(own), values: own, lent: detail.lent ?? [], seal, announced }
}

/** The task in a row of the plan as it freezes under these rules. */
export function taskToFreeze(row: RecordCells, today: Day, values: RuleValues): Task {
  return taskUnder(row, today, rulesOf(values))
}

/** The same: its window where it names none, and which of its seats need a certificate. */
export function taskUnder(row: RecordCells, today: Day, rules: Rules): Task {
  const said = taskOf(row, today, rules.window)
  const task = rules.assignedLists ? assignedTask(row, said) : said
  return { ...task, teams: certifiedTeams(task.teams, rules.certifiedMinimum) }
}

/** The sources of a new draw: all new draws are frozen under version 2 of the law. */
function announcedAnew(
  { row, values, today, number, now, announced }: Omit<FreezeWish<FrozenAttempt>, 'attempts'>,
  task: Task,
  seal: Seal | null,
): Announced {
  const isUnsaid = asRecord('plan', row).get('sources') === ''
  const usual = announced && isUnsaid ? usualSources(rulesOf(values).usualSources, number, now) : []
  const said =
    usual.length > 0
      ? usual.map(source => announcedSource(source, today))
      : task.sources.map(source => announcedIn(task.number, source, today))
  const sealed = seal === null ? [] : [{ name: seal.source, form: seal.source, due: task.to, place: '' }]
  return { spec: 'ssj-draw/2', seedSources: [...said, ...sealed] }
}

/** A source as the plan names it, which may have been taken before there were forms. */
function announcedIn(task: string, source: string, today: Day): SeedSource {
  const reading = readSaidSource(source)
  if (reading.kind === 'source') return announcedSource(reading.source, today)
  throw refuse('unreadable-source', { task, source })
}

/** The sources of a draw that was frozen before: version 1 names them as the task does, the sealed one last. */
export function announcedBefore(
  task: Task,
  sources: readonly SeedSource[] | undefined,
  sealed: { readonly source: string } | null,
): Announced {
  if (sources !== undefined) return { spec: 'ssj-draw/2', seedSources: sources }
  return { spec: 'ssj-draw/1', seedSources: [...task.sources, ...(sealed === null ? [] : [sealed.source])] }
}
