import { clean } from '../cells/clean.ts'
import type { Issue, IssueCode } from '../cells/issue.ts'
import type { Library } from '../libraries/field.ts'

/**
 * What a column of a file of refused rows is, beside those of the registry: why the row was refused, the file it came
 * from, cells that stood beyond the headings, what is to be looked at before the row may come back.
 */
export type RefusalColumn = 'reason' | 'source' | 'surplus' | 'mark'

/** The refused rows of one file, as they were written. */
export interface RefusedRows {
  readonly source: string
  readonly headings: readonly string[]
  /** The field that each column is, or null. */
  readonly fields: readonly (number | null)[]
  readonly rows: readonly {
    readonly cells: readonly string[]
    readonly reason: string
    /** What is to be looked at before the row may come back; `''` where the row cannot pass by itself. */
    readonly mark: string
  }[]
}

/** Faults that writing the row again would heal: a row too short is filled up, a byte that cannot be read becomes a character. */
const HEALED_BY_WRITING: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'wrong-column-count',
  'undecodable-bytes',
])

/** The fault of a row that would no longer show in the file of refused rows, so that it must be marked there; null for others. */
export function healedByWriting(issues: readonly Issue[]): Issue | null {
  const hidden = (issue: Issue) =>
    HEALED_BY_WRITING.has(issue.code) &&
    (issue.code !== 'wrong-column-count' || issue.details.found < issue.details.expected)
  return issues.find(hidden) ?? null
}

/** What the column is called that says why each row was refused. Coming back, it is passed over. */
export function reasonHeading({ fields }: Library): string {
  return fields.some(({ headings }) => headings.includes('原因')) ? '拒收原因' : '原因'
}

/** Which columns of a file belong to a file of refused rows: only one whose last column says why can have any. */
export function refusalColumns(
  library: Library,
  headings: readonly string[],
): (column: number) => RefusalColumn | null {
  const last = headings.length - 1
  if (clean(headings[last] ?? '').text !== reasonHeading(library)) return () => null
  return column => {
    const heading = clean(headings[column]!).text
    if (column === last) return 'reason'
    if (heading === SOURCE) return 'source'
    if (heading === MARK) return 'mark'
    return SURPLUS_HEADING.test(heading) ? 'surplus' : null
  }
}

const SOURCE = '来源文件'
const MARK = '待核对'
const SURPLUS = '表头外'
const SURPLUS_HEADING = /^表头外\d+$/

/**
 * The refused rows of one or several files as one table: one column for each field, under the heading of the first
 * file that has it; then what stood beyond the headings, what is to be looked at, the source where there are several,
 * the reason.
 */
export function refusedTable(
  library: Library,
  files: readonly RefusedRows[],
): { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const headings = new Map<string, string>()
  const parted = files.flatMap(file => {
    const parts = partsOf(library, file)
    for (const [i, key] of parts.keys.entries())
      if (key !== null && !headings.has(key)) headings.set(key, file.headings[i]!)
    return file.rows.map(row => partedRow(parts, file, row))
  })
  const surplus = parted.reduce((most, row) => Math.max(most, row.surplus.length), 0)
  const marked = parted.some(({ mark }) => mark !== '')
  const sourced = files.length > 1 || parted.some(({ source }) => source !== null)
  const keys = [...headings.keys()]
  return {
    headings: [
      ...headings.values(),
      ...Array.from({ length: surplus }, (_, i) => `${SURPLUS}${i + 1}`),
      ...(marked ? [MARK] : []),
      ...(sourced ? [SOURCE] : []),
      reasonHeading(library),
    ],
    rows: parted.map(row => [
      ...keys.map(key => row.cells.get(key) ?? ''),
      ...Array.from({ length: surplus }, (_, i) => row.surplus[i] ?? ''),
      ...(marked ? [row.mark] : []),
      ...(sourced ? [row.source ?? row.file] : []),
      row.reason,
    ]),
  }
}

interface Parts {
  /** By what a column is known to be the same in other files; null for a column of a file of refused rows. */
  readonly keys: readonly (string | null)[]
  readonly belongs: (column: number) => RefusalColumn | null
}

function partsOf(library: Library, { headings, fields }: RefusedRows): Parts {
  const belongs = refusalColumns(library, headings)
  const times = new Map<string, number>()
  const keys = headings.map((heading, i) => {
    if (belongs(i) !== null) return null
    if (fields[i] != null) return `field ${fields[i]}`
    const text = clean(heading).text
    const before = times.get(text) ?? 0
    times.set(text, before + 1)
    return `other ${before} ${text}`
  })
  return { keys, belongs }
}

function partedRow(
  { keys, belongs }: Parts,
  { source: file, headings }: RefusedRows,
  { cells, reason, mark }: RefusedRows['rows'][number],
) {
  const known = new Map<string, string>()
  const surplus: string[] = []
  let [source, marked]: [string | null, string] = [null, mark]
  for (const [i, cell] of cells.entries()) {
    const key = keys[i]
    const belonging = i < headings.length ? belongs(i) : 'surplus'
    if (key != null) known.set(key, cell)
    else if (belonging === 'surplus') surplus.push(cell)
    else if (belonging === 'source') source = cell
    else if (belonging === 'mark') marked ||= cell
  }
  while (surplus.length > 0 && clean(surplus[surplus.length - 1]!).text === '') surplus.pop()
  return { cells: known, surplus, mark: marked, source, file, reason }
}
