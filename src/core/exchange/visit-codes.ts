import { cleanNarrow } from '../registry/cells/clean.ts'
import { besideEachOther, type SideRow, shownKey } from './difference.ts'
import type { Layout } from './layout.ts'
import { faultOf, type OutFault } from './outgoing.ts'

/** One department at one target of a draw. */
export interface Visit {
  readonly draw: string
  readonly target: string
  readonly department: string
}

/** A row of ours that the other side's rows are found by. */
export type OwnRow = SideRow & { readonly visit: Visit }

/** A code that a row of their file gives a visit. */
export interface GivenCode {
  /** The visit as text, by which its rows come together. */
  readonly key: string
  readonly visit: Visit
  readonly row: number
  readonly code: string
}

/** The place in a layout of the column that brings the codes of visits; -1 where none does. */
export function codeColumn({ columns }: Layout): number {
  return columns.findIndex(({ read }) => read === 'visit_code')
}

/**
 * Finds for each row of theirs the visit that it tells of, by the layout's key, both sides in byte order of it. A row
 * without a code says nothing; one of no visit of ours, or with a code that the layout does not allow, is a fault.
 */
export function* givenCodes(
  layout: Layout,
  ours: Iterable<OwnRow>,
  theirs: Iterable<SideRow>,
): Generator<GivenCode | OutFault> {
  const at = codeColumn(layout)
  const column = layout.columns[at]!
  for (const [[own], others] of besideEachOther(ours, theirs)) {
    for (const { key, at: place, cells } of others) {
      const row = Number(place)
      const code = cleanNarrow(cells[at] ?? '').text
      if (own === undefined) {
        yield unknownVisit(layout, row, key, cells)
        continue
      }
      const problem = faultOf({ ...column, must: false }, code)
      if (problem !== null)
        yield { row, column: at + 1, heading: column.heading, value: cells[at]!, id: own.at, problem }
      else if (code !== '') yield { key: keyOfVisit(own.visit), visit: own.visit, row, code }
    }
  }
}

function unknownVisit(layout: Layout, row: number, key: string, cells: readonly string[]): OutFault {
  const [heading] = layout.key
  const column = layout.columns.findIndex(one => one.heading === heading)
  const value = cells[column] ?? ''
  return {
    ...{ row, column: column + 1, heading: heading!, value, id: '' },
    problem: { kind: 'unknown-visit', key: shownKey(key) },
  }
}

/** What becomes of the code of a visit. */
export interface TakenCode {
  readonly how: 'new' | 'changed' | 'same'
  readonly visit: Visit
  readonly code: string
  /** The code that stood. */
  readonly before: string
}

/** Settles the codes of each visit, whose rows come together: all of them must give the same one. */
export function* takenCodes(
  layout: Layout,
  given: Iterable<GivenCode>,
  standing: (visit: Visit) => string,
): Generator<TakenCode | OutFault> {
  const at = codeColumn(layout)
  const { heading } = layout.columns[at]!
  for (const [[first, ...more]] of besideEachOther(given, [])) {
    const { visit, code, row } = first!
    const other = more.find(one => one.code !== code)
    if (other !== undefined) {
      yield {
        ...{ row: other.row, column: at + 1, heading, value: other.code, id: idOfVisit(visit) },
        problem: { kind: 'two-codes', row, code },
      }
      continue
    }
    const before = standing(visit)
    yield { how: before === '' ? 'new' : before === code ? 'same' : 'changed', visit, code, before }
  }
}

function keyOfVisit({ draw, target, department }: Visit): string {
  return `${draw}\u001f${target}\u001f${department}`
}

export function idOfVisit({ draw, target, department }: Visit): string {
  return `${draw}/${target}/${department}`
}
