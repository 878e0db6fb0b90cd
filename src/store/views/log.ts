import { createHash } from 'node:crypto'
import { GENESIS, type LedgerEntry, RECORD, type RowsDigest, sealedText, UNIT } from '../../core/ledger.ts'
import type { DatabaseReasons } from '../../core/reasons.ts'
import { refusal } from '../../core/refusal.ts'
import { LIBRARIES } from '../../core/registry/libraries/field.ts'
import { library } from '../../core/registry/libraries/library.ts'
import { type Cell, type TableDigest, tableDigest } from '../entry.ts'
import type { Store } from '../open.ts'
import { columnsOf } from '../registry/registry.ts'

const refuse = refusal<DatabaseReasons>()

/** All entries of the ledger, oldest first. */
export function ledger(store: Store): LedgerEntry[] {
  const rows = store
    .sql(
      `select number, at, actor, action, subject, rows, previous, digest
       from entry join seal on seal.entry = entry.number order by number`,
    )
    .all() as (Omit<LedgerEntry, 'subject' | 'rows'> & { subject: string; rows: string })[]
  return rows.map(row => {
    try {
      return { ...row, subject: JSON.parse(row.subject), rows: JSON.parse(row.rows) }
    } catch {
      throw refuse('unreadable-entry', { entry: row.number })
    }
  })
}

/** When an entry was written, by whom, and the digest that seals it. */
export function entryAt(store: Store, entry: number): Pick<LedgerEntry, 'at' | 'actor' | 'digest'> {
  return store
    .sql('select at, actor, digest from entry join seal on seal.entry = entry.number where number = ?')
    .get(entry) as ReturnType<typeof entryAt>
}

export function lastEntry(store: Store): number {
  const { last } = store.sql('select max(number) as last from entry').get() as { last: number | null }
  return last ?? 0
}

/** How many entries there are, whatever state they are in. */
export function entryCount(store: Store): number {
  return (store.sql('select count(*) as count from entry').get() as { count: number }).count
}

/** Where the ledger first does not hold, or null when every digest does. */
export type Break =
  | { readonly entry: number; readonly problem: 'chain' | 'digest' | 'seal' }
  | { readonly entry: number; readonly problem: 'rows' | 'orphan'; readonly table: string }

/** Checks the chain of digests, then every row of every table against the digest of the entry that wrote or ended it. */
export function verifyLedger(store: Store): Break | null {
  return verifyChain(store) ?? verifyRows(store)
}

function verifyChain(store: Store): Break | null {
  const rows = store
    .sql(
      `select number, at, actor, action, subject, rows, previous, digest
       from entry left join seal on seal.entry = entry.number order by number`,
    )
    .all() as (Omit<LedgerEntry, 'subject' | 'rows'> & { subject: string | null; rows: string })[]
  let previous = GENESIS
  let expected = 1
  for (const row of rows) {
    const entry = row.number
    if (entry !== expected) return { entry: expected, problem: 'chain' }
    if (row.subject === null) return { entry, problem: 'seal' }
    if (row.previous !== previous) return { entry, problem: 'chain' }
    const digest = createHash('sha256')
      .update(sealedText(row, row.subject, row.rows))
      .digest('hex')
    if (digest !== row.digest) return { entry, problem: 'digest' }
    previous = digest
    expected++
  }
  const loose = store
    .sql('select min(entry) as entry from seal where entry not in (select number from entry)')
    .get() as { entry: number | null }
  return loose.entry === null ? null : { entry: loose.entry, problem: 'chain' }
}

/** Tables whose rows are digested, their columns in the order in which they are written. */
const TABLES: readonly {
  readonly table: string
  readonly columns: string
  readonly order: string
  readonly ends: boolean
}[] = [
  ...LIBRARIES.map(name => {
    const of = library(name)
    return { table: of.table, columns: `since, ${columnsOf(of)}`, order: 'version', ends: true }
  }),
  { table: 'heading_map', columns: 'since, id, pairs', order: 'version', ends: true },
  { table: 'rule', columns: 'since, id, value, reason', order: 'version', ends: true },
  {
    table: 'visit',
    columns: 'since, id, target, department, day, cause, reference, remark',
    order: 'version',
    ends: true,
  },
  {
    table: 'draw',
    columns: 'number, since, task, attempt, digest, starts, ends, detail',
    order: 'rowid',
    ends: false,
  },
  { table: 'draw_file', columns: 'draw, name, since, bytes', order: 'rowid', ends: false },
  { table: 'run', columns: 'draw, since, detail', order: 'rowid', ends: false },
  { table: 'drawn', columns: 'draw, stratum, rank, target, status, since', order: 'rowid', ends: false },
  {
    table: 'seated',
    columns: 'draw, target, department, seat, inspector, since',
    order: 'rowid',
    ends: false,
  },
  { table: 'void', columns: 'draw, since, reason, approver', order: 'rowid', ends: false },
  { table: 'merged', columns: 'guest, target, host, since, approver, reason', order: 'rowid', ends: false },
  {
    table: 'substitution',
    columns:
      'draw, number, line, since, kind, gone, came, target, department, seat, reason, approver, at, evidence',
    order: 'rowid',
    ends: false,
  },
  { table: 'secret', columns: 'draw, since, source, value', order: 'rowid', ends: false },
  { table: 'reveal', columns: 'draw, since, source', order: 'rowid', ends: false },
]

/** Each table is read once, in the order its rows were written; the first entry of any table that fails is named. */
function verifyRows(store: Store): Break | null {
  const recorded = new Map(
    ledger(store).flatMap(({ number, rows }) => rows.map(row => [`${number} ${row.table}`, row] as const)),
  )
  const breaks: Break[] = []
  for (const spec of TABLES) {
    const found = digestsOf(store, spec)
    for (const [entry, digest] of found) {
      const expected = recorded.get(`${entry} ${spec.table}`)
      recorded.delete(`${entry} ${spec.table}`)
      if (expected === undefined) breaks.push({ entry, problem: 'orphan', table: spec.table })
      else if (!same(expected, digest)) breaks.push({ entry, problem: 'rows', table: spec.table })
    }
  }
  for (const [key] of recorded) {
    const [entry, table] = key.split(' ') as [string, string]
    breaks.push({ entry: Number(entry), problem: 'rows', table })
  }
  return breaks.sort((a, b) => a.entry - b.entry)[0] ?? null
}

function digestsOf(store: Store, { table, columns, order, ends }: (typeof TABLES)[number]) {
  const digests = new Map<number, TableDigest>()
  const of = (entry: number) => {
    let digest = digests.get(entry)
    if (digest === undefined) {
      digest = tableDigest()
      digests.set(entry, digest)
    }
    return digest
  }
  const text = ends ? `version, until, ${columns}` : columns
  const since = columns.split(', ').indexOf('since')
  for (const cells of store.sql(`select ${text} from ${table} order by ${order}`).raw().iterate()) {
    const row = cells as (Cell | null)[]
    const [version, until] = ends ? (row.splice(0, 2) as [number, number | null]) : [0, null]
    const holdsMarks = row.some(
      cell => typeof cell === 'string' && (cell.includes(UNIT) || cell.includes(RECORD)),
    )
    of(row[since] as number).written(holdsMarks ? ['damaged'] : (row as Cell[]))
    if (until !== null) of(until).ended(version)
  }
  return [...digests].map(([entry, digest]) => [entry, digest.close()] as const)
}

function same(a: Omit<RowsDigest, 'table'>, b: Omit<RowsDigest, 'table'>): boolean {
  return a.written === b.written && a.ended === b.ended && a.sha256 === b.sha256
}
