import { byBytes } from '../bytes.ts'
import { dayWritten } from './date-form.ts'
import type { Layout, LayoutColumn } from './layout.ts'

/** A row of one side: what it goes by, where it stands (`id` here, the row of the file there), and its cells under the layout's columns. */
export interface SideRow {
  readonly key: string
  readonly at: string
  readonly cells: readonly string[]
}

/** One field that the two sides tell differently. */
export interface FieldOfTwo {
  readonly heading: string
  readonly ours: string
  readonly theirs: string
}

/** What the two sides differ in, by key. */
export type Difference =
  | { readonly kind: 'only-ours' | 'only-theirs'; readonly key: string; readonly row: SideRow }
  | {
      readonly kind: 'different'
      readonly key: string
      readonly ours: SideRow
      readonly theirs: SideRow
      readonly fields: readonly FieldOfTwo[]
    }
  /** Several rows of one side go by one key: which is meant nobody can say, so none is compared. */
  | {
      readonly kind: 'repeated'
      readonly key: string
      readonly ours: readonly SideRow[]
      readonly theirs: readonly SideRow[]
    }

/** How many rows were compared, and how many say the same. */
export interface Compared {
  readonly ours: number
  readonly theirs: number
  readonly same: number
}

/**
 * Sets two sides beside each other, both in byte order of their keys, row by row: memory holds one key. What differs comes
 * in that order; the counts are what the generator returns. `columns` that the other side's file lacks are not compared.
 */
export function* differences(
  columns: readonly LayoutColumn[],
  present: (column: LayoutColumn) => boolean,
  ours: Iterable<SideRow>,
  theirs: Iterable<SideRow>,
): Generator<Difference, Compared> {
  const compared = columns
    .map((column, i) => ({ column, i }))
    .filter(({ column }) => column.compare && present(column))
  const counts = { ours: 0, theirs: 0, same: 0 }
  for (const [own, other] of besideEachOther(ours, theirs)) {
    counts.ours += own.length
    counts.theirs += other.length
    const found = between(compared, own, other)
    if (found === null) counts.same++
    else yield found
  }
  return counts
}

/** The rows of each key of two sides that are both in byte order of their keys: memory holds one key. */
export function* besideEachOther<A extends Keyed, B extends Keyed>(
  ours: Iterable<A>,
  theirs: Iterable<B>,
): Generator<readonly [readonly A[], readonly B[]]> {
  const [left, right] = [groups(ours), groups(theirs)]
  let [a, b] = [left.next(), right.next()]
  while (!a.done || !b.done) {
    const order = a.done ? 1 : b.done ? -1 : byBytes(a.value[0]!.key, b.value[0]!.key)
    yield [!a.done && order <= 0 ? a.value : [], !b.done && order >= 0 ? b.value : []]
    if (order <= 0) a = left.next()
    if (order >= 0) b = right.next()
  }
}

type Keyed = Pick<SideRow, 'key'>

interface At {
  readonly column: LayoutColumn
  readonly i: number
}

function between(
  compared: readonly At[],
  ours: readonly SideRow[],
  theirs: readonly SideRow[],
): Difference | null {
  const [own, other] = [ours[0], theirs[0]]
  const { key } = (own ?? other)!
  if (ours.length > 1 || theirs.length > 1) return { kind: 'repeated', key, ours, theirs }
  if (other === undefined) return { kind: 'only-ours', key, row: own! }
  if (own === undefined) return { kind: 'only-theirs', key, row: other }
  const fields = compared.flatMap(({ column, i }) => {
    const [left, right] = [own.cells[i] ?? '', other.cells[i] ?? '']
    return plain(column, left) === plain(column, right)
      ? []
      : [{ heading: column.heading, ours: left, theirs: right }]
  })
  return fields.length === 0 ? null : { kind: 'different', key, ours: own, theirs: other, fields }
}

/** A cell however it is written: full width, spaces, another form of the day, another order of several values. */
function plain({ date, forever, join }: LayoutColumn, text: string): string {
  const bare = text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim()
  if (date !== null) return dayWritten(bare, forever) ?? bare
  const members = bare.split(join.normalize('NFKC').trim() || ' ').map(member => member.trim())
  return members.length > 1 ? members.sort(byBytes).join(join) : bare
}

/** Rows of one key, one key after the other. */
function* groups<Row extends Keyed>(rows: Iterable<Row>): Generator<readonly Row[], undefined> {
  let group: Row[] = []
  for (const row of rows) {
    const last = group[0]?.key
    if (last !== undefined && last !== row.key) {
      if (byBytes(last, row.key) > 0) throw new RangeError(`keys out of order: ${last}, ${row.key}`)
      yield group
      group = []
    }
    group.push(row)
  }
  if (group.length > 0) yield group
  return undefined
}

/** What is shown of a key: its values, one after the other. */
export function shownKey(key: string): string {
  return key.split('\u001f').join(' / ')
}

/** Whether what the other side says can be taken over here: some column that differs is read in. */
export function canBeTaken({ columns }: Layout, fields: readonly FieldOfTwo[]): boolean {
  return fields.some(({ heading }) =>
    columns.some(column => column.heading === heading && column.read !== ''),
  )
}
