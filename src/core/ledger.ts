import type { Digest, EntryNumber } from './ids.ts'

/** The digests of one table's rows in one entry: how many it wrote and how many it ended, and H over both. */
export interface RowsDigest {
  readonly table: string
  readonly written: number
  readonly ended: number
  readonly sha256: Digest
}

/** What an entry did, in words a script can read: file names, counts, ids, reasons. */
export type Subject = Readonly<Record<string, unknown>>

export interface LedgerEntry {
  readonly number: EntryNumber
  /** UTC, to the second. */
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly subject: Subject
  readonly rows: readonly RowsDigest[]
  readonly previous: Digest
  readonly digest: Digest
}

/** What stands before the first entry. */
export const GENESIS = '0'.repeat(64) as Digest

/** The bytes whose SHA-256 is an entry's digest: the digest before, then the entry as one JSON line. */
export function sealedText(
  entry: Pick<LedgerEntry, 'number' | 'at' | 'actor' | 'action' | 'previous'>,
  subject: string,
  rows: string,
): string {
  const { number, at, actor, action, previous } = entry
  return `${previous}\n${JSON.stringify([number, at, actor, action, subject, rows])}\n`
}

/** Columns of a row, then rows, are told apart by characters that no value may hold. */
export const UNIT = '\u001f'
export const RECORD = '\u001e'
