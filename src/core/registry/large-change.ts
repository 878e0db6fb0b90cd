import type { DepartmentCode } from '../ids.ts'
import { addOne, groupBy } from '../tally.ts'
import { membersIn } from './cells/cell-result.ts'
import { NO } from './cells/words.ts'
import type { Library, LibraryName } from './libraries/field.ts'
import { type FieldName, library } from './libraries/library.ts'
import { columnOf, type RecordCells } from './libraries/record-cells.ts'
import { outOfForce } from './out-of-force.ts'

/** A part of a registry of which one file would take much away: by retiring records, or by turning them to another status, class, type, station or department. */
export interface LargeChange {
  /** Heading and value that the part has in common; both empty for the whole registry. */
  readonly heading: string
  readonly value: string
  readonly before: number
  readonly gone: number
  /** The field that turns, and what most become; null where the records are retired. */
  readonly turns: { readonly field: string; readonly to: string } | null
}

/** Fields by whose values a registry falls into parts. */
const PARTS: { readonly [N in LibraryName]?: readonly FieldName<N>[] } = {
  targets: ['departments', 'risk', 'station'],
  inspectors: ['department', 'station'],
  experts: ['organisation'],
  items: ['body'],
  plan: ['lead'],
  results: ['department'],
}

/** Whether a value turns to another that decides differently. */
type Turns = (was: string, becomes: string) => boolean

/** What was set and is set otherwise; what is set for the first time is no turn. */
const isReset: Turns = (was, becomes) => was !== '' && was !== becomes

/**
 * Fields that decide whether, how often or by whom a record is drawn, and when they turn: another word for the same
 * status is no turn, nor is one more department.
 */
const TURNS: { readonly [N in LibraryName]?: { readonly [F in FieldName<N>]?: Turns } } = {
  targets: {
    status: (was, becomes) => outOfForce(was) !== outOfForce(becomes),
    risk: isReset,
    type: isReset,
    station: isReset,
    departments: (was, becomes) => membersIn(was).some(name => !membersIn(becomes).includes(name)),
  },
  inspectors: { status: (was, becomes) => (was === '无效') !== (becomes === '无效') },
  items: { valid: (was, becomes) => (was === NO) !== (becomes === NO) },
}

const DEPARTMENTS = columnOf(library('targets'), 'departments')

/** More than 30 of 100. */
const isLarge = (gone: number, before: number) => gone * 10 > before * 3

/** Counts, part by part, what `--replace` would take out of use. `department` narrows it to that department's records. */
export function largeRemovalsOf(library: Library, department: DepartmentCode | null) {
  const parts = new Map<string, { heading: string; value: string; before: number; gone: number }>()
  const partsOf = partsIn(library, department)
  return {
    count(row: RecordCells, gone: boolean): void {
      for (const { key, heading, value } of partsOf(row)) {
        const part = parts.get(key) ?? { heading, value, before: 0, gone: 0 }
        part.before++
        if (gone) part.gone++
        parts.set(key, part)
      }
    },
    /** The parts that lose more than 30 of 100 records, in the order they were met. */
    large: (): LargeChange[] =>
      [...parts.values()]
        .filter(({ before, gone }) => isLarge(gone, before))
        .map(part => ({ ...part, turns: null })),
  }
}

/** Counts, part by part, the records that a file turns to another status, class, type, station or department. */
export function largeTurnsOf(library: Library, department: DepartmentCode | null) {
  const fields = Object.entries(TURNS[library.name] ?? {}).map(([name, isTurn]) => {
    const place = columnOf(library, name as never)
    return { place, field: library.fields[place - 1]!.headings[0], isTurn }
  })
  const partsOf = partsIn(library, department)
  const turned = new Map<string, Turned>()
  return {
    count(standing: RecordCells, row: RecordCells): void {
      for (const { place, field, isTurn } of fields) {
        const [was, becomes] = [standing[place]!, row[place]!]
        if (was === becomes || !isTurn(was, becomes)) continue
        for (const { key, heading, value } of partsOf(standing)) {
          const part = turned.get(`${place} ${key}`) ?? { key, heading, value, field, gone: 0, to: new Map() }
          part.gone++
          part.to.set(becomes, (part.to.get(becomes) ?? 0) + 1)
          turned.set(`${place} ${key}`, part)
        }
      }
    },
    /**
     * The parts of which more than 30 of 100 records turn, two at the least. `before` are the records that stood; they
     * are read only as far as the answer needs them: a part of which many more stand than turn is soon known.
     */
    large(before: () => Iterable<RecordCells>): LargeChange[] {
      const open = groupBy(
        [...turned.values()].filter(({ gone }) => gone > 1),
        ({ key }) => key,
      )
      const sizes = new Map<string, number>()
      if (open.size === 0) return []
      for (const row of before()) {
        for (const { key } of partsOf(row)) {
          const parts = open.get(key)
          if (parts === undefined) continue
          addOne(sizes, key)
          if (!parts.some(({ gone }) => isLarge(gone, sizes.get(key)!))) open.delete(key)
        }
        if (open.size === 0) return []
      }
      return [...open.values()].flat().flatMap(({ key, heading, value, field, gone, to }) => {
        const before = sizes.get(key) ?? 0
        const [[most]] = [...to].sort(([, a], [, b]) => b - a) as [[string, number]]
        return isLarge(gone, before) ? [{ heading, value, before, gone, turns: { field, to: most } }] : []
      })
    },
  }
}

interface Turned {
  readonly key: string
  readonly heading: string
  readonly value: string
  readonly field: string
  gone: number
  readonly to: Map<string, number>
}

/** The parts in which a record counts: the whole registry (its key is empty), and one for each value of a field. */
function partsIn(library: Library, department: DepartmentCode | null) {
  const places = (PARTS[library.name] ?? []).map(name => ({
    place: columnOf(library, name),
    heading: library.fields[columnOf(library, name) - 1]!.headings[0],
  }))
  const whole = { key: '', heading: '', value: '' }
  return (row: RecordCells) => [
    whole,
    ...places.flatMap(({ place, heading }) =>
      membersIn(row[place]!)
        .filter(value => department === null || place !== DEPARTMENTS || value === department)
        .map(value => ({ key: `${heading} ${value}`, heading, value })),
    ),
  ]
}
