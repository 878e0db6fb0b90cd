import { parseCheckpoint, type SignedCheckpoint } from '../core/ledger/checkpoint.ts'
import { noteText } from '../core/ledger/note.ts'
import type { DatabaseReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'
import type { EntryWriter } from './entry.ts'
import type { Store } from './open.ts'
import { CHECKPOINT, TIME_STAMP } from './schema/ledger-tables.ts'

const refuse = refusal<DatabaseReasons>()

/** Entries with these actions tell of the ledger itself: after them, nothing new has happened that a checkpoint could fix. */
export const ABOUT_LEDGER = {
  checkpoint: 'log checkpoint',
  cosigned: 'log cosigned',
  stamp: 'log stamp',
} as const

/** The checkpoints on record as they are published, each once with all its signatures, smallest first. */
export function checkpointsOn(store: Store): SignedCheckpoint[] {
  const rows = store
    .sql<{ since: number; note: string }>(
      `select since, note from checkpoint
       where rowid in (select max(rowid) from checkpoint group by size) order by size`,
    )
    .all()
  return rows.map(({ since, note }) => {
    const signed = parseCheckpoint(note)
    if (signed === null) throw refuse('unreadable-entry', { entry: since })
    return signed
  })
}

/** Puts a checkpoint on record, or the same one with more signatures. */
export function writeCheckpoint(writer: EntryWriter, { note, checkpoint }: SignedCheckpoint): void {
  writer.write(CHECKPOINT, { size: checkpoint.size, note: noteText(note) })
}

/** Time stamps over the checkpoint of this size, in the order in which they came. */
export function timeStampsOn(store: Store, size: number): Uint8Array[] {
  return store
    .sql<Uint8Array>('select token from time_stamp where size = ? order by rowid')
    .pluck()
    .all(size)
    .map(token => new Uint8Array(token))
}

/** Puts a time stamp on record. */
export function writeTimeStamp(writer: EntryWriter, size: number, token: Uint8Array): void {
  writer.write(TIME_STAMP, { size, token })
}

/** Whether anything but what concerns the ledger itself was entered after its first `size` entries. */
export function hasGrownSince(store: Store, size: number): boolean {
  const actions = store.sql<string>('select distinct action from entry where number > ?').pluck().all(size)
  return actions.some(action => !(Object.values(ABOUT_LEDGER) as string[]).includes(action))
}
