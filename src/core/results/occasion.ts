import type { Day } from '../dates.ts'
import type { DepartmentCode, DrawNumber, InspectorId, TargetId } from '../ids.ts'

/** A draw that was run, as results are judged by it: after substitutions and merges. */
export interface DrawnOccasion {
  readonly kind: 'draw'
  readonly number: DrawNumber
  /** The id of its task, and the number that the office gave it. */
  readonly task: string
  readonly taskNumber: string
  readonly void: boolean
  /** The office's day of the draw; the period in which it is to be carried out. */
  readonly runOn: Day
  readonly from: Day
  readonly to: Day
  /** Whose turn it is at each target that stands, found as it is asked for. */
  readonly due: Pick<ReadonlyMap<TargetId, Turns>, 'get' | 'has'>
  /** The targets of the draw by every code and name that they go by, those that stand and all others; how many they are. */
  readonly called: Pick<ReadonlyMap<string, readonly TargetId[]>, 'get'> & { readonly targets: number }
  /** Targets that fell out, with who came in instead (`''`: nobody). */
  readonly fallen: ReadonlyMap<TargetId, TargetId | ''>
  /** The items of the draw, whoever checks them. */
  readonly items: readonly NamedItem[]
}

/** Whose turn it is at one target. */
export type Turns = ReadonlyMap<DepartmentCode, Turn>

/** One department at one target. */
export interface Turn {
  readonly items: readonly NamedItem[]
  readonly team: readonly InspectorId[]
}

/** An item; of a turn without items one whose code is `''`. */
export interface NamedItem {
  readonly code: string
  readonly name: string
}

/** A visit that was not drawn; `struck`: one that counts no more. */
export interface CaseOccasion {
  readonly kind: 'case'
  readonly number: string
  readonly target: TargetId
  readonly department: DepartmentCode
  readonly day: Day
  readonly struck: boolean
}

/** Somebody who may have inspected. */
export interface KnownInspector {
  readonly id: InspectorId
  readonly name: string
  readonly certificate: string
  readonly department: DepartmentCode
}
