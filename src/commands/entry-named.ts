import type { EntryNumber } from '../core/ids.ts'
import type { DatabaseReasons } from '../core/reasons.ts'
import { refusal } from '../core/refusal.ts'
import type { Store } from '../store/open.ts'
import { entryNumbered, lastEntry } from '../store/views/log.ts'
import { wholeNumber } from './lookup.ts'

const refuse = refusal<DatabaseReasons>()

/** A ledger entry that the user named with `--at`. */
export function entryNamed(store: Store, text: string): EntryNumber {
  const number = wholeNumber('--at', text)
  const entry = entryNumbered(store, number)
  if (entry === null) throw refuse('no-such-entry', { entry: number, last: lastEntry(store) })
  return entry
}
