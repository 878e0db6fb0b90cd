import type { AssignmentRow, SelectionRow } from '../../core/draw/folder/rows.ts'
import type { ItemUsed } from '../../core/frame/items-of-task.ts'
import type { Lent } from '../../core/frame/lent.ts'
import type { RegistryCounts } from '../../core/publication/export/record.ts'
import type { RuleValues } from '../../core/rules/rule-book.ts'
import type { Pen } from '../entry.ts'
import type { Store } from '../open.ts'

/** A frozen task: what was fixed, before or with the draw. */
export interface DrawRecord {
  /** `YYYY-NNNN`. */
  readonly number: string
  /** The ledger entry that froze it: the registries as they stood then are its frame. */
  readonly since: number
  readonly task: string
  readonly attempt: number
  readonly digest: string
  readonly starts: string
  readonly ends: string
  readonly detail: DrawDetail
  /** The entry that drew it, and what is known of the seed; null while it is only frozen. */
  readonly run: { readonly since: number; readonly detail: RunDetail } | null
  readonly void: { readonly since: number; readonly reason: string; readonly approver: string } | null
  /** Its sealed source, and the entry that opened it; null for a draw without one. */
  readonly sealed: { readonly source: string; readonly revealed: number | null } | null
}

/** What belongs to the occasion of freezing and is shown again later. */
export interface DrawDetail {
  readonly name: string
  readonly lead: string
  readonly items: readonly string[]
  readonly publishList: boolean
  readonly day: string
  readonly frozenAt: string
  readonly actor: string
  /** Why it is not the first attempt, and who approved. */
  readonly again: { readonly draw: string; readonly reason: string; readonly approver: string } | null
  /** The row of the plan, or of the ad-hoc task, as it was frozen. */
  readonly row: readonly string[]
  readonly program: string
  /** The rules that it was frozen under; draws of before there were any have none. */
  readonly rules?: RuleValues
  /** Inspectors that a neighbour lent. */
  readonly lent?: readonly Lent[]
  /** The items as they stood, each with the entry its version is valid since. */
  readonly itemsUsed?: readonly ItemUsed[]
  /** Absent in draws of version 0.1.0. */
  readonly registry?: RegistryCounts
}

export interface RunDetail {
  readonly drawnAt: string
  readonly actor: string
  readonly committed: 'before' | 'at-once'
  readonly machine: boolean
  /** Who looked on; draws of earlier versions say nothing of them. */
  readonly witnesses?: readonly string[]
  readonly signatures: Readonly<Record<string, string>>
}

const SELECT = `
  select draw.number, draw.since, draw.task, draw.attempt, draw.digest, draw.starts, draw.ends, draw.detail,
         run.since as run_since, run.detail as run_detail,
         void.since as void_since, void.reason, void.approver,
         secret.source as sealed_source, reveal.since as reveal_since
  from draw
  left join run on run.draw = draw.number
  left join void on void.draw = draw.number
  left join secret on secret.draw = draw.number
  left join reveal on reveal.draw = draw.number`

/** All draws, oldest first. */
export function drawsIn(store: Store): DrawRecord[] {
  return store
    .sql(`${SELECT} order by draw.number`)
    .all()
    .map(row => recordFrom(row as DrawColumns))
}

/** The draw with this number; the last number alone means the year `year`. Null when there is none. */
export function drawNumbered(store: Store, name: string, year: string): DrawRecord | null {
  const number = /^\d{1,4}$/.test(name) ? `${year}-${name.padStart(4, '0')}` : name
  const row = store.sql(`${SELECT} where draw.number = ?`).get(number) as DrawColumns | undefined
  return row === undefined ? null : recordFrom(row)
}

/** The attempts at a task, first to last. */
export function attemptsAt(store: Store, task: string): DrawRecord[] {
  return store
    .sql(`${SELECT} where draw.task = ? order by draw.attempt`)
    .all(task)
    .map(row => recordFrom(row as DrawColumns))
}

/** The next number of a year: consecutive, without gaps. */
export function nextNumber(store: Store, year: string): string {
  const row = store.sql('select max(number) as last from draw where number like ?').get(`${year}-%`) as {
    last: string | null
  }
  return `${year}-${String(Number(row.last?.slice(5) ?? 0) + 1).padStart(4, '0')}`
}

/** What is written when a task is frozen; the rest of a {@link DrawRecord} comes later. */
export type NewDraw = Omit<DrawRecord, 'since' | 'run' | 'void' | 'sealed'>

export function writeDraw(pen: Pen, draw: NewDraw): void {
  pen.write(
    'draw',
    'insert into draw (number, since, task, attempt, digest, starts, ends, detail) values (?, ?, ?, ?, ?, ?, ?, ?)',
    [
      draw.number,
      pen.entry,
      draw.task,
      draw.attempt,
      draw.digest,
      draw.starts,
      draw.ends,
      JSON.stringify(draw.detail),
    ],
  )
}

/** Keeps files of the draw's folder as their bytes. */
export function writeFiles(pen: Pen, draw: string, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [name, bytes] of files) {
    pen.write('draw_file', 'insert into draw_file (draw, name, since, bytes) values (?, ?, ?, ?)', [
      draw,
      name,
      pen.entry,
      bytes,
    ])
  }
}

export function writeRun(
  pen: Pen,
  draw: string,
  detail: RunDetail,
  selection: readonly SelectionRow[],
  assignment: readonly AssignmentRow[],
): void {
  pen.write('run', 'insert into run (draw, since, detail) values (?, ?, ?)', [
    draw,
    pen.entry,
    JSON.stringify(detail),
  ])
  for (const { stratum, rank, target, status } of selection) {
    pen.write(
      'drawn',
      'insert into drawn (draw, stratum, rank, target, status, since) values (?, ?, ?, ?, ?, ?)',
      [draw, stratum, rank, target, status, pen.entry],
    )
  }
  for (const { target, department, seat, inspector } of assignment) {
    pen.write(
      'seated',
      'insert into seated (draw, target, department, seat, inspector, since) values (?, ?, ?, ?, ?, ?)',
      [draw, target, department, seat, inspector, pen.entry],
    )
  }
}

export function writeVoid(pen: Pen, draw: string, reason: string, approver: string): void {
  pen.write('void', 'insert into void (draw, since, reason, approver) values (?, ?, ?, ?)', [
    draw,
    pen.entry,
    reason,
    approver,
  ])
}

/** One file of a draw's folder, or none. */
export function fileOf(store: Store, draw: string, name: string): Map<string, Uint8Array> {
  const row = store.sql('select bytes from draw_file where draw = ? and name = ?').get(draw, name) as
    | { bytes: Uint8Array }
    | undefined
  return new Map(row === undefined ? [] : [[name, new Uint8Array(row.bytes)]])
}

/** The files of a draw's folder that the store keeps, by name in byte order. */
export function filesOf(store: Store, draw: string): Map<string, Uint8Array> {
  const rows = store.sql('select name, bytes from draw_file where draw = ? order by name').all(draw) as {
    name: string
    bytes: Uint8Array
  }[]
  return new Map(
    rows.map(({ name, bytes }) => [name, new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)]),
  )
}

export function drawnOf(
  store: Store,
  draw: string,
): { target: string; stratum: string; rank: number; status: 'drawn' | 'reserve' }[] {
  return store
    .sql('select target, stratum, rank, status from drawn where draw = ? order by stratum, rank')
    .all(draw) as ReturnType<typeof drawnOf>
}

export function seatedOf(store: Store, draw: string): AssignmentRow[] {
  return store
    .sql(
      'select target, department, seat, inspector from seated where draw = ? order by target, department, seat',
    )
    .all(draw) as AssignmentRow[]
}

interface DrawColumns {
  number: string
  since: number
  task: string
  attempt: number
  digest: string
  starts: string
  ends: string
  detail: string
  run_since: number | null
  run_detail: string | null
  void_since: number | null
  reason: string | null
  approver: string | null
  sealed_source: string | null
  reveal_since: number | null
}

function recordFrom(row: DrawColumns): DrawRecord {
  const { number, since, task, attempt, digest, starts, ends } = row
  return {
    number,
    since,
    task,
    attempt,
    digest,
    starts,
    ends,
    detail: JSON.parse(row.detail),
    run: row.run_since === null ? null : { since: row.run_since, detail: JSON.parse(row.run_detail!) },
    void:
      row.void_since === null
        ? null
        : { since: row.void_since, reason: row.reason!, approver: row.approver! },
    sealed: row.sealed_source === null ? null : { source: row.sealed_source, revealed: row.reveal_since },
  }
}
