import type { AssignmentRow, SelectionRow } from '../../core/draw/folder/rows.ts'
import type { Table } from '../../core/draw/folder/table.ts'
import { ASSIGNMENT, SELECTION } from '../../core/draw/folder/tables.ts'
import type { DrawReasons } from '../../core/draw/reasons.ts'
import type { Difference } from '../../core/draw/verify/difference.ts'
import type { DrawNumber, TargetId } from '../../core/ids.ts'
import { refusal } from '../../core/refusal.ts'
import { piecesOf } from '../draws/draw-files.ts'
import type { Store } from '../open.ts'
import { eachRowOf } from './kept-files.ts'

/**
 * What was drawn stands twice in the database: as the bytes of its files, which anybody can check, and as the tables
 * `drawn` and `seated`, an index of them by which SQL finds who stood where. Whoever reads the tables compares first.
 */
const refuse = refusal<DrawReasons>()

type Drawn = Pick<SelectionRow, 'target' | 'stratum' | 'rank' | 'status'>

/** Who was drawn, and who is in reserve: by stratum, in the order of their tickets. */
export function drawnOf(store: Store, draw: DrawNumber): readonly Drawn[] {
  return agreeing(store, draw, DRAWN_ROWS)
}

/** Who was seated when the draw was run. */
export function seatedOf(store: Store, draw: DrawNumber): readonly AssignmentRow[] {
  return agreeing(store, draw, SEATED_ROWS)
}

/**
 * Who was seated when the draw was run, target by target in the order of their ids, as the database is asked for them: the
 * tables are held against the file before, row by row, so that memory holds some targets.
 */
export function* seatedByTarget(
  store: Store,
  draw: DrawNumber,
): Generator<readonly [target: TargetId, seats: AssignmentRow[]]> {
  refuseAlteredSeats(store, draw)
  const page = store.sql<AssignmentRow>(
    `select target, department, seat, inspector from seated
     where draw = @draw and (target, department, seat) > (@target, @department, @seat)
     order by target, department, seat limit ${PAGE}`,
  )
  let own: AssignmentRow[] = []
  let last: Pick<AssignmentRow, 'target' | 'department' | 'seat'> | undefined
  for (;;) {
    const rows = page.all({
      draw,
      target: last?.target ?? '',
      department: last?.department ?? '',
      seat: last?.seat ?? 0,
    })
    for (const row of rows) {
      if (row.target !== last?.target && own.length > 0) {
        yield [own[0]!.target, own]
        own = []
      }
      own.push(row)
      last = row
    }
    if (rows.length < PAGE) break
  }
  if (own.length > 0) yield [own[0]!.target, own]
}

/** How many seats are read at once. */
const PAGE = 1000

/** Finds who was seated at a target when the draw was run; the tables are held against the file before. */
export function seatedAt(store: Store, draw: DrawNumber): (target: TargetId) => readonly AssignmentRow[] {
  refuseAlteredSeats(store, draw)
  const seats = store.sql<AssignmentRow>(
    `select target, department, seat, inspector from seated where draw = ? and target = ?
     order by department, seat`,
  )
  return target => seats.all(draw, target)
}

function refuseAlteredSeats(store: Store, draw: DrawNumber): void {
  const difference = differenceIn(store, draw, SEATED_ROWS)
  if (difference !== null) throw altered(draw, difference)
}

/** Refuses where the tables tell of any draw what its files do not. */
export function refuseAltered(store: Store): void {
  for (const draw of store.sql<DrawNumber>('select draw from run order by draw').pluck().all()) {
    const difference = alteredIn(store, draw)
    if (difference !== null) throw altered(draw, difference)
  }
}

/** Where the tables of a draw tell something else than its files; the table goes for the file. */
export function alteredIn(store: Store, draw: DrawNumber): Difference | null {
  return differenceIn(store, draw, DRAWN_ROWS) ?? differenceIn(store, draw, SEATED_ROWS)
}

/** Rows of a draw as a table of the database has them, in the order of the file that they are an index of. */
interface Indexed<Row> {
  readonly table: string
  readonly select: string
  readonly file: Table<Row & object>
  readonly columns: readonly (keyof Row)[]
}

const DRAWN_ROWS: Indexed<Drawn> = {
  table: 'drawn',
  select: 'select target, stratum, rank, status from drawn where draw = ? order by stratum, rank',
  file: SELECTION as Table<Drawn>,
  columns: ['stratum', 'rank', 'target', 'status'],
}

const SEATED_ROWS: Indexed<AssignmentRow> = {
  table: 'seated',
  select:
    'select target, department, seat, inspector from seated where draw = ? order by target, department, seat',
  file: ASSIGNMENT,
  columns: ['target', 'department', 'seat', 'inspector'],
}

function agreeing<Row>(store: Store, draw: DrawNumber, indexed: Indexed<Row>): readonly Row[] {
  const rows: Row[] = []
  const difference = differenceIn(store, draw, indexed, row => rows.push(row))
  if (difference === null) return rows
  throw altered(draw, difference)
}

function altered(draw: DrawNumber, { file: table, expected, found }: Difference) {
  return refuse('draw-altered', { draw, table, expected: expected ?? '', found: found ?? '' })
}

/** Holds the table against the file, row by row: of neither is more than one row in memory. A damaged file is refused first. */
function differenceIn<Row>(
  store: Store,
  draw: DrawNumber,
  { table, select, file, columns }: Indexed<Row>,
  agrees: (row: Row) => void = () => {},
): Difference | null {
  const wasRun = store.sql('select 1 from run where draw = ?').get(draw) !== undefined
  const kept: Iterator<Row & object, void> = wasRun
    ? eachRowOf(file, piecesOf(store, draw, file.file))
    : [][Symbol.iterator]()
  const line = (row?: Row & object) => (row === undefined ? '' : columns.map(column => row[column]).join())
  const differing = (expected?: Row & object, found?: Row & object): Difference => {
    while (kept.next().done !== true);
    return { file: table, check: 'line', expected: line(expected), found: line(found) }
  }
  for (const found of store.sql<Row & object>(select).iterate(draw)) {
    const expected = kept.next().value ?? undefined
    if (expected === undefined || columns.some(column => expected[column] !== found[column]))
      return differing(expected, found)
    agrees(found)
  }
  const left = kept.next().value ?? undefined
  return left === undefined ? null : differing(left)
}
