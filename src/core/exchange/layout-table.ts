import type { Layout } from './layout.ts'
import { type LayoutFlaw, type PlaceOf, readLayout } from './read-layout.ts'

interface Row {
  readonly row: number
  readonly cells: readonly string[]
}

/**
 * Reads a layout from a table: rows of a key and its value (`layout`, `system`, `of` …), then a row of headings that begins
 * with `heading` or 表头, then one row for each column. `row` says how the place of a flaw is named.
 */
export function readLayoutTable(rows: readonly Row[], placed: (row: number) => string): Layout | LayoutFlaw {
  const at = rows.findIndex(({ cells }) => isHeadings(cells))
  const [top, head, below] =
    at < 0 ? [rows, undefined, []] : [rows.slice(0, at), rows[at], rows.slice(at + 1)]
  const value: Record<string, unknown> = {}
  const rowOf = new Map<string, number>()
  for (const { row, cells } of top) {
    const key = cells[0]!.trim()
    value[key] = (cells[1] ?? '').trim()
    rowOf.set(key, row)
  }
  const written = (head?.cells ?? []).map(cell => cell.trim())
  const names = written.map(cell => HEADINGS[cell] ?? cell)
  const called = (key: string) => written[names.indexOf(key)] ?? key
  value.columns = below.map(({ cells }) =>
    Object.fromEntries(
      names.flatMap((name, i) => (name === '' || !(cells[i] ?? '').trim() ? [] : [[name, cells[i]!.trim()]])),
    ),
  )
  const placeOf: PlaceOf = (column, key) =>
    `${placed(column === null ? (rowOf.get(key) ?? head?.row ?? 1) : below[column]!.row)} ${column === null ? key : called(key)}`
  return readLayout(value, placeOf)
}

const isHeadings = ([first = '']: readonly string[]) => ['heading', '表头'].includes(first.trim())

/** The keys of a column in Chinese. */
const HEADINGS: Readonly<Record<string, string>> = {
  表头: 'heading',
  其他表头: 'also',
  说明: 'title',
  取自: 'from',
  固定值: 'value',
  读入: 'read',
  读第几段: 'part',
  必填: 'must',
  最长: 'length',
  定长: 'exact',
  检查: 'checks',
  代码表: 'codes',
  日期格式: 'date',
  长期写作: 'forever',
  分隔: 'join',
  不早于: 'notBefore',
  比对: 'compare',
  备注: 'note',
}
