import { CHECKS, type Check } from './checks.ts'
import { type CodeTable, codeOf } from './code-table.ts'
import { dayWritten, writtenDay } from './date-form.ts'
import type { Layout, LayoutColumn } from './layout.ts'

/** A row of what is known here, by the paths of its subject. */
export interface FactRow {
  /** The record here that it tells of. */
  readonly id: string
  /** The values: none where it says nothing, several where the field has members. */
  readonly get: (path: string) => readonly string[]
}

/** Why the other side would refuse a value, or we one of theirs, and what would be right. */
export type OutProblem =
  | { readonly kind: 'must' }
  | { readonly kind: 'too-long'; readonly limit: number; readonly found: number }
  | { readonly kind: 'not-exact'; readonly length: number; readonly found: number }
  | { readonly kind: 'check'; readonly check: Check }
  | { readonly kind: 'not-a-day' }
  /** The table has no code for it; `filled` is how many it has. */
  | { readonly kind: 'no-code'; readonly table: string; readonly ours: string; readonly filled: number }
  | { readonly kind: 'before'; readonly heading: string; readonly day: string }
  /** A spreadsheet would run it. */
  | { readonly kind: 'formula' }
  /** A member holds what stands between members. */
  | { readonly kind: 'holds-mark'; readonly mark: string }
  /** Another row has the same key. */
  | { readonly kind: 'repeated'; readonly row: number; readonly key: string }
  /** Of what comes in: no visit here goes by this key. */
  | { readonly kind: 'unknown-visit'; readonly key: string }
  /** Of what comes in: another row gives the same visit another code. */
  | { readonly kind: 'two-codes'; readonly row: number; readonly code: string }

/** A value that the other side would refuse; `row` counts the headings and every row, as if all were sent. */
export interface OutFault {
  readonly row: number
  readonly column: number
  readonly heading: string
  readonly value: string
  readonly id: string
  readonly problem: OutProblem
}

/** A row as the other side wants it, and what of it would be refused. */
export interface OutRow {
  readonly id: string
  readonly row: number
  readonly cells: readonly string[]
  readonly faults: readonly OutFault[]
}

/** Which table a column's codes are in. */
export type TablesOf = (name: string) => CodeTable

/**
 * Lays rows out as a layout asks, one at a time, and says of each what the other side would refuse: what must be there and
 * is not, lengths, forms, codes that no table has, days in the wrong order, two rows of one key.
 */
export function* outgoing(layout: Layout, tables: TablesOf, rows: Iterable<FactRow>): Generator<OutRow> {
  const seen = new Map<string, number>()
  let row = layout.above.length + 1
  for (const facts of rows) {
    row++
    const written = layout.columns.map(column =>
      writtenCell(column, tables, facts, row - layout.above.length - 1),
    )
    const cells = written.map(({ text }) => text)
    const faults = written.flatMap(({ text, said, problem }, i) => {
      const found = problem ?? faultOf(layout.columns[i]!, text) ?? orderFault(layout, i, cells)
      const { heading } = layout.columns[i]!
      return found === null
        ? []
        : [{ row, column: i + 1, heading, value: text || said, id: facts.id, problem: found }]
    })
    const key = keyOf(layout, cells)
    const before = key === null ? undefined : seen.get(key)
    if (before !== undefined) faults.push(repeatedFault(layout, row, before, facts.id, cells))
    else if (key !== null && faults.length === 0) seen.set(key, row)
    yield { id: facts.id, row, cells, faults }
  }
}

interface Written {
  readonly text: string
  /** What is known here, where it could not be written. */
  readonly said: string
  readonly problem: OutProblem | null
}

function writtenCell(column: LayoutColumn, tables: TablesOf, facts: FactRow, number: number): Written {
  const values = column.from === 'row' ? [String(number)] : column.from === '' ? [] : facts.get(column.from)
  const said = values.join(column.join)
  if (said === '') return { text: column.value, said, problem: null }
  if (column.date !== null) {
    const text = writtenDay(said, column.date, column.forever)
    return { text: text ?? '', said, problem: text === null ? { kind: 'not-a-day' } : null }
  }
  if (column.codes === '') return joined(column, said, values)
  const table = tables(column.codes)
  const codes = values.map(ours => ({ ours, code: codeOf(table, ours) }))
  const unknown = codes.find(({ code }) => code === null)
  if (unknown !== undefined) {
    const problem = {
      kind: 'no-code',
      table: column.codes,
      ours: unknown.ours,
      filled: table.rows.length,
    } as const
    return { text: '', said, problem }
  }
  return joined(column, said, [...new Set(codes.map(({ code }) => code!))])
}

function joined({ join }: LayoutColumn, said: string, members: readonly string[]): Written {
  const holds = members.length > 1 && members.some(member => member.includes(join))
  return { text: members.join(join), said, problem: holds ? { kind: 'holds-mark', mark: join } : null }
}

/** What is wrong with a cell by itself. */
export function faultOf({ must, length, exact, checks }: LayoutColumn, text: string): OutProblem | null {
  if (text === '') return must ? { kind: 'must' } : null
  const found = [...text].length
  if (length !== null && found > length) return { kind: 'too-long', limit: length, found }
  if (exact !== null && found !== exact) return { kind: 'not-exact', length: exact, found }
  if (/^[=@＝＠\t\r]|^[+\-＋－](?!\d)/.test(text)) return { kind: 'formula' }
  const check = checks.find(name => !CHECKS[name](text))
  return check === undefined ? null : { kind: 'check', check }
}

function orderFault({ columns }: Layout, i: number, cells: readonly string[]): OutProblem | null {
  const { notBefore } = columns[i]!
  if (notBefore === '') return null
  const other = columns.findIndex(({ heading }) => heading === notBefore)
  const [own, first] = [dayWritten(cells[i]!, ''), dayWritten(cells[other]!, '')]
  if (own === null || first === null || own >= first) return null
  return { kind: 'before', heading: notBefore, day: cells[other]! }
}

/** What a row goes by; null where the layout has no key, or the row no value for it. */
export function keyOf({ key, columns }: Layout, cells: readonly string[]): string | null {
  if (key.length === 0) return null
  const values = key.map(heading => cells[columns.findIndex(column => column.heading === heading)] ?? '')
  return values.every(value => value === '')
    ? null
    : values.map(value => value.normalize('NFKC').trim()).join('\u001f')
}

function repeatedFault(
  layout: Layout,
  row: number,
  other: number,
  id: string,
  cells: readonly string[],
): OutFault {
  const column = layout.columns.findIndex(({ heading }) => heading === layout.key[0])
  const value = cells[column]!
  const key = layout.key.join('+')
  return {
    row,
    column: column + 1,
    heading: layout.key[0]!,
    value,
    id,
    problem: { kind: 'repeated', row: other, key },
  }
}
