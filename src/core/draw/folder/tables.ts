import * as column from './columns.ts'
import type {
  AssignmentRow,
  Change,
  ExclusionRow,
  FrameRow,
  PoolRow,
  RecusalRow,
  SelectionRow,
} from './rows.ts'
import type { Spec } from './spec.ts'
import type { Table } from './table.ts'

/** Every target that could be drawn; it stands in one stratum only (draw.md, section 2). */
export const FRAME: Table<FrameRow> = {
  file: 'frame.csv',
  columns: {
    stratum: column.repeating(column.id),
    target: column.id,
    departments: column.ids,
    area: column.wordOrEmpty,
  },
  key: ['stratum', 'target'],
  once: 'target',
}

/** Every target that the task is about and that could not be drawn (section 2). */
export const EXCLUSIONS: Table<ExclusionRow> = {
  file: 'exclusions.csv',
  columns: { target: column.id, reason: column.repeating(column.text) },
  key: ['target'],
}

/** The same under each version of the law: the second allows no control character in any field. */
export const EXCLUSIONS_OF: Readonly<Record<Spec, Table<ExclusionRow>>> = {
  'ssj-draw/1': EXCLUSIONS,
  'ssj-draw/2': {
    ...EXCLUSIONS,
    columns: { ...EXCLUSIONS.columns, reason: column.repeating(column.line) },
  },
}

/** Every inspector that could be matched; each stands in one department's pool only (section 2). */
export const POOL: Table<PoolRow, 'department' | 'inspector'> = {
  file: 'pool.csv',
  columns: {
    department: column.repeating(column.id),
    inspector: column.id,
    tags: column.words,
    area: column.wordOrEmpty,
    capacity: column.countOrEmpty,
    load: column.count,
  },
  key: ['department', 'inspector'],
  once: 'inspector',
}

/** Every pair that must not meet (section 2). */
export const RECUSALS: Table<RecusalRow, 'inspector' | 'target'> = {
  file: 'recusals.csv',
  columns: { inspector: column.repeating(column.id), target: column.id },
  key: ['inspector', 'target'],
}

/** The drawn targets and the reserves (section 5). */
export const SELECTION: Table<SelectionRow> = {
  file: 'selection.csv',
  columns: {
    stratum: column.repeating(column.id),
    rank: column.number,
    target: column.id,
    ticket: column.digest,
    status: column.oneOf('status', 'drawn', 'reserve'),
  },
  key: ['stratum', 'rank'],
  once: 'target',
}

/** Who inspects what (section 6). */
export const ASSIGNMENT: Table<AssignmentRow, 'target' | 'department' | 'seat'> = {
  file: 'assignment.csv',
  columns: { target: column.id, department: column.id, seat: column.number, inspector: column.id },
  key: ['target', 'department', 'seat'],
}

/** A change of the draw, why, and who approved (section 7). */
export interface SubstitutionRow extends Change {
  readonly number: number
  readonly reason: string
  readonly approver: string
  readonly at: string
}

/** What changed afterwards (section 7): for a target that fell out, a line of its own and then the seats of the reserve. */
export const SUBSTITUTIONS: Table<SubstitutionRow> = {
  file: 'substitutions.csv',
  columns: {
    number: column.number,
    kind: column.oneOf('kind', 'target', 'inspector'),
    out: column.idOrEmpty,
    in: column.idOrEmpty,
    target: column.idOrEmpty,
    department: column.idOrEmpty,
    seat: column.numberOrEmpty,
    reason: column.text,
    approver: column.text,
    at: column.text,
  },
  key: ['number', 'target', 'department', 'seat'],
}

/** The same under each version of the law: lines of the second come in the order of section 7, which only a replay knows. */
export const SUBSTITUTIONS_OF: Readonly<Record<Spec, Table<SubstitutionRow>>> = {
  'ssj-draw/1': SUBSTITUTIONS,
  'ssj-draw/2': {
    ...SUBSTITUTIONS,
    columns: {
      ...SUBSTITUTIONS.columns,
      reason: column.line,
      approver: column.line,
      at: column.moment,
    },
    key: [],
  },
}
