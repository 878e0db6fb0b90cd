import type { Day } from '../../core/dates.ts'
import type { SeedSource } from '../../core/draw/seed/announced-source.ts'
import { sourceAhead } from '../../core/freeze/check-sources.ts'
import type { DrawNumber } from '../../core/ids.ts'
import { officeDay } from '../../core/office-time.ts'
import { membersIn } from '../../core/registry/cells/cell-result.ts'
import { spansOf } from '../../core/registry/cells/period.ts'
import { YES } from '../../core/registry/cells/words.ts'
import { LIBRARIES, type LibraryName } from '../../core/registry/libraries/field.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { yearOfTask } from '../../core/registry/task-id.ts'
import { ITEM_FAULTS } from '../../core/rules/item-rules.ts'
import { type DrawRecord, lastDayOf, offsetAtFreeze, stateOf } from '../draws/draw-record.ts'
import { drawsIn } from '../draws/draws.ts'
import { enginesIn } from '../engines.ts'
import type { Store } from '../open.ts'
import { hasRecords } from '../registry/current-records.ts'
import { readRecord, readRecords } from '../registry/registry.ts'
import { ruleValues } from '../rules.ts'
import { signersOn } from '../signing-keys.ts'
import { lastEntry } from '../views/log.ts'
import { nameOfCode } from '../views/names.ts'

/** A task that no draw stands for. */
export interface TaskAhead {
  readonly id: string
  readonly name: string
  /** Its period; both empty where the plan states none. */
  readonly from: Day | ''
  readonly to: Day | ''
  /** As the office writes it. */
  readonly number: string
  /** False where neither the plan nor a rule says where its seed comes from. */
  readonly hasSources: boolean
}

/** A draw as it is picked from a list. */
export interface DrawAt {
  readonly number: DrawNumber
  readonly taskId: string
  readonly name: string
  readonly state: ReturnType<typeof stateOf>
  readonly sealed: boolean
}

/** A draw that waits for its seed. */
export interface WaitingDraw extends DrawAt {
  /** What its seed still waits for: a source, and when its value is due; null where all may be known. */
  readonly ahead: SeedSource | null
  readonly lastDay: Day | null
}

/** What was done last, as the ledger has it. */
export interface LastDone {
  readonly at: string
  readonly actor: string
  readonly action: string
  /** The draw, record or file it was done to; may be empty. */
  readonly what: string
  /** The task of the draw, or the name of the record; empty where there is none. */
  readonly name: string
}

/** How the office's work stands. */
export interface OfficeState {
  readonly entry: number
  /** The day by the office's clock. */
  readonly today: Day
  /** The department that leads, where exactly one does. */
  readonly office: string
  /** The registries that hold anything. */
  readonly filled: ReadonlySet<LibraryName>
  /** False where the rules let tasks go without items. */
  readonly itemsBind: boolean
  /** Tasks that nobody has frozen, those that begin first before the others. */
  readonly ahead: readonly TaskAhead[]
  readonly waiting: readonly WaitingDraw[]
  /** Draws with a result that stands, the last first. */
  readonly drawn: readonly DrawAt[]
  readonly last: LastDone | null
  /** Whether databases elsewhere, and keys that sign, are on record. */
  readonly engines: boolean
  readonly keys: boolean
}

export function officeState(store: Store, now: string, today: Day): OfficeState {
  const draws = drawsIn(store)
  const standing = draws.filter(draw => ['frozen', 'drawn'].includes(stateOf(draw)))
  const taken = new Set(standing.map(({ taskId }) => taskId))
  const leading = [...readRecords(store, 'departments')].filter(one => one.get('leading') === YES)
  return {
    entry: lastEntry(store),
    today,
    office: leading.length === 1 ? leading[0]!.get('name') : '',
    filled: new Set(LIBRARIES.filter(name => hasRecords(store, library(name)))),
    itemsBind: membersIn(ruleValues(store)['items-bind']).includes(ITEM_FAULTS.none),
    ahead: tasksAhead(store, today, taken),
    waiting: standing.filter(({ run }) => run === null).map(draw => waitingDraw(draw, now)),
    drawn: standing
      .filter(({ run }) => run !== null)
      .map(drawAt)
      .reverse(),
    last: lastDone(store, draws),
    engines: enginesIn(store).length > 0,
    keys: signersOn(store).length > 0,
  }
}

/** Draws, the last first, as they are picked from. */
export function drawsAt(store: Store): DrawAt[] {
  return drawsIn(store).map(drawAt).reverse()
}

function drawAt(draw: DrawRecord): DrawAt {
  const { number, taskId, detail, sealed } = draw
  const isShut = sealed !== null && sealed.revealed === null
  return { number, taskId, name: detail.name, state: stateOf(draw), sealed: isShut }
}

function waitingDraw(draw: DrawRecord, now: string): WaitingDraw {
  const { detail } = draw
  const ahead = sourceAhead(detail.sources ?? [], now, officeDay(now, offsetAtFreeze(detail))) ?? null
  return { ...drawAt(draw), ahead, lastDay: lastDayOf(detail) }
}

/** Tasks of this year, and of others as long as their period is not over. */
function tasksAhead(store: Store, today: Day, taken: ReadonlySet<string>): TaskAhead[] {
  const areUsual = ruleValues(store)['usual-sources'] !== ''
  const tasks = [...readRecords(store, 'plan')].flatMap((task): TaskAhead[] => {
    if (taken.has(task.id)) return []
    const [span] = spansOf(task.get('period'))
    const isOfNow = yearOfTask(task.id) === today.slice(0, 4) || (span?.to ?? '') >= today
    return isOfNow
      ? [
          {
            ...{ id: task.id, number: task.get('code'), name: task.get('name') },
            ...{ from: span?.from ?? '', to: span?.to ?? '' },
            hasSources: areUsual || task.get('sources') !== '',
          },
        ]
      : []
  })
  const until = ({ to }: TaskAhead) => (to !== '' && to < today ? '1' : '0')
  return tasks.sort((a, b) => (until(a) + (a.from || '9') < until(b) + (b.from || '9') ? -1 : 1))
}

function lastDone(store: Store, draws: readonly DrawRecord[]): LastDone | null {
  const row = store
    .sql<Omit<LastDone, 'what' | 'name'> & { readonly subject: string }>(
      `select at, actor, action, case when json_valid(subject) then subject else '{}' end as subject
       from entry join seal on seal.entry = entry.number order by number desc limit 1`,
    )
    .get()
  if (row === undefined) return null
  const { at, actor, action } = row
  const { draw, file, id } = JSON.parse(row.subject) as Readonly<Record<string, unknown>>
  const what = String(draw ?? file ?? id ?? '')
  return { at, actor, action, what, name: nameOfSubject(store, draws, row) }
}

/** What people call the draw or record that an entry is about. */
function nameOfSubject(
  store: Store,
  draws: readonly DrawRecord[],
  { action, subject }: { readonly action: string; readonly subject: string },
): string {
  const { draw, file, id } = JSON.parse(subject) as Readonly<Record<string, unknown>>
  if (draw !== undefined) return draws.find(({ number }) => number === draw)?.detail.name ?? ''
  const of = LIBRARIES.find(name => action.endsWith(` ${name}`))
  if (file !== undefined || id === undefined) return ''
  switch (of) {
    case 'plan':
      return readRecord(store, 'plan', String(id))?.get('name') ?? ''
    case 'departments':
    case 'items':
    case 'targets':
    case 'inspectors':
    case 'experts':
      return nameOfCode(store, of, String(id), null)
    default:
      return ''
  }
}
