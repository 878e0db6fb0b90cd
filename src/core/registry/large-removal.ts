import type { DepartmentCode } from '../ids.ts'
import { membersIn } from './cells/cell-result.ts'
import type { Library, LibraryName } from './libraries/field.ts'
import { type FieldName, library } from './libraries/library.ts'
import { columnOf, type RecordCells } from './libraries/record-cells.ts'

/** A part of a registry that `--replace` would make much smaller. */
export interface LargeRemoval {
  /** Heading and value that the part has in common; both empty for the whole registry. */
  readonly heading: string
  readonly value: string
  readonly before: number
  readonly gone: number
}

/** Fields by whose values a registry falls into parts. */
const PARTS: { readonly [N in LibraryName]?: readonly FieldName<N>[] } = {
  targets: ['departments', 'risk'],
  inspectors: ['department'],
  experts: ['organisation'],
  items: ['body'],
  plan: ['lead'],
  results: ['department'],
}

const DEPARTMENTS = columnOf(library('targets'), 'departments')

/** Counts, part by part, what `--replace` would take out of use. `department` narrows it to that department's records. */
export function largeRemovalsOf(library: Library, department: DepartmentCode | null) {
  const parts = new Map<string, { heading: string; value: string; before: number; gone: number }>()
  const places = (PARTS[library.name] ?? []).map(name => columnOf(library, name))
  const count = (heading: string, value: string, gone: boolean) => {
    const key = `${heading} ${value}`
    const part = parts.get(key) ?? { heading, value, before: 0, gone: 0 }
    part.before++
    if (gone) part.gone++
    parts.set(key, part)
  }
  return {
    count(row: RecordCells, gone: boolean): void {
      count('', '', gone)
      for (const place of places) {
        for (const value of membersIn(row[place]!))
          if (department === null || place !== DEPARTMENTS || value === department)
            count(library.fields[place - 1]!.headings[0], value, gone)
      }
    },
    /** The parts that lose more than 30 of 100 records (issue: “a large change”), in the order they were met. */
    large: (): LargeRemoval[] => [...parts.values()].filter(({ before, gone }) => gone * 10 > before * 3),
  }
}
