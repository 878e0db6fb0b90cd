import { isDay } from '../dates.ts'

/**
 * Which code of another system is which value here (代码对照表). An empty one is not unknown to us: it is the office's or
 * the province's to fill in, and until then nothing that needs it goes out.
 */
export interface CodeTable {
  readonly name: string
  readonly rows: readonly CodeRow[]
}

export interface CodeRow {
  /** The value here, `1`; several may have one code. */
  readonly ours: string
  readonly theirs: string
  /** What the code is called there. */
  readonly label: string
  /** Where it was read, and on which day. */
  readonly source: string
  readonly day: string
}

/** The headings of the file of a table, in either language. */
export const CODE_HEADINGS: Readonly<Record<keyof CodeRow, readonly [string, string]>> = {
  ours: ['我方值', 'ours'],
  theirs: ['对方代码', 'theirs'],
  label: ['对方名称', 'label'],
  source: ['来源', 'source'],
  day: ['日期', 'day'],
}

/** What is wrong with the file of a table, and in which row. */
export interface CodeFlaw {
  readonly row: number
  readonly heading: string
  readonly found: string
  readonly problem: 'no-heading' | 'empty' | 'not-a-day' | 'two-codes'
  /** Of `two-codes` the row that says otherwise. */
  readonly other?: number
}

/** Reads the rows of a table's file, the headings first. A value has one code; a code may stand for several values, the first is what it is read as. */
export function readCodeTable(
  name: string,
  rows: readonly { readonly row: number; readonly cells: readonly string[] }[],
): CodeTable | CodeFlaw {
  const [head, ...lines] = rows
  const places = new Map<keyof CodeRow, number>()
  for (const [field, names] of Object.entries(CODE_HEADINGS) as [keyof CodeRow, readonly string[]][]) {
    const place = head?.cells.findIndex(cell => names.includes(cell.trim())) ?? -1
    if (place < 0) return { row: head?.row ?? 1, heading: names[0]!, found: '', problem: 'no-heading' }
    places.set(field, place)
  }
  const codes: CodeRow[] = []
  const rowOf = new Map<string, { readonly row: number; readonly theirs: string }>()
  for (const { row, cells } of lines) {
    const get = (field: keyof CodeRow) => (cells[places.get(field)!] ?? '').trim()
    const flaw = (field: keyof CodeRow, problem: CodeFlaw['problem'], other?: number): CodeFlaw => {
      const place = { row, heading: CODE_HEADINGS[field][0], found: get(field), problem }
      return other === undefined ? place : { ...place, other }
    }
    const empty = (['ours', 'theirs', 'source', 'day'] as const).find(field => get(field) === '')
    if (empty !== undefined) return flaw(empty, 'empty')
    if (!isDay(get('day'))) return flaw('day', 'not-a-day')
    const before = rowOf.get(get('ours'))
    if (before !== undefined && before.theirs !== get('theirs'))
      return flaw('theirs', 'two-codes', before.row)
    rowOf.set(get('ours'), { row, theirs: get('theirs') })
    codes.push({
      ours: get('ours'),
      theirs: get('theirs'),
      label: get('label'),
      source: get('source'),
      day: get('day'),
    })
  }
  return { name, rows: codes }
}

/** The code of a value here, or null. */
export function codeOf({ rows }: CodeTable, ours: string): string | null {
  return rows.find(row => row.ours === ours)?.theirs ?? null
}

/** The value that a code, or what it is called, stands for here; null where it is unknown. */
export function meaningOf({ rows }: CodeTable, theirs: string): string | null {
  const found = rows.find(row => row.theirs === theirs) ?? rows.find(row => row.label === theirs)
  return found?.ours ?? null
}
