import type { Day } from '../../core/dates.ts'
import { type FreezeInput, taskToFreeze } from '../../core/frame/fix.ts'
import { frameColumns } from '../../core/frame/frame.ts'
import type { ItemUsed } from '../../core/frame/items-of-task.ts'
import type { Lent } from '../../core/frame/lending.ts'
import type { PeopleInput } from '../../core/frame/people.ts'
import { asksOfThePast, type FrameInput } from '../../core/frame/preview.ts'
import { reach } from '../../core/frame/visit-history.ts'
import { library } from '../../core/registry/libraries/library.ts'
import type { RecordCells } from '../../core/registry/libraries/record-cells.ts'
import type { Task } from '../../core/registry/task.ts'
import type { RuleValues } from '../../core/rules/rule-book.ts'
import { type Rules, rulesOf } from '../../core/rules/rules.ts'
import type { Store } from '../open.ts'
import { columnsAt, readRecords, recordOf } from '../registry/registry.ts'
import { targetsNamed } from '../registry/targets.ts'
import { ruleStandings } from '../rules.ts'
import { lastTeams, visitsIn } from './earlier-teams.ts'
import { pastCases, pastDraws } from './visit-history.ts'

/** What a freeze is about, beside what the registries hold. */
export interface FreezeTerms {
  /** The day that a task without a period is of. */
  readonly today: Day
  /** The ledger entry as of which everything is read. */
  readonly entry: number
  readonly rules: RuleValues
  /** Who was lent by a neighbour. */
  readonly lent: readonly Lent[]
  /** One more seed source, whose value the store keeps. */
  readonly sealed: string | null
  /** Told now and then how many targets were read. */
  readonly progress?: (targets: number) => void
}

/** Reads all that freezing the task in this row of the plan is decided from. The targets are read as they are asked for. */
export function freezeInput(store: Store, row: RecordCells, terms: FreezeTerms): FreezeInput {
  const { entry, lent, rules: values, progress } = terms
  const task = taskToFreeze(row, terms.today, values, terms.sealed)
  const frame = frameInput(store, task, rulesOf(values), entry, progress)
  const people = peopleInput(store, task, lent, entry)
  const experts = [...people.experts]
  return {
    ...frame,
    ...people,
    experts,
    values,
    standings: ruleStandings(store),
    recusals: readRecords(store, 'recusals', entry),
    avoided: targetsNamed(
      store,
      experts.flatMap(expert => expert.list('avoids')),
      entry,
    ),
    lastTeams: task.rotate ? lastTeams(store, task.id, entry) : [],
  }
}

/** Reads what the frame of a task is made of. Earlier draws and cases are read only where a rule asks for them. */
export function frameInput(
  store: Store,
  task: Task,
  rules: Rules,
  entry: number,
  progress: (targets: number) => void = () => {},
): FrameInput {
  const items = itemsAt(store, task, entry)
  const { first, last } = reach(task)
  const asked = asksOfThePast(task, rules, items)
  return {
    task,
    rules,
    items,
    targets: counted(columnsAt(store, 'targets', frameColumns(task, rules), entry), progress),
    draws: asked ? pastDraws(store, task.id, first, last, entry) : [],
    cases: asked ? pastCases(store, task.from.slice(0, 4), entry) : [],
  }
}

/** Reads whom a task may call on. */
export function peopleInput(store: Store, task: Task, lent: readonly Lent[], entry: number): PeopleInput {
  return {
    inspectors: readRecords(store, 'inspectors', entry),
    experts: readRecords(store, 'experts', entry),
    visits: visitsIn(store, task.id, task.from.slice(0, 4), entry),
    lent,
  }
}

/** The items of a task, with the entry since which each has been as it is; one that the list does not have is left out. */
export function itemsAt(store: Store, task: Task, entry: number): ItemUsed[] {
  return task.items.flatMap(code => {
    const found = recordOf(store, library('items'), code, entry)
    return found === null ? [] : [{ code, since: found.since, row: found.row }]
  })
}

/** The same rows, telling now and then how many there were. */
function* counted(rows: Iterable<RecordCells>, progress: (count: number) => void): Generator<RecordCells> {
  let count = 0
  for (const row of rows) {
    yield row
    if (++count % 10_000 === 0) progress(count)
  }
}
