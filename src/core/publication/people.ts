import type { AssignmentRow } from '../draw/folder/rows.ts'

/** What a list says of one target. */
export interface TargetFacts {
  readonly code: string
  readonly name: string
  readonly address: string
  readonly authority: string
  readonly type: string
  readonly station: string
  readonly representative: string
  readonly phone: string
  /** Names of the departments that inspect it in this draw. */
  readonly departments: readonly string[]
}

/** What a sheet says of one inspector. */
export interface InspectorFacts {
  readonly name: string
  readonly certificate: string
  readonly department: string
  readonly station: string
  readonly leader: boolean
}

/** A target that will be inspected; `instead` is the one that fell out and that it came in for. */
export interface Listed {
  readonly target: string
  readonly stratum: string
  readonly instead: string | null
}

/** What the papers for one drawn target say of it, with its team. */
export interface TargetSheet {
  /** Its file name, safe on every system. */
  readonly file: string
  readonly code: string
  readonly name: string
  readonly address: string
  readonly representative: string
  readonly phone: string
  /** How often it was drawn in the year of the task, this draw included. */
  readonly visits: number
  /** Where it may ask: the lead department and the post there. */
  readonly contact: string
  readonly team: readonly {
    readonly department: string
    readonly name: string
    readonly certificate: string
  }[]
}

export type TargetsById = (id: string) => TargetFacts
export type InspectorsById = (id: string) => InspectorFacts

/** The people of these seats, whoever may lead before the others. */
export function leaderFirst(team: readonly AssignmentRow[], inspector: InspectorsById): InspectorFacts[] {
  return team.map(row => inspector(row.inspector)).toSorted((a, b) => Number(b.leader) - Number(a.leader))
}
