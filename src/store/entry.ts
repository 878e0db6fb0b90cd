import { createHash, type Hash } from 'node:crypto'
import {
  GENESIS,
  type LedgerEntry,
  RECORD,
  type RowsDigest,
  type Subject,
  sealedText,
  UNIT,
} from '../core/ledger.ts'
import { type Store, storeError } from './open.ts'

/** Who does something, and when. */
export interface Occasion {
  readonly at: string
  readonly actor: string
}

/** Writes one entry: everything that goes into a table of the ledger goes through it. */
export interface EntryWriter {
  readonly entry: number
  /** Inserts a row (its columns in the order of the table's) and takes it into the entry's digest. */
  readonly write: (table: string, insert: string, row: readonly Cell[]) => number
  /** Ends the version of a registry row that was current. */
  readonly end: (table: string, version: number) => void
}

export type Cell = string | number | Uint8Array

export interface Sealed<T> {
  /** The entry, or null where nothing was written and so nothing stays. */
  readonly entry: LedgerEntry | null
  readonly result: T
}

/**
 * One command is one transaction is one entry. `work` writes and tells the subject; when it wrote nothing
 * or throws, the database is as before. Other writers wait or are told that the database is locked.
 */
export async function inEntry<T>(
  store: Store,
  occasion: Occasion,
  action: string,
  work: (
    writer: EntryWriter,
  ) =>
    | Promise<{ subject: Subject; result: T; keep?: boolean }>
    | { subject: Subject; result: T; keep?: boolean },
): Promise<Sealed<T>> {
  try {
    store.db.exec('begin immediate')
    const last = store.sql('select entry, digest from seal order by entry desc limit 1').get() as
      | { entry: number; digest: string }
      | undefined
    const number = (last?.entry ?? 0) + 1
    store
      .sql('insert into entry (number, at, actor, action) values (?, ?, ?, ?)')
      .run(number, occasion.at, occasion.actor, action)
    const { writer, digests } = entryWriter(store, number)
    const { subject, result, keep } = await work(writer)
    const rows = digests()
    if (rows.length === 0 || keep === false) {
      store.db.exec('rollback')
      return { entry: null, result }
    }
    const entry = seal(
      store,
      { number, ...occasion, action, previous: last?.digest ?? GENESIS },
      subject,
      rows,
    )
    store.db.exec('commit')
    return { entry, result }
  } catch (error) {
    if (store.db.open && store.db.inTransaction) store.db.exec('rollback')
    throw storeError(store.path, error)
  }
}

function seal(
  store: Store,
  entry: Omit<LedgerEntry, 'subject' | 'rows' | 'digest'>,
  subject: Subject,
  rows: readonly RowsDigest[],
): LedgerEntry {
  const texts = [JSON.stringify(subject), JSON.stringify(rows)] as const
  const digest = createHash('sha256')
    .update(sealedText(entry, ...texts))
    .digest('hex')
  store
    .sql('insert into seal (entry, subject, rows, previous, digest) values (?, ?, ?, ?, ?)')
    .run(entry.number, ...texts, entry.previous, digest)
  return { ...entry, subject, rows, digest }
}

/** Rows are hashed in the order they are written, which is the order of their rowids; ended ones by version. */
function entryWriter(store: Store, entry: number) {
  const tables = new Map<string, TableDigest>()
  const of = (table: string) => {
    let digest = tables.get(table)
    if (digest === undefined) {
      digest = tableDigest()
      tables.set(table, digest)
    }
    return digest
  }
  let insertText = ''
  let insert = store.sql('select 1')
  let ending = ''
  let end = insert
  const writer: EntryWriter = {
    entry,
    write(table, text, row) {
      if (text !== insertText) {
        insert = store.sql(text)
        insertText = text
      }
      const { lastInsertRowid } = insert.run(...row)
      of(table).written(row)
      return Number(lastInsertRowid)
    },
    end(table, version) {
      if (table !== ending) {
        end = store.sql(`update ${table} set until = ? where version = ?`)
        ending = table
      }
      end.run(entry, version)
      of(table).ended(version)
    },
  }
  const digests = () =>
    [...tables].sort(([a], [b]) => (a < b ? -1 : 1)).map(([table, digest]) => ({ table, ...digest.close() }))
  return { writer, digests }
}

export interface TableDigest {
  readonly written: (row: readonly Cell[]) => void
  readonly ended: (version: number) => void
  readonly close: () => Omit<RowsDigest, 'table'>
}

/** The digest of what one entry did to one table; the ledger's check computes it again from the rows that stand. */
export function tableDigest(): TableDigest {
  const hash: Hash = createHash('sha256')
  const endings: number[] = []
  let buffered = ''
  let count = 0
  return {
    written(row) {
      count++
      buffered += (row.some(isBytes) ? row.map(textOf) : row).join(UNIT) + UNIT + RECORD
      if (buffered.length < BUFFER) return
      hash.update(buffered)
      buffered = ''
    },
    ended: version => {
      endings.push(version)
    },
    close() {
      hash.update(buffered)
      for (const version of endings.sort((a, b) => a - b)) hash.update(version + RECORD)
      return { written: count, ended: endings.length, sha256: hash.digest('hex') }
    },
  }
}

/** Characters hashed at once: joined rows of this size take half the time of cells one by one in larger pieces. */
const BUFFER = 1 << 14

const isBytes = (cell: Cell) => typeof cell === 'object'
const textOf = (cell: Cell) => (typeof cell === 'object' ? digestOf(cell) : cell)

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
