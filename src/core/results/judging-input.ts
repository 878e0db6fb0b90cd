import type { Day } from '../dates.ts'
import type { DepartmentCode, DrawNumber, InspectorId, TargetId } from '../ids.ts'
import type { Doubt } from '../registry/cells/doubt.ts'
import type { RecordCells } from '../registry/libraries/record-cells.ts'
import type { CaseOccasion, DrawnOccasion, KnownInspector } from './occasion.ts'
import type { ResultState } from './result-state.ts'

/** All that results are judged by. Draws are read as they are asked for, each once. */
export interface JudgingInput {
  readonly today: Day
  readonly actor: string
  /** The departments that the actor writes for; null where the office has not said. */
  readonly writesFor: ReadonlySet<DepartmentCode> | null
  readonly refusedDoubts: ReadonlySet<Doubt>
  /** The draws that were run and go by a name: their own number, or that of their task. */
  readonly draws: (name: string) => readonly DrawNumber[]
  readonly draw: (number: DrawNumber) => DrawnOccasion
  /** Draws of that name that wait for their seed. */
  readonly waiting: (name: string) => readonly DrawNumber[]
  readonly nearest: (name: string) => string | null
  readonly case: (number: string) => CaseOccasion | null
  /** Whether this is one of the numbers or names that the target of a case goes by. */
  readonly isTarget: (target: string, said: string) => boolean
  /** Who goes by an id, a certificate or a name, whether or not they still serve. */
  readonly inspectors: (called: string) => readonly KnownInspector[]
  readonly inspector: (id: string) => KnownInspector | null
  /** The items that a code or a name may mean. */
  readonly items: (called: string) => readonly { readonly code: string; readonly name: string }[]
  /** A row of the file and the result that stands, made one. */
  readonly merged: (standing: RecordCells, row: RecordCells) => RecordCells
  /** What is odd about a visit among all others: too many of the target in a short time, too many of a person that found nothing. */
  readonly visitDoubts: (visit: JudgedVisit) => readonly VisitDoubt[]
  /** The visit of a row that is kept: those after it count it. */
  readonly visited: (visit: JudgedVisit) => void
  /** Whether a result took steps under an id, one that was retired included. */
  readonly hasSteps: (id: string) => boolean
  /** The result that stands under an id, or null. */
  readonly standing: (id: string) => StandingResult | null
}

/** What is odd about a visit, and by whom: nobody where it is about the target. */
export interface VisitDoubt {
  readonly doubt: Doubt
  readonly inspectors: readonly InspectorId[]
}

/** A visit as a result tells of it. */
export interface JudgedVisit {
  /** The id of the result. */
  readonly id: string
  readonly occasion: string
  readonly target: TargetId
  readonly day: Day
  /** Who went. */
  readonly people: readonly InspectorId[]
  readonly found: boolean
}

export interface StandingResult {
  readonly row: RecordCells
  readonly state: ResultState
  /** The id under which it is kept: of a row of version 0.1.0 another than its key. */
  readonly keptAs: string
}
