import type { Day } from '../../core/dates.ts'
import { valuesOnRecord } from '../../core/draw/seed/values-on-record.ts'
import type { ItemUsed } from '../../core/frame/items-of-task.ts'
import { type FrameInput, questionsOf } from '../../core/frame/preview.ts'
import { namesAsked } from '../../core/freeze/check-names.ts'
import type { WeakSeed } from '../../core/freeze/check-sources.ts'
import type { FixInput } from '../../core/freeze/fix.ts'
import type { FreezeInput } from '../../core/freeze/freeze.ts'
import { type Announced, type FreezeWish, freezeTerms } from '../../core/freeze/freeze-terms.ts'
import type { DrawNumber, EntryNumber } from '../../core/ids.ts'
import type { Lent } from '../../core/pool/lending.ts'
import type { PairsInput, PeopleInput } from '../../core/pool/people.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { asRecord } from '../../core/registry/record.ts'
import type { Task } from '../../core/registry/task.ts'
import type { RuleValues } from '../../core/rules/rule-book.ts'
import type { Rules } from '../../core/rules/rules.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import { attemptsAt, nextNumber, ownDraws } from '../draws/draws.ts'
import type { Store } from '../open.ts'
import { factsFor } from '../registry/facts.ts'
import { staffByName, targetsWithNames } from '../registry/names-in-codes.ts'
import { columnsAt, readRecord, readRecords, recordOf } from '../registry/registry.ts'
import { targetsNamed } from '../registry/targets.ts'
import { ruleStandings, ruleValues } from '../rules.ts'
import { refuseAltered } from '../views/drawn.ts'
import { lastTeams, visitsIn } from '../views/earlier-teams.ts'
import { nextEntry } from '../views/log.ts'
import { responsibleFirms } from '../views/responsible-firms.ts'
import { seedsOnRecord } from '../views/seeds-on-record.ts'
import { pastDraws, pastVisits } from '../views/visit-history.ts'
import { awaitedDraws, awaitedVisits } from './awaited-draws.ts'
import { waitingDraws } from './waiting-draws.ts'

/** What is asked of a freeze, and told of its progress. */
export interface FreezeRequest
  extends Omit<FreezeWish<DrawRecord>, 'values' | 'attempts' | 'codes' | 'number' | 'announced'>,
    Pick<AsOf, 'entry' | 'progress'>,
    Pick<FreezeInput, 'lateReason'> {
  /** The draw is announced before it is run; with the approval of a weak seed, if there is one. */
  readonly announcing: { readonly weak: WeakSeed | null } | null
}

/** Reads all that freezing a task is decided from. The targets are read as they are asked for. */
export function freezeInput(
  store: Store,
  { entry, progress, lateReason, announcing, ...wish }: FreezeRequest,
): FreezeInput {
  const attempts = attemptsAt(store, idOf(wish.row))
  const number = nextNumber(store, wish.today.slice(0, 4))
  const terms = freezeTerms({
    ...wish,
    ...termsIn(store, wish),
    attempts,
    number,
    announced: announcing !== null,
  })
  const { next } = terms
  const own = next.kind === 'new' ? attempts.map(({ number }) => number) : ownDraws(store, next.standing)
  const awaitedBefore = next.kind === 'new' ? entry : next.standing.since
  const registries = fixInput(store, { ...terms, own, entry, awaitedBefore, progress })
  const judged =
    announcing === null
      ? null
      : {
          now: wish.now,
          weak: announcing.weak,
          recorded: valuesOnRecord(seedsOnRecord(store)),
          waiting: waitingDraws(store, terms.next.standing?.number ?? null),
        }
  const published = publishedIn(store, wish.row, registries, entry)
  return { ...registries, ...terms, number, today: wish.today, lateReason, published, announcing: judged }
}

/** The records whose texts are published with a draw. */
function publishedIn(
  store: Store,
  row: RecordCells,
  { task, items, rules }: FixInput,
  entry: EntryNumber,
): FreezeInput['published'] {
  const asked = namesAsked([...task.conditions, ...rules.exempt])
  return {
    row: asRecord('plan', row),
    items: items.map(item => asRecord('items', item.row)),
    departments: task.departments.flatMap(code => readRecord(store, 'departments', code, entry) ?? []),
    named: { targets: targetsWithNames(store, asked, entry), staff: staffByName(store, entry) },
  }
}

/** Reads all that a task would be fixed from if it were frozen now, whatever attempts at it there have been. */
export function unfrozenInput(
  store: Store,
  { progress, ...asked }: Pick<FreezeRequest, 'row' | 'today' | 'now' | 'lending' | 'progress'>,
): FixInput {
  const number = nextNumber(store, asked.today.slice(0, 4))
  const fresh = { attempts: [], again: false, sealFrom: null, number, announced: true }
  const terms = freezeTerms({ ...asked, ...termsIn(store, asked), ...fresh })
  const own = attemptsAt(store, idOf(asked.row)).map(({ number }) => number)
  const entry = nextEntry(store)
  return fixInput(store, { ...terms, own, entry, awaitedBefore: entry, progress })
}

function termsIn(store: Store, { lending }: Pick<FreezeRequest, 'lending'>) {
  const codes =
    lending === null ? new Map<string, string>() : factsFor(store, library('inspectors')).departments
  return { values: ruleValues(store), codes }
}

/** A task under its rules, and the ledger entry as of which everything is read. */
export interface AsOf {
  readonly task: Task
  readonly rules: Rules
  readonly values: RuleValues
  readonly announced: Announced
  readonly lent: readonly Lent[]
  /** The attempts at the task: what it drew itself is nothing that was before. */
  readonly own: readonly DrawNumber[]
  readonly entry: EntryNumber
  /** Of draws that wait for their seed, those frozen before this entry count: a task that stands frozen saw no later ones. */
  readonly awaitedBefore: EntryNumber
  /** Told now and then how many targets were read. */
  readonly progress?: ((targets: number) => void) | undefined
}

/** Reads all that a task is fixed from. */
export function fixInput(store: Store, asOf: AsOf): FixInput {
  const { task, rules, values, announced, lent, own, entry, progress } = asOf
  refuseAltered(store)
  const frame = frameInput(store, task, rules, own, entry, progress)
  const found = peopleInput(store, task, lent, own, entry)
  const people = { ...found, experts: [...found.experts] }
  return {
    ...frame,
    ...people,
    ...awaitedIn(store, asOf, frame),
    ...pairsInput(store, task, people.experts, own, entry),
    values,
    announced,
    standings: ruleStandings(store),
  }
}

/** Reads who must not meet whom. */
export function pairsInput(
  store: Store,
  task: Task,
  experts: PeopleInput['experts'],
  own: AsOf['own'],
  entry: EntryNumber,
): PairsInput {
  const names = [...experts].flatMap(expert => expert.list('avoids'))
  return {
    recusals: readRecords(store, 'recusals', entry),
    avoided: targetsNamed(store, names, entry),
    lastTeams: task.rotate ? lastTeams(store, own, entry) : [],
  }
}

/** Reads what draws that wait for their seed may bring, where the rules count them. */
function awaitedIn(
  store: Store,
  { task, rules, own, entry, awaitedBefore: before }: AsOf,
  { items }: FrameInput,
): Pick<FixInput, 'awaited' | 'awaitedVisits'> {
  if (!rules.countsWaiting) return { awaited: [], awaitedVisits: new Map() }
  const { past } = questionsOf(task, rules, items)
  const year = yearOf(task.from)
  const ofYear = { first: `${year}-01-01` as Day, last: `${year}-12-31` as Day }
  return {
    awaited:
      past === null ? [] : awaitedDraws(store, { own, entry, before, first: past.first, last: past.last }),
    awaitedVisits: awaitedVisits(store, { own, entry, before, ...ofYear }),
  }
}

/**
 * Reads what the frame of a task is made of, without draws that wait for their seed. Earlier draws and cases are read only
 * where a rule asks for them.
 */
export function frameInput(
  store: Store,
  task: Task,
  rules: Rules,
  own: AsOf['own'],
  entry: EntryNumber,
  progress: (targets: number) => void = () => {},
): FrameInput {
  const items = itemsAt(store, task, entry)
  const { columns, past } = questionsOf(task, rules, items)
  const targets = columnsAt(store, 'targets', columns, entry)
  return {
    task,
    rules,
    items,
    targets: counted(targets, progress),
    draws: past === null ? [] : pastDraws(store, own, past.first, past.last, entry),
    cases: past === null ? [] : pastVisits(store, past.year, entry),
    awaited: [],
    firms: past === null || !rules.responsibleFirm ? new Map() : responsibleFirms(store, entry),
  }
}

/** Reads whom a task may call on, without what waiting draws may ask of them. */
export function peopleInput(
  store: Store,
  task: Task,
  lent: readonly Lent[],
  own: AsOf['own'],
  entry: EntryNumber,
): PeopleInput {
  return {
    inspectors: readRecords(store, 'inspectors', entry),
    experts: readRecords(store, 'experts', entry),
    visits: visitsIn(store, own, yearOf(task.from), entry),
    awaitedVisits: new Map(),
    lent,
  }
}

/** The items of a task, with the entry since which each has been as it is; one that the list does not have is left out. */
function itemsAt(store: Store, task: Task, entry: EntryNumber): ItemUsed[] {
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

function yearOf(day: Day): string {
  return day.slice(0, 4)
}
