import { isObject, parseJson } from '../../json.ts'
import { nearest } from '../../nearest.ts'
import type { DataTable } from '../document.ts'
import { FIELDS, type FieldName, type ListKind, type Values } from './list-fields.ts'

/** A published table as an office heads it: each column's heading, and the field that fills it. */
export interface Layout {
  readonly name: string
  readonly of: ListKind
  readonly columns: readonly { readonly heading: string; readonly field: FieldName }[]
}

export type LayoutReading =
  | { readonly kind: 'layout'; readonly layout: Layout }
  | { readonly kind: 'problem'; readonly problem: LayoutProblem }

export type LayoutProblem =
  | { readonly kind: 'not-a-layout' }
  | { readonly kind: 'heading'; readonly column: number }
  | {
      readonly kind: 'field'
      readonly field: string
      readonly nearest: string
      readonly known: readonly string[]
    }

/**
 * An office's own layout, `{"name": …, "columns": [{"heading": …, "field": …}, …]}`, for a list of this kind. A field
 * goes by its English name or by its word in the registry's headings; one that is not known is refused, with the nearest.
 */
export function parseLayout(text: string, of: ListKind): LayoutReading {
  const value = parseJson(text.replace(/^\ufeff/, ''))
  if (!isObject(value) || typeof value.name !== 'string' || !Array.isArray(value.columns))
    return problem({ kind: 'not-a-layout' })
  if (value.columns.length === 0) return problem({ kind: 'not-a-layout' })
  const columns: Layout['columns'][number][] = []
  for (const [i, column] of value.columns.entries()) {
    const { heading, field } = isObject(column) ? column : {}
    if (typeof heading !== 'string' || heading.trim() === '' || typeof field !== 'string')
      return problem({ kind: 'heading', column: i + 1 })
    const known = fieldNamed(of, field)
    if (known === undefined) return problem(unknownField(of, field))
    columns.push({ heading: heading.trim(), field: known })
  }
  return { kind: 'layout', layout: { name: value.name, of, columns } }
}

function fieldNamed(of: ListKind, name: string): FieldName | undefined {
  return Object.entries(FIELDS[of]).find(([field, word]) => field === name || word === name)?.[0]
}

function unknownField(of: ListKind, field: string): LayoutProblem {
  const known = Object.keys(FIELDS[of])
  const names = Object.entries(FIELDS[of]).flat()
  return { kind: 'field', field, nearest: nearest(field, names) ?? known[0]!, known }
}

function problem(found: LayoutProblem): LayoutReading {
  return { kind: 'problem', problem: found }
}

/** The rows of a list under the headings of a layout; they are numbered from 1. */
export function tableIn({ columns }: Layout, rows: readonly Values[]): DataTable {
  return {
    headings: columns.map(({ heading }) => heading),
    rows: rows.map((values, i) =>
      columns.map(({ field }) => (field === 'number' ? String(i + 1) : (values[field] ?? ''))),
    ),
  }
}
