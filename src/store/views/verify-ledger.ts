import { createHash } from 'node:crypto'
import { CLOCK_CORRECTED } from '../../core/ledger/entry-time.ts'
import { GENESIS, type LedgerEntry, RECORD, type RowsDigest, sealedText, UNIT } from '../../core/ledger.ts'
import type { Store } from '../open.ts'
import { DIGESTED_TABLES } from '../schema/digested-tables.ts'
import { type Cell, columnList, type Table } from '../schema/table.ts'
import { hexOf, type TableDigest, tableDigest } from '../table-digest.ts'
import { ledger } from './log.ts'
import { type Misbuilt, verifySchema } from './verify-schema.ts'

/** Where the ledger first does not hold. */
export type Break =
  | { readonly entry: number; readonly problem: 'chain' | 'digest' | 'seal' | 'time' }
  | { readonly entry: number; readonly problem: 'rows' | 'orphan'; readonly table: string }
  | ({ readonly entry: null } & Misbuilt)

/**
 * Checks the chain of digests and that times do not run backwards, then every row of every table against the digest of the entry that wrote or ended it, then
 * how the database is built. Null where all of it holds.
 */
export function verifyLedger(store: Store): Break | null {
  const broken = verifyChain(store) ?? verifyRows(store)
  if (broken !== null) return broken
  const misbuilt = verifySchema(store)
  return misbuilt === null ? null : { entry: null, ...misbuilt }
}

function verifyChain(store: Store): Break | null {
  const rows = store
    .sql<Omit<LedgerEntry, 'subject' | 'rows'> & { subject: string | null; rows: string }>(
      `select number, at, actor, action, subject, rows, previous, digest
       from entry left join seal on seal.entry = entry.number order by number`,
    )
    .all()
  let previous = GENESIS
  let time = ''
  let expected = 1
  for (const row of rows) {
    const entry = row.number
    if (entry !== expected) return { entry: expected, problem: 'chain' }
    if (row.subject === null) return { entry, problem: 'seal' }
    if (row.previous !== previous) return { entry, problem: 'chain' }
    const digest = hexOf(createHash('sha256').update(sealedText(row, row.subject, row.rows)))
    if (digest !== row.digest) return { entry, problem: 'digest' }
    if (row.at < time && row.action !== CLOCK_CORRECTED) return { entry, problem: 'time' }
    previous = digest
    time = row.at
    expected++
  }
  const loose = store
    .sql<number | null>('select min(entry) from seal where entry not in (select number from entry)')
    .pluck()
    .get()
  return typeof loose === 'number' ? { entry: loose, problem: 'chain' } : null
}

/** Each table is read once, in the order its rows were written; the first entry of any table that fails is named. */
function verifyRows(store: Store): Break | null {
  const recorded = new Map<string, RowsDigest>(
    [...ledger(store)].flatMap(({ number, rows }) =>
      rows.map(row => [`${number} ${row.table}`, row] as const),
    ),
  )
  const breaks: (Break & { readonly entry: number })[] = []
  for (const table of DIGESTED_TABLES) {
    const found = digestsOf(store, table)
    for (const [entry, digest] of found) {
      const expected = recorded.get(`${entry} ${table.name}`)
      recorded.delete(`${entry} ${table.name}`)
      if (expected === undefined) breaks.push({ entry, problem: 'orphan', table: table.name })
      else if (!same(expected, digest)) breaks.push({ entry, problem: 'rows', table: table.name })
    }
  }
  for (const [key] of recorded) {
    const [entry, table] = key.split(' ') as [string, string]
    breaks.push({ entry: Number(entry), problem: 'rows', table })
  }
  return breaks.sort((a, b) => a.entry - b.entry)[0] ?? null
}

function digestsOf(store: Store, table: Table) {
  const digests = new Map<number, TableDigest>()
  const of = (entry: number) => {
    let digest = digests.get(entry)
    if (digest === undefined) {
      digest = tableDigest()
      digests.set(entry, digest)
    }
    return digest
  }
  const since = Object.keys(table.columns).indexOf('since')
  for (const row of store.sql<(Cell | null)[]>(inWrittenOrder(table)).raw().iterate()) {
    const [version, until] = table.ends ? (row.splice(0, 2) as [number, number | null]) : [0, null]
    const holdsMarks = row.some(
      cell => typeof cell === 'string' && (cell.includes(UNIT) || cell.includes(RECORD)),
    )
    of(row[since] as number).written(holdsMarks ? ['damaged'] : (row as Cell[]))
    if (until !== null) of(until).ended(version)
  }
  return [...digests].map(([entry, digest]) => [entry, digest.close()] as const)
}

/** Rows as they were written, one after the other; of versions which one it is and where it ended comes first. */
function inWrittenOrder(table: Table): string {
  return table.ends
    ? `select version, until, ${columnList(table)} from ${table.name} order by version`
    : `select ${columnList(table)} from ${table.name} order by rowid`
}

function same(a: Omit<RowsDigest, 'table'>, b: Omit<RowsDigest, 'table'>): boolean {
  return a.written === b.written && a.ended === b.ended && a.sha256 === b.sha256
}
