import type { Day } from '../../dates.ts'
import type { DrawState } from '../../draw/draw-state.ts'
import type { EntryNumber } from '../../ids.ts'
import type { TimelineKind } from '../picture-words.ts'

/** Something that an entry of the ledger says of a draw. */
export interface DrawEvent {
  readonly kind: Exclude<TimelineKind, PlannedKind>
  readonly entry: EntryNumber
  /** When the entry was written, and by whom. */
  readonly at: string
  readonly actor: string
  /** The office's day from which it holds: of the entry, but where the office said another. */
  readonly day: Day
  /** Of how many results, seats or visits. */
  readonly count: number
  /** A number, who fell out and who came, another draw. */
  readonly detail: string
  /** Why, in the words of the office; of a substitution as `substitutions.csv` has it. */
  readonly reason: string
  readonly approver: string
}

type PlannedKind = 'seed-due' | 'last-run' | 'period'

/** Days that were fixed beforehand. */
export interface PlannedSpan {
  readonly kind: PlannedKind
  readonly from: Day
  readonly to: Day
  readonly detail: string
}

/** All that is on record of one draw, in the order of the ledger, beside what was fixed for it. */
export interface DrawTimeline {
  readonly draw: string
  readonly task: string
  readonly attempt: number
  readonly state: DrawState
  readonly planned: readonly PlannedSpan[]
  readonly events: readonly DrawEvent[]
}

/** Events of one kind: the first and the last day, and how many. */
export interface TimelineBar {
  readonly kind: TimelineKind
  readonly from: Day
  readonly to: Day
  readonly events: number
}

/** The bars of a timeline: what was fixed beforehand and what happened, the earliest first. */
export function timelineBars({ planned, events }: Pick<DrawTimeline, 'planned' | 'events'>): TimelineBar[] {
  const bars = new Map<TimelineKind, TimelineBar>()
  const see = (kind: TimelineKind, from: Day, to: Day, events: number) => {
    const known = bars.get(kind)
    if (known === undefined) bars.set(kind, { kind, from, to, events })
    else
      bars.set(kind, {
        kind,
        from: from < known.from ? from : known.from,
        to: to > known.to ? to : known.to,
        events: known.events + events,
      })
  }
  for (const { kind, day } of events) see(kind, day, day, 1)
  for (const { kind, from, to } of planned) see(kind, from, to, 0)
  return [...bars.values()].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}
