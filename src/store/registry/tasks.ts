import type { EntryNumber } from '../../core/ids.ts'
import type { KnownTask } from '../../core/registry/cells/context.ts'
import { spansOf } from '../../core/registry/cells/period.ts'
import { idOf, type RecordCells } from '../../core/registry/libraries/record-cells.ts'
import { asRecord } from '../../core/registry/record.ts'
import { numberOfRow, yearOfTask } from '../../core/registry/task-id.ts'
import type { Store } from '../open.ts'
import { storedTasks, taskVersions, type Version } from './registry.ts'
import { isUnderNumber, taskIdIn } from './task-ids.ts'

/** The tasks of the plan, ad-hoc ones among them, that stand now or stood at an entry; `past` adds those that once did. */
export function tasksKnown(store: Store, past: boolean, at?: EntryNumber): KnownTask[] {
  const standing = ({ since, until }: Version) =>
    at === undefined ? until === null : since <= at && (until === null || until > at)
  const versions = taskVersions(store).filter(version => past || standing(version))
  return [...new Map(versions.map(({ row }) => [idOf(row), knownTask(row)])).values()]
}

/** The tasks that a user may mean by a name, their number or year and number: those that stand, else those of the past. */
export function tasksCalled(store: Store, name: string, at?: EntryNumber): KnownTask[] {
  const called = ({ id, number }: KnownTask) => id === name || number === name
  const standing = tasksKnown(store, false, at).filter(called)
  return standing.length > 0 ? standing : tasksKnown(store, true).filter(called)
}

function knownTask(row: RecordCells): KnownTask {
  const [period] = spansOf(asRecord('plan', row).get('period'))
  return { id: idOf(row), number: numberOfRow(row), from: period?.from ?? '', to: period?.to ?? '' }
}

/** Tasks that stand because a draw brought them (临时任务), by their id. */
export function adHocTasks(store: Store): Set<string> {
  const brought = broughtByDraws(store)
  const standing = taskVersions(store).filter(({ since, until }) => until === null && brought.has(since))
  return new Set(standing.map(({ row }) => idOf(row)))
}

/** The last version of each line of the plan that is no longer in it, those of ad-hoc tasks left out. */
export function withdrawnLines(store: Store): RecordCells[] {
  const brought = broughtByDraws(store)
  return lastVersions(taskVersions(store))
    .filter(({ since, until }) => until !== null && !brought.has(since))
    .map(({ row }) => row)
}

/**
 * Lines of the plan whose place a line of a later year took, when programs told tasks apart by their number alone: nobody
 * withdrew them. Those that came back since are not among them.
 */
export function displacedLines(store: Store): RecordCells[] {
  if (store.sql('select 1 from task where id = code and until is not null limit 1').get() === undefined)
    return []
  const stored = storedTasks(store).filter(({ row }) => isUnderNumber(row))
  const idOfTask = taskIdIn(store)
  const idAt = new Map(stored.map(({ row, since }) => [`${idOf(row)} ${since}`, idOfTask(row)]))
  return lastVersions(taskVersions(store))
    .filter(({ until, row }) => {
      const next = idAt.get(`${numberOfRow(row)} ${until}`)
      return next !== undefined && yearOfTask(next) > yearOfTask(idOf(row))
    })
    .map(({ row }) => row)
}

function lastVersions(versions: readonly Version[]): Version[] {
  return [...new Map(versions.map(version => [idOf(version.row), version])).values()]
}

/** The entries by which draws brought tasks of their own. */
function broughtByDraws(store: Store): Set<EntryNumber> {
  return new Set(
    store.sql<EntryNumber>("select number from entry where action in ('freeze', 'run')").pluck().all(),
  )
}
