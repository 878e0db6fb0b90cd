import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import type { DrawNumber, EntryNumber } from '../core/ids.ts'
import { GENESIS, type LedgerEntry, type RowsDigest, type Subject, sealedText } from '../core/ledger.ts'
import type { Pieces } from '../core/pieces.ts'
import type { RoomNeeded } from '../core/reasons.ts'
import { lastSealed, timeAfter } from './last-sealed.ts'
import { placeOf, type Store, storeError } from './open.ts'
import { packedCells } from './packed-cells.ts'
import { ENTRY, SEAL } from './schema/ledger-tables.ts'
import {
  type Cell,
  type Columns,
  cellsOf,
  insertOfDraw,
  type Table,
  type ValuesOf,
  type WordOrNumber,
} from './schema/table.ts'
import { hexOf, type TableDigest, tableDigest } from './table-digest.ts'

/** Who does something, and when. */
export interface Occasion {
  readonly at: string
  readonly actor: string
}

/** Writes one entry: everything that goes into a table of the ledger goes through it. */
export interface EntryWriter {
  readonly entry: EntryNumber
  /** The time of the entry, which everything that it writes has: never before that of the entry before. */
  readonly at: string
  /** Writes a row and takes it into the entry's digest; gives its rowid. */
  readonly write: <C extends Columns>(table: Table<C>, values: NoInfer<ValuesOf<C>>) => number
  /** The same of a row that is at hand as cells: all that an entry writes, in the table's order. */
  readonly writeCells: (table: Table, cells: readonly Cell[]) => number
  /** The same of many rows of a draw, each as the cells between it and the entry, none of which is bytes. */
  readonly writeOfDraw: (table: Table, draw: DrawNumber, rows: Iterable<readonly WordOrNumber[]>) => void
  /** The same of rows that are the lines of a file, whose heading names the columns; no field of it needs quotes. */
  readonly writeLinesOfDraw: (table: Table, draw: DrawNumber, file: Pieces) => void
  /** Ends the version of a row that was in force. */
  readonly end: (table: Table, version: number) => void
}

export interface Sealed<T> {
  /** The entry, or null where nothing was written and so nothing stays. */
  readonly entry: LedgerEntry | null
  readonly result: T
}

/** What an entry's work came to. */
export interface Work<T> {
  readonly subject: Subject
  readonly result: T
  /** False where nothing stays although something was written. */
  readonly keep?: boolean
  /** What must succeed for the entry to stay, and needs it sealed: papers that show its digest. */
  readonly whenSealed?: (entry: LedgerEntry) => Promise<void> | void
}

/** Databases whose entries are looked at and taken back. */
const tentative = new WeakSet<Store>()

/** From now on until it is closed nothing stays of what is entered: entries are parts of one transaction that is never ended. */
export function beTentative(store: Store): void {
  try {
    store.db.exec('begin immediate')
  } catch (error) {
    throw storeError(placeOf(store), error)
  }
  tentative.add(store)
}

export function isTentative(store: Store): boolean {
  return tentative.has(store)
}

/** How an entry begins and ends, in the words of SQLite. */
const BOUNDS = {
  kept: { begin: 'begin immediate', commit: 'commit', rollback: 'rollback' },
  tentative: {
    begin: 'savepoint entry',
    commit: 'release entry',
    rollback: 'rollback to entry; release entry',
  },
} as const

/**
 * One command is one transaction is one entry. `work` writes and tells the subject; when it wrote nothing
 * or throws, the database is as before. Other writers wait or are told that the database is locked. Where the clock is
 * behind the last entry the entry takes that one's time, and its subject says what the clock showed; refuses one that is far behind.
 */
export async function inEntry<T>(
  store: Store,
  occasion: Occasion,
  action: string,
  work: (writer: EntryWriter) => Promise<Work<T>> | Work<T>,
): Promise<Sealed<T>> {
  const { begin, commit, rollback } = BOUNDS[isTentative(store) ? 'tentative' : 'kept']
  let isBegun = false
  let needs: RoomNeeded | undefined
  try {
    store.db.exec(begin)
    isBegun = true
    const last = lastSealed(store)
    const number = entryAfter(last?.entry ?? null)
    const at = timeAfter(last, occasion.at, action)
    const who = { at, actor: occasion.actor }
    store.sql(ENTRY.insert).run(...cellsOf(ENTRY, { number, ...who, action }, number))
    const { writer, digests } = entryWriter(store, number, at)
    const { subject: told, result, keep, whenSealed } = await work(writer)
    const subject = at > occasion.at ? { ...told, clock: occasion.at } : told
    const rows = digests()
    if (rows.length === 0 || keep === false) {
      isBegun = false
      store.db.exec(rollback)
      return { entry: null, result }
    }
    const entry = seal(store, { number, ...who, action, previous: last?.digest ?? GENESIS }, subject, rows)
    await whenSealed?.(entry)
    needs = roomToGrow(store)
    store.db.exec(commit)
    return { entry, result }
  } catch (error) {
    if (isBegun && store.db.open && store.db.inTransaction) store.db.exec(rollback)
    throw storeError(placeOf(store), error, needs)
  }
}

/** How much longer the file becomes when what was written stays, and what keeps the pages as they were until then. */
function roomToGrow({ db }: Store): RoomNeeded {
  const pages = db.pragma('page_count', { simple: true }) as number
  const bytes = pages * (db.pragma('page_size', { simple: true }) as number)
  const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0
  return { bytes: bytes - sizeOf(db.name) + sizeOf(`${db.name}-journal`), how: 'about' }
}

function seal(
  store: Store,
  entry: Omit<LedgerEntry, 'subject' | 'rows' | 'digest'>,
  subject: Subject,
  rows: readonly RowsDigest[],
): LedgerEntry {
  const said = JSON.stringify(subject)
  const written = JSON.stringify(rows)
  const digest = hexOf(createHash('sha256').update(sealedText(entry, said, written)))
  const sealed = { entry: entry.number, subject: said, rows: written, previous: entry.previous, digest }
  store.sql(SEAL.insert).run(...cellsOf(SEAL, sealed, entry.number))
  return { ...entry, subject, rows, digest }
}

/** Entries are counted from 1: the number of the one after this. */
export function entryAfter(last: EntryNumber | null): EntryNumber {
  return ((last ?? 0) + 1) as EntryNumber
}

/**
 * As many rows go in by one statement: to hand over a row by itself takes as long as to insert it, and for each statement of several
 * SQLite lays every page that it touches, and that was there before, into a journal of its own.
 */
const AT_ONCE = 1 << 13

/** Rows are hashed in the order they are written, which is the order of their rowids; ended ones by version. */
function entryWriter(store: Store, entry: EntryNumber, at: string) {
  const tables = new Map<string, TableDigest>()
  const of = ({ name }: Table) => {
    let digest = tables.get(name)
    if (digest === undefined) {
      digest = tableDigest()
      tables.set(name, digest)
    }
    return digest
  }
  let written: Table | null = null
  let insert = store.sql('select 1')
  let ending: Table | null = null
  let end = insert
  const writer: EntryWriter = {
    entry,
    at,
    write: (table, values) => writer.writeCells(table, cellsOf(table, values, entry)),
    writeCells(table, cells) {
      if (table !== written) {
        insert = store.sql(table.insert)
        written = table
      }
      const { lastInsertRowid } = insert.run(...cells)
      of(table).written(cells)
      return Number(lastInsertRowid)
    },
    writeOfDraw(table, draw, rows) {
      const insert = store.sql(insertOfDraw(table))
      const digest = of(table)
      const some: (readonly WordOrNumber[])[] = []
      const letOut = () => {
        insert.run({ draw, entry, rows: JSON.stringify(some) })
        some.length = 0
      }
      for (const row of rows) {
        digest.written([draw, ...row, entry])
        if (some.push(row) === AT_ONCE) letOut()
      }
      letOut()
    },
    writeLinesOfDraw(table, draw, file) {
      const insert = store.sql(insertOfDraw(table))
      const digest = of(table)
      for (const { rows, digested, count } of packedCells(table, file, { draw, entry, most: AT_ONCE })) {
        insert.run({ draw, entry, rows })
        digest.writtenBytes(digested, count)
      }
    },
    end(table, version) {
      if (table !== ending) {
        end = store.sql(`update ${table.name} set until = ? where version = ?`)
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
