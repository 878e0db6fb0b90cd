import type { Day } from '../dates.ts'
import type { EntryNumber } from '../ids.ts'
import { membersIn } from '../registry/cells/cell-result.ts'
import { extrasOf } from '../registry/columns/extra-fields.ts'
import { library } from '../registry/libraries/library.ts'
import { columnOf, idOf, type RecordCells } from '../registry/libraries/record-cells.ts'
import { asRecord } from '../registry/record.ts'
import type { ResultKey } from './result-key.ts'
import {
  publishedOn,
  type ResultState,
  type StatedState,
  stateAfter,
  type TakenStep,
} from './result-state.ts'

/** A result of an inspection (检查结果) as it stands. */
export interface Result extends ResultKey {
  /** The id under which it is kept. */
  readonly id: string
  /** The id of its task, `2026/P01`; of a case its number. */
  readonly task: string
  readonly inspected: Day | ''
  /** Who was to go, and who went where others did, with the reason. */
  readonly seated: readonly string[]
  readonly went: readonly string[]
  readonly wentBecause: string
  readonly methods: readonly string[]
  /** Codes of `cells/result-codes.ts`, in byte order; none of a row of version 0.1.0 that says nothing. */
  readonly outcomes: readonly string[]
  readonly found: string
  readonly measures: readonly string[]
  readonly recorder: string
  readonly followUp: FollowUp
  readonly state: ResultState
  /** The steps that were taken, oldest first. */
  readonly steps: readonly TakenStep[]
  /** When it was first published; null where it never was, `''` where version 0.1.0 kept no day. */
  readonly published: Day | '' | null
  /** Who wrote the version that stands, when, and by which entry. */
  readonly entered: { readonly entry: EntryNumber; readonly at: string; readonly actor: string }
}

/** What becomes of a problem that was found (后续处置). */
export interface FollowUp {
  readonly settled: '已完结' | '未完结' | ''
  /** 责令改正期限. */
  readonly deadline: Day | ''
  /** The day of the 复查, and what it found. */
  readonly recheck: Day | ''
  readonly recheckOutcomes: readonly string[]
  /** 立案号. */
  readonly caseNumber: string
  /** To whom it was handed, a department or a body outside, and when (移送). */
  readonly receiver: string
  readonly transferred: Day | ''
  /** 处罚结果. */
  readonly penalty: string
  /** 完结日期, and what it ended with (处理结果). */
  readonly closed: Day | ''
  readonly closing: string
}

/** A version of a result as the store has it. */
export interface KeptResult {
  readonly row: RecordCells
  readonly since: EntryNumber
  readonly at: string
  readonly actor: string
}

const RESULTS = library('results')
const TASK = columnOf(RESULTS, 'task')

/** Reads a result from its cells and its steps. `carried` is the key of a row of version 0.1.0, whose own lacks a draw. */
export function resultOf(kept: KeptResult, steps: readonly TakenStep[], carried?: ResultKey): Result {
  const { row, since, at, actor } = kept
  const record = asRecord('results', row)
  const later = laterReader(row)
  const stated: StatedState = { review: record.get('review'), published: record.get('published') }
  return {
    id: idOf(row),
    task: row[TASK]!,
    occasion: carried?.occasion ?? later('draw'),
    target: carried?.target ?? record.get('target'),
    department: record.get('department'),
    item: later('item'),
    inspected: record.get('inspected'),
    seated: record.list('inspectors'),
    went: membersIn(later('went')),
    wentBecause: later('because'),
    methods: record.list('method'),
    outcomes: record.list('outcome'),
    found: record.get('found'),
    measures: record.list('measures'),
    recorder: record.get('recorder'),
    followUp: {
      settled: record.get('settled'),
      deadline: later('deadline'),
      recheck: later('recheck'),
      recheckOutcomes: membersIn(later('recheck_outcome')),
      caseNumber: later('case_number'),
      receiver: later('receiver'),
      transferred: later('transferred'),
      penalty: later('penalty'),
      closed: later('closed'),
      closing: later('closing'),
    },
    state: stateAfter(steps, stated),
    steps,
    published: publishedOn(steps, stated),
    entered: { entry: since, at, actor },
  }
}

/** Reads the later fields of a row, whose extra fields are parsed once: reports read every result there is. */
function laterReader(row: RecordCells): ReturnType<typeof asRecord<'results'>>['later'] {
  const extras = extrasOf(RESULTS, row)
  return field => (extras[HEADINGS.get(field)!] ?? '') as never
}

const HEADINGS: ReadonlyMap<string, string> = new Map(
  RESULTS.later.map(({ name, headings }) => [name, headings[0]]),
)
