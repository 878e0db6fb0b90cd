import { nearest } from '../nearest.ts'
import { refusal } from '../refusal.ts'
import { type ExtraFields, extrasOf } from './columns/extra-fields.ts'
import { fieldNamed, laterHeading } from './columns/field-names.ts'
import type { Library } from './libraries/field.ts'
import { columnOf, idOf, type RecordCells } from './libraries/record-cells.ts'
import type { RegistryReasons } from './reasons.ts'

const refuse = refusal<RegistryReasons>()

/** One column of a list of records. */
export interface ListColumn {
  /** What it goes by in documents for programs: the name of the field, or the heading of an extra one. */
  readonly key: string
  readonly heading: string
  readonly text: (row: RecordCells) => string
  /** True for whole numbers, which are not in order by their digits alone. */
  readonly isCount: boolean
}

/** The extra fields of a row, which several columns ask for one after the other: they are parsed once. */
function extrasReadOnce(library: Library): (row: RecordCells) => ExtraFields {
  let last: RecordCells | null = null
  let fields: ExtraFields = {}
  return row => {
    if (row !== last) {
      fields = extrasOf(library, row)
      last = row
    }
    return fields
  }
}

/** Every column that a list of a library may have: its fields, those that came later, and the extra ones at hand. */
export function listColumns(library: Library, extras: readonly string[]): readonly ListColumn[] {
  const fields = library.fields.map(({ name, headings, type }) => {
    const place = columnOf(library, name)
    return {
      key: name,
      heading: headings[0],
      text: (row: RecordCells) => row[place]!,
      isCount: type === 'count',
    }
  })
  if (!library.extras) return fields
  const extrasIn = extrasReadOnce(library)
  const kept = new Set([...(library.later ?? []).map(({ headings }) => headings[0]), ...extras])
  return [
    ...fields,
    ...[...kept].map(heading => {
      const later = library.later?.find(({ headings }) => headings[0] === heading)
      return {
        key: later?.name ?? heading,
        heading,
        text: (row: RecordCells) => extrasIn(row)[heading] ?? '',
        isCount: later?.type === 'count',
      }
    }),
  ]
}

/** The column that goes by a name: `id`, the heading of a field or a variant of it, its English name, or that of an extra field. */
export function columnCalled(library: Library, columns: readonly ListColumn[], name: string): ListColumn {
  const written = name.trim()
  if (written === 'id') return { key: 'id', heading: 'id', text: idOf, isCount: false }
  const field = library.fields[fieldNamed(library, written)]
  const key = field?.name ?? laterHeading(library, written) ?? written
  const found = columns.find(column => column.key === key || column.heading === key)
  if (found !== undefined) return found
  const known = columns.map(({ heading }) => heading)
  throw refuse('no-such-field', { library: library.name, field: written, nearest: nearest(written, known) })
}
