import type { FactRow } from '../../core/exchange/outgoing.ts'
import { libraryOf, type Subject } from '../../core/exchange/subjects.ts'
import type { InspectorId } from '../../core/ids.ts'
import { officeDay } from '../../core/office-time.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { idOf } from '../../core/registry/libraries/record-cells.ts'
import type { Due } from '../../core/results/due.ts'
import type { Result } from '../../core/results/result.ts'
import type { DrawRecord } from '../draws/draw-record.ts'
import type { Store } from '../open.ts'
import { recordOf, records } from '../registry/registry.ts'
import { dueOf } from '../results/due-results.ts'
import { type CodeOfVisit, codesByDraw, codesOfVisits } from '../visit-codes.ts'
import { fieldIn, type Own, pathReader } from './records-referred.ts'

/** What every row has beside its own: the day, and the batch of the day. */
export interface Sent {
  readonly today: string
  readonly batch: string
}

/** The records of a library as layouts ask for them, in byte order of the id: memory holds one. */
export function* factsOfLibrary(store: Store, subject: Subject, sent: Sent): Generator<FactRow> {
  const of = libraryOf(subject)!
  const read = pathReader(store, subject)
  for (const cells of records(store, of))
    yield { id: idOf(cells), get: read(sentWith(sent, field => fieldIn(of, cells, field))) }
}

/** The same of results, with the draw, the target, the item and the people that each is of. */
export function* factsOfResults(
  store: Store,
  results: Iterable<Result>,
  offset: string,
  sent: Sent,
): Generator<FactRow> {
  const read = pathReader(store, 'results')
  // Results of one draw come together.
  const codeOf = codesByDraw(store, 'one')
  for (const result of results) {
    const own: Own = field =>
      field === 'visit_code'
        ? codeOf(result.occasion, result.target, result.department)
        : ofResult(store, result, field, offset)
    yield { id: result.id, get: read(sentWith(sent, own)) }
  }
}

/** The rows of a draw that a layout of visits tells of. */
export function rowsOfVisits(
  subject: Subject,
  store: Store,
  draw: DrawRecord,
  sent: Sent,
): Generator<FactRow> {
  return (subject === 'assignments' ? factsOfAssignments : factsOfNotices)(store, draw, sent)
}

/** Who inspects whom of a draw as it stands, one row for each person at each target. */
function* factsOfAssignments(store: Store, draw: DrawRecord, sent: Sent): Generator<FactRow> {
  const read = pathReader(store, 'assignments')
  const codes = codesOfVisits(store, draw.number)
  for (const turn of turnsOf(store, draw))
    for (const [i, inspector] of turn.team.entries()) {
      const own: Own = field =>
        field === 'inspector'
          ? inspector
          : field === 'seat'
            ? String(i + 1)
            : turnField(draw, turn, field, codes)
      yield {
        id: `${draw.number}/${turn.target}/${turn.department}/${inspector}`,
        get: read(sentWith(sent, own)),
      }
    }
}

/** What each target of a draw is told, one row for each department that comes. */
function* factsOfNotices(store: Store, draw: DrawRecord, sent: Sent): Generator<FactRow> {
  const read = pathReader(store, 'notices')
  const codes = codesOfVisits(store, draw.number)
  for (const turn of turnsOf(store, draw)) {
    const own: Own = field =>
      field === 'inspectors' ? turn.team.join(';') : turnField(draw, turn, field, codes)
    yield { id: `${draw.number}/${turn.target}/${turn.department}`, get: read(sentWith(sent, own)) }
  }
}

function sentWith({ today, batch }: Sent, own: Own): Own {
  return field => (field === 'today' ? today : field === 'batch' ? batch : own(field))
}

/** One department at one target, with all that it checks there. */
interface Turn {
  readonly target: string
  readonly department: string
  readonly team: readonly InspectorId[]
  readonly items: readonly string[]
}

function* turnsOf(store: Store, draw: DrawRecord): Generator<Turn> {
  let items: string[] = []
  let last: Due | null = null
  const turn = ({ target, department, team }: Due): Turn => ({ target, department, team, items })
  for (const due of draw.void === null ? dueOf(store, draw) : []) {
    if (last !== null && (last.target !== due.target || last.department !== due.department)) {
      yield turn(last)
      items = []
    }
    if (due.item !== '') items.push(due.item)
    last = due
  }
  if (last !== null) yield turn(last)
}

function turnField(
  draw: DrawRecord,
  { target, department, items }: Turn,
  field: string,
  codes: CodeOfVisit,
): string {
  switch (field) {
    case 'draw':
      return draw.number
    case 'attempt':
      return String(draw.attempt)
    case 'from':
      return draw.starts
    case 'to':
      return draw.ends
    case 'task':
      return draw.taskId
    case 'digest':
      return draw.digest
    case 'target':
      return target
    case 'department':
      return department
    case 'items':
      return items.join(';')
    case 'visit_code':
      return codes(target, department)
    default:
      return ''
  }
}

/** A field of a result; one that another system brought stands in the row as it is kept. */
function ofResult(store: Store, result: Result, field: string, offset: string): string {
  if (!field.startsWith('extra:')) return RESULT[field]?.(result, offset) ?? ''
  const kept = recordOf(store, library('results'), result.id)
  return kept === null ? '' : fieldIn(library('results'), kept.row, field)
}

type OfResult = (result: Result, offset: string) => string

const many = (members: readonly string[]) => members.join(';')

/** The fields of a result by the names that layouts know them by. */
const RESULT: Readonly<Record<string, OfResult>> = {
  id: ({ id }) => id,
  task: ({ task }) => task,
  draw: ({ occasion }) => occasion,
  target: ({ target }) => target,
  department: ({ department }) => department,
  item: ({ item }) => item,
  inspected: ({ inspected }) => inspected,
  inspectors: ({ seated }) => many(seated),
  went: ({ went }) => many(went),
  people: ({ seated, went }) => many(went.length > 0 ? went : seated),
  because: ({ wentBecause }) => wentBecause,
  method: ({ methods }) => many(methods),
  outcome: ({ outcomes }) => many(outcomes),
  found: ({ found }) => found,
  measures: ({ measures }) => many(measures),
  recorder: ({ recorder }) => recorder,
  published: ({ published }) => published ?? '',
  state: ({ state }) => state,
  entered: ({ entered }, offset) => officeDay(entered.at, offset),
  settled: ({ followUp }) => followUp.settled,
  deadline: ({ followUp }) => followUp.deadline,
  recheck: ({ followUp }) => followUp.recheck,
  recheck_outcome: ({ followUp }) => many(followUp.recheckOutcomes),
  case_number: ({ followUp }) => followUp.caseNumber,
  receiver: ({ followUp }) => followUp.receiver,
  transferred: ({ followUp }) => followUp.transferred,
  penalty: ({ followUp }) => followUp.penalty,
  closed: ({ followUp }) => followUp.closed,
  closing: ({ followUp }) => followUp.closing,
}
