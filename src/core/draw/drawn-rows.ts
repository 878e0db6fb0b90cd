import type { InspectorId } from '../ids.ts'
import type { Pieces } from '../pieces.ts'
import type { Drawn } from './draw.ts'
import type { AssignmentRow, SelectionRow } from './folder/rows.ts'

/** A draw with its teams, whose rows may be gone through as often as one likes, but need not be at hand all at once. */
export interface DrawnRows {
  readonly kind: 'drawn'
  readonly selection: Iterable<SelectionRow>
  readonly assignment: Iterable<AssignmentRow>
  /** `seed.txt`, `selection.csv` and `assignment.csv`. */
  readonly files: ReadonlyMap<string, Uint8Array | Pieces>
  readonly counts: DrawnCounts
  /** Who is matched, each once, in the order of their first seats in `assignment.csv`. */
  readonly inspectors: readonly InspectorId[]
}

/** How many targets were drawn or are reserves, and how many teams go to them. */
export interface DrawnCounts {
  readonly drawn: number
  readonly reserves: number
  readonly teams: number
}

/** What a seed comes to: a draw, or why there is none. */
export type Outcome = DrawnRows | Extract<Drawn, { kind: 'infeasible' }>

/** A draw whose rows are at hand, counted. */
export function countedRows(drawn: Drawn): Outcome {
  if (drawn.kind === 'infeasible') return drawn
  const inspectors = [...new Set(drawn.assignment.map(({ inspector }) => inspector))]
  return { ...drawn, inspectors, counts: countsOf(drawn) }
}

function countsOf({ selection, assignment }: Extract<Drawn, { kind: 'drawn' }>): DrawnCounts {
  const drawn = selection.reduce((sum, { status }) => (status === 'drawn' ? sum + 1 : sum), 0)
  // Seats of one team stand together in their file.
  const begins = ({ target, department }: AssignmentRow, i: number): boolean =>
    i === 0 || assignment[i - 1]!.target !== target || assignment[i - 1]!.department !== department
  return {
    drawn,
    reserves: selection.length - drawn,
    teams: assignment.reduce((sum, row, i) => (begins(row, i) ? sum + 1 : sum), 0),
  }
}
