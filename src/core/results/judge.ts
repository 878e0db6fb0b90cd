import { sortByBytes } from '../bytes.ts'
import { isDay } from '../dates.ts'
import type { InspectorId } from '../ids.ts'
import { membersIn } from '../registry/cells/cell-result.ts'
import type { Doubt } from '../registry/cells/doubt.ts'
import type { Issue } from '../registry/cells/issue.ts'
import { extrasOf, writeExtras } from '../registry/columns/extra-fields.ts'
import { columnOf, extrasColumn, ID, type RecordCells } from '../registry/libraries/record-cells.ts'
import { dayFault, isOutsidePeriod } from './days-of-result.ts'
import type { JudgedVisit, JudgingInput, StandingResult } from './judging-input.ts'
import { isFinding, outcomeFault, problemBesideNone, settledBy } from './outcome-of-result.ts'
import { personalFault } from './personal-fault.ts'
import { placeOfResult, type ResultPlace } from './place-of-result.ts'
import { resultId } from './result-key.ts'
import { laterHeading, RESULTS, type ResultField, type Said, saidBy, wrong } from './said.ts'
import { type ResultTeam, teamOfResult } from './team-of-result.ts'

/** What becomes of a row of a sheet of results. */
export type Judged =
  /** Nobody has filled it in yet. */
  | { readonly kind: 'unfilled' }
  | { readonly kind: 'issue'; readonly issue: Issue }
  /** `row` is what is kept, under its key; `reopens`: what was reviewed or returned is entered anew. */
  | {
      readonly kind: 'result'
      readonly row: RecordCells
      readonly doubts: readonly DoubtOf[]
      readonly reopens: boolean
      /** The id of the row of version 0.1.0 that becomes this result, with the steps that it took; null of any other. */
      readonly carriedFrom: string | null
    }

/**
 * Judges a row of results against the draw, the calendar and itself: drawn and standing, this department's turn, this
 * item, the seated team or who went instead and why, a day that can be, outcomes that do not exclude each other, no state
 * but by a verb, nobody's number in a text, and the department of who writes. The first that is wrong is told.
 */
export function judgeResult(cells: RecordCells, line: number, input: JudgingInput): Judged {
  const said = saidBy(cells, line)
  if (FILLED_IN.every(field => said.get(field) === '')) return { kind: 'unfilled' }
  const place = placeOfResult(said, input)
  if ('issue' in place) return { kind: 'issue', ...place }
  const standing = input.standing(resultId(place.found.key))
  const team = teamOfResult(said, place.found, keptTeam(standing), input)
  if ('issue' in team) return { kind: 'issue', ...team }
  const row = keptRow(said, place.found, team, standing)
  const issue =
    foreign(said, input) ??
    dayFault(said, place.found, input) ??
    outcomeFault(said) ??
    personalFault(said) ??
    stateFault(said, row, standing, input)
  if (issue !== null) return { kind: 'issue', issue }
  const visit = visitOf(said, place.found, team, row)
  const doubts = [...doubtsOf(said, place.found, team), ...visitDoubtsOf(visit, input)]
  const refused = doubts.find(([, doubt]) => input.refusedDoubts.has(doubt))
  if (refused !== undefined) {
    const [field, doubt, inspectors] = refused
    const details = inspectors.length === 0 ? { doubt } : { doubt, inspectors }
    return { kind: 'issue', issue: wrong(said, field, 'doubtful-value', details) }
  }
  if (visit !== null) input.visited(visit)
  const keptAs = standing?.keptAs ?? row[ID]!
  const carriedFrom = keptAs === row[ID] ? null : keptAs
  return { kind: 'result', row, doubts, reopens: reopens(row, standing, input), carriedFrom }
}

/** The team that a result was kept with: who was seated when it was entered, whatever was substituted since. */
function keptTeam(standing: StandingResult | null): readonly InspectorId[] | null {
  // A row of version 0.1.0 has whoever was typed in there.
  if (standing === null || extrasOf(RESULTS, standing.row)[laterHeading('draw')] === undefined) return null
  return membersIn(standing.row[PLACE.inspectors]!) as InspectorId[]
}

/** What is filled in after an inspection; a sheet brings all else. */
const FILLED_IN: readonly ResultField[] = [
  ...([
    'inspected',
    'outcome',
    'found',
    'measures',
    'settled',
    'went',
    'because',
    'published',
    'review',
  ] as const),
  ...(['deadline', 'recheck', 'recheck_outcome', 'case_number', 'receiver', 'transferred'] as const),
  ...(['penalty', 'closed', 'closing'] as const),
]

/** What a sheet shows for people, and nobody keeps. */
const SHOWN = (
  [
    'task_name',
    'target_name',
    'item_name',
    'certificates',
    'visit_code',
    'due',
    'entry_due',
    'publication_due',
    'others',
  ] as const
).map(laterHeading)

const PLACE = {
  task: columnOf(RESULTS, 'task'),
  target: columnOf(RESULTS, 'target'),
  department: columnOf(RESULTS, 'department'),
  inspected: columnOf(RESULTS, 'inspected'),
  inspectors: columnOf(RESULTS, 'inspectors'),
  method: columnOf(RESULTS, 'method'),
  outcome: columnOf(RESULTS, 'outcome'),
  found: columnOf(RESULTS, 'found'),
  settled: columnOf(RESULTS, 'settled'),
  review: columnOf(RESULTS, 'review'),
  published: columnOf(RESULTS, 'published'),
  extra: extrasColumn(RESULTS),
}

function keptRow(
  said: Said,
  { key, task }: ResultPlace,
  { seated, went }: ResultTeam,
  standing: StandingResult | null,
): RecordCells {
  const row = [...said.row]
  row[ID] = resultId(key)
  row[PLACE.task] = task
  row[PLACE.target] = key.target
  row[PLACE.department] = key.department
  row[PLACE.inspectors] = sortByBytes([...seated]).join(';')
  row[PLACE.settled] = settledBy(said)
  // What version 0.1.0 kept of a state stays; nothing else is ever written there.
  row[PLACE.review] = standing?.row[PLACE.review] ?? ''
  row[PLACE.published] = standing?.row[PLACE.published] ?? ''
  const kept = Object.entries(extrasOf(RESULTS, said.row)).filter(([heading]) => !SHOWN.includes(heading))
  row[PLACE.extra] = writeExtras({
    ...Object.fromEntries(kept),
    [laterHeading('draw')]: key.occasion,
    [laterHeading('item')]: key.item,
    [laterHeading('went')]: went.join(';'),
    [laterHeading('because')]: went.length === 0 ? '' : said.get('because'),
  })
  return row
}

function foreign(said: Said, { writesFor, actor }: JudgingInput): Issue | null {
  if (writesFor === null || writesFor.has(said.get('department'))) return null
  return wrong(said, 'department', 'result-not-your-department', { actor, departments: [...writesFor] })
}

/** A cell may agree with the state of a result and never give it one; what is published changes by `results correct` alone. */
function stateFault(
  said: Said,
  row: RecordCells,
  standing: StandingResult | null,
  input: JudgingInput,
): Issue | null {
  const [review, published, inspected] = [said.get('review'), said.get('published'), said.get('inspected')]
  const state = standing?.state ?? 'entered'
  if (published !== '' && published < inspected)
    return wrong(said, 'published', 'result-published-before-inspected', { inspected })
  const isPublic = state === 'published' || state === 'taken-down'
  if ((review === '已公示' || published !== '') && !isPublic)
    return wrong(said, published === '' ? 'review' : 'published', 'result-state-by-verb', { state })
  if ((review === '审核退回' || review === '不通过') && state !== 'returned')
    return wrong(said, 'review', 'result-state-by-verb', { state })
  if (isPublic && findingChanges(row, standing!, input))
    return wrong(said, 'outcome', 'result-published', { id: row[ID]! })
  return null
}

/** True where a row changes what was found; follow-up goes on after publication. */
function findingChanges(
  row: RecordCells,
  { row: standing }: StandingResult,
  { merged }: JudgingInput,
): boolean {
  const becomes = merged(standing, row)
  const [said, kept] = [extrasOf(RESULTS, becomes), extrasOf(RESULTS, standing)]
  // A row of version 0.1.0 has whoever was typed in where the seated team stands now.
  const isCarried = kept[laterHeading('draw')] === undefined
  const fields = [
    ...[PLACE.inspected, PLACE.method, PLACE.outcome, PLACE.found],
    ...(isCarried ? [] : [PLACE.inspectors]),
  ]
  const later = [laterHeading('went'), laterHeading('because')]
  return (
    fields.some(place => becomes[place] !== standing[place]) ||
    later.some(heading => (said[heading] ?? '') !== (kept[heading] ?? ''))
  )
}

function reopens(row: RecordCells, standing: StandingResult | null, input: JudgingInput): boolean {
  // What was retired and comes again is entered anew, whatever steps it took before.
  if (standing === null) return input.hasSteps(row[ID]!)
  // What was returned may lack anything, its follow-up too.
  if (standing.state === 'returned')
    return input.merged(standing.row, row).some((cell, column) => cell !== standing.row[column])
  return standing.state === 'reviewed' && findingChanges(row, standing, input)
}

function visitOf(
  said: Said,
  { key }: ResultPlace,
  { seated, went }: ResultTeam,
  row: RecordCells,
): JudgedVisit | null {
  const day = said.get('inspected')
  if (!isDay(day)) return null
  const people = went.length > 0 ? went : seated
  const found = isFinding(membersIn(said.get('outcome')))
  return { id: row[ID]!, occasion: key.occasion, target: key.target, day, people, found }
}

function visitDoubtsOf(visit: JudgedVisit | null, input: JudgingInput): DoubtOf[] {
  if (visit === null) return []
  return input.visitDoubts(visit).map(({ doubt, inspectors }) => ['inspected', doubt, inspectors] as const)
}

/** A field whose value is doubtful, why, and about whom. */
type DoubtOf = readonly [field: ResultField, doubt: Doubt, inspectors: readonly InspectorId[]]

function* doubtsOf(said: Said, place: ResultPlace, { seated, went }: ResultTeam): Generator<DoubtOf> {
  const outcomes = membersIn(said.get('outcome'))
  if (isOutsidePeriod(said, place)) yield ['inspected', 'outside-period', []]
  if ((went.length > 0 ? went : seated).length === 1)
    yield [went.length > 0 ? 'went' : 'inspectors', 'lone-inspector', []]
  const beside = problemBesideNone(said)
  if (beside !== null) yield [beside, 'found-beside-none', []]
  if (isFinding(outcomes) && said.get('found') === '') yield ['found', 'problem-unsaid', []]
}
