import type { Issue, IssueCode, IssueDetails } from '../registry/cells/issue.ts'
import { extrasOf } from '../registry/columns/extra-fields.ts'
import { headingOf, library } from '../registry/libraries/library.ts'
import { columnOf, type RecordCells } from '../registry/libraries/record-cells.ts'
import type { LaterFieldName } from '../registry/record.ts'

export const RESULTS = library('results')

export type ResultField = (typeof RESULTS)['fields'][number]['name'] | LaterFieldName<'results'>

const PLACES: ReadonlyMap<string, number> = new Map(
  RESULTS.fields.map(({ name }) => [name, columnOf(RESULTS, name)]),
)
const LATER: ReadonlyMap<string, string> = new Map(
  RESULTS.later.map(({ name, headings }) => [name, headings[0]]),
)

/** What a row of a sheet says, by the names of its fields. */
export interface Said {
  readonly line: number
  readonly row: RecordCells
  readonly get: (field: ResultField) => string
}

export function saidBy(row: RecordCells, line: number): Said {
  const extras = extrasOf(RESULTS, row)
  return {
    line,
    row,
    get: field => {
      const place = PLACES.get(field)
      return place === undefined ? (extras[LATER.get(field)!] ?? '') : row[place]!
    },
  }
}

/** What is wrong with a field of a row. */
export function wrong<K extends IssueCode>(
  { line, get }: Said,
  field: ResultField,
  code: K,
  details: IssueDetails[K],
): Issue {
  const later = LATER.get(field)
  const heading = later ?? headingOf(RESULTS, field as (typeof RESULTS)['fields'][number]['name'])
  return { row: line, column: null, heading, value: get(field), code, details } as Issue
}

/** The heading under which a later field is kept. */
export function laterHeading(field: LaterFieldName<'results'>): string {
  return LATER.get(field)!
}

/** True for the heading of a later field: all others among the extra fields are the office's own. */
export function isField(heading: string): boolean {
  return LATER_HEADINGS.has(heading)
}

const LATER_HEADINGS: ReadonlySet<string> = new Set(LATER.values())
